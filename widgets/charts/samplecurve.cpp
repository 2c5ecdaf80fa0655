// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/samplecurve.h"

#include <algorithm>
#include <cmath>

namespace downtimeline {

namespace {

constexpr int gapFactor = 3;
constexpr std::size_t blockSize = 64;
/// A line of more pieces than this is drawn as columns: a QLineSeries for each piece would cost more.
constexpr int mostPieces = 24;
/// Up to so many samples a pixel column a smooth line says more than columns do.
constexpr std::size_t samplesAColumn = 3;

/// The points of a line so far: of the samples of each bucket the least and the most, in order of time.
class ThinnedLine
{
public:
    explicit ThinnedLine(std::size_t room) { m_points.reserve(room); }

    void begin(bool joined)
    {
        close();
        m_joined = joined;
    }

    void add(const Sample &sample)
    {
        if (!m_lowest || sample.value < m_lowest->value)
            m_lowest = &sample;
        if (!m_highest || sample.value > m_highest->value)
            m_highest = &sample;
    }

    std::vector<CurvePoint> take()
    {
        close();
        return std::move(m_points);
    }

private:
    void close()
    {
        if (!m_lowest)
            return;
        const bool isRising = m_lowest->at <= m_highest->at;
        const Sample &first = isRising ? *m_lowest : *m_highest;
        const Sample &second = isRising ? *m_highest : *m_lowest;
        m_points.push_back({first.at, first.value, m_joined});
        if (&first != &second)
            m_points.push_back({second.at, second.value, true});
        m_lowest = m_highest = nullptr;
    }

