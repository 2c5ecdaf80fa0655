// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/commands.h"
#include "app/commandline/libraryaccess.h"
#include "app/exporting/exporting.h"
#include "app/importing/reading.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <ostream>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

QString tr(const char *text)
{
    return QCoreApplication::translate("export", text);
}

/// Where one of several goes: into the folder, under the first characters of its id.
QString placeIn(const QString &folder, const QString &id, const QString &ending)
{
    return QDir(folder).filePath(id.left(8) + u'.' + ending);
}

Status exportFile(const Arguments &arguments, const QString &path)
{
    const Result<ReadFile> file = readWhole({path, arguments.format, arguments.options, arguments.answers});
    if (!file)
        return std::unexpected(file.error());
    if (file->batch.incidents.size() != 1) {
        return failure(
            Error::Code::Usage, tr("%1 tells of several incidents; import it, then export those you want.").arg(path));
    }
    Source source;
    source.name = QFileInfo(path).fileName().toStdString();
    source.format = file->format;
    source.illustrative = file->batch.illustrative;
    return exportIncident(
        file->batch.incidents.front(), std::span(&source, 1),
        ExportRequest{.path = arguments.out, .ending = {}, .paper = arguments.paper});
}

Status exportStored(Library &library, const Arguments &arguments, const QString &text)
{
    const Result<IncidentId> id = findIncident(library, text);
    if (!id)
        return std::unexpected(id.error());
    ExportRequest request{.path = arguments.out, .ending = {}, .paper = arguments.paper};
    if (QFileInfo(arguments.out).isDir())
        request.path = placeIn(arguments.out, text, u"pdf"_s);
    return exportIncident(library, *id, request);
}

Status checkUsage(const Arguments &arguments)
{
    if (arguments.operands.isEmpty() || arguments.out.isEmpty())
        return failure(
            Error::Code::Usage, tr("export takes at least one incident's id, or a file, and -o with where to write."));
    if (arguments.operands.size() > 1 && !QFileInfo(arguments.out).isDir())
        return failure(
            Error::Code::Usage,
            tr("Several incidents need a folder that exists after -o; %1 is none.").arg(arguments.out));
    return {};
}

} // namespace

ExitCode runExport(const Arguments &arguments, Console console)
{
    if (const Status usable = checkUsage(arguments); !usable)
        return tell(console, usable.error());
    ExitCode worst = ExitCode::Done;
    std::unique_ptr<Library> library;
    for (const QString &operand : arguments.operands) {
        Status written;
        if (QFileInfo(operand).isFile()) {
            written = exportFile(arguments, operand);
        } else {
            if (!library) {
                Result<std::unique_ptr<Library>> opened = openForLooking(arguments.library);
                if (!opened)
                    return tell(console, opened.error());
                library = std::move(*opened);
            }
            written = exportStored(*library, arguments, operand);
        }
        if (!written)
            worst = std::max(worst, tell(console, written.error()));
    }
    return worst;
}

} // namespace downtimeline
