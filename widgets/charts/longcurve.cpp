// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/longcurve.h"

#include "widgets/charts/samplecurve.h"

#include <algorithm>
#include <limits>
#include <memory>

namespace downtimeline {

namespace {

constexpr int gapFactor = 3;
constexpr std::size_t mergedInNext = 8;
constexpr std::size_t fewestInLevel = 1024;
constexpr double groupsAColumn = 2; ///< at least so many narrow a group to half a column
constexpr double samplesAColumn = 128;
constexpr std::int64_t nearSamples = 2048; ///< either side of an instant whose value is asked

using Groups = std::vector<SampleGroup>;

Duration usualStep(const Groups &groups)
{
    std::vector<Duration> steps;
    steps.reserve(groups.size());
    for (const SampleGroup &group : groups)
        if (group.count > 1)
            steps.push_back((group.lastAt - group.firstAt) / (group.count - 1));
    if (steps.empty())
        return Duration::max() / gapFactor;
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
    std::ranges::nth_element(steps, middle);
    return std::clamp(*middle, Duration(1), Duration::max() / gapFactor);
}

/// Puts groups into the columns of a range. They have to come in order of time.
class GroupColumns
{
public:
    GroupColumns(TimeRange visible, int columns)
        : m_visible(visible), m_last(columns - 1),
          m_share(static_cast<double>(columns) / static_cast<double>(visible.length().count()))
    {
        m_columns.reserve(static_cast<std::size_t>(columns));
    }

    void add(const SampleGroup &group, bool joined)
    {
        const int to = indexOf(group.lastAt);
        for (int index = indexOf(group.firstAt); index <= to; ++index) {
            if (m_columns.empty() || m_columns.back().index != index) {
                m_columns.push_back({index, group.first, group.minimum, group.maximum, group.last, joined});
            } else {
                Column &column = m_columns.back();
                column.min = std::min(column.min, group.minimum);
                column.max = std::max(column.max, group.maximum);
                column.last = group.last;
            }
            joined = true;
        }
    }

    int indexOf(Instant at) const
    {
        const double index = static_cast<double>((at - m_visible.start).count()) * m_share;
        return static_cast<int>(std::clamp(index, 0.0, static_cast<double>(m_last)));
    }

    std::vector<Column> take() { return std::move(m_columns); }

private:
    TimeRange m_visible;
    int m_last;
    double m_share;
    std::vector<Column> m_columns;
};

/// The samples of one stretch that were read.
struct Detail
{
    TimeRange range;
    SampleCurve curve;
};

class LongCurve
{
public:
    explicit LongCurve(LongSeries series) : m_samples(std::move(series.samples))
    {
        m_levels.push_back(std::move(series.groups));
        m_gap = usualStep(groups()) * gapFactor;
        for (const SampleGroup &group : groups())
            m_count += group.count;
        for (bool isWorthwhile = true; isWorthwhile && m_levels.back().size() > fewestInLevel;) {
            Groups coarse = merged(m_levels.back());
            isWorthwhile = coarse.size() * 2 < m_levels.back().size(); // gaps may keep everything apart
            if (isWorthwhile)
                m_levels.push_back(std::move(coarse));
        }
    }

    const Groups &groups() const { return m_levels.front(); }

    TimeRange extent() const
    {
        return groups().empty() ? TimeRange{} : TimeRange{groups().front().firstAt, groups().back().lastAt};
    }

    CurvePiece piece(TimeRange visible, int columns) const
    {
        CurvePiece result;
        if (groups().empty() || visible.isEmpty() || columns <= 0)
            return result;
        const bool isFine = wantsSamples(visible, columns);
        if (isFine && m_detail && covers(m_detail->range, visible))
            return m_detail->curve.piece(visible, columns);
        result.columns = columnsOf(visible, columns);
        if (isFine && m_detail)
            result.columns = withDetail(std::move(result.columns), visible, columns);
        return result;
    }

    bool needsReading(TimeRange visible, int columns) const
    {
        if (m_isUnreadable || groups().empty() || visible.isEmpty() || columns <= 0 || !wantsSamples(visible, columns))
            return false;
        return !m_detail || !covers(m_detail->range, widened(visible, 8));
    }

