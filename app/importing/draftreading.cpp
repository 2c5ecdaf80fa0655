// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/draftreading.h"

#include "models/documents/textdecoding.h"
#include "models/readers/allreaders.h"
#include "models/readers/tables/csvsketch.h"
#include "models/readers/tables/metriccolumns.h"
#include "models/readers/textsource.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

namespace downtimeline {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("reading", text);
}

constexpr std::size_t mostColumnsOfAny = 500;

/// At most so many bytes from the start.
Result<std::string> bytesOf(ByteSource &source, std::int64_t most, const std::stop_token &stop)
{
    std::string bytes;
    bytes.reserve(static_cast<std::size_t>(std::clamp<std::int64_t>(source.size(), 0, most)));
    while (static_cast<std::int64_t>(bytes.size()) < most) {
        const Result<std::string_view> chunk = source.next();
        if (!chunk)
            return std::unexpected(chunk.error());
        if (chunk->empty())
            break;
        if (stop.stop_requested())
            return failure(Error::Code::Cancelled, tr("Reading was stopped."));
        bytes.append(*chunk);
    }
    return bytes;
}

/// Whole lines, as many as are shown of a big file.
int cutToLines(std::string &bytes)
{
    if (static_cast<std::int64_t>(bytes.size()) > ReadPart::mostBytes)
        bytes.resize(static_cast<std::size_t>(ReadPart::mostBytes));
    int lines = 0;
    std::size_t end = 0;
    for (std::size_t at = bytes.find('\n'); at != std::string::npos && lines <= ReadPart::mostLines;
         at = bytes.find('\n', at + 1)) {
        end = at + 1;
        ++lines;
    }
    if (end > 0)
        bytes.resize(end);
    return std::max(0, lines - 1);
}

/// Where the part ends a record may be cut off: that is no damage of the file.
void forgiveTheCut(const ReadPart &part, std::vector<Skip> &skipped)
{
    std::erase_if(skipped, [&part](const Skip &skip) { return skip.line >= part.lines; });
}

/// The reader of the request, else the one that recognises the bytes, else, for any table, that of events.
Result<const Reader *> readerFor(const ReadRequest &request, ByteSource &source)
{
    if (!request.format.isEmpty())
        return readerOfKey(request.format.toStdString());
    Result<const Reader *> reader = recognise(source);
    if (!reader || *reader)
        return reader;
    const Reader *any = readerOfKey("events");
    const auto columns = any->columns(source, {});
    const Result<std::string> head = headOf(source);
    const std::string text = head ? utf8Head(*head) : std::string();
    const bool isText = mayBeTable(text) || (!text.empty() && std::string_view("{[").contains(text.front()));
    if (columns && *columns && isText && (*columns)->columns.size() < mostColumnsOfAny)
        return any;
    return notRecognised(QString::fromStdString(source.name()));
}

/// What the user chose for such a table before holds where nothing was chosen for this one.
Status takeRemembered(ReadSource &result, const Reader *&reader, ByteSource &source, const DraftReading &reading)
{
    const auto columns = reader->columns(source, result.request.options);
    if (!columns)
        return std::unexpected(columns.error());
    result.columns = *columns;
    if (!result.columns || !result.request.format.isEmpty() || !result.request.options.columns.empty())
        return {};
    auto remembered = rememberedReading(*result.columns, source, reading.remembered);
    if (!remembered)
        return {};
    reader = remembered->reader;
    result.request.format = QString::fromUtf8(reader->key().data(), static_cast<qsizetype>(reader->key().size()));
    result.request.options = std::move(remembered->options);
    result.columns = std::move(remembered->columns);
    result.isRemembered = true;
    return {};
}

/// One incident in which nothing is told, for a table of which nothing could be read.
ImportBatch emptyBatch()
{
    ImportBatch batch;
    batch.incidents.emplace_back();
    return batch;
}

