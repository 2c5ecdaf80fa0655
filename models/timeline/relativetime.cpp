// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/relativetime.h"

#include <QCoreApplication>
#include <QStringList>

#include <chrono>

namespace downtimeline {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::microseconds;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

QString number(std::int64_t value, bool isPadded)
{
    return QStringLiteral("%1").arg(value, isPadded ? 2 : 0, 10, QLatin1Char('0'));
}

QString secondsText(Duration rest, Fineness fineness, bool isPadded)
{
    const auto whole = std::chrono::floor<seconds>(rest);
    QString text = number(whole.count(), isPadded);
    if (fineness == Fineness::Milliseconds)
        text +=
            QStringLiteral(".%1").arg(std::chrono::floor<milliseconds>(rest - whole).count(), 3, 10, QLatin1Char('0'));
    if (fineness == Fineness::Microseconds)
        text += QStringLiteral(".%1").arg((rest - whole).count(), 6, 10, QLatin1Char('0'));
    return QCoreApplication::translate("relative", "%1 s").arg(text);
}

/// Of a length that is not negative.
QString lengthText(Duration length, Fineness fineness)
{
    const auto d = std::chrono::floor<days>(length);
    const auto h = std::chrono::floor<hours>(length - d);
    const auto m = std::chrono::floor<minutes>(length - d - h);
    const Duration rest = length - d - h - m;
    const bool hasSeconds =
        fineness != Fineness::Minutes || (length < hours(1) && std::chrono::floor<seconds>(rest) > seconds(0));
    QStringList parts;
    if (d.count() > 0)
        parts << QCoreApplication::translate("relative", "%1 d").arg(d.count());
    if (h.count() > 0 || (d.count() > 0 && (m.count() > 0 || hasSeconds)))
        parts << QCoreApplication::translate("relative", "%1 h").arg(number(h.count(), d.count() > 0));
    if (m.count() > 0 || (hasSeconds && !parts.isEmpty()))
        parts << QCoreApplication::translate("relative", "%1 min").arg(number(m.count(), !parts.isEmpty()));
    if (hasSeconds)
        parts << secondsText(rest, fineness, !parts.isEmpty());
    return parts.isEmpty() ? QStringLiteral("0") : parts.join(u' ');
}

} // namespace

QString relativeText(Duration sinceZero, Fineness fineness)
{
    if (sinceZero == Duration::zero())
        return QStringLiteral("T+0");
    const bool isBefore = sinceZero < Duration::zero();
    const Duration length = sinceZero == Duration::min() ? Duration::max() : isBefore ? -sinceZero : sinceZero;
    const QString text = lengthText(length, fineness);
    return (isBefore ? QStringLiteral("T\u2212") : QStringLiteral("T+")) + text;
}

} // namespace downtimeline
