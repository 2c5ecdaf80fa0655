// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/importsink.h"
#include "models/readers/skiptally.h"

#include <string>

namespace downtimeline {

/// Tells the sink what is not read: each row up to a bound, then their number, so that a file of nothing but bad rows
/// does not fill the memory.
class SkipTally
{
public:
    static constexpr int mostTold = 10'000;

    explicit SkipTally(ImportSink &sink) : m_sink(sink) {}

    Status add(int line, std::string reason);
    /// Tells of the rows beyond the bound.
    Status finish();
    int count() const { return m_count; }

private:
    ImportSink &m_sink;
    int m_count = 0;
};

} // namespace downtimeline
