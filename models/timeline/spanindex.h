// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace downtimeline {

/// Spans by which those that can be seen are found without a walk over the others: a tree whose nodes know the latest
/// end and the greatest length below them. Each question takes the logarithm of their number for each answer.
class SpanIndex
{
public:
    struct Span
    {
        TimeRange range;
        std::uint32_t key = 0; ///< the caller's
    };

    SpanIndex() = default;
    /// In order of their starts.
    explicit SpanIndex(std::vector<Span> spans);

    std::size_t size() const { return m_spans.size(); }
    const Span &operator[](std::size_t place) const { return m_spans[place]; }
    /// The first place from `place` on whose span is at least so long and does not end before that instant; size()
    /// where there is none. Places are in order of starts.
    std::size_t next(std::size_t place, Duration least, Instant end) const;
    /// The first place whose span starts then or later.
    std::size_t from(Instant start) const;

private:
    struct Node
    {
        Instant latestEnd;
        Duration longest;

        bool mayHold(Duration least, Instant end) const { return longest >= least && latestEnd >= end; }
    };

    std::vector<Span> m_spans;
    std::vector<std::vector<Node>> m_levels; ///< the first one has a node for each span, the last one a single node
};

} // namespace downtimeline
