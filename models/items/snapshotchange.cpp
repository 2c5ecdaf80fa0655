// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/snapshotchange.h"

#include <algorithm>

namespace downtimeline {
namespace {

using What = SnapshotChange::What;

bool sameIds(EventIndex::const_iterator first, EventIndex::const_iterator last, EventIndex::const_iterator other)
{
    return std::equal(first, last, other, [](const EventEntry &a, const EventEntry &b) { return a.id == b.id; });
}

/// Same size, first difference at `from`, last one at `to`: a move shifts everything between by one.
SnapshotChange moveBetween(const EventIndex &before, const EventIndex &after, std::size_t from, std::size_t to)
{
    const auto b = before.begin();
    const auto a = after.begin();
    const auto low = static_cast<std::ptrdiff_t>(from);
    const auto high = static_cast<std::ptrdiff_t>(to);
    if (before[from].id == after[to].id && sameIds(b + low + 1, b + high + 1, a + low))
        return {.what = What::Move, .row = from, .destination = to + 1};
    if (before[to].id == after[from].id && sameIds(b + low, b + high, a + low + 1))
        return {.what = What::Move, .row = to, .destination = from};
    return {};
}

} // namespace

SnapshotChange snapshotChange(const EventIndex &before, const EventIndex &after)
{
    const std::size_t shorter = std::min(before.size(), after.size());
    std::size_t head = 0;
    while (head < shorter && before[head].id == after[head].id)
        ++head;
    std::size_t tail = 0;
    while (tail < shorter - head && before[before.size() - 1 - tail].id == after[after.size() - 1 - tail].id)
        ++tail;
    if (head + tail == before.size() && before.size() == after.size())
        return {.what = What::Rows};
    if (head + tail == before.size() && after.size() == before.size() + 1)
        return {.what = What::Insert, .row = head};
    if (head + tail == after.size() && before.size() == after.size() + 1)
        return {.what = What::Remove, .row = head};
    if (before.size() != after.size())
        return {};
    return moveBetween(before, after, head, before.size() - 1 - tail);
}

} // namespace downtimeline
