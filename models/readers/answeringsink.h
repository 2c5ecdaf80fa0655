// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/importsink.h"

#include <QDate>
#include <QTimeZone>

#include <optional>
#include <vector>

namespace downtimeline {

/// What the user settles that a source does not state. It never overrides what the source says.
struct ImportAnswers
{
    std::optional<QTimeZone> zone; ///< for times without one
    std::optional<QDate> date;     ///< for times without a date, and the year for times without a year

    bool operator==(const ImportAnswers &) const = default;
};

/// The time with the missing parts answered. A clock in the hour that a daylight saving change skips is moved on by the
/// change; one that comes twice is the first.
WrittenTime answered(const WrittenTime &time, const ImportAnswers &answers);

/// The offset that the zone had when its clocks showed the local time; a skipped or doubled hour as in answered().
std::chrono::seconds offsetOfLocal(const QTimeZone &zone, Instant local);

/// Hands a reading on, with the user's answers filled in. Counts the events that still have no instant.
class AnsweringSink final : public ImportSink
{
public:
    AnsweringSink(ImportSink &next, ImportAnswers answers);

    Status incident(const Incident &incident) override;
    Status events(std::span<const Event> events) override;
    Status takeEvents(std::vector<Event> &events) override;
    Result<SeriesHandle> series(const Series &series) override { return m_next.series(series); }
    Status samples(SeriesHandle series, std::span<const Sample> samples) override;
    Status trafficClaim(const TrafficClaim &claim) override { return m_next.trafficClaim(claim); }
    Status action(const Action &action) override { return m_next.action(action); }
    Status finding(const Finding &finding) override { return m_next.finding(finding); }
    Status explained(const Explained &explained) override { return m_next.explained(explained); }
    Status person(const Person &person) override { return m_next.person(person); }
    Status question(const Question &question) override;
    Status skipped(const Skip &skip) override { return m_next.skipped(skip); }
    Status illustrative() override { return m_next.illustrative(); }
    void progress(std::int64_t bytes) override { m_next.progress(bytes); }

    /// The line of the first event that a date would place and that has no instant even so; none where there is none.
    std::optional<int> firstWithoutInstant() const { return m_firstWithoutInstant; }

private:
    void answer(Event &event);

    ImportSink &m_next;
    ImportAnswers m_answers;
    std::optional<int> m_firstWithoutInstant;
};

} // namespace downtimeline
