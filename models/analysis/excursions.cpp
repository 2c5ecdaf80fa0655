// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/excursions.h"

#include "models/analysis/baseline.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <limits>
#include <numeric>

namespace downtimeline {
namespace {

constexpr Duration usualStretch = std::chrono::hours(24);
constexpr std::size_t fewestInStretch = 64;
constexpr std::size_t mostJudged = 1024;
constexpr std::size_t fewestJudged = 8;
constexpr Duration lasting = std::chrono::seconds(60);
constexpr std::size_t fewestLasting = 3;
constexpr int gapSteps = 3;
constexpr double spreads = 4;
constexpr double madToSpread = 1.4826;
constexpr double meanToSpread = 1.2533;
constexpr double shareInside = 0.98;
constexpr double shareOfMedian = 0.1;

double middleOf(std::vector<double> &values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    if (values.size() % 2 == 1)
        return *middle;
    return std::midpoint(*std::max_element(values.begin(), middle), *middle);
}

/// What is usual: a middle, and how far from it.
struct Usual
{
    double median = 0;
    double limit = 0;
};

Usual usualOf(std::vector<double> values)
{
    Usual usual{.median = middleOf(values), .limit = 0};
    for (double &value : values)
        value = std::abs(value - usual.median);
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
    const double mad = middleOf(values);
    const auto inside =
        std::min(values.size() - 1, static_cast<std::size_t>(shareInside * static_cast<double>(values.size())));
    std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(inside));
    const double spread = mad > 0 ? mad * madToSpread : mean * meanToSpread;
    usual.limit = std::max({spread * spreads, values[inside], std::abs(usual.median) * shareOfMedian});
    return usual;
}

/// The samples that count as usual, oldest first, and what follows from the last stretch of them.
class UsualSamples
{
public:
    explicit UsualSamples(std::size_t stretch) : m_stretch(stretch), m_every(std::max<std::size_t>(1, stretch / 16)) {}

    void add(double value)
    {
        m_values.push_back(value);
        if (m_values.size() > m_stretch)
            m_values.pop_front();
        ++m_sinceJudged;
    }

    const std::optional<Usual> &judged()
    {
        // The first few say little: what is usual is judged again as soon as a quarter more is known.
        const bool isDue = !m_usual || m_sinceJudged >= std::min(m_every, m_values.size() / 4);
        if (isDue && m_sinceJudged > 0 && m_values.size() >= fewestJudged)
            judge();
        return m_usual;
    }

    void judge()
    {
        const std::size_t count = std::min(m_values.size(), mostJudged);
        std::vector<double> judgedValues(count);
        for (std::size_t i = 0; i < count; ++i)
            judgedValues[i] = m_values[i * m_values.size() / count];
        m_usual = usualOf(std::move(judgedValues));
        m_sinceJudged = 0;
    }

private:
    std::size_t m_stretch;
    std::size_t m_every;
    std::size_t m_sinceJudged = 0;
    std::deque<double> m_values;
    std::optional<Usual> m_usual;
};

/// The last samples, each either of the wanted sort or not, and whether enough of them are.
class Lasting
{
public:
    explicit Lasting(std::size_t length) : m_length(length), m_needed(length - length / 4) {}

    void add(std::size_t index, bool wanted)
    {
        m_last.emplace_back(index, wanted);
        m_count += wanted ? 1 : 0;
        if (m_last.size() > m_length) {
            m_count -= m_last.front().second ? 1 : 0;
            m_last.pop_front();
        }
    }

    void clear()
    {
        m_last.clear();
        m_count = 0;
    }

    std::size_t length() const { return m_length; }
    bool holds() const { return m_count >= m_needed; }
    /// The first of the wanted sort.
    std::size_t first() const
    {
        return std::ranges::find(m_last, true, [](const auto &each) { return each.second; })->first;
    }

private:
    std::size_t m_length;
    std::size_t m_needed;
    std::size_t m_count = 0;
    std::deque<std::pair<std::size_t, bool>> m_last;
};

/// Goes through a series once.
class ExcursionScan
{
public:
    ExcursionScan(std::span<const Sample> samples, Leaving leaving, Duration step)
        : m_samples(samples), m_leaving(leaving), m_step(step),
          m_stretch(std::max(fewestInStretch, static_cast<std::size_t>(usualStretch / step))), m_usual(m_stretch),
          m_lasting(std::max(fewestLasting, static_cast<std::size_t>((lasting + step - Duration(1)) / step)))
    {}