    std::vector<CurvePoint> m_points;
    const Sample *m_lowest = nullptr;
    const Sample *m_highest = nullptr;
    bool m_joined = false;
};

} // namespace

void SampleCurve::Extremes::add(const Extremes &other)
{
    min = std::min(min, other.min);
    max = std::max(max, other.max);
}

SampleCurve::SampleCurve(std::vector<Sample> samples) : m_samples(std::move(samples))
{
    std::erase_if(m_samples, [](const Sample &sample) { return !std::isfinite(sample.value); });
    m_gap = usualDistance() * gapFactor;
    for (std::size_t begin = 0; begin < m_samples.size(); begin += blockSize)
        m_blocks.push_back(extremesOf(begin, std::min(begin + blockSize, m_samples.size())));
}

CurvePiece SampleCurve::piece(TimeRange visible, int columns) const
{
    CurvePiece result;
    const std::size_t first = indexAt(visible.start, 0);
    const std::size_t last = indexAt(visible.end, first);
    if (m_samples.empty() || visible.isEmpty() || columns <= 0)
        return result;
    const auto room = static_cast<std::size_t>(columns);
    if (last - first > samplesAColumn * room || pieces(first, last) > mostPieces)
        result.columns = columnsOf(visible, columns, first, last);
    else if (last - first <= room)
        result.points = pointsOf(first, last);
    else
        result = {.points = thinnedPoints(visible, columns, first, last), .columns = {}, .isThinned = true};
    return result;
}

std::vector<Column> SampleCurve::columns(TimeRange visible, int count) const
{
    const std::size_t first = indexAt(visible.start, 0);
    return columnsOf(visible, count, first, indexAt(visible.end, first));
}

std::optional<double> SampleCurve::valueAt(Instant at) const
{
    const auto after = std::ranges::upper_bound(m_samples, at, {}, &Sample::at);
    if (after == m_samples.begin())
        return std::nullopt;
    const Sample &before = *std::prev(after);
    if (before.at != at && after == m_samples.end() && at - before.at > m_gap / gapFactor)
        return std::nullopt;
    if (before.at != at && after != m_samples.end() && after->at - before.at > m_gap)
        return std::nullopt;
    return before.value;
}

Duration SampleCurve::timeAbove(double level) const
{
    Duration above{0};
    for (std::size_t i = 1; i < m_samples.size(); ++i) {
        if (m_samples[i - 1].value > level && isJoined(i))
            above += m_samples[i].at - m_samples[i - 1].at;
    }
    return above;
}

Duration SampleCurve::usualDistance() const
{
    if (m_samples.size() < 3)
        return Duration::max() / gapFactor;
    std::vector<Duration> steps;
    steps.reserve(m_samples.size() - 1);
    for (std::size_t i = 1; i < m_samples.size(); ++i)
        steps.push_back(m_samples[i].at - m_samples[i - 1].at);
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
    std::ranges::nth_element(steps, middle);
    return std::clamp(*middle, Duration{1}, Duration::max() / gapFactor);
}

std::size_t SampleCurve::indexAt(Instant at, std::size_t from) const
{
    const auto begin = m_samples.begin() + static_cast<std::ptrdiff_t>(from);
    const auto found = std::lower_bound(
        begin, m_samples.end(), at, [](const Sample &sample, Instant instant) { return sample.at < instant; });
    return static_cast<std::size_t>(found - m_samples.begin());
}

bool SampleCurve::isJoined(std::size_t index) const
{
    return index > 0 && m_samples[index].at - m_samples[index - 1].at <= m_gap;
}

int SampleCurve::pieces(std::size_t first, std::size_t last) const
{
    int count = 0;
    for (std::size_t i = first; i < last; ++i)
        count += isJoined(i) ? 0 : 1;
    return count;
}

SampleCurve::Extremes SampleCurve::extremesOf(std::size_t begin, std::size_t end) const
{
    Extremes extremes{m_samples[begin].value, m_samples[begin].value};
    for (std::size_t i = begin + 1; i < end; ++i)
        extremes.add({m_samples[i].value, m_samples[i].value});
    return extremes;
}

/// Whole blocks by their known extremes, so that ten million samples are drawn within a frame.
SampleCurve::Extremes SampleCurve::extremesBetween(std::size_t begin, std::size_t end) const
{
    const std::size_t firstBlock = (begin + blockSize - 1) / blockSize;
    const std::size_t lastBlock = end / blockSize;
    if (firstBlock >= lastBlock)
        return extremesOf(begin, end);
    Extremes extremes = m_blocks[firstBlock];
    for (std::size_t block = firstBlock + 1; block < lastBlock; ++block)
        extremes.add(m_blocks[block]);
    if (begin < firstBlock * blockSize)
        extremes.add(extremesOf(begin, firstBlock * blockSize));
    if (lastBlock * blockSize < end)
        extremes.add(extremesOf(lastBlock * blockSize, end));
    return extremes;
}

std::vector<CurvePoint> SampleCurve::pointsOf(std::size_t first, std::size_t last) const
{
    const std::size_t from = first > 0 ? first - 1 : 0;
    const std::size_t to = std::min(last + 1, m_samples.size());
    std::vector<CurvePoint> points;
    points.reserve(to - from);
    for (std::size_t i = from; i < to; ++i)
        points.push_back({m_samples[i].at, m_samples[i].value, i > from && isJoined(i)});
    return points;
}

/// At most two points for two columns: never more than there are pixels, and every extreme among them.
std::vector<CurvePoint>
SampleCurve::thinnedPoints(TimeRange visible, int columns, std::size_t first, std::size_t last) const
{
    const std::size_t from = first > 0 ? first - 1 : 0;
    const std::size_t to = std::min(last + 1, m_samples.size());
    const double perBucket = static_cast<double>(visible.length().count()) * 2 / columns;
    ThinnedLine line(static_cast<std::size_t>(columns) + 2 * mostPieces);
    std::int64_t bucket = -2;
    for (std::size_t i = from; i < to; ++i) {
        const auto offset = static_cast<double>((m_samples[i].at - visible.start).count());
        const auto own = i < first ? -1 : static_cast<std::int64_t>(offset / perBucket);
        const bool joined = i > from && isJoined(i);
        if (own != bucket || !joined)
            line.begin(joined);
        bucket = own;
        line.add(m_samples[i]);
    }
    return line.take();
}

std::vector<Column> SampleCurve::columnsOf(TimeRange visible, int columns, std::size_t first, std::size_t last) const
{
    std::vector<Column> result;
    const double length = static_cast<double>(visible.length().count());
    std::size_t begin = first;
    for (int index = 0; index < columns && begin < last; ++index) {
        const auto offset = static_cast<std::int64_t>(length * (index + 1) / columns);
        const std::size_t end =
            index + 1 == columns ? last : std::min(last, indexAt(visible.start + Duration{offset}, begin));
        if (end == begin)
            continue;
        Column column{
            index,
            m_samples[begin].value,
            m_samples[begin].value,
            m_samples[begin].value,
            m_samples[end - 1].value,
            begin > first && isJoined(begin)};
        const Extremes extremes = extremesBetween(begin, end);
        column.min = extremes.min;
        column.max = extremes.max;
        result.push_back(column);
        begin = end;
    }
    return result;
}

} // namespace downtimeline
