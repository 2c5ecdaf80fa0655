// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/packing.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <numeric>
#include <queue>
#include <utility>

namespace downtimeline {
namespace {

template<typename T>
using SmallestFirst = std::priority_queue<T, std::vector<T>, std::greater<>>;

} // namespace

std::vector<int> packIntoRows(std::span<const Extent> extents, double gap, int maxRows)
{
    std::vector<std::size_t> order(extents.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return extents[i].left; });

    std::vector<int> rows(extents.size(), -1);
    SmallestFirst<std::pair<double, int>> busy; // where a row becomes free, and the row
    SmallestFirst<int> free;
    int opened = 0;
    for (const std::size_t i : order) {
        while (!busy.empty() && busy.top().first <= extents[i].left) {
            free.push(busy.top().second);
            busy.pop();
        }
        if (free.empty() && opened >= maxRows)
            continue;
        if (free.empty())
            free.push(opened++);
        rows[i] = free.top();
        free.pop();
        busy.emplace(extents[i].right + gap, rows[i]);
    }
    return rows;
}

SubRows::SubRows(int rows, double gap) : m_rows(static_cast<std::size_t>(std::max(rows, 0))), m_gap(gap) {}

bool SubRows::isFree(int row, Extent extent) const
{
    if (row < 0 || row >= count())
        return false;
    const Row &taken = m_rows[static_cast<std::size_t>(row)];
    // Of the stretches that begin before the extent's end only the last one can reach into it.
    const auto after = taken.lower_bound(extent.right + m_gap);
    return after == taken.begin() || std::prev(after)->second + m_gap <= extent.left;
}

std::optional<int> SubRows::lowestFree(Extent extent, int first) const
{
    for (int row = std::max(first, 0); row < count(); ++row)
        if (isFree(row, extent))
            return row;
    return {};
}

void SubRows::take(int row, Extent extent)
{
    if (row < 0 || row >= count())
        return;
    Row &taken = m_rows[static_cast<std::size_t>(row)];
    auto at = taken.upper_bound(extent.right);
    while (at != taken.begin() && std::prev(at)->second >= extent.left) {
        const auto overlapping = std::prev(at);
        extent.left = std::min(extent.left, overlapping->first);
        extent.right = std::max(extent.right, overlapping->second);
        at = taken.erase(overlapping);
    }
    taken.emplace(extent.left, extent.right);
}

} // namespace downtimeline
