// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/reading.h"
#include "models/readers/allreaders.h"

#include <QCoreApplication>

namespace downtimeline {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("reading", text);
}

/// A choice for a column that is not there is a slip of the user's, and is told as one.
Result<OpenedFile> withCheckedColumns(OpenedFile file, const ReadRequest &request)
{
    file.options = readOptions(request.options, request.answers);
    if (request.options.columns.empty())
        return file;
    const auto columns = file.reader->columns(*file.bytes, request.options);
    if (!columns)
        return std::unexpected(columns.error());
    const QString name = QString::fromStdString(file.bytes->name());
    if (!*columns) {
        return failure(
            Error::Code::Usage,
            tr("%1 is read as %2, which has no columns to choose for; read it as events or as metrics, and it has.")
                .arg(name, file.reader->name()));
    }
    const Status checked = checkChoices(**columns, request.options.columns, name);
    return checked ? Result<OpenedFile>(std::move(file)) : std::unexpected(checked.error());
}

/// The same with what the user chose for such a table before, where the request chooses nothing itself. A table that no
/// reader recognises may have been chosen for too.
Result<OpenedFile> withRememberedColumns(OpenedFile file, const ReadRequest &request)
{
    if (!request.options.columns.empty() || request.remembered.count() == 0)
        return file;
    const Reader *reader = file.reader ? file.reader : readerOfKey("events");
    const auto columns = reader->columns(*file.bytes, request.options);
    if (!columns)
        return std::unexpected(columns.error());
    if (!*columns)
        return file;
    if (auto reading = rememberedReading(**columns, *file.bytes, request.remembered)) {
        file.reader = reading->reader;
        file.options = readOptions(reading->options, request.answers);
        file.isRemembered = true;
    }
    return file;
}

} // namespace

ReadOptions readOptions(const ReadOptions &chosen, const ImportAnswers &answers)
{
    ReadOptions options = chosen;
    options.zone = answers.zone;
    return options;
}

std::optional<RememberedReading>
rememberedReading(const TableColumns &columns, ByteSource &source, const RememberedColumns &remembered)
{
    const ColumnsWish *wish = remembered.find(columns.names());
    if (!wish)
        return std::nullopt;
    RememberedReading reading{
        .reader = readerOfKey(wish->format()), .options = {.columns = wish->columns}, .columns = {}};
    auto again = reading.reader->columns(source, reading.options);
    if (!again || !*again)
        return std::nullopt;
    reading.columns = std::move(**again);
    return reading;
}

std::unexpected<Error> notRecognised(const QString &name)
{
    return failure(
        Error::Code::NotRecognised,
        tr("%1 is not recognised: it is no postmortem document, no list of events, no metric file and no export that "
           "is known here.")
            .arg(name));
}

std::unexpected<Error> holdsNothing(const QString &name)
{
    return failure(Error::Code::NotRecognised, tr("%1 holds no incident, no event and no metric.").arg(name));
}

Result<OpenedFile> openForReading(const ReadRequest &request)
{
    Result<std::unique_ptr<ByteSource>> bytes = openByteSource(request.path);
    if (!bytes)
        return std::unexpected(bytes.error());
    const QString name = QString::fromStdString((*bytes)->name());
    if ((*bytes)->size() == 0)
        return failure(Error::Code::NotRecognised, tr("%1 is empty: there is nothing to import.").arg(name));
    if (!request.format.isEmpty())
        return withCheckedColumns({std::move(*bytes), readerOfKey(request.format.toStdString())}, request);
    const Result<const Reader *> reader = recognise(**bytes);
    if (!reader)
        return std::unexpected(reader.error());
    Result<OpenedFile> file = withRememberedColumns({std::move(*bytes), *reader}, request);
    if (!file || file->isRemembered)
        return file;
    return file->reader ? withCheckedColumns(std::move(*file), request) : notRecognised(name);
}

Result<ReadFile> readWhole(const ReadRequest &request, std::stop_token stop)
{
    Result<OpenedFile> file = openForReading(request);
    if (!file)
        return std::unexpected(file.error());
    BatchSink batch;
    AnsweringSink answering(batch, request.answers);
    if (const Status read = file->reader->read(*file->bytes, file->options, answering, stop); !read)
        return std::unexpected(read.error());
    if (batch.batch().isEmpty())
        return holdsNothing(QString::fromStdString(file->bytes->name()));
    return ReadFile{std::string(file->reader->key()), batch.take()};
}

} // namespace downtimeline