    std::optional<double> roughValueAt(Instant at) const
    {
        const SampleGroup *group = groupAt(at);
        return group ? std::optional(at < group->lastAt ? (group->minimum + group->maximum) / 2 : group->last)
                     : std::nullopt;
    }

    std::optional<double> valueAt(Instant at)
    {
        const SampleGroup *group = groupAt(at);
        if (!group)
            return std::nullopt;
        if (at >= group->lastAt)
            return group->last;
        for (const auto &read : {m_detail, m_near})
            if (read && read->range.contains(at) && read->range.contains(group->firstAt))
                return read->curve.valueAt(at);
        const Duration around = std::min<Duration>(m_gap / gapFactor, std::chrono::hours(24)) * nearSamples;
        const TimeRange range{
            std::min(at - around, group->firstAt), std::max(at + around, group->lastAt) + Duration(1)};
        m_near = std::make_shared<const Detail>(Detail{range, SampleCurve(m_samples(range))});
        return m_near->curve.valueAt(at);
    }

    /// Groups that lie across the level count by the share of it that they are above.
    TimeAbove timeAbove(double level) const
    {
        TimeAbove above;
        for (std::size_t i = 0; i < groups().size(); ++i) {
            const SampleGroup &group = groups()[i];
            if (group.maximum <= level)
                continue;
            const bool joinsNext = i + 1 < groups().size() && isJoined(group, groups()[i + 1]);
            const Duration length = (joinsNext ? groups()[i + 1].firstAt : group.lastAt) - group.firstAt;
            if (group.minimum > level) {
                above.length += length;
                continue;
            }
            above.isAbout = true;
            const double share = (group.maximum - level) / (group.maximum - group.minimum);
            above.length += Duration(static_cast<std::int64_t>(static_cast<double>(length.count()) * share));
        }
        return above;
    }

    TimeRange rangeToRead(TimeRange visible) const { return widened(visible, 2); }
    std::shared_ptr<const Detail> read(TimeRange range) const
    {
        return std::make_shared<const Detail>(Detail{range, SampleCurve(m_samples(range))});
    }

    /// No samples where the groups have some: the file cannot be read. Then the groups have to do.
    void setDetail(std::shared_ptr<const Detail> detail)
    {
        m_isUnreadable = detail->curve.samples().empty() && samplesIn(detail->range) > 0;
        m_detail = m_isUnreadable ? nullptr : std::move(detail);
    }

private:
    bool isJoined(const SampleGroup &before, const SampleGroup &after) const
    {
        return after.firstAt - before.lastAt <= m_gap;
    }

    static bool covers(TimeRange range, TimeRange visible)
    {
        return range.start <= visible.start && visible.end <= range.end;
    }

    /// By a part of its length on either side, but not beyond the series.
    TimeRange widened(TimeRange visible, int part) const
    {
        const Duration more = visible.length() / part;
        const TimeRange all = extent();
        return {
            std::min(std::max(visible.start - more, all.start), visible.start),
            std::max(std::min(visible.end + more, all.end + Duration(1)), visible.end)};
    }

    Groups merged(const Groups &fine) const
    {
        Groups coarse;
        coarse.reserve(fine.size() / mergedInNext + 1);
        std::size_t parts = 0;
        for (std::size_t i = 0; i < fine.size(); ++i) {
            const SampleGroup &group = fine[i];
            if (i == 0 || parts == mergedInNext || !isJoined(fine[i - 1], group)) {
                coarse.push_back(group);
                parts = 1;
                continue;
            }
            SampleGroup &into = coarse.back();
            into.lastAt = group.lastAt;
            into.last = group.last;
            into.minimum = std::min(into.minimum, group.minimum);
            into.maximum = std::max(into.maximum, group.maximum);
            into.count += group.count;
            ++parts;
        }
        return coarse;
    }

    static std::pair<std::size_t, std::size_t> within(const Groups &groups, TimeRange visible)
    {
        const auto first = std::ranges::lower_bound(groups, visible.start, {}, &SampleGroup::lastAt);
        const auto last = std::lower_bound(first, groups.end(), visible.end, [](const SampleGroup &group, Instant end) {
            return group.firstAt < end;
        });
        return {static_cast<std::size_t>(first - groups.begin()), static_cast<std::size_t>(last - groups.begin())};
    }

    double samplesIn(TimeRange visible) const
    {
        const auto [first, last] = within(groups(), visible);
        const double average = static_cast<double>(m_count) / static_cast<double>(groups().size());
        return static_cast<double>(last - first) * average;
    }

