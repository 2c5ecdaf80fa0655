// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/librarysink.h"

#include "models/storage/eventfeed.h"
#include "models/storage/importload.h"
#include "models/storage/sqlcalls.h"

#include <utility>

namespace downtimeline {

LibrarySink::LibrarySink(Library &library, ImportOptions options) : m_library(library), m_options(std::move(options)) {}

LibrarySink::~LibrarySink() = default;

/// The load is used by one thread at a time: what is not an event waits until the events before it are written.
template<typename Call>
auto LibrarySink::settled(Call call) -> decltype(call())
{
    if (m_feed) {
        if (const Status drained = m_feed->drain(); !drained)
            return std::unexpected(drained.error());
    }
    return guarded(m_library.path(), call);
}

Status LibrarySink::begin(const Source &source, const ImportTarget &target)
{
    Q_ASSERT(!m_load); // one reading, one sink
    return guarded(m_library.path(), [&]() -> Status {
        m_load = std::make_unique<ImportLoad>(m_library, source, target, m_options.buildSearch);
        if (m_load->isBulk()) {
            m_feed = std::make_unique<EventFeed>([this](const EventBatch &batch) {
                return guarded(m_library.path(), [&] { return m_load->addEvents(batch.events, batch.columns); });
            });
        }
        return {};
    });
}

Status LibrarySink::setHash(const std::string &sha256)
{
    return settled([&] { return m_load->setHash(sha256); });
}

Result<ImportOutcome> LibrarySink::commit()
{
    Q_ASSERT(m_load);
    Result<ImportOutcome> outcome = settled([&] { return m_load->commit(); });
    m_feed.reset();
    m_load.reset(); // where it failed, this takes everything back
    return outcome;
}

Status LibrarySink::incident(const Incident &incident)
{
    return settled([&] { return m_load->enterIncident(incident); });
}

Status LibrarySink::events(std::span<const Event> events)
{
    std::vector<Event> own(events.begin(), events.end());
    return takeEvents(own);
}

Status LibrarySink::takeEvents(std::vector<Event> &events)
{
    EventBatch batch = m_feed ? m_feed->spare() : EventBatch();
    std::swap(batch.events, events);
    batch.columns.clear();
    for (const Event &event : batch.events)
        batch.columns.push_back(derivedColumns(event, Duration::zero(), m_uuids));
    if (m_feed)
        return m_feed->put(std::move(batch));
    return guarded(m_library.path(), [&] { return m_load->addEvents(batch.events, batch.columns); });
}

Result<ImportSink::SeriesHandle> LibrarySink::series(const Series &series)
{
    return settled([&] { return m_load->addSeries(series); });
}

Status LibrarySink::samples(SeriesHandle series, std::span<const Sample> samples)
{
    return settled([&] { return m_load->addSamples(series, samples); });
}

Status LibrarySink::trafficClaim(const TrafficClaim &claim)
{
    return settled([&] { return m_load->addClaim(claim); });
}

Status LibrarySink::action(const Action &action)
{
    return settled([&] { return m_load->addAction(action); });
}

Status LibrarySink::finding(const Finding &finding)
{
    return settled([&] { return m_load->addFinding(finding); });
}

Status LibrarySink::explained(const Explained &explained)
{
    return settled([&] { return m_load->addExplained(explained); });
}

Status LibrarySink::person(const Person &person)
{
    return settled([&] { return m_load->addPerson(person); });
}

Status LibrarySink::question(const Question &)
{
    return {};
}

Status LibrarySink::skipped(const Skip &)
{
    return settled([&]() -> Status {
        m_load->countSkip();
        return {};
    });
}

Status LibrarySink::illustrative()
{
    return settled([&] { return m_load->setIllustrative(); });
}

void LibrarySink::progress(std::int64_t bytes)
{
    if (m_options.progress)
        m_options.progress(bytes);
}

} // namespace downtimeline
