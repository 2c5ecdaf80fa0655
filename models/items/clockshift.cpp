// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/clockshift.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace downtimeline {
namespace {

using namespace std::chrono;

std::unexpected<Error> refused(QStringView text)
{
    return failure(
        Error::Code::Parse,
        QCoreApplication::translate(
            "ClockShift", "“%1” is no clock shift: type +00:00:30, -90 s or 2 min, at most 24 hours.")
            .arg(text.left(60)));
}

const QRegularExpression &pattern()
{
    static const QRegularExpression expression(
        QStringLiteral("\\A(?<sign>[+\\-\u2212])?\\s*(?:(?<a>\\d{1,2}):(?<b>\\d{2})(?::(?<c>\\d{2}))?|"
                       "(?<n>\\d{1,5})\\s*(?<unit>s|sec|seconds?|m|min|minutes?|h|hours?)?)\\z"),
        QRegularExpression::CaseInsensitiveOption);
    return expression;
}

seconds amountOf(const QRegularExpressionMatch &match)
{
    const auto number = [&match](const char *name) { return match.captured(QLatin1String(name)).toInt(); };
    if (!match.captured(QStringLiteral("c")).isEmpty())
        return hours(number("a")) + minutes(number("b")) + seconds(number("c"));
    if (!match.captured(QStringLiteral("a")).isEmpty())
        return minutes(number("a")) + seconds(number("b"));
    const QString unit = match.captured(QStringLiteral("unit")).toLower();
    if (unit.startsWith(u'h'))
        return hours(number("n"));
    return unit.startsWith(u'm') ? seconds(minutes(number("n"))) : seconds(number("n"));
}

} // namespace

QString clockShiftText(Duration shift)
{
    const auto total = duration_cast<seconds>(abs(shift));
    const hh_mm_ss<seconds> parts(total);
    const auto two = [](auto number) { return QString::number(number.count()).rightJustified(2, u'0'); };
    return (shift < Duration(0) ? QStringLiteral("-") : QStringLiteral("+")) + two(parts.hours()) + u':' +
           two(parts.minutes()) + u':' + two(parts.seconds());
}

Result<Duration> parseClockShift(QStringView text)
{
    const QString typed = text.trimmed().toString();
    if (typed.isEmpty())
        return Duration(0);
    const QRegularExpressionMatch match = pattern().match(typed);
    if (!match.hasMatch())
        return refused(text);
    const seconds amount = amountOf(match);
    if (amount > hours(24))
        return refused(text);
    const QString sign = match.captured(QStringLiteral("sign"));
    return sign.isEmpty() || sign == QStringLiteral("+") ? Duration(amount) : Duration(-amount);
}

} // namespace downtimeline
