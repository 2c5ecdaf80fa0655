// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/incidentreading.h"

#include "models/edit/librarydocumentstorage.h"

namespace downtimeline {

Result<LoadedIncident> readIncident(const QString &library, IncidentId incident, std::stop_token stop)
{
    if (stop.stop_requested()) // chosen and given up before its turn came
        return failure(Error::Code::Cancelled, QString());
    Result<std::unique_ptr<Library>> opened = Library::open(library, Library::Open::ReadOnly);
    if (!opened)
        return std::unexpected(std::move(opened).error());
    (*opened)->setStopToken(stop);
    Result<DocumentContent> content = loadDocument(**opened, incident);
    if (!content)
        return std::unexpected(std::move(content).error());
    LoadedIncident read{.state = DocumentState(std::move(*content)), .series = {}};
    const std::vector<TimeRange> &impacts = read.state.analysis().impacts;
    const auto impact =
        impacts.empty() ? std::nullopt : std::optional(TimeRange{impacts.front().start, impacts.back().end});
    Result<SeriesReading> series = readSeries(library, read.state.content().series, impact, std::move(stop));
    if (!series)
        return std::unexpected(std::move(series).error());
    read.series = std::move(*series);
    return read;
}

} // namespace downtimeline