    std::vector<Excursion> scan()
    {
        for (std::size_t i = 0; i < m_samples.size(); ++i) {
            if (i > 0 && m_samples[i].at - m_samples[i - 1].at > m_step * gapSteps)
                settle(i);
            if (m_isAway)
                lookForEnd(i);
            else
                lookForStart(i);
        }
        if (m_isAway)
            m_found.push_back(m_open);
        return std::move(m_found);
    }

private:
    bool isAway(double value) const
    {
        const double distance = value - m_level.median;
        return (m_leaving != Leaving::Falls && distance > m_level.limit) ||
               (m_leaving != Leaving::Rises && -distance > m_level.limit);
    }

    /// What was undecided up to here did not last, and so was usual.
    void settle(std::size_t upTo)
    {
        m_lasting.clear();
        if (m_isAway)
            return;
        for (; m_settled < upTo; ++m_settled)
            m_usual.add(m_samples[m_settled].value);
    }

    void lookForStart(std::size_t i)
    {
        const std::optional<Usual> &usual = m_usual.judged();
        if (!usual) {
            settle(i + 1);
            return;
        }
        m_level = *usual;
        const bool away = isAway(m_samples[i].value);
        m_lasting.add(i, away);
        if (m_lasting.holds()) {
            begin(m_lasting.first(), i);
            return;
        }
        // A sample that no later one can join to an excursion is usual.
        const std::size_t undecided = m_lasting.length();
        while (m_settled + undecided <= i)
            m_usual.add(m_samples[m_settled++].value);
    }

    void begin(std::size_t first, std::size_t i)
    {
        for (; m_settled < first; ++m_settled)
            m_usual.add(m_samples[m_settled].value);
        m_isAway = true;
        m_start = first;
        m_open = {};
        m_open.start = m_samples[first].at;
        m_open.usualUntil = m_samples[first > 0 ? first - 1 : first].at;
        m_open.usual = m_level.median;
        m_open.limit = m_level.limit;
        m_open.peak = m_samples[first].value;
        for (std::size_t each = first; each <= i; ++each)
            widen(m_samples[each].value);
        m_lasting.clear();
    }

    void widen(double value)
    {
        if (isAway(value) && std::abs(value - m_level.median) > std::abs(m_open.peak - m_level.median))
            m_open.peak = value;
    }

    void lookForEnd(std::size_t i)
    {
        widen(m_samples[i].value);
        m_lasting.add(i, !isAway(m_samples[i].value));
        if (m_lasting.holds()) {
            const std::size_t first = m_lasting.first();
            m_open.end = m_samples[first].at;
            m_open.awayUntil = m_samples[first - 1].at;
            close(first);
        } else if (i - m_start > m_stretch) {
            close(m_start); // all of it is usual from now on
            settle(i + 1);
            m_usual.judge();
        }
    }

    void close(std::size_t settledFrom)
    {
        m_found.push_back(m_open);
        m_isAway = false;
        m_settled = settledFrom;
        m_lasting.clear();
    }

    std::span<const Sample> m_samples;
    Leaving m_leaving;
    Duration m_step;
    std::size_t m_stretch;
    UsualSamples m_usual;
    Lasting m_lasting;
    Usual m_level;
    Excursion m_open;
    std::size_t m_start = 0;   ///< of m_open
    std::size_t m_settled = 0; ///< samples before it are usual, or in an excursion
    bool m_isAway = false;
    std::vector<Excursion> m_found;
};

} // namespace

double Excursion::strength() const
{
    return limit > 0 ? std::abs(peak - usual) / limit : std::numeric_limits<double>::max();
}

Leaving leavingOf(Measure measure)
{
    switch (measure) {
    case Measure::Traffic:
        return Leaving::Falls;
    case Measure::ResponseTime:
    case Measure::ErrorRate:
        return Leaving::Rises;
    case Measure::Other:
        return Leaving::Both;
    }
    Q_UNREACHABLE();
}

std::vector<Excursion> excursionsOf(std::span<const Sample> given, Leaving leaving)
{
    std::vector<Sample> kept;
    const auto isNumber = [](const Sample &sample) { return std::isfinite(sample.value); };
    if (!std::ranges::all_of(given, isNumber)) {
        std::ranges::copy_if(given, std::back_inserter(kept), isNumber);
        given = kept;
    }
    const Duration step = usualStep(given);
    if (step <= Duration::zero())
        return {};
    return ExcursionScan(given, leaving, step).scan();
}

} // namespace downtimeline
