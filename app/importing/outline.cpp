// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/outline.h"

#include "models/readers/draft/importbatch.h"
#include "models/readers/draft/personsmet.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace downtimeline {
namespace {

/// Everything but the events goes into a batch; of the events stays what the index knows.
class OutlineSink final : public ImportSink
{
public:
    explicit OutlineSink(bool holdsSamples) : m_holdsSamples(holdsSamples) {}

    Status incident(const Incident &incident) override
    {
        const Status begun = m_rest.incident(incident);
        current().met.take(incident);
        return begun;
    }
    Status events(std::span<const Event> events) override
    {
        const Status begun = m_rest.events({});
        Part &part = current();
        for (const Event &event : events) {
            part.met.take(event);
            addTo(part.index, event, part.eventCount++);
        }
        return begun;
    }
    Result<SeriesHandle> series(const Series &series) override
    {
        m_counts.push_back(0);
        return m_rest.series(series);
    }
    Status samples(SeriesHandle series, std::span<const Sample> samples) override
    {
        if (m_holdsSamples)
            return m_rest.samples(series, samples);
        m_counts.at(series) += samples.size();
        return {};
    }
    Status trafficClaim(const TrafficClaim &claim) override { return m_rest.trafficClaim(claim); }
    Status action(const Action &action) override
    {
        const Status taken = m_rest.action(action);
        current().met.take(action);
        return taken;
    }
    Status finding(const Finding &finding) override { return m_rest.finding(finding); }
    Status explained(const Explained &explained) override { return m_rest.explained(explained); }
    Status person(const Person &person) override
    {
        const Status taken = m_rest.person(person);
        current().met.take(person);
        return taken;
    }
    Status question(const Question &question) override { return m_rest.question(question); }
    Status skipped(const Skip &skip) override { return m_rest.skipped(skip); }
    Status illustrative() override { return m_rest.illustrative(); }
    void progress(std::int64_t /*bytes*/) override {}

    bool isEmpty() const { return m_rest.batch().isEmpty(); }

    /// Once, at the end.
    std::vector<IncidentOutline> takeIncidents()
    {
        std::vector<IncidentOutline> outlines;
        auto count = m_counts.cbegin();
        m_parts.resize(m_rest.batch().incidents.size());
        ImportBatch batch = m_rest.take();
        m_skipped = std::move(batch.skipped);
        m_illustrative = batch.illustrative;
        for (std::size_t i = 0; i < m_parts.size(); ++i) {
            IncidentOutline outline{
                .whole = std::move(batch.incidents[i]),
                .index = std::move(m_parts[i].index),
                .ends = {},
                .eventCount = m_parts[i].eventCount};
            settle(outline.index);
            outline.ends = EventEnds(outline.index);
            outline.whole.persons = m_parts[i].met.persons();
            for (WholeSeries &series : outline.whole.series)
                series.samplesLeftOut = *count++;
            outlines.push_back(std::move(outline));
        }
        return outlines;
    }
    std::vector<Skip> takeSkipped() { return std::move(m_skipped); }
    bool isIllustrative() const { return m_illustrative; }

private:
    struct Part
    {
        EventIndex index;
        std::size_t eventCount = 0;
        PersonsMet met;
    };

    /// Of the batch's last incident, which has begun.
    Part &current()
    {
        m_parts.resize(m_rest.batch().incidents.size());
        return m_parts.back();
    }

    bool m_holdsSamples;
    BatchSink m_rest;
    std::vector<Part> m_parts;
    std::vector<std::size_t> m_counts; ///< samples left out, of the series as they came: incident by incident
    std::vector<Skip> m_skipped;
    bool m_illustrative = false;
};

/// Counts as a batch does, in which whatever comes first begins an incident, and shows the events.
class VisitingSink final : public ImportSink
{
public:
    explicit VisitingSink(const EventVisitor &visit) : m_visit(visit) {}

    Status incident(const Incident & /*incident*/) override
    {
        counts.push_back(0);
        return {};
    }
    Status events(std::span<const Event> events) override
    {
        beginAny();
        for (const Event &event : events)
            m_visit(counts.size() - 1, counts.back()++, event);
        return {};
    }
    Result<SeriesHandle> series(const Series & /*series*/) override
    {
        beginAny();
        return 0;
    }
    Status samples(SeriesHandle /*series*/, std::span<const Sample> /*samples*/) override { return {}; }
    Status trafficClaim(const TrafficClaim & /*claim*/) override { return begun(); }
    Status action(const Action & /*action*/) override { return begun(); }
    Status finding(const Finding & /*finding*/) override { return begun(); }
    Status explained(const Explained & /*explained*/) override { return begun(); }
    Status person(const Person & /*person*/) override { return begun(); }
    Status question(const Question & /*question*/) override { return begun(); }
    Status skipped(const Skip & /*skip*/) override { return {}; }
    Status illustrative() override { return {}; }
    void progress(std::int64_t /*bytes*/) override {}

    std::vector<std::size_t> counts; ///< events of each incident

private:
    void beginAny()
    {
        if (counts.empty())
            counts.push_back(0);
    }
    Status begun()
    {
        beginAny();
        return {};
    }

    const EventVisitor &m_visit;
};

} // namespace

Result<OutlinedFile> OutlinedFile::read(const ReadRequest &request, std::stop_token stop)
{
    Result<OpenedFile> opened = openForReading(request);
    if (!opened)
        return std::unexpected(opened.error());
    OutlinedFile outlined(std::move(*opened), request);
    const OpenedFile &file = outlined.m_file;
    OutlineSink sink(outlined.format() == "downtimeline");
    AnsweringSink answering(sink, request.answers);
    if (const Status read = file.reader->read(*file.bytes, file.options, answering, std::move(stop)); !read)
        return std::unexpected(read.error());
    if (sink.isEmpty())
        return holdsNothing(QString::fromStdString(file.bytes->name()));
    outlined.m_incidents = sink.takeIncidents();
    outlined.m_skipped = sink.takeSkipped();
    outlined.m_illustrative = sink.isIllustrative();
    return outlined;
}

Status OutlinedFile::forEachEvent(const EventVisitor &visit, std::stop_token stop)
{
    if (const Status again = m_file.bytes->rewind(); !again)
        return again;
    const auto isKnown = [this](std::size_t incident, std::size_t place) {
        return incident < m_incidents.size() && place < m_incidents[incident].eventCount;
    };
    const EventVisitor known = [&](std::size_t incident, std::size_t place, const Event &event) {
        if (isKnown(incident, place))
            visit(incident, place, event);
    };
    VisitingSink sink(known);
    AnsweringSink answering(sink, m_request.answers);
    const Status read = m_file.reader->read(*m_file.bytes, m_file.options, answering, std::move(stop));
    if (read && std::ranges::equal(sink.counts, m_incidents, {}, {}, &IncidentOutline::eventCount))
        return {};
    if (!read && read.error().code == Error::Code::Cancelled)
        return read;
    return failure(
        Error::Code::Io, QCoreApplication::translate("outline", "%1 changed while it was read; read it again.")
                             .arg(QString::fromStdString(m_file.bytes->name())));
}

} // namespace downtimeline
