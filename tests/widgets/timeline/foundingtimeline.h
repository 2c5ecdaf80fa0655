// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/viewstate.h"
#include "widgets/paint/textface.h"
#include "widgets/timeline/eventdetails.h"
#include "widgets/timeline/timelinecontent.h"

#include <algorithm>
#include <map>

namespace downtimeline {

/// That many minutes after 16 January 2024, 10:00 at +01:00.
inline Instant minute(int minutes)
{
    using namespace std::chrono;
    return sys_days{year{2024} / 1 / 16} + hours(9) + std::chrono::minutes(minutes);
}

inline DisplayZone gmt1()
{
    return {std::chrono::hours(1), QStringLiteral("GMT+1")};
}

/// The eight events of the founding document, as lines 13 to 20 tell them; ids 1 to 8.
struct FoundingTimeline
{
    FoundingTimeline()
    {
        add(EventKind::Deploy, -15, "Upgrades implementation begins", EventEntry::Begins);
        add(EventKind::Outage, 0, "Server Outage begins", EventEntry::Begins);
        add(EventKind::Alert, 0, "Pagers alerted on-call team");
        add(EventKind::Acknowledgement, 10, "On-call team acknowledgement");
        add(EventKind::Rollback, 15, "Rollback initiation begins", EventEntry::Begins);
        add(EventKind::Rollback, 20, "Successful rollback", EventEntry::Completes);
        add(EventKind::Restart, 20, "Server restart initiated", EventEntry::Begins);
        add(EventKind::Recovery, 22, "100% of traffic back online", EventEntry::Completes);
    }

    EventEntry &add(EventKind kind, int at, const char *title, unsigned flags = 0)
    {
        const EventId id(static_cast<std::int64_t>(events.size()) + 1);
        titles[id] = QString::fromUtf8(title);
        events.push_back({id, minute(at), minute(at), kind, laneOf(kind), static_cast<std::uint16_t>(flags)});
        return events.back();
    }

    TimelineContent content() const
    {
        EventIndex index = events;
        std::ranges::sort(index, {}, [](const EventEntry &entry) { return std::pair(entry.at, entry.id); });
        const std::vector<DerivedEnd> ends = deriveEnds(index);
        ResponseAnalysis analysis = analyseResponse(index);
        return {std::move(index), ends, std::move(analysis)};
    }

    TimelineTexts texts() const
    {
        return {
            .title =
                [all = titles](EventId id) {
                    const auto found = all.find(id);
                    return found == all.end() ? QString() : found->second;
                },
            .source = [](EventId id) { return QStringLiteral("0x19-postmortem.txt, line %1").arg(id.row() + 12); }};
    }

    static TimeRange range() { return {minute(-20), minute(36)}; }

    EventIndex events;
    std::map<EventId, QString> titles;
};

/// Six pixels a character, seven in bold faces: goldens do not depend on fonts.
class FixedTextMeasure : public TextMeasure
{
public:
    double width(const QString &text, TextFace face) const override
    {
        const bool bold = face == TextFace::EventTime || face == TextFace::Phase || face == TextFace::Count;
        return static_cast<double>(text.size()) * (bold ? 7 : 6);
    }
};

} // namespace downtimeline
