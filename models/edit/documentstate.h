// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/milestones.h"
#include "models/analysis/spans.h"
#include "models/analysis/trafficrecovery.h"
#include "models/edit/documentstorage.h"

#include <map>

namespace downtimeline {

/// The open incident in memory: its content with the edits made so far, and what follows from it. Every change derives
/// ends, milestones and measures anew. It writes nothing.
class DocumentState
{
public:
    DocumentState();
    explicit DocumentState(DocumentContent content);

    const DocumentContent &content() const { return m_content; }
    /// Every event of the incident: those that have an instant in order of time, then the undated by id. All that is
    /// told of the incident's events comes from here; content().events is empty.
    const EventSnapshot &rows() const { return m_rows; }
    /// The first of rows(), those that have an instant; with derived ends.
    const EventSnapshot &events() const { return m_events; }
    const std::vector<DerivedEnd> &derivedEnds() const { return m_ends; }
    const ResponseAnalysis &analysis() const { return m_analysis; }
    const std::vector<StatedTraffic> &statedTraffic() const { return m_traffic; }
    /// From the first event to the end of the last; none without events that have an instant.
    std::optional<TimeRange> extent() const;
    /// The event as it was edited or added since the incident was opened; null where it was not.
    const Event *editedEvent(EventId event) const;
    /// Null where the event is not in the incident. O(log n), for every label of the timeline asks.
    const EventEntry *entry(EventId event) const;

    /// Replaces the event of the same id or adds it.
    void putEvent(const Event &event);
    void removeEvent(EventId event);
    /// True where the impact that is stated is another one: what follows from the events was derived anew.
    bool setIncident(const Incident &incident);
    /// Of the finding with that key.
    void setDecision(const std::string &key, Finding::Decision decision);
    void addAction(const Action &action) { m_content.actions.push_back(action); }
    /// The one with that uuid.
    void removeAction(const QUuid &action);
    /// What the samples contradict now. True where the findings are others than before.
    bool setMeasuredFindings(std::vector<Finding> measured);

private:
    void derive(EventIndex rows);

    DocumentContent m_content;
    EventSnapshot m_rows;
    EventSnapshot m_events;                ///< the same as m_rows where every event has an instant
    std::vector<std::uint32_t> m_rowsById; ///< of m_rows, in order of their ids
    std::map<EventId, Event> m_edited;
    std::vector<DerivedEnd> m_ends;
    ResponseAnalysis m_analysis;
    std::vector<StatedTraffic> m_traffic;
    std::vector<Finding> m_stored; ///< the findings of the file; those of m_content are as withMeasured() has them
};

} // namespace downtimeline
