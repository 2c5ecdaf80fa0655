// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/laneitems.h"

#include "widgets/paint/textface.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <set>

namespace downtimeline {

namespace {

using Index = TimelineContent::Index;

constexpr std::size_t mostLookedAt = 64; // a group of more marks is counted, not looked at one by one

/// Puts a lane's things into rows from left to right. Where every row is taken up to some place, all that begins before
/// it is folded at once: the work follows the rows' width, not the events.
class LaneSweep
{
public:
    LaneSweep(const LaneContext &context, std::size_t lane, int mostRows)
        : m_context(context), m_number(lane), m_lane(context.content.lane(lane)), m_visible(context.scale.visible()),
          m_least(context.scale.length(context.metrics.leastBar) - Duration(1)), // it was rounded
          m_rows(static_cast<std::size_t>(mostRows)), m_ends(m_rows.size(), -std::numeric_limits<double>::infinity())
    {}

    std::vector<std::vector<LaneItem>> rows();

private:
    /// Events that were counted without a look at each.
    struct Skipped
    {
        Index first;
        Index after; ///< the first one that is not among them
    };

    void formGroup();
    void place(const LaneMark &mark);
    void skipCrowd(LaneItem &neighbour, double end);
    void fold(const LaneMark &mark, LaneItem &neighbour);
    void seekBar(std::size_t place);
    LaneMark takeBar();
    std::size_t reach(double right) const;
    std::size_t toldIn(std::size_t first, std::size_t last) const;
    int passingIn(std::size_t first, std::size_t last, std::size_t most) const;
    bool isBar(const TimeRange &extent) const;
    bool isTold(Index index) const;
    bool wasSkipped(Index index) const;
    LaneMark barOf(const SpanIndex::Span &bar);
    LaneMark markOf(Index index) const;

    Instant at(std::size_t mark) const { return m_lane.instants[mark]; }
    double x(Instant instant) const { return m_context.scale.x(instant); }
    bool hasBar() const { return m_bar < m_lane.bars.size(); }
    bool hasBarBefore(Index mark) const { return hasBar() && m_lane.bars[m_bar].key < mark; }
    bool hasMarks() const { return m_next < m_last; }

