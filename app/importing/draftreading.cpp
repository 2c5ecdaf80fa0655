// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/draftreading.h"

#include "models/documents/textdecoding.h"
#include "models/readers/allreaders.h"
#include "models/readers/textsource.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace downtimeline {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("reading", text);
}

Result<std::string> bytesOf(ByteSource &source, std::stop_token stop)
{
    std::string bytes;
    bytes.reserve(static_cast<std::size_t>(source.size()));
    for (;;) {
        const Result<std::string_view> chunk = source.next();
        if (!chunk)
            return std::unexpected(chunk.error());
        if (chunk->empty())
            return bytes;
        if (stop.stop_requested())
            return failure(Error::Code::Cancelled, tr("Reading was stopped."));
        bytes.append(*chunk);
        if (static_cast<std::int64_t>(bytes.size()) > largestPreviewed)
            return failure(Error::Code::Usage, tr("The file is too big for a preview."));
    }
}

Result<const Reader *> readerFor(const ReadRequest &request, ByteSource &source)
{
    if (!request.format.isEmpty())
        return readerOfKey(request.format.toStdString());
    Result<const Reader *> reader = recognise(source);
    if (reader && !*reader)
        return notRecognised(QString::fromStdString(source.name()));
    return reader;
}

} // namespace

Result<ReadSource> readSource(const ReadRequest &request, std::stop_token stop)
{
    const Result<std::unique_ptr<ByteSource>> file = openByteSource(request.path);
    if (!file)
        return std::unexpected(file.error());
    Result<std::string> bytes = bytesOf(**file, stop);
    if (!bytes)
        return std::unexpected(bytes.error());
    return readSource((*file)->name(), std::move(*bytes), request, stop);
}

Result<ReadSource> readSource(std::string name, std::string bytes, const ReadRequest &request, std::stop_token stop)
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
    const std::unique_ptr<ByteSource> source = memorySource(std::move(name), std::move(bytes));
    const Result<const Reader *> reader = readerFor(request, *source);
    if (!reader)
        return std::unexpected(reader.error());
    result.source.format = (*reader)->key();
    result.readerName = (*reader)->name();
    BatchSink batch;
    AnsweringSink answering(batch, request.answers);
    if (const Status read = (*reader)->read(*source, readOptions(request), answering, stop); !read)
        return std::unexpected(read.error());
    if (batch.batch().isEmpty())
        return failure(Error::Code::NotRecognised, tr("%1 holds no incident, no event and no metric.").arg(shown));
    result.batch = batch.take();
    result.source.illustrative = result.batch.illustrative;
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
