// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/series.h"
#include "widgets/charts/curvepiece.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace downtimeline {

/// Samples in memory, as a chart asks for them. A frame costs a search for each pixel column, however many they are.
class SampleCurve
{
public:
    /// In order of time; those that are no number count as gaps.
    explicit SampleCurve(std::vector<Sample> samples);

    const std::vector<Sample> &samples() const { return m_samples; }
    CurvePiece piece(TimeRange visible, int columns) const;
    std::vector<Column> columns(TimeRange visible, int count) const;
    std::optional<double> valueAt(Instant at) const;
    /// A sample speaks until the next one, but not across a gap.
    Duration timeAbove(double level) const;

private:
    struct Extremes
    {
        double min = 0;
        double max = 0;

        void add(const Extremes &other);
    };

    Duration usualDistance() const;
    std::size_t indexAt(Instant at, std::size_t from) const;
    bool isJoined(std::size_t index) const;
    int pieces(std::size_t first, std::size_t last) const;
    Extremes extremesOf(std::size_t begin, std::size_t end) const;
    Extremes extremesBetween(std::size_t begin, std::size_t end) const;
    std::vector<CurvePoint> pointsOf(std::size_t first, std::size_t last) const;
    std::vector<CurvePoint> thinnedPoints(TimeRange visible, int columns, std::size_t first, std::size_t last) const;
    std::vector<Column> columnsOf(TimeRange visible, int columns, std::size_t first, std::size_t last) const;

    std::vector<Sample> m_samples;
    std::vector<Extremes> m_blocks; ///< one for each 64 samples
    Duration m_gap{0};
};

} // namespace downtimeline
