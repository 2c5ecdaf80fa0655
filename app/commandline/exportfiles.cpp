// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/commands.h"
#include "app/commandline/exportnames.h"
#include "app/commandline/libraryaccess.h"
#include "app/commandline/readrequest.h"
#include "app/exporting/exporting.h"
#include "app/importing/importing.h"
#include "app/importing/reading.h"
#include "models/domain/namemask.h"
#include "models/domain/persons.h"
#include "models/storage/eventstore.h"
#include "models/storage/incidentstore.h"
#include "models/storage/personstore.h"

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

/// Writes each operand to its place.
class ExportCommand
{
public:
    explicit ExportCommand(const Arguments &arguments)
        : m_arguments(arguments), m_isFolder(QFileInfo(arguments.out).isDir())
    {}

    Status writeFile(const QString &path);
    Status writeStored(Library &library, const QString &text);

private:
    ExportRequest request() const;
    /// Whose names are hidden where that is asked for; also in the name of a file.
    void hide(ExportRequest &request, const Persons &persons) const;
    QString ending() const;
    void placeIn(ExportRequest &request, const QString &name) const
    {
        request.path = QDir(m_arguments.out).filePath(name);
    }

    const Arguments &m_arguments;
    bool m_isFolder;
    ExportNames m_names;
};

QString ExportCommand::ending() const
{
    const QString &asked = m_arguments.exports.ending;
    return asked.isEmpty() && m_isFolder ? u"pdf"_s : asked;
}

ExportRequest ExportCommand::request() const
{
    const ExportOptions &options = m_arguments.exports;
    return {
        .path = m_arguments.out,
        .ending = ending(),
        .report = m_arguments.report,
        .scope = options.scope,
        .dark = m_arguments.theme == u"dark"_s,
        .pictureWidth = options.width,
        .pictureHeight = options.height,
        .pictureScale = options.scale,
        .chart = options.chart,
        .style = options.style};
}

void ExportCommand::hide(ExportRequest &request, const Persons &persons) const
{
    if (!m_arguments.hideNames)
        return;
    request.hideNames = true;
    request.persons = persons;
}

Status ExportCommand::writeFile(const QString &path)
{
    const Result<ReadFile> file = readWhole(readRequest(m_arguments, path));
    if (!file)
        return std::unexpected(file.error());
    if (file->batch.incidents.size() != 1) {
        return failure(
            Error::Code::Usage, tr("%1 tells of several incidents; import it, then export those you want.").arg(path));
    }
    Result<Source> source = describedSource(path);
    if (!source)
        return std::unexpected(source.error());
    source->format = file->format;
    source->illustrative = file->batch.illustrative;
    ExportRequest wanted = request();
    const Result<Persons> persons = personsToHide(m_arguments);
    if (!persons)
        return std::unexpected(persons.error());
    hide(wanted, joinedPersons(*persons, file->batch.incidents.front().persons));
    if (m_isFolder) {
        const QString name = wanted.hideNames ? QString() : QString::fromStdString(source->name); // it may tell one too
        placeIn(wanted, m_names.nameOf(name, ending()));
    }
    return exportIncident(file->batch.incidents.front(), std::span(&*source, 1), wanted);
}

Status ExportCommand::writeStored(Library &library, const QString &text)
{
    const Result<IncidentId> id = findIncident(library, text);
    if (!id)
        return std::unexpected(id.error());
    ExportRequest wanted = request();
    const Result<Persons> persons = PersonStore(library).hiddenIn(*id);
    if (!persons)
        return std::unexpected(persons.error());
    hide(wanted, *persons);
    if (m_isFolder) {
        const Result<Incident> incident = IncidentStore(library).get(*id);
        if (!incident)
            return std::unexpected(incident.error());
        const Result<EventIndex> events = EventStore(library).index(*id);
        if (!events)
            return std::unexpected(events.error());
        const QString title = wanted.hideNames ? QString() : QString::fromStdString(incident->title);
        const auto start = events->empty() ? std::nullopt : std::optional(events->front().at);
        const QString uuid = incident->uuid.toString(QUuid::WithoutBraces);
        placeIn(wanted, m_names.nameOf(start, title, uuid, ending()));
    }
    return exportIncident(library, *id, wanted);
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
    ExportCommand command(arguments);
    std::unique_ptr<Library> library;
    for (const QString &operand : arguments.operands) {
        Status written;
        if (QFileInfo(operand).isFile()) {
            written = command.writeFile(operand);
        } else {
            if (!library) {
                Result<std::unique_ptr<Library>> opened = openForLooking(arguments.library);
                if (!opened)
                    return tell(console, opened.error());
                library = std::move(*opened);
            }
            written = command.writeStored(*library, operand);
        }
        if (!written)
            worst = std::max(worst, tell(console, written.error()));
    }
    return worst;
}

} // namespace downtimeline
