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

} // namespace

ReadOptions readOptions(const ReadRequest &request)
{
    ReadOptions options = request.options;
    options.zone = request.answers.zone;
    return options;
}

std::unexpected<Error> notRecognised(const QString &name)
{
    return failure(
        Error::Code::NotRecognised,
        tr("%1 is not recognised: it is no postmortem document, no list of events, no metric file and no export that "
           "is known here.")
            .arg(name));
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
    if (!*reader)
        return notRecognised(name);
    return withCheckedColumns({std::move(*bytes), *reader}, request);
}

Result<ReadFile> readWhole(const ReadRequest &request, std::stop_token stop)
{
    Result<OpenedFile> file = openForReading(request);
    if (!file)
        return std::unexpected(file.error());
    BatchSink batch;
    AnsweringSink answering(batch, request.answers);
    if (const Status read = file->reader->read(*file->bytes, readOptions(request), answering, stop); !read)
        return std::unexpected(read.error());
    if (batch.batch().isEmpty()) {
        return failure(
            Error::Code::NotRecognised,
            tr("%1 holds no incident, no event and no metric.").arg(QString::fromStdString(file->bytes->name())));
    }
    return ReadFile{std::string(file->reader->key()), batch.take()};
}

} // namespace downtimeline
