// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/libraryaccess.h"

#include "models/storage/incidentstore.h"
#include "models/storage/personstore.h"

#include <QDir>
#include <QFileInfo>

namespace downtimeline {

Result<std::unique_ptr<Library>> openForWriting(const QString &path)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    Result<std::unique_ptr<Library>> library = Library::open(path, Library::Open::CreateIfMissing);
    if (library && (*library)->isReadOnly())
        return failure(Error::Code::ReadOnly, (*library)->readOnlyReason());
    return library;
}

Result<std::unique_ptr<Library>> openForLooking(const QString &path)
{
    return Library::open(path, Library::Open::ReadOnly);
}

Result<IncidentId> findIncident(Library &library, const QString &text)
{
    return IncidentStore(library).find(text.toStdString());
}

Result<Persons> personsToHide(const Arguments &arguments)
{
    if (!arguments.hideNames || !QFileInfo::exists(arguments.library))
        return Persons();
    const Result<std::unique_ptr<Library>> library = openForLooking(arguments.library);
    return library ? PersonStore(**library).list() : std::unexpected(library.error());
}

Result<QString> uuidOf(Library &library, IncidentId id)
{
    const Result<Incident> incident = IncidentStore(library).get(id);
    if (!incident)
        return std::unexpected(incident.error());
    return incident->uuid.toString(QUuid::WithoutBraces);
}

} // namespace downtimeline
