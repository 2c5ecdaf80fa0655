// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/baseline.h"

#include <algorithm>
#include <span>

namespace downtimeline {

/// What samples stand for: each speaks until the next one, but no longer than three usual steps. What lies beyond is a
/// gap.
class StepCurve
{
public:
    /// step: the usual one of the whole series, where the samples are only a part of it.
    explicit StepCurve(std::span<const Sample> samples) : StepCurve(samples, usualStep(samples)) {}
    StepCurve(std::span<const Sample> samples, Duration step) : m_samples(samples), m_longest(step * 3) {}

    /// Calls visitPiece(value, length) for each stretch of one value within a range, in order.
    template<typename Visit>
    void visit(TimeRange range, Visit visitPiece) const
    {
        for (std::size_t i = 0; i < m_samples.size(); ++i) {
            const Instant at = m_samples[i].at;
            const Instant speaksUntil = i + 1 < m_samples.size() ? std::min(m_samples[i + 1].at, at + m_longest) : at;
            const Instant from = std::max(at, range.start);
            const Instant until = std::min(speaksUntil, range.end);
            if (until > from)
                visitPiece(m_samples[i].value, until - from);
        }
    }

private:
    std::span<const Sample> m_samples;
    Duration m_longest;
};

} // namespace downtimeline
