// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/spanindex.h"

#include <algorithm>
#include <utility>

namespace downtimeline {
namespace {

constexpr std::size_t fan = 16; // children of a node

} // namespace

SpanIndex::SpanIndex(std::vector<Span> spans) : m_spans(std::move(spans))
{
    std::vector<Node> nodes;
    nodes.reserve(m_spans.size());
    for (const Span &span : m_spans)
        nodes.push_back({span.range.end, span.range.length()});
    while (nodes.size() > 1) {
        std::vector<Node> above;
        above.reserve((nodes.size() + fan - 1) / fan);
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            if (i % fan == 0)
                above.push_back(nodes[i]);
            above.back().latestEnd = std::max(above.back().latestEnd, nodes[i].latestEnd);
            above.back().longest = std::max(above.back().longest, nodes[i].longest);
        }
        m_levels.push_back(std::exchange(nodes, std::move(above)));
    }
    if (!nodes.empty())
        m_levels.push_back(std::move(nodes));
}

/// Up over nodes that hold none, down into one that may.
std::size_t SpanIndex::next(std::size_t place, Duration least, Instant end) const
{
    std::size_t level = 0;
    while (level < m_levels.size() && place < m_levels[level].size()) {
        if (!m_levels[level][place].mayHold(least, end)) {
            ++place;
            for (; place % fan == 0 && level + 1 < m_levels.size(); ++level)
                place /= fan;
        } else if (level == 0) {
            return place;
        } else {
            place *= fan;
            --level;
        }
    }
    return m_spans.size();
}

std::size_t SpanIndex::from(Instant start) const
{
    const auto found = std::ranges::lower_bound(m_spans, start, {}, [](const Span &span) { return span.range.start; });
    return static_cast<std::size_t>(found - m_spans.begin());
}

} // namespace downtimeline