    const LaneContext &m_context;
    std::size_t m_number;
    const TimelineContent::LaneEvents &m_lane;
    TimeRange m_visible;
    Duration m_least; ///< of a bar
    std::vector<std::vector<LaneItem>> m_rows;
    std::vector<double> m_ends;    ///< of each row
    std::size_t m_next = 0;        ///< the first mark that is in no group yet
    std::size_t m_last = 0;        ///< the first mark after what is visible
    std::size_t m_bar = 0;         ///< the first bar that has no place yet
    std::vector<LaneMark> m_group; ///< the next marks, near each other
    std::set<Index> m_endsOfBars;  ///< events whose mark belongs to a bar
    std::vector<Skipped> m_skipped;
};

std::vector<std::vector<LaneItem>> LaneSweep::rows()
{
    const auto &all = m_lane.instants;
    m_next = static_cast<std::size_t>(std::ranges::lower_bound(all, m_visible.start) - all.begin());
    m_last = static_cast<std::size_t>(std::ranges::upper_bound(all, m_visible.end) - all.begin());
    seekBar(0);
    while (hasBar() || hasMarks() || !m_group.empty()) {
        if (m_group.empty() && hasMarks() && !hasBarBefore(m_lane.marks[m_next])) {
            formGroup();
            continue;
        }
        const double bar = hasBar() ? std::max(x(m_lane.bars[m_bar].range.start), m_context.scale.left())
                                    : std::numeric_limits<double>::infinity();
        if (!m_group.empty() && m_group.front().x0 < bar) {
            const LaneMark mark = m_group.front();
            m_group.erase(m_group.begin());
            place(mark);
        } else {
            place(takeBar());
        }
    }
    return std::move(m_rows);
}

/// Takes marks that would overlap; as many as there are rows stay by themselves.
void LaneSweep::formGroup()
{
    const std::size_t first = m_next;
    m_next = std::max(reach(x(at(first)) + 2 * LaneMark{}.markHalf), first + 1);
    std::vector<Index> free;
    std::size_t count = m_next - first;
    if (count <= mostLookedAt) {
        std::copy_if(
            m_lane.marks.begin() + static_cast<std::ptrdiff_t>(first),
            m_lane.marks.begin() + static_cast<std::ptrdiff_t>(m_next), std::back_inserter(free),
            [this](Index index) { return !isTold(index); });
        count = free.size();
        if (count <= m_rows.size()) {
            std::ranges::transform(free, std::back_inserter(m_group), [this](Index index) { return markOf(index); });
            return;
        }
    } else {
        count -= toldIn(first, m_next);
        if (count == 0)
            return;
        free = {m_lane.marks[first], m_lane.marks[m_next - 1]};
    }
    LaneMark folded = markOf(free.front());
    folded.count = static_cast<int>(std::min<std::size_t>(count, std::numeric_limits<int>::max()));
    folded.passing = passingIn(first, m_next, count);
    folded.range.end = m_context.content.event(free.back()).at;
    folded.x0 = folded.x1 = (folded.x0 + x(folded.range.end)) / 2;
    m_group.push_back(folded);
}

void LaneSweep::place(const LaneMark &mark)
{
    const auto free = std::ranges::find_if(m_ends, [left = mark.left()](double end) { return end <= left; });
    if (free != m_ends.end()) {
        const auto row = static_cast<std::size_t>(free - m_ends.begin());
        m_rows[row].push_back({mark, {}, static_cast<int>(row), {}});
        *free = mark.right();
        return;
    }
    const auto nearest = std::ranges::min_element(m_ends);
    LaneItem &neighbour = m_rows[static_cast<std::size_t>(nearest - m_ends.begin())].back();
    fold(mark, neighbour);
    skipCrowd(neighbour, *nearest);
}

/// Folds what cannot have a row either: all that begins before the first of them ends.
void LaneSweep::skipCrowd(LaneItem &neighbour, double end)
{
    const double right = end + LaneMark{}.markHalf;
    const std::size_t first = m_next;
    while (hasBar() && (first == m_last || hasBarBefore(m_lane.marks[first])) &&
           x(m_lane.bars[m_bar].range.start) < right)
        fold(takeBar(), neighbour);
    const std::size_t last = hasMarks() ? reach(right) : m_next;
    if (last == first)
        return;
    const Index after = m_lane.marks[last - 1] + 1;
    const auto ends = std::distance(m_endsOfBars.lower_bound(m_lane.marks[first]), m_endsOfBars.lower_bound(after));
    const std::size_t count = last - first - static_cast<std::size_t>(ends);
    neighbour.count += static_cast<int>(count);
    neighbour.passing += passingIn(first, last, count);
    neighbour.range.end = std::max(neighbour.range.end, at(last - 1));
    m_next = last;
    m_skipped.push_back({m_lane.marks[first], after});
    if (hasBar() && m_lane.bars[m_bar].key < after)
        seekBar(m_lane.bars.from(at(last - 1) + Duration(1)));
}

void LaneSweep::fold(const LaneMark &mark, LaneItem &neighbour)
{
    neighbour.count += mark.count + (mark.endMark ? 1 : 0);
    neighbour.passing += mark.passing;
    neighbour.range.start = std::min(neighbour.range.start, mark.range.start);
    neighbour.range.end = std::max(neighbour.range.end, mark.range.end);
}

/// The first mark from m_next on that is not left of there. Gallops: far fewer steps than events where a million lie in
/// one pixel.
std::size_t LaneSweep::reach(double right) const
{
    const Instant bound = m_context.scale.instant(right);
    const auto from = m_lane.instants.begin() + static_cast<std::ptrdiff_t>(m_next);
    const auto left = static_cast<std::ptrdiff_t>(m_last - m_next);
    std::ptrdiff_t step = 1;
    while (step < left && from[step] < bound)
        step *= 2;
    return static_cast<std::size_t>(
        std::lower_bound(from + step / 2, from + std::min(step, left), bound) - m_lane.instants.begin());
}

/// Goes to the first bar from that place on that is visible and long enough.
void LaneSweep::seekBar(std::size_t place)
{
    const SpanIndex &bars = m_lane.bars;
    for (m_bar = bars.next(place, m_least, m_visible.start); hasBar() && bars[m_bar].range.start < m_visible.end;
         m_bar = bars.next(m_bar + 1, m_least, m_visible.start))
        if (bars[m_bar].range.overlaps(m_visible) && isBar(bars[m_bar].range))
            return;
    m_bar = bars.size();
}

LaneMark LaneSweep::takeBar()
{
    const LaneMark bar = barOf(m_lane.bars[m_bar]);
    seekBar(m_bar + 1);
    return bar;
}

/// How many of those marks are shown as bars or as the ends of bars, whether these have a place already or not yet.
std::size_t LaneSweep::toldIn(std::size_t first, std::size_t last) const
{
    const SpanIndex &bars = m_lane.bars;
    const Index begin = m_lane.marks[first];
    const Index end = m_lane.marks[last - 1] + 1;
    std::set<Index> told(m_endsOfBars.lower_bound(begin), m_endsOfBars.lower_bound(end));
    for (std::size_t bar = m_bar; bar < bars.size() && bars[bar].key < end;
         bar = bars.next(bar + 1, m_least, m_visible.start)) {
        if (!isBar(bars[bar].range))
            continue;
        told.insert(bars[bar].key);
        if (const std::optional<Index> mark = m_context.content.endMark(bars[bar].key))
            told.insert(*mark);
    }
    return static_cast<std::size_t>(std::distance(told.lower_bound(begin), told.lower_bound(end)));
}

/// Of those marks, at most so many.
int LaneSweep::passingIn(std::size_t first, std::size_t last, std::size_t most) const
{
    const std::size_t passing =
        m_context.content.passingIn(m_number, static_cast<std::ptrdiff_t>(first), static_cast<std::ptrdiff_t>(last));
    return static_cast<int>(std::min<std::size_t>({passing, most, std::numeric_limits<int>::max()}));
}

bool LaneSweep::isBar(const TimeRange &extent) const
{
    return x(extent.end) - x(extent.start) >= m_context.metrics.leastBar;
}

/// As a bar, as the end of one, or as the end of one that is too short for a bar: one mark stands for both then, if
/// both are of one kind.
bool LaneSweep::isTold(Index index) const
{
    const EventEntry &event = m_context.content.event(index);
    const TimeRange extent = extentOf(event);
    if (m_endsOfBars.contains(index) || (!extent.isEmpty() && isBar(extent)))
        return true;
    const std::optional<Index> begun = m_context.content.begunBy(index);
    if (!begun)
        return false;
    const TimeRange whole = extentOf(m_context.content.event(*begun));
    if (whole.isEmpty() || !whole.overlaps(m_visible) || wasSkipped(*begun))
        return false;
    return isBar(whole) || m_context.content.event(*begun).kind == event.kind;
}

/// Counted among a crowd, so that no bar of it tells of its end.
bool LaneSweep::wasSkipped(Index index) const
{
    const auto crowd = std::ranges::upper_bound(m_skipped, index, {}, &Skipped::after);
    return crowd != m_skipped.end() && crowd->first <= index;
}

LaneMark LaneSweep::barOf(const SpanIndex::Span &bar)
{
    const TimeScale &scale = m_context.scale;
    const double from = x(bar.range.start);
    const double to = x(bar.range.end);
    const EventEntry &entry = m_context.content.event(bar.key);
    LaneMark mark{.event = bar.key, .range = {entry.at, entry.at}, .isBar = true};
    mark.passing = m_context.content.passes(bar.key) ? 1 : 0;
    mark.x0 = std::max(from, scale.left());
    mark.x1 = std::min(to, scale.right());
    mark.cutLeft = from < scale.left();
    mark.cutRight = to > scale.right();
    mark.vague = entry.has(EventEntry::Approximate) || !entry.isSpan();
    const std::optional<Index> end = m_context.content.endMark(bar.key);
    if (end && m_endsOfBars.insert(*end).second && !mark.cutRight)
        mark.endMark = end;
    return mark;
}

LaneMark LaneSweep::markOf(Index index) const
{
    const EventEntry &entry = m_context.content.event(index);
    LaneMark mark{.event = index, .passing = m_context.content.passes(index) ? 1 : 0, .range = {entry.at, entry.at}};
    mark.x0 = mark.x1 = x(entry.at);
    mark.vague = entry.has(EventEntry::Approximate) || (!entry.isSpan() && !extentOf(entry).isEmpty());
    if (mark.vague)
        mark.markHalf = m_context.metrics.hazeHalf;
    return mark;
}

/// Writes how many events a folded mark stands for, and makes it as wide as that needs, inside the plot and its air.
void writeCount(LaneItem &item, const LaneContext &context)
{
    if (item.count == 1)
        return;
    item.countText = QString::number(item.count);
    item.markHalf = std::max(LaneMark{}.markHalf, context.measure.width(item.countText, TextFace::Count) / 2 + 4);
    if (item.isBar)
        return;
    const double air = plot::rightGutter;
    const double right = std::min(item.x0, context.scale.right() + air - item.markHalf);
    item.x0 = item.x1 = std::max(right, context.scale.left() - air + item.markHalf);
}

/// One mark, or the bar if one is a bar, for the events of both.
LaneItem folded(const LaneItem &first, const LaneItem &second)
{
    const bool keepsSecond = second.isBar && !first.isBar;
    LaneItem both = keepsSecond ? second : first;
    const bool losesEnd = (keepsSecond ? first : second).endMark.has_value();
    both.count = first.count + second.count + (losesEnd ? 1 : 0);
    both.passing = first.passing + second.passing;
    both.range = {std::min(first.range.start, second.range.start), std::max(first.range.end, second.range.end)};
    if (!both.isBar)
        both.x0 = both.x1 = (first.x0 + second.x0) / 2;
    return both;
}

/// A row with a count in every folded mark: one that has no room for its count takes its neighbour in.
std::vector<LaneItem> withCounts(std::vector<LaneItem> row, const LaneContext &context)
{
    std::vector<LaneItem> done;
    done.reserve(row.size());
    for (LaneItem &item : row) {
        done.push_back(std::move(item));
        writeCount(done.back(), context);
        while (done.size() > 1) {
            const LaneItem &before = done[done.size() - 2];
            const LaneItem &last = done.back();
            if (before.right() <= last.left() || (before.count == 1 && last.count == 1))
                break;
            LaneItem both = folded(before, last);
            writeCount(both, context);
            done.pop_back();
            done.back() = std::move(both);
        }
    }
    return done;
}

} // namespace

double LaneMark::right() const
{
    if (!isBar)
        return x1 + markHalf;
    return std::max(x1 + (endMark ? markHalf : cutRight ? 0.0 : 2.0), x0 + markHalf);
}

std::vector<LaneItem> placedItems(const LaneContext &context, std::size_t lane, int mostRows)
{
    std::vector<std::vector<LaneItem>> rows = LaneSweep(context, lane, mostRows).rows();
    std::vector<LaneItem> counted;
    for (std::vector<LaneItem> &row : rows)
        std::ranges::move(withCounts(std::move(row), context), std::back_inserter(counted));
    if (rows.size() > 1)
        std::ranges::stable_sort(counted, {}, &LaneItem::left);
    return counted;
}

} // namespace downtimeline
