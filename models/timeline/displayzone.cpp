// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/displayzone.h"

#include "models/domain/writtentime.h"
#include "models/timeline/relativetime.h"

#include <QCoreApplication>
#include <QDate>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <ratio>
#include <utility>

namespace downtimeline {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::local_days;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

using LocalTime = std::chrono::local_time<Duration>;

/// What std::chrono::year can hold, with room for an offset.
Instant clamped(Instant instant)
{
    constexpr Instant first = std::chrono::sys_days{std::chrono::year{-32000} / 1 / 1};
    constexpr Instant last = std::chrono::sys_days{std::chrono::year{32000} / 1 / 1};
    return std::clamp(instant, first, last);
}

LocalTime localTime(Instant instant, const DisplayZone &zone)
{
    const Instant shown = clamped(instant);
    return LocalTime{shown.time_since_epoch() + zone.offsetAt(shown)};
}

QString twoDigits(int number)
{
    return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0'));
}

/// "UTC", "UTC+01:00".
QString utcLabel(seconds offset)
{
    return QStringLiteral("UTC") + (offset == seconds::zero() ? QString() : QString::fromStdString(offsetText(offset)));
}

QString dateText(const CivilTime &civil, const QString &format)
{
    return QLocale().toString(QDate(civil.year, civil.month, civil.day), format);
}

/// The moment in (before, after] from which the later offset holds.
Instant offsetChange(const DisplayZone &zone, Instant before, Instant after)
{
    const seconds later = zone.offsetAt(after);
    while (after - before > seconds(1)) {
        const Instant middle = before + std::chrono::floor<seconds>((after - before) / 2);
        (zone.offsetAt(middle) == later ? after : before) = middle;
    }
    return after;
}

QString subMinuteText(Duration length)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("duration", text); };
    if (length < milliseconds(1))
        return tr(QT_TRANSLATE_NOOP("duration", "%1 µs")).arg(length.count());
    if (const auto whole = std::chrono::round<milliseconds>(length); whole < seconds(1))
        return tr(QT_TRANSLATE_NOOP("duration", "%1 ms")).arg(whole.count());
    const auto tenths = std::chrono::round<std::chrono::duration<std::int64_t, std::deci>>(length);
    const bool odd = tenths < seconds(10) && tenths.count() % 10 != 0;
    const QString number = odd ? QLocale().toString(static_cast<double>(tenths.count()) / 10, 'f', 1)
                               : QString::number(std::chrono::round<seconds>(length).count());
    return tr(QT_TRANSLATE_NOOP("duration", "%1 s")).arg(number);
}

QString subHourText(Duration length)
{
    const auto whole = std::chrono::round<seconds>(length).count();
    if (whole % 60 == 0)
        return QCoreApplication::translate("duration", "%1 min").arg(whole / 60);
    return QCoreApplication::translate("duration", "%1 min %2 s")
        .arg(whole / 60)
        .arg(twoDigits(static_cast<int>(whole % 60)));
}

QString longText(Duration length)
{
    if (const auto whole = std::chrono::round<minutes>(length).count(); whole < 2 * 24 * 60) {
        if (whole % 60 == 0)
            return QCoreApplication::translate("duration", "%1 h").arg(whole / 60);
        return QCoreApplication::translate("duration", "%1 h %2 min")
            .arg(whole / 60)
            .arg(twoDigits(static_cast<int>(whole % 60)));
    }
    const auto whole = std::chrono::round<hours>(length).count();
    if (whole % 24 == 0)
        return QCoreApplication::translate("duration", "%1 d").arg(whole / 24);
    return QCoreApplication::translate("duration", "%1 d %2 h").arg(whole / 24).arg(whole % 24);
}

} // namespace

DisplayZone::DisplayZone() : m_label(QStringLiteral("UTC")) {}

DisplayZone::DisplayZone(seconds offset, QString label, QString written)
    : m_fixed(std::clamp(offset, seconds(-hours(14)), seconds(hours(14)))), m_label(std::move(label)),
      m_written(std::move(written))
{
    if (m_label.isEmpty())
        m_label = utcLabel(m_fixed);
}

DisplayZone::DisplayZone(const QTimeZone &zone) : DisplayZone()
{
    if (!zone.isValid())
        return;
    m_zone = zone;
    m_isFixed = false;
    m_label = QString::fromUtf8(zone.id());
}

DisplayZone DisplayZone::since(Instant zero, const DisplayZone &calendar)
{
    DisplayZone zone = calendar;
    zone.m_zero.reset();
    zone.m_label =
        QCoreApplication::translate("zone", "since %1, %2 %3")
            .arg(briefDayText(zero, zone, DateNeed::DayAndYear), clockText(zero, zone), calendar.shortLabel(zero));
    zone.m_zero = zero;
    return zone;
}

seconds DisplayZone::offsetAt(Instant instant) const
{
    if (m_isFixed)
        return m_fixed;
    static const QTimeZone utc = QTimeZone::utc();
    const qint64 count = std::chrono::floor<milliseconds>(clamped(instant)).time_since_epoch().count();
    return seconds(m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(count, utc)));
}

