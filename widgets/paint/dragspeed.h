// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <deque>

namespace downtimeline {

/// How fast something is dragged, from the last tenth of a second of it.
class DragSpeed
{
public:
    void clear() { m_places.clear(); }

    /// x in logical pixels at a moment of the events' clock, in milliseconds.
    void add(quint64 at, double x)
    {
        m_places.push_back({at, x});
        while (m_places.front().at + watched < at)
            m_places.pop_front();
    }

    /// Logical pixels a second where it was let go then; 0 where it had come to rest before.
    double perSecond(quint64 letGo) const
    {
        if (m_places.size() < 2 || letGo > m_places.back().at + rest || m_places.back().at <= m_places.front().at)
            return 0;
        const auto milliseconds = static_cast<double>(m_places.back().at - m_places.front().at);
        // Two events in one millisecond say nothing of the speed.
        return (m_places.back().x - m_places.front().x) * 1000 / std::max(milliseconds, shortest);
    }

private:
    struct Place
    {
        quint64 at = 0;
        double x = 0;
    };

    static constexpr quint64 watched = 100;
    static constexpr quint64 rest = 60;
    static constexpr double shortest = 8;

    std::deque<Place> m_places;
};

} // namespace downtimeline
