// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/draft/importbatch.h"

#include "models/domain/persons.h"

namespace downtimeline {

ReadIncident &BatchSink::current()
{
    if (m_batch.incidents.empty())
        m_batch.incidents.emplace_back();
    return m_batch.incidents.back();
}

Status BatchSink::incident(const Incident &incident)
{
    m_batch.incidents.push_back({.isStated = true, .incident = incident});
    return {};
}

Status BatchSink::events(std::span<const Event> events)
{
    std::vector<Event> &all = current().events;
    all.insert(all.end(), events.begin(), events.end());
    return {};
}

Result<ImportSink::SeriesHandle> BatchSink::series(const Series &series)
{
    current().series.push_back({.series = series, .samples = {}});
    m_series.push_back({m_batch.incidents.size() - 1, current().series.size() - 1});
    return m_series.size() - 1;
}

Status BatchSink::samples(SeriesHandle series, std::span<const Sample> samples)
{
    const Place place = m_series.at(series);
    std::vector<Sample> &all = m_batch.incidents[place.incident].series[place.series].samples;
    all.insert(all.end(), samples.begin(), samples.end());
    return {};
}

Status BatchSink::trafficClaim(const TrafficClaim &claim)
{
    current().trafficClaims.push_back(claim);
    return {};
}

Status BatchSink::action(const Action &action)
{
    current().actions.push_back(action);
    return {};
}

Status BatchSink::finding(const Finding &finding)
{
    current().findings.push_back(finding);
    return {};
}

Status BatchSink::explained(const Explained &explained)
{
    current().explained.push_back(explained);
    return {};
}

Status BatchSink::person(const Person &person)
{
    addPerson(current().persons, person);
    return {};
}

Status BatchSink::question(const Question &question)
{
    current().questions.push_back(question);
    return {};
}

Status BatchSink::skipped(const Skip &skip)
{
    m_batch.skipped.push_back(skip);
    return {};
}

Status BatchSink::illustrative()
{
    m_batch.illustrative = true;
    return {};
}

void BatchSink::progress(std::int64_t bytes)
{
    if (m_told)
        m_told(bytes);
}

} // namespace downtimeline