QString DisplayZone::shortLabel(Instant instant) const
{
    if (m_zero) {
        const CivilTime civil = civilTime(*m_zero, *this);
        return QStringLiteral("T = %1, %2:%3")
            .arg(shortDayText(*m_zero, *this), twoDigits(civil.hour), twoDigits(civil.minute));
    }
    return m_isFixed ? m_label : utcLabel(offsetAt(instant));
}

CivilTime civilTime(Instant instant, const DisplayZone &zone)
{
    const LocalTime local = localTime(instant, zone);
    const local_days day = std::chrono::floor<days>(local);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(local - day);
    return {
        .year = static_cast<int>(date.year()),
        .month = static_cast<int>(static_cast<unsigned>(date.month())),
        .day = static_cast<int>(static_cast<unsigned>(date.day())),
        .hour = static_cast<int>(clock.hours().count()),
        .minute = static_cast<int>(clock.minutes().count()),
        .second = static_cast<int>(clock.seconds().count()),
        .microsecond = static_cast<int>(clock.subseconds().count()),
    };
}

local_days civilDay(Instant instant, const DisplayZone &zone)
{
    return std::chrono::floor<days>(localTime(instant, zone));
}

Instant startOfDay(local_days day, const DisplayZone &zone)
{
    // A zone changes its offset at most once within these two days.
    const Instant asUtc{Duration(day.time_since_epoch())};
    const seconds before = zone.offsetAt(asUtc - days(1));
    const seconds after = zone.offsetAt(asUtc + days(1));
    const Instant early = asUtc - std::max(before, after);
    const Instant late = asUtc - std::min(before, after);
    if (zone.offsetAt(early) == std::max(before, after))
        return early;
    if (zone.offsetAt(late) == std::min(before, after))
        return late;
    return offsetChange(zone, early, late);
}

QString clockText(Instant instant, const DisplayZone &zone, bool withSeconds)
{
    if (zone.zero())
        return relativeText(instant - *zone.zero(), withSeconds ? Fineness::Seconds : Fineness::Minutes);
    const CivilTime civil = civilTime(instant, zone);
    const QString text = twoDigits(civil.hour) + QLatin1Char(':') + twoDigits(civil.minute);
    return withSeconds ? text + QLatin1Char(':') + twoDigits(civil.second) : text;
}

QString dayText(Instant instant, const DisplayZone &zone)
{
    return dateText(civilTime(instant, zone), QStringLiteral("d MMMM yyyy"));
}

QString shortDayText(Instant instant, const DisplayZone &zone)
{
    return dateText(civilTime(instant, zone), QStringLiteral("d MMM"));
}

DateNeed dateNeed(TimeRange range, const DisplayZone &zone)
{
    if (zone.zero())
        return DateNeed::Clock;
    if (civilTime(range.start, zone).year != civilTime(range.end, zone).year)
        return DateNeed::DayAndYear;
    return civilDay(range.start, zone) == civilDay(range.end, zone) ? DateNeed::Clock : DateNeed::Day;
}

QString briefDayText(Instant instant, const DisplayZone &zone, DateNeed need)
{
    return need == DateNeed::DayAndYear ? dateText(civilTime(instant, zone), QStringLiteral("d MMM yyyy"))
                                        : shortDayText(instant, zone);
}

QString rangeText(TimeRange range, const DisplayZone &zone)
{
    // Without them a range within one minute would end as it begins.
    const bool withSeconds = !range.isEmpty() && floor<minutes>(range.start) == floor<minutes>(range.end);
    const auto clock = [&zone, withSeconds](Instant instant) { return clockText(instant, zone, withSeconds); };
    if (zone.zero()) {
        const QString start = clock(range.start);
        return range.isEmpty() ? QStringLiteral("%1 %2").arg(start, zone.label())
                               : QStringLiteral("%1 – %2 %3").arg(start, clock(range.end), zone.label());
    }
    const auto moment = [&zone, &clock](Instant instant) {
        return QStringLiteral("%1, %2").arg(dayText(instant, zone), clock(instant));
    };
    if (range.isEmpty())
        return QStringLiteral("%1 %2").arg(moment(range.start), zone.label());
    const bool sameDay = civilDay(range.start, zone) == civilDay(range.end, zone);
    const QString end = sameDay ? clock(range.end) : moment(range.end);
    return QStringLiteral("%1 – %2 %3").arg(moment(range.start), end, zone.label());
}

QString durationText(Duration length)
{
    if (length == Duration::zero())
        return QCoreApplication::translate("duration", "%1 min").arg(0);
    if (length < Duration::zero()) {
        const Duration positive = length == Duration::min() ? Duration::max() : -length;
        return QStringLiteral("\u2212") + durationText(positive);
    }
    length = std::min<Duration>(length, Duration::max() - hours(2)); // room for rounding
    // Each form begins where the one before it would round up to its own next unit.
    if (length < minutes(1) - milliseconds(500))
        return subMinuteText(length);
    if (length < hours(1) - milliseconds(500))
        return subHourText(length);
    return longText(length);
}

} // namespace downtimeline
