// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/eventtimetext.h"

#include "models/domain/writtentime.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace downtimeline {
namespace {

using std::chrono::seconds;

QString plainTime(const EventEntry &event, const DisplayZone &zone)
{
    if (event.has(EventEntry::HourOnly) && !zone.zero())
        return clockText(event.at, zone).left(3) + QStringLiteral("??");
    const bool hasSeconds = event.at != std::chrono::floor<std::chrono::minutes>(event.at);
    const QString clock = clockText(event.at, zone, hasSeconds);
    return event.has(EventEntry::Approximate) || event.has(EventEntry::HourOnly) ? u'~' + clock : clock;
}

QString padded(int number, int width)
{
    return QString::number(number).rightJustified(width, u'0');
}

std::unexpected<Error> refused(QStringView text)
{
    return failure(
        Error::Code::Parse,
        QCoreApplication::translate("EventTime", "“%1” is not a time: type 10:25, 10:25:30 or 2024-01-16 10:25.")
            .arg(text.left(60)));
}

std::unexpected<Error> withoutDay(QStringView text)
{
    return failure(
        Error::Code::Parse,
        QCoreApplication::translate("EventTime", "“%1” says no day, and this event has none: type 2024-01-16 10:25.")
            .arg(text.left(60)));
}

/// 12 am is midnight; none where the hour does not go with am or pm.
std::optional<int> hourOfDay(int hour, const QString &half)
{
    if (half.isEmpty())
        return hour <= 23 ? std::optional(hour) : std::nullopt;
    if (hour < 1 || hour > 12)
        return {};
    return hour % 12 + (half.startsWith(u'p', Qt::CaseInsensitive) ? 12 : 0);
}

const QRegularExpression &pattern()
{
    static const QRegularExpression expression(
        QStringLiteral("\\A(?:(?<y>\\d{4})-(?<mo>\\d{1,2})-(?<d>\\d{1,2})(?:[T ]|,\\s?)\\s*)?"
                       "(?<h>\\d{1,2}):(?<mi>\\d{2})(?::(?<s>\\d{2})(?:[.,](?<f>\\d{1,6}))?)?"
                       "(?:\\s*(?<half>[ap]\\.?m\\.?))?(?:\\s*(?<z>Z|[+-]\\d{2}:?\\d{2}))?\\z"),
        QRegularExpression::CaseInsensitiveOption);
    return expression;
}

std::optional<seconds> writtenOffset(const QString &zone)
{
    if (zone.isEmpty())
        return {};
    if (zone.size() == 1)
        return seconds(0);
    const int hours = QStringView(zone).mid(1, 2).toInt();
    const int minutes = QStringView(zone).right(2).toInt();
    const int total = (hours * 60 + minutes) * 60;
    return seconds(zone.startsWith(u'-') ? -total : total);
}

/// The instant of a civil time in that zone: the offset that holds there, asked again where the first guess crosses a
/// change of the clocks.
std::optional<Instant> instantIn(WrittenTime time, const DisplayZone &zone)
{
    time.offset = seconds(0);
    const std::optional<Instant> civil = instantOf(time);
    if (!civil)
        return {};
    const Instant guess = *civil - zone.offsetAt(*civil);
    return *civil - zone.offsetAt(guess);
}

} // namespace

QString eventTimeText(const EventEntry &event, const DisplayZone &zone, DateNeed need)
{
    QString day = briefDayText(event.at, zone, need);
    if (event.has(EventEntry::DayOnly))
        return day;
    const QString time = plainTime(event, zone);
    return need == DateNeed::Clock ? time : day + QStringLiteral(", ") + time;
}

QString editableTimeText(Instant at, const DisplayZone &zone)
{
    const CivilTime civil = civilTime(at, zone);
    QString text = padded(civil.year, 4) + u'-' + padded(civil.month, 2) + u'-' + padded(civil.day, 2) + u' ' +
                   padded(civil.hour, 2) + u':' + padded(civil.minute, 2);
    if (civil.second != 0 || civil.microsecond != 0)
        text += u':' + padded(civil.second, 2);
    if (civil.microsecond != 0)
        text += u'.' + padded(civil.microsecond, 6);
    return text;
}

Result<Instant> parseEditedTime(QStringView text, std::optional<Instant> current, const DisplayZone &zone)
{
    const QRegularExpressionMatch match = pattern().match(text.trimmed().toString());
    if (!match.hasMatch())
        return refused(text);
    const auto number = [&match](const char *name) { return match.captured(QLatin1String(name)).toInt(); };
    const std::optional<int> hour = hourOfDay(number("h"), match.captured(QStringLiteral("half")));
    if (!hour || number("mi") > 59 || number("s") > 59)
        return refused(text);
    const bool hasDay = !match.captured(QStringLiteral("y")).isEmpty();
    if (!hasDay && !current)
        return withoutDay(text);
    const CivilTime today = civilTime(current.value_or(Instant{}), zone);
    WrittenTime time;
    time.year = hasDay ? number("y") : today.year;
    time.month = hasDay ? number("mo") : today.month;
    time.day = hasDay ? number("d") : today.day;
    const int fraction = match.captured(QStringLiteral("f")).leftJustified(6, u'0').toInt();
    time.clock = ClockTime{.hour = *hour, .minute = number("mi"), .second = number("s"), .microsecond = fraction};
    time.precision = Precision::Exact;
    time.offset = writtenOffset(match.captured(QStringLiteral("z")));
    const std::optional<Instant> at = time.offset ? instantOf(time) : instantIn(time, zone);
    return at ? Result<Instant>(*at) : refused(text);
}

} // namespace downtimeline
