// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/laneitems.h"

#include "widgets/paint/textface.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <unordered_set>

namespace downtimeline {

namespace {

using Index = TimelineContent::Index;

constexpr std::size_t mostLookedAt = 64; // a group of more marks is counted, not looked at one by one

class ItemCollector
{
public:
    ItemCollector(const LaneContext &context, std::size_t lane, int mostRows)
        : m_context(context), m_number(lane), m_lane(context.content.lane(lane)),
          m_mostRows(static_cast<std::size_t>(mostRows))
    {}

    std::vector<LaneItem> collect()
    {
        collectBars();
        collectMarks();
        std::ranges::stable_sort(m_items, {}, &LaneItem::left);
        return std::move(m_items);
    }

private:
    void collectBars();
    void collectMarks();
    void addGroup(std::size_t first, std::size_t last);
    void addBar(Index index, const TimeRange &extent);
    void addMark(Index index);

    double x(Index index) const { return m_context.scale.x(m_context.content.event(index).at); }

    const LaneContext &m_context;
    std::size_t m_number;
    const TimelineContent::LaneEvents &m_lane;
    std::size_t m_mostRows;
    std::vector<LaneItem> m_items;
    std::unordered_set<Index> m_onBars; ///< events whose mark belongs to a bar
};

void ItemCollector::collectBars()
{
    const TimeRange visible = m_context.scale.visible();
    const auto first = std::ranges::upper_bound(m_lane.furthest, visible.start);
    for (auto i = static_cast<std::size_t>(first - m_lane.furthest.begin()); i < m_lane.bars.size(); ++i) {
        const Index index = m_lane.bars[i];
        const TimeRange extent = extentOf(m_context.content.event(index));
        if (extent.start > visible.end)
            break;
        if (extent.overlaps(visible))
            addBar(index, extent);
    }
}

void ItemCollector::addBar(Index index, const TimeRange &extent)
{
    const TimeScale &scale = m_context.scale;
    const double from = scale.x(extent.start);
    const double to = scale.x(extent.end);
    const EventEntry &entry = m_context.content.event(index);
    const std::optional<Index> end = m_context.content.endMark(index);
    if (to - from < m_context.metrics.leastBar) {
        // Too short for a bar: one mark stands for both, if both are of one kind.
        if (end && m_context.content.event(*end).kind == entry.kind)
            m_onBars.insert(*end);
        return;
    }
    LaneItem item{.event = index, .range = {entry.at, entry.at}, .isBar = true};
    item.passing = m_context.content.passes(index) ? 1 : 0;
    item.x0 = std::max(from, scale.left());
    item.x1 = std::min(to, scale.right());
    item.cutLeft = from < scale.left();
    item.cutRight = to > scale.right();
    item.vague = entry.has(EventEntry::Approximate) || !entry.isSpan();
    m_onBars.insert(index);
    if (end && !m_onBars.contains(*end)) {
        m_onBars.insert(*end);
        if (!item.cutRight)
            item.endMark = end;
    }
    m_items.push_back(std::move(item));
}

void ItemCollector::collectMarks()
{
    const TimeRange visible = m_context.scale.visible();
    const auto at = [this](Index index) { return m_context.content.event(index).at; };
    const auto begin = m_lane.marks.begin();
    auto next = std::ranges::lower_bound(m_lane.marks, visible.start, {}, at);
    const double fold = 2 * LaneItem{}.markHalf;
    while (next != m_lane.marks.end() && at(*next) <= visible.end) {
        const double limit = x(*next) + fold;
        const auto isNear = [&](Index index) { return x(index) < limit && at(index) <= visible.end; };
        // Gallop: far fewer steps than events where a million lie in one pixel.
        const auto left = m_lane.marks.end() - next;
        std::ptrdiff_t step = 1;
        while (step < left && isNear(next[step]))
            step *= 2;
        const auto end = std::partition_point(next + step / 2, next + std::min(step, left), isNear);
        const auto last = std::max(end, next + 1);
        addGroup(static_cast<std::size_t>(next - begin), static_cast<std::size_t>(last - begin));
        next = last;
    }
}

void ItemCollector::addGroup(std::size_t first, std::size_t last)
{
    std::vector<Index> free;
    std::size_t count = last - first;
    if (count <= mostLookedAt) {
        for (std::size_t i = first; i < last; ++i)
            if (!m_onBars.contains(m_lane.marks[i]))
                free.push_back(m_lane.marks[i]);
        count = free.size();
        if (count <= m_mostRows) {
            std::ranges::for_each(free, [this](Index index) { addMark(index); });
            return;
        }
    } else {
        free = {m_lane.marks[first], m_lane.marks[last - 1]};
    }
    addMark(free.front());
    LaneItem &folded = m_items.back();
    folded.count = static_cast<int>(std::min<std::size_t>(count, std::numeric_limits<int>::max()));
    folded.passing = static_cast<int>(std::min<std::size_t>(
        m_context.content.passingIn(m_number, static_cast<std::ptrdiff_t>(first), static_cast<std::ptrdiff_t>(last)),
        std::numeric_limits<int>::max()));
    folded.passing = std::min(folded.passing, folded.count);
    folded.range.end = m_context.content.event(free.back()).at;
    folded.x0 = folded.x1 = (folded.x0 + x(free.back())) / 2;
}

void ItemCollector::addMark(Index index)
{
    const EventEntry &entry = m_context.content.event(index);
    LaneItem item{.event = index, .passing = m_context.content.passes(index) ? 1 : 0, .range = {entry.at, entry.at}};
    item.x0 = item.x1 = x(index);
    item.vague = entry.has(EventEntry::Approximate) || !extentOf(entry).isEmpty();
    if (entry.isSpan())
        item.vague = entry.has(EventEntry::Approximate);
    if (item.vague)
        item.markHalf = m_context.metrics.hazeHalf;
    m_items.push_back(std::move(item));
}

/// Writes how many events a folded mark stands for, and makes it as wide as that needs, inside the plot and its air.
void writeCount(LaneItem &item, const LaneContext &context)
{
    if (item.count == 1)
        return;
    item.countText = QString::number(item.count);
    item.markHalf = std::max(LaneItem{}.markHalf, context.measure.width(item.countText, TextFace::Count) / 2 + 4);
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
std::vector<LaneItem> withCounts(const std::vector<LaneItem> &row, const LaneContext &context)
{
    std::vector<LaneItem> done;
    for (const LaneItem &item : row) {
        done.push_back(item);
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

double LaneItem::right() const
{
    if (!isBar)
        return x1 + markHalf;
    return std::max(x1 + (endMark ? markHalf : cutRight ? 0.0 : 2.0), x0 + markHalf);
}

std::vector<LaneItem> placedItems(const LaneContext &context, std::size_t lane, int mostRows)
{
    const std::vector<LaneItem> found = ItemCollector(context, lane, mostRows).collect();
    std::vector<LaneItem> placed;
    placed.reserve(found.size());
    std::vector<std::optional<std::size_t>> lastOfRow(static_cast<std::size_t>(mostRows));
    const auto end = [&](std::size_t row) {
        return lastOfRow[row] ? placed[*lastOfRow[row]].right() : -std::numeric_limits<double>::infinity();
    };
    for (const LaneItem &item : found) {
        std::size_t best = 0;
        std::size_t row = 0;
        for (; row < lastOfRow.size() && end(row) > item.left(); ++row)
            best = end(row) < end(best) ? row : best;
        if (row == lastOfRow.size()) {
            LaneItem &neighbour = placed[*lastOfRow[best]];
            neighbour.count += item.count + (item.endMark ? 1 : 0);
            neighbour.passing += item.passing;
            neighbour.range.start = std::min(neighbour.range.start, item.range.start);
            neighbour.range.end = std::max(neighbour.range.end, item.range.end);
            continue;
        }
        lastOfRow[row] = placed.size();
        placed.push_back(item);
        placed.back().row = static_cast<int>(row);
    }
    std::vector<LaneItem> counted;
    for (int row = 0; row < mostRows; ++row) {
        std::vector<LaneItem> items;
        std::ranges::copy_if(
            placed, std::back_inserter(items), [row](const LaneItem &item) { return item.row == row; });
        std::ranges::move(withCounts(items, context), std::back_inserter(counted));
    }
    std::ranges::stable_sort(counted, {}, &LaneItem::left);
    return counted;
}

} // namespace downtimeline
