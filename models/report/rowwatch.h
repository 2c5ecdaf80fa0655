// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>

namespace downtimeline {

/// Told how many rows of how many are written; false ends the writing there. Empty: to the end.
using GoOn = std::function<bool(std::int64_t done, std::int64_t total)>;

/// Counts the rows of one table and asks, every few of them, whether to go on.
class RowWatch
{
public:
    static constexpr std::int64_t asksEvery = 256;

    /// goOn is not owned.
    RowWatch(const GoOn &goOn, std::size_t total) : m_goOn(goOn), m_total(static_cast<std::int64_t>(total)) {}

    /// After each row; false: the rows behind it are no longer wanted.
    bool next()
    {
        ++m_done;
        return !m_goOn || m_done % asksEvery != 0 || m_goOn(m_done, m_total);
    }

private:
    const GoOn &m_goOn;
    std::int64_t m_total;
    std::int64_t m_done = 0;
};

} // namespace downtimeline
