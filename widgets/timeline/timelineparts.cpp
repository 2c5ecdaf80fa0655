// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timelineparts.h"

#include "widgets/timeline/timelinelayout.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace downtimeline {

namespace {

constexpr std::size_t mostParts = 400;
constexpr double overlapShare = 0.04; ///< of a part, shown of its neighbours
constexpr double middleShare = 0.25;  ///< of the events before the first and after the last place for a cut
constexpr std::size_t leastEvents = 2;
constexpr std::size_t mostEvents = 300; ///< of a part: no paper has room for more labels

LayoutMetrics paperMetrics()
{
    LayoutMetrics metrics;
    metrics.mostRows = 12;
    metrics.mostLabels = std::numeric_limits<int>::max() / 2;
    metrics.leastTitle = 1e6; // no title is shortened: its label goes to the next sub-row instead
    return metrics;
}

class PartCutter
{
public:
    PartCutter(const TimelineContent &content, const TimelineLook &look, TimeRange whole, const TimelineRoom &room)
        : m_content(content), m_look(look), m_whole(whole), m_room(room)
    {
        m_look.lanes.collapsed.clear(); // a thin lane would tell none of its events
        const std::vector<TimelineLane> &lanes = content.lanes();
        for (TimelineContent::Index i = 0; i < content.events().size(); ++i) {
            const EventEntry &entry = content.event(i);
            const bool isShown = !look.lanes.isHidden(lanes[content.laneOf(i)]) && !entry.has(EventEntry::Hidden);
            if (isShown && entry.at >= whole.start && entry.at <= whole.end)
                m_moments.push_back(entry.at);
        }
    }

    std::vector<TimelinePart> cut()
    {
        cutBetween(m_whole);
        join();
        for (TimelinePart &part : m_parts) {
            part.shown = withNeighbours(part.own);
            if (part.shown != part.own)
                part.list = laidOut(part.shown);
        }
        return std::move(m_parts);
    }

private:
    void cutBetween(TimeRange range)
    {
        const std::optional<Instant> place = quietPlace(range);
        const bool isCrowded = eventsIn(range) > mostEvents && place && m_parts.size() < mostParts;
        if (!isCrowded) {
            TimelinePart part{.own = range, .shown = range, .list = laidOut(range)};
            if (!place || m_parts.size() >= mostParts || (fits(part.list) && tellsAll(part.list, m_content))) {
                m_parts.push_back(std::move(part));
                return;
            }
        }
        cutBetween({range.start, *place});
        cutBetween({*place, range.end});
    }

    DisplayList laidOut(TimeRange range) const
    {
        const double width = m_room.size.width() - m_room.gutter - plot::rightGutter;
        const TimeScale scale(range, m_room.gutter, std::max(1.0, width));
        const FontMeasure measure;
        return layoutTimeline(m_content, m_look, scale, m_room.size, paperMetrics(), measure);
    }

    bool fits(const DisplayList &list) const { return list.size.height() <= m_room.size.height(); }

    std::size_t eventsIn(TimeRange range) const
    {
        const auto first = std::ranges::lower_bound(m_moments, range.start);
        return static_cast<std::size_t>(std::ranges::upper_bound(m_moments, range.end) - first);
    }

    /// The middle of the longest pause near the middle of the events.
    std::optional<Instant> quietPlace(TimeRange range) const
    {
        const auto first = std::ranges::lower_bound(m_moments, range.start);
        const auto last = std::ranges::upper_bound(m_moments, range.end);
        const auto count = static_cast<std::size_t>(last - first);
        if (count < leastEvents)
            return std::nullopt;
        const auto margin = static_cast<std::ptrdiff_t>(static_cast<double>(count) * middleShare);
        std::optional<Instant> place = longestPause(first + margin, last - margin);
        return place ? place : longestPause(first, last);
    }

    using Moment = std::vector<Instant>::const_iterator;

    static std::optional<Instant> longestPause(Moment from, Moment to)
    {
        std::optional<Instant> place;
        Duration longest{0};
        for (auto next = from; next != to && next + 1 != to; ++next) {
            const Duration pause = *(next + 1) - *next;
            if (pause <= longest)
                continue;
            longest = pause;
            place = *next + pause / 2;
        }
        return place;
    }

    /// A crowd had the parts around it cut smaller than they need: neighbours that have room together are one part.
    void join()
    {
        std::vector<TimelinePart> joined;
        for (TimelinePart &part : m_parts) {
            if (!joined.empty()) {
                const TimeRange both{joined.back().own.start, part.own.end};
                DisplayList list = eventsIn(both) > mostEvents ? DisplayList() : laidOut(withNeighbours(both));
                if (!list.hits.empty() && fits(list) && tellsAll(list, m_content)) {
                    joined.back() = {.own = both, .shown = both, .list = std::move(list)};
                    continue;
                }
            }
            joined.push_back(std::move(part));
        }
        m_parts = std::move(joined);
    }

    /// With a little of what is before and after it, as far as no event stands in it.
    TimeRange withNeighbours(TimeRange own) const
    {
        TimeRange shown = own;
        const auto most = std::chrono::duration_cast<Duration>(own.length() * overlapShare);
        if (own.start > m_whole.start) {
            const auto after = std::ranges::lower_bound(m_moments, own.start);
            const Duration free = after == m_moments.begin() ? most : own.start - *std::prev(after);
            shown.start = own.start - std::min(most, free / 2);
        }
        if (own.end < m_whole.end) {
            const auto after = std::ranges::lower_bound(m_moments, own.end);
            const Duration free = after == m_moments.end() ? most : *after - own.end;
            shown.end = own.end + std::min(most, free / 2);
        }
        return shown;
    }

    const TimelineContent &m_content;
    TimelineLook m_look;
    TimeRange m_whole;
    TimelineRoom m_room;
    std::vector<Instant> m_moments; ///< of the events, in order
    std::vector<TimelinePart> m_parts;
};

} // namespace

bool tellsAll(const DisplayList &list, const TimelineContent &content)
{
    const auto isFolded = [](const HitArea &hit) { return hit.count > 1; };
    if (std::ranges::any_of(list.hits, isFolded))
        return false;
    std::vector<QRectF> labels;
    for (const PlotLabel &label : list.labels) {
        if (label.ink != Ink::EventText)
            continue;
        if (label.plain.isEmpty() || label.plain.endsWith(QChar(0x2026)))
            return false;
        labels.push_back(label.rect);
    }
    std::set<EventId> marked;
    std::set<EventId> told;
    for (const HitArea &hit : list.hits) {
        const bool isLabel = std::ranges::any_of(labels, [&hit](const QRectF &label) {
            return std::abs(label.left() - hit.rect.left()) < 0.01 && std::abs(label.width() - hit.rect.width()) < 0.01;
        });
        (isLabel ? told : marked).insert(hit.event);
        const std::optional<TimelineContent::Index> index = content.indexOf(hit.event);
        const std::optional<TimelineContent::Index> end = index ? content.endMark(*index) : std::nullopt;
        if (isLabel && end && content.event(*end).kind == content.event(*index).kind)
            told.insert(content.event(*end).id); // one label tells of both
    }
    return std::ranges::includes(told, marked);
}

std::vector<TimelinePart>
timelineParts(const TimelineContent &content, const TimelineLook &look, TimeRange whole, const TimelineRoom &room)
{
    if (whole.isEmpty())
        return {};
    return PartCutter(content, look, whole, room).cut();
}

} // namespace downtimeline
