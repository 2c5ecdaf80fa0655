// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/curve.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace downtimeline {

namespace {

constexpr int gapFactor = 3;
constexpr std::size_t blockSize = 64;
/// A line of more pieces than this is drawn as columns: a QLineSeries for each piece would cost more.
constexpr int mostPieces = 24;
/// Up to so many samples a pixel column a smooth line says more than columns do, and costs no more.
constexpr std::size_t pointsAColumn = 3;
constexpr std::size_t mostPoints = 6000;

class SampleCurve
{
public:
    explicit SampleCurve(std::vector<Sample> samples) : m_samples(std::move(samples))
    {
        std::erase_if(m_samples, [](const Sample &sample) { return !std::isfinite(sample.value); });
        m_gap = usualDistance() * gapFactor;
        for (std::size_t begin = 0; begin < m_samples.size(); begin += blockSize)
            m_blocks.push_back(extremesOf(begin, std::min(begin + blockSize, m_samples.size())));
    }

    const std::vector<Sample> &samples() const { return m_samples; }

    CurvePiece piece(TimeRange visible, int columns) const
    {
        CurvePiece result;
        const std::size_t first = indexAt(visible.start, 0);
        const std::size_t last = indexAt(visible.end, first);
        if (m_samples.empty() || visible.isEmpty() || columns <= 0)
            return result;
        const std::size_t most = std::min(mostPoints, pointsAColumn * static_cast<std::size_t>(columns));
        if (last - first > most || pieces(first, last) > mostPieces)
            result.columns = columnsOf(visible, columns, first, last);
        else
            result.points = pointsOf(first, last);
        return result;
    }

    std::optional<double> valueAt(Instant at) const
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

private:
    Duration usualDistance() const
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

    std::size_t indexAt(Instant at, std::size_t from) const
    {
        const auto begin = m_samples.begin() + static_cast<std::ptrdiff_t>(from);
        const auto found = std::lower_bound(
            begin, m_samples.end(), at, [](const Sample &sample, Instant instant) { return sample.at < instant; });
        return static_cast<std::size_t>(found - m_samples.begin());
    }

    bool isJoined(std::size_t index) const
    {
        return index > 0 && m_samples[index].at - m_samples[index - 1].at <= m_gap;
    }

    int pieces(std::size_t first, std::size_t last) const
    {
        int count = 0;
        for (std::size_t i = first; i < last; ++i)
            count += isJoined(i) ? 0 : 1;
        return count;
    }

    struct Extremes
    {
        double min = 0;
        double max = 0;

        void add(const Extremes &other)
        {
            min = std::min(min, other.min);
            max = std::max(max, other.max);
        }
    };

    Extremes extremesOf(std::size_t begin, std::size_t end) const
    {
        Extremes extremes{m_samples[begin].value, m_samples[begin].value};
        for (std::size_t i = begin + 1; i < end; ++i)
            extremes.add({m_samples[i].value, m_samples[i].value});
        return extremes;
    }

    /// Whole blocks by their known extremes, so that ten million samples are drawn within a frame.
    Extremes extremesBetween(std::size_t begin, std::size_t end) const
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

    std::vector<CurvePoint> pointsOf(std::size_t first, std::size_t last) const
    {
        const std::size_t from = first > 0 ? first - 1 : 0;
        const std::size_t to = std::min(last + 1, m_samples.size());
        std::vector<CurvePoint> points;
        points.reserve(to - from);
        for (std::size_t i = from; i < to; ++i)
            points.push_back({m_samples[i].at, m_samples[i].value, i > from && isJoined(i)});
        return points;
    }

    std::vector<Column> columnsOf(TimeRange visible, int columns, std::size_t first, std::size_t last) const
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

    std::vector<Sample> m_samples;
    std::vector<Extremes> m_blocks; ///< one for each blockSize samples
    Duration m_gap{0};
};

} // namespace

CurveSource curveOf(std::vector<Sample> samples)
{
    const auto curve = std::make_shared<const SampleCurve>(std::move(samples));
    CurveSource source;
    source.piece = [curve](TimeRange visible, int columns) { return curve->piece(visible, columns); };
    source.valueAt = [curve](Instant at) { return curve->valueAt(at); };
    if (!curve->samples().empty()) {
        const auto [lowest, highest] = std::ranges::minmax(curve->samples(), {}, &Sample::value);
        source.lowest = lowest.value;
        source.highest = highest.value;
    }
    return source;
}

CurveSource scaledCurve(CurveSource source, double factor)
{
    CurveSource result;
    result.lowest = source.lowest * factor;
    result.highest = source.highest * factor;
    result.piece = [piece = std::move(source.piece), factor](TimeRange visible, int columns) {
        CurvePiece scaled = piece(visible, columns);
        for (CurvePoint &point : scaled.points)
            point.value *= factor;
        for (Column &column : scaled.columns) {
            column.first *= factor;
            column.min *= factor;
            column.max *= factor;
            column.last *= factor;
        }
        return scaled;
    };
    result.valueAt = [valueAt = std::move(source.valueAt), factor](Instant at) {
        const std::optional<double> value = valueAt(at);
        return value ? std::optional(*value * factor) : std::nullopt;
    };
    return result;
}

} // namespace downtimeline
