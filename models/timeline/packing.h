// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace downtimeline {

/// What a mark, span or label takes of a row, in pixels; right is not less than left.
struct Extent
{
    double left = 0;
    double right = 0;

    bool operator==(const Extent &) const = default;
};

/// The sub-row, from 0, of each extent: the lowest one that is free when the extents are taken from left to right, of
/// equal lefts in the order given. Two extents of one row are at least gap pixels apart. -1 where all maxRows rows are
/// taken. Time n log n.
std::vector<int>
packIntoRows(std::span<const Extent> extents, double gap, int maxRows = std::numeric_limits<int>::max());

/// The sub-rows of a lane while things are put into them one after another in any order, such as labels that try one
/// side of their mark and then the other. Each question takes the logarithm of what lies in the row.
class SubRows
{
public:
    /// gap: pixels that stay free between two things of a row.
    explicit SubRows(int rows, double gap = 0);

    int count() const { return static_cast<int>(m_rows.size()); }
    /// row from 0; a row that does not exist is never free.
    bool isFree(int row, Extent extent) const;
    /// The lowest row from first on in which the extent is free.
    std::optional<int> lowestFree(Extent extent, int first = 0) const;
    /// Takes it even where it is not free: a mark stands where its time is.
    void take(int row, Extent extent);

private:
    using Row = std::map<double, double>; // taken stretches, apart from each other: left to right

    std::vector<Row> m_rows;
    double m_gap;
};

} // namespace downtimeline
