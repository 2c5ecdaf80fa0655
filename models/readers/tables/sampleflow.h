// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/series.h"
#include "models/readers/skiptally.h"
#include "models/readers/tables/csvpass.h"

#include <optional>
#include <vector>

namespace downtimeline {

/// Hands the samples of one series on in strictly rising order of time, a few thousand at a time. Of several samples of
/// one instant the last in the file wins.
///
/// Samples that rise are handed on as they come; of a file that was found not to rise they are all kept and sorted.
class SampleFlow
{
public:
    SampleFlow(Series series, bool rises) : m_series(std::move(series)), m_rises(rises) {}

    /// The series is made known to the sink with its first sample.
    Status add(Sample sample, ImportSink &sink);
    /// Hands on what is left and tells what was sorted or left out.
    Status finish(ImportSink &sink, SkipTally &tally);

    const Series &series() const { return m_series; }
    /// Samples that wait.
    std::size_t waiting() const { return m_waiting.size(); }

private:
    Status handOn(std::size_t count, ImportSink &sink);
    void sort();

    Series m_series;
    bool m_rises;
    std::optional<ImportSink::SeriesHandle> m_handle;
    std::vector<Sample> m_waiting;
    std::int64_t m_doubled = 0;
};

} // namespace downtimeline
