// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/ticks.h"

#include "models/timeline/relativetime.h"

#include <QDate>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <functional>

namespace downtimeline {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::local_days;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

/// A distance between ticks: in microseconds of the clock, days of the week's count, or months of the calendar.
struct Stride
{
    enum Unit : std::uint8_t { Clock, Day, Month };

    Unit unit = Clock;
    std::int64_t count = 0; ///< 0: no ticks

    Duration usualLength() const
    {
        constexpr Duration month = days(30);
        return unit == Clock ? Duration(count) : (unit == Day ? Duration(days(1)) : month) * count;
    }
};

struct Step
{
    Stride major;
    Stride minor;
};

constexpr Step clockStep(Duration major, Duration minor)
{
    return {{Stride::Clock, major.count()}, {Stride::Clock, minor.count()}};
}

constexpr std::array steps{
    clockStep(Duration(10), Duration(2)),
    clockStep(Duration(20), Duration(5)),
    clockStep(Duration(50), Duration(10)),
    clockStep(Duration(100), Duration(20)),
    clockStep(Duration(200), Duration(50)),
    clockStep(Duration(500), Duration(100)),
    clockStep(milliseconds(1), Duration(200)),
    clockStep(milliseconds(2), Duration(500)),
    clockStep(milliseconds(5), milliseconds(1)),
    clockStep(milliseconds(10), milliseconds(2)),
    clockStep(milliseconds(20), milliseconds(5)),
    clockStep(milliseconds(50), milliseconds(10)),
    clockStep(milliseconds(100), milliseconds(20)),
    clockStep(milliseconds(200), milliseconds(50)),
    clockStep(milliseconds(500), milliseconds(100)),
    clockStep(seconds(1), milliseconds(200)),
    clockStep(seconds(2), milliseconds(500)),
    clockStep(seconds(5), seconds(1)),
    clockStep(seconds(10), seconds(5)),
    clockStep(seconds(15), seconds(5)),
    clockStep(seconds(30), seconds(5)),
    clockStep(minutes(1), seconds(15)),
    clockStep(minutes(2), seconds(30)),
    clockStep(minutes(5), minutes(1)),
    clockStep(minutes(10), minutes(5)),
    clockStep(minutes(15), minutes(5)),
    clockStep(minutes(30), minutes(5)),
    clockStep(hours(1), minutes(15)),
    clockStep(hours(2), minutes(30)),
    clockStep(hours(3), hours(1)),
    clockStep(hours(6), hours(1)),
    clockStep(hours(12), hours(3)),
    Step{{Stride::Day, 1}, {Stride::Clock, Duration(hours(6)).count()}},
    Step{{Stride::Day, 2}, {Stride::Day, 1}},
    Step{{Stride::Day, 7}, {Stride::Day, 1}},
    Step{{Stride::Month, 1}, {}},
    Step{{Stride::Month, 3}, {Stride::Month, 1}},
    Step{{Stride::Month, 6}, {Stride::Month, 1}},
    Step{{Stride::Month, 12}, {Stride::Month, 3}},
    Step{{Stride::Month, 24}, {Stride::Month, 12}},
    Step{{Stride::Month, 60}, {Stride::Month, 12}},
    Step{{Stride::Month, 120}, {Stride::Month, 24}},
    Step{{Stride::Month, 240}, {Stride::Month, 60}},
    Step{{Stride::Month, 600}, {Stride::Month, 120}},
    Step{{Stride::Month, 1200}, {Stride::Month, 240}},
    Step{{Stride::Month, 2400}, {Stride::Month, 600}},
    Step{{Stride::Month, 6000}, {Stride::Month, 1200}},
    Step{{Stride::Month, 12000}, {Stride::Month, 2400}},
    Step{{Stride::Month, 60000}, {Stride::Month, 12000}},
};

constexpr double minMinorSpacing = 5;
constexpr double maxLabels = 60;

std::int64_t roundedUp(std::int64_t value, std::int64_t step)
{
    const std::int64_t rest = value % step;
    return rest == 0 ? value : value - rest + (rest > 0 ? step : 0);
}

/// Calls add with round times of the clock in a stretch that has one offset.
void clockTimesIn(TimeRange stretch, Duration offset, std::int64_t step, const std::function<void(Instant)> &add)
{
    const std::int64_t first = roundedUp(microseconds(stretch.start + offset), step);
    for (Instant at = instantFromMicroseconds(first) - offset; at < stretch.end; at += Duration(step))
        add(at);
}

/// The first moment in (before, after] that has the offset of after.
Instant changeOfOffset(const DisplayZone &zone, Instant before, Instant after)
{
    const seconds later = zone.offsetAt(after);
    while (after - before > Duration(1)) {
        const Instant middle = before + (after - before) / 2;
        (zone.offsetAt(middle) == later ? after : before) = middle;
    }
    return after;
}

std::vector<Instant> clockTimes(TimeRange range, std::int64_t step, const DisplayZone &zone)
{
    std::vector<Instant> times;
    const auto add = [&times](Instant at) { times.push_back(at); };
    // No zone changes its offset twice within half a day.
    Instant stretchStart = range.start;
    for (Instant at = range.start; at < range.end;) {
        const Instant next = std::min(at + hours(12), range.end);
        const seconds offset = zone.offsetAt(at);
        if (zone.offsetAt(next) != offset) {
            const Instant change = changeOfOffset(zone, at, next);
            clockTimesIn({stretchStart, change}, offset, step, add);
            stretchStart = change;
        }
        at = next;
    }
    clockTimesIn({stretchStart, range.end}, zone.offsetAt(stretchStart), step, add);
    return times;
}

std::vector<Instant> dayTimes(TimeRange range, std::int64_t step, const DisplayZone &zone)
{
    // Weeks begin on Monday, and 1970-01-05 was one.
    constexpr std::int64_t monday = 4;
    std::vector<Instant> times;
    const std::int64_t first = civilDay(range.start, zone).time_since_epoch().count() - monday;
    for (std::int64_t day = roundedUp(first, step);; day += step) {
        const Instant at = startOfDay(local_days(days(day + monday)), zone);
        if (at >= range.end)
            return times;
        if (at >= range.start && (times.empty() || at > times.back()))
            times.push_back(at);
    }
}

std::vector<Instant> monthTimes(TimeRange range, std::int64_t step, const DisplayZone &zone)
{
    std::vector<Instant> times;
    constexpr std::int64_t lastYear = 31999;
    const CivilTime first = civilTime(range.start, zone);
    for (std::int64_t month = roundedUp(std::int64_t{first.year} * 12 + first.month - 1, step);; month += step) {
        const std::int64_t year = (month - (month % 12 + 12) % 12) / 12;
        if (year > lastYear)
            return times;
        const std::chrono::year_month_day date(
            std::chrono::year(static_cast<int>(year)), std::chrono::month(static_cast<unsigned>(month - year * 12 + 1)),
            std::chrono::day(1));
        const Instant at = startOfDay(local_days(date), zone);
        if (at >= range.end)
            return times;
        if (at >= range.start)
            times.push_back(at);
    }
}

/// Round times that count from zero; a month counts thirty days there.
std::vector<Instant> countedTimes(TimeRange range, Duration step, Instant zero)
{
    std::vector<Instant> times;
    for (std::int64_t count = roundedUp((range.start - zero).count(), step.count()); count < (range.end - zero).count();
         count += step.count())
        times.push_back(zero + Duration(count));
    return times;
}

std::vector<Instant> timesOf(Stride stride, TimeRange range, const DisplayZone &zone)
{
    // Beyond these years the civil calendar of DisplayZone stands still.
    constexpr Instant first = std::chrono::sys_days{std::chrono::year{-31999} / 1 / 1};
    constexpr Instant last = std::chrono::sys_days{std::chrono::year{31999} / 1 / 1};
    range = {std::max(range.start, first), std::min(range.end, last)};
    if (stride.count == 0 || range.isEmpty())
        return {};
    if (zone.zero())
        return countedTimes(range, stride.usualLength(), *zone.zero());
    switch (stride.unit) {
    case Stride::Clock:
        return clockTimes(range, stride.count, zone);
    case Stride::Day:
        return dayTimes(range, stride.count, zone);
    case Stride::Month:
        return monthTimes(range, stride.count, zone);
    }
    return {};
}

Fineness finenessOf(Stride stride)
{
    const Duration length = stride.usualLength();
    if (length < milliseconds(1))
        return Fineness::Microseconds;
    if (length < seconds(1))
        return Fineness::Milliseconds;
    return length < minutes(1) ? Fineness::Seconds : Fineness::Minutes;
}

/// The room that a step's labels need, as a multiple of that of "10:15".
double labelRoom(Stride stride, const DisplayZone &zone)
{
    if (zone.zero())
        return finenessOf(stride) == Fineness::Minutes ? 2.0 : finenessOf(stride) == Fineness::Seconds ? 2.8 : 3.6;
    if (stride.unit == Stride::Day)
        return 1.2;
    if (stride.unit == Stride::Month)
        return stride.count < 12 ? 1.6 : 1.0;
    if (stride.count < Duration(milliseconds(1)).count())
        return 3.0;
    if (stride.count < Duration(seconds(1)).count())
        return 2.4;
    return stride.count < Duration(minutes(1)).count() ? 1.6 : 1.2;
}

QString labelText(Instant at, Stride stride, bool newDay, const DisplayZone &zone)
{
    if (zone.zero())
        return relativeText(at - *zone.zero(), finenessOf(stride));
    const CivilTime civil = civilTime(at, zone);
    if (stride.unit == Stride::Month && stride.count % 12 == 0)
        return QString::number(civil.year);
    if (stride.unit == Stride::Month)
        return QLocale().toString(QDate(civil.year, civil.month, civil.day), QStringLiteral("MMM yyyy"));
    if (stride.unit == Stride::Day || newDay)
        return shortDayText(at, zone);
    const bool withSeconds = stride.count < Duration(minutes(1)).count();
    QString text = clockText(at, zone, withSeconds);
    if (stride.count < Duration(milliseconds(1)).count())
        text += QStringLiteral(".%1").arg(civil.microsecond, 6, 10, QLatin1Char('0'));
    else if (stride.count < Duration(seconds(1)).count())
        text += QStringLiteral(".%1").arg(civil.microsecond / 1000, 3, 10, QLatin1Char('0'));
    return text;
}

/// Daylight saving brings some labels nearer together than their step: those give way, but a new day never does.
void keepApart(std::vector<Tick> &majors, const TimeScale &scale, double minDistance)
{
    Tick *last = nullptr;
    for (Tick &tick : majors) {
        if (last && scale.x(tick.at) - scale.x(last->at) < minDistance) {
            const bool dropLast = tick.newDay && !last->newDay;
            (dropLast ? *last : tick).major = false;
            if (!dropLast)
                continue;
        }
        last = &tick;
    }
}

const Step *stepFor(const TimeScale &scale, const DisplayZone &zone, double minLabelWidth)
{
    const auto pixels = [&](Stride stride) {
        const TimeRange visible = scale.visible();
        return scale.x(visible.start + stride.usualLength()) - scale.left();
    };
    const auto fits = [&](const Step &step) {
        return pixels(step.major) >= minLabelWidth * labelRoom(step.major, zone);
    };
    const auto found = std::ranges::find_if(steps, fits);
    return found == steps.end() ? nullptr : &*found;
}

bool isNewDay(Instant at, const DisplayZone &zone)
{
    return !zone.zero() && startOfDay(civilDay(at, zone), zone) == at;
}

std::vector<Tick> majorTicks(const Step &step, const TimeScale &scale, const DisplayZone &zone, double minDistance)
{
    std::vector<Tick> list;
    for (const Instant at : timesOf(step.major, scale.visible(), zone)) {
        const bool newDay = isNewDay(at, zone);
        list.push_back({.at = at, .major = true, .newDay = newDay, .label = {}});
    }
    keepApart(list, scale, minDistance);
    for (Tick &tick : list)
        if (tick.major)
            tick.label = labelText(tick.at, step.major, tick.newDay, zone);
    return list;
}

} // namespace

std::vector<Tick> ticks(const TimeScale &scale, const DisplayZone &zone, double minLabelWidth)
{
    if (scale.visible().isEmpty() || !(scale.width() > 0))
        return {};
    const double room = std::max({minLabelWidth, scale.width() / maxLabels, 1.0});
    const Step *step = stepFor(scale, zone, room);
    if (!step)
        return {};
    std::vector<Tick> list = majorTicks(*step, scale, zone, room * labelRoom(step->major, zone));
    const double minorSpacing = scale.x(scale.visible().start + step->minor.usualLength()) - scale.left();
    if (minorSpacing < minMinorSpacing)
        return list;
    for (const Instant at : timesOf(step->minor, scale.visible(), zone)) {
        const auto place = std::ranges::lower_bound(list, at, {}, &Tick::at);
        if (place == list.end() || place->at != at) {
            const bool newDay = isNewDay(at, zone);
            list.insert(place, {.at = at, .major = false, .newDay = newDay, .label = {}});
        }
    }
    return list;
}

} // namespace downtimeline
