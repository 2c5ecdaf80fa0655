// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/viewhistory.h"

#include <algorithm>

namespace downtimeline {
namespace {

bool looksAlike(TimeRange one, TimeRange other)
{
    const Duration least = std::min(one.length(), other.length()) / 100;
    return std::chrono::abs(one.start - other.start) <= least && std::chrono::abs(one.end - other.end) <= least;
}

} // namespace

void ViewHistory::clear()
{
    m_views.clear();
    m_current = 0;
}

void ViewHistory::remember(TimeRange view)
{
    if (!m_views.empty() && looksAlike(m_views[m_current], view))
        return;
    if (!m_views.empty())
        m_views.resize(m_current + 1);
    m_views.push_back(view);
    if (m_views.size() > mostViews)
        m_views.erase(m_views.begin());
    m_current = m_views.size() - 1;
}

std::optional<TimeRange> ViewHistory::back()
{
    if (!canGoBack())
        return std::nullopt;
    return m_views[--m_current];
}

std::optional<TimeRange> ViewHistory::forward()
{
    if (!canGoForward())
        return std::nullopt;
    return m_views[++m_current];
}

} // namespace downtimeline
