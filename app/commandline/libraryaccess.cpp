// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/libraryaccess.h"

#include "models/storage/incidentstore.h"

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

Result<QString> uuidOf(Library &library, IncidentId id)
{
    const Result<Incident> incident = IncidentStore(library).get(id);
    if (!incident)
        return std::unexpected(incident.error());
    return incident->uuid.toString(QUuid::WithoutBraces);
}

} // namespace downtimeline
