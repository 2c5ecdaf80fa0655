// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/edit/documentstorage.h"

#include <deque>
#include <map>
#include <string>
#include <vector>

namespace downtimeline {

/// A library in memory whose answers come when the test lets them, and fail when it says so.
class FakeStorage : public DocumentStorage
{
public:
    bool isWritable() const override { return writable; }
    Result<DocumentContent> load(IncidentId incident) override;
    Result<std::vector<EventText>> texts(std::span<const EventId> events) override;
    Result<Event> event(EventId event) override;
    Result<Source> source(SourceId source) override;

    void addEvent(IncidentId incident, const Event &event, Answer answer) override;
    void updateEvent(const Event &before, const Event &after, Answer answer) override;
    void removeEvent(EventId event, Answer answer) override;
    void updateIncident(const Incident &before, const Incident &after, Answer answer) override;
    void decide(IncidentId incident, const Finding &finding, Answer answer) override;
    void addAction(IncidentId incident, const Action &action, Answer answer) override;
    void removeAction(const Action &action, Answer answer) override;

    /// Gives every answer that is due; the next `failures` of them are failures, and the file stays as it was.
    void answer();

    bool writable = true;
    int failures = 0;
    bool canRead = true;
    int reads = 0; ///< calls of texts()
    DocumentContent content;
    std::map<EventId, Event> events;
    std::vector<std::string> written; ///< "update 8", "add", in order; only what succeeded

private:
    struct Write
    {
        std::function<Status()> apply;
        Answer answer;
        std::string name;
    };

    Status unreadable() const;

    std::deque<Write> m_writes;
};

/// The eight events of the founding document, with ids 1 to 8, its findings and its claim of the traffic.
FakeStorage foundingStorage();

/// That clock on 16 January 2024 at +01:00.
Instant foundingClock(int hour, int minute);

} // namespace downtimeline
