// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace downtimeline {

/// The views that were rested at, as a reader of pages knows it: back, forward, and a new view forgets what lay
/// forward.
class ViewHistory
{
public:
    static constexpr std::size_t mostViews = 100; ///< the oldest give way

    void clear();
    /// Makes a view the current one. One whose ends both lie within a hundredth of the current one's length of it is
    /// the same to the eye and changes nothing.
    void remember(TimeRange view);

    bool canGoBack() const { return m_current > 0; }
    bool canGoForward() const { return m_current + 1 < m_views.size(); }
    /// The view before the current one, which becomes current; none at the start.
    std::optional<TimeRange> back();
    std::optional<TimeRange> forward();

    std::size_t count() const { return m_views.size(); }

    bool operator==(const ViewHistory &) const = default;

private:
    std::vector<TimeRange> m_views;
    std::size_t m_current = 0;
};

} // namespace downtimeline