    bool wantsSamples(TimeRange visible, int columns) const { return samplesIn(visible) < samplesAColumn * columns; }

    /// The coarsest level whose groups are no longer than half a column.
    const Groups &levelFor(TimeRange visible, int columns) const
    {
        const Groups *level = &m_levels.front();
        for (const Groups &each : m_levels) {
            const auto [first, last] = within(each, visible);
            if (static_cast<double>(last - first) < groupsAColumn * columns)
                break;
            level = &each;
        }
        return *level;
    }

    std::vector<Column> columnsOf(TimeRange visible, int columns) const
    {
        const Groups &level = levelFor(visible, columns);
        const auto [first, last] = within(level, visible);
        GroupColumns result(visible, columns);
        for (std::size_t i = first; i < last; ++i)
            result.add(level[i], i > first && isJoined(level[i - 1], level[i]));
        return result.take();
    }

    /// What was read is better than the groups in the columns that it covers.
    std::vector<Column> withDetail(std::vector<Column> rough, TimeRange visible, int columns) const
    {
        const GroupColumns place(visible, columns);
        const TimeRange &known = m_detail->range;
        if (!known.overlaps(visible))
            return rough;
        const int from = known.start <= visible.start ? 0 : place.indexOf(known.start) + 1;
        const int to = known.end >= visible.end ? columns : place.indexOf(known.end);
        std::vector<Column> fine = m_detail->curve.columns(visible, columns);
        std::erase_if(fine, [=](const Column &column) { return column.index < from || column.index >= to; });
        std::erase_if(rough, [=](const Column &column) { return from <= column.index && column.index < to; });
        std::vector<Column> both;
        both.reserve(rough.size() + fine.size());
        std::ranges::merge(rough, fine, std::back_inserter(both), {}, &Column::index, &Column::index);
        return both;
    }

    /// The group that an instant lies in, or right behind.
    const SampleGroup *groupAt(Instant at) const
    {
        const auto after = std::ranges::upper_bound(groups(), at, {}, &SampleGroup::firstAt);
        if (after == groups().begin())
            return nullptr;
        const SampleGroup &group = *std::prev(after);
        const bool isLast = after == groups().end();
        if (at > group.lastAt && (isLast ? at - group.lastAt > m_gap / gapFactor : !isJoined(group, *after)))
            return nullptr;
        return &group;
    }

    std::function<std::vector<Sample>(TimeRange)> m_samples;
    std::vector<Groups> m_levels; ///< each of about an eighth of the groups of the one before
    Duration m_gap{0};
    std::int64_t m_count = 0;
    bool m_isUnreadable = false;
    std::shared_ptr<const Detail> m_detail; ///< for the plot
    std::shared_ptr<const Detail> m_near;   ///< for single values
};

} // namespace

CurveSource longCurve(LongSeries series)
{
    const auto curve = std::make_shared<LongCurve>(std::move(series));
    CurveSource source;
    source.piece = [curve](TimeRange visible, int columns) { return curve->piece(visible, columns); };
    source.valueAt = [curve](Instant at) { return curve->valueAt(at); };
    source.roughValueAt = [curve](Instant at) { return curve->roughValueAt(at); };
    source.timeAbove = [curve](double level) { return curve->timeAbove(level); };
    source.needsReading = [curve](TimeRange visible, int columns) { return curve->needsReading(visible, columns); };
    source.read = [curve](TimeRange visible, int) -> CurveSource::Apply {
        return [curve, detail = curve->read(curve->rangeToRead(visible))] { curve->setDetail(detail); };
    };
    source.extent = curve->extent();
    source.lowestPositive = std::numeric_limits<double>::infinity();
    if (curve->groups().empty())
        return source;
    source.lowest = curve->groups().front().minimum;
    source.highest = curve->groups().front().maximum;
    for (const SampleGroup &group : curve->groups()) {
        source.lowest = std::min(source.lowest, group.minimum);
        source.highest = std::max(source.highest, group.maximum);
        for (const double value : {group.minimum, group.first, group.last, group.maximum})
            source.lowestPositive = value > 0 ? std::min(source.lowestPositive, value) : source.lowestPositive;
    }
    return source;
}

} // namespace downtimeline
