// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/incidentreading.h"

#include "models/edit/librarydocumentstorage.h"

namespace downtimeline {

Result<DocumentState> readIncident(const QString &library, IncidentId incident, std::stop_token stop)
{
    if (stop.stop_requested()) // chosen and given up before its turn came
        return failure(Error::Code::Cancelled, QString());
    Result<std::unique_ptr<Library>> opened = Library::open(library, Library::Open::ReadOnly);
    if (!opened)
        return std::unexpected(std::move(opened).error());
    (*opened)->setStopToken(std::move(stop));
    Result<DocumentContent> content = loadDocument(**opened, incident);
    if (!content)
        return std::unexpected(std::move(content).error());
    return DocumentState(std::move(*content));
}

} // namespace downtimeline
