// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/timeline/layoutmetrics.h"
#include "widgets/timeline/timelinecontent.h"

namespace downtimeline {

/// How events are told on a timeline: in the shown zone, seconds only where a narrow view calls for them, the day where
/// a wide one does.
class EventWords
{
public:
    using Index = TimelineContent::Index;

    EventWords(const TimelineContent &content, const TimelineLook &look, TimeRange visible);

    /// "10:00", "10:00–10:22"; what is not known exactly says so: "~10:45", "14 h", "16 Jan".
    QString timeOf(Index index, bool withEnd) const;
    /// The same after its day, where the events lie on several: "16 Jan, 10:00".
    QString momentOf(Index index) const;
    /// On one line, plain, clipped; empty while it is not known.
    QString titleOf(Index index) const;
    /// " · 22 min" for a span, else empty.
    QString lengthOf(Index index) const;
    /// "10:00–10:05"; of more than a day "16 Jan–18 Jan".
    QString rangeOf(TimeRange range) const;
    /// "12 events", "3 of 12 events" where a filter lets those pass.
    QString countOf(int count, int passing) const;

private:
    QString clock(Instant instant) const;

    const TimelineContent &m_content;
    const TimelineLook &m_look;
    bool m_withSeconds;
    bool m_withDay; ///< a clock alone tells little in a view of days
    DateNeed m_need;
};

} // namespace downtimeline