/// Reads the bytes as the request of the result says.
Status readInto(ReadSource &result, ByteSource &source, const DraftReading &reading)
{
    const Result<const Reader *> found = readerFor(result.request, source);
    if (!found)
        return std::unexpected(found.error());
    const Reader *reader = *found;
    if (Status taken = takeRemembered(result, reader, source, reading); !taken)
        return taken;
    result.source.format = reader->key();
    result.readerName = reader->name();
    BatchSink batch(reading.progress);
    AnsweringSink answering(batch, result.request.answers);
    const Status read =
        reader->read(source, readOptions(result.request.options, result.request.answers), answering, reading.stop);
    if (!read && !(result.columns && read.error().code == Error::Code::NotRecognised))
        return read;
    result.batch = batch.take();
    if (result.batch.isEmpty()) {
        const QString sentence =
            read ? tr("%1 holds no incident, no event and no metric.").arg(QString::fromStdString(source.name()))
                 : read.error().message;
        if (!result.columns)
            return failure(Error::Code::NotRecognised, sentence);
        result.problem = sentence;
        std::vector<Skip> skipped = std::move(result.batch.skipped);
        result.batch = emptyBatch();
        result.batch.skipped = std::move(skipped);
    }
    result.source.illustrative = result.batch.illustrative;
    return {};
}

} // namespace

Result<ReadSource> readSource(const ReadRequest &request, const DraftReading &reading)
{
    const Result<std::unique_ptr<ByteSource>> file = openByteSource(request.path);
    if (!file)
        return std::unexpected(file.error());
    // A file may grow while it is read, and an archive tells its size only when it is unpacked.
    Result<std::string> bytes = bytesOf(**file, largestPreviewed + 1, reading.stop);
    if (!bytes)
        return std::unexpected(bytes.error());
    if (static_cast<std::int64_t>(bytes->size()) <= largestPreviewed)
        return readSource((*file)->name(), std::move(*bytes), request, reading);
    ReadPart part{.path = request.path, .wholeSize = (*file)->size()};
    part.lines = cutToLines(*bytes);
    Result<ReadSource> read = readSource((*file)->name(), std::move(*bytes), request, reading);
    if (!read)
        return read;
    forgiveTheCut(part, read->batch.skipped);
    read->source.size = part.wholeSize;
    read->source.sha256.clear(); // of the part it tells nothing
    read->part = std::move(part);
    return read;
}

Result<ReadSource>
readSource(std::string name, std::string bytes, const ReadRequest &request, const DraftReading &reading)
{
    const QString shown = QString::fromStdString(name);
    if (bytes.empty())
        return failure(Error::Code::NotRecognised, tr("%1 is empty: there is nothing to import.").arg(shown));
    ReadSource result;
    result.source.name = name;
    result.source.size = static_cast<std::int64_t>(bytes.size());
    const QByteArrayView view(bytes.data(), static_cast<qsizetype>(bytes.size()));
    result.source.sha256 =
        QCryptographicHash::hash(view.toByteArray(), QCryptographicHash::Sha256).toHex().toStdString();
    result.text = QString::fromStdString(decodedText(bytes));
    result.source.text = bytes;
    result.request = request;
    const std::unique_ptr<ByteSource> source = memorySource(std::move(name), std::move(bytes));
    if (Status read = readInto(result, *source, reading); !read)
        return std::unexpected(read.error());
    return result;
}

Result<ReadSource>
readAgain(const ReadSource &before, const std::optional<ColumnsWish> &wish, const DraftReading &reading)
{
    ReadSource result;
    result.source = before.source;
    result.text = before.text;
    result.request = before.request;
    const std::string_view format = wish ? wish->format() : std::string_view();
    result.request.format = QString::fromUtf8(format.data(), static_cast<qsizetype>(format.size()));
    result.request.options.columns = wish ? wish->columns : std::map<std::string, std::string>();
    const std::unique_ptr<ByteSource> source = memorySource(before.source.name, before.source.text.value_or(""));
    if (Status read = readInto(result, *source, reading); !read)
        return std::unexpected(read.error());
    result.part = before.part;
    if (result.part)
        forgiveTheCut(*result.part, result.batch.skipped);
    return result;
}

void takeForecast(ImportDraft &draft, const Forecast &forecast)
{
    Q_ASSERT(draft.incidents.size() == forecast.incidents.size());
    for (std::size_t i = 0; i < draft.incidents.size(); ++i) {
        std::vector<DraftEvent> &choices = draft.incidents[i].choices;
        const std::vector<DraftEvent> &known = forecast.incidents[i].events;
        Q_ASSERT(choices.size() == known.size());
        for (std::size_t j = 0; j < choices.size(); ++j) {
            choices[j].standing = known[j].standing;
            choices[j].kept = known[j].kept;
        }
    }
    if (forecast.clockShift)
        draft.clockShift = *forecast.clockShift;
}

} // namespace downtimeline
