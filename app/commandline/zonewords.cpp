// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/zonewords.h"

#include <QRegularExpression>

namespace downtimeline {

using namespace Qt::StringLiterals;

std::optional<QTimeZone> zoneOfWords(const QString &text)
{
    static const QRegularExpression offset(u"^(?:UTC|GMT)? ?([+-])(\\d{1,2})(?::?(\\d{2}))?$"_s);
    if (const auto match = offset.match(text); match.hasMatch()) {
        const int seconds = match.captured(2).toInt() * 3600 + match.captured(3).toInt() * 60;
        const QTimeZone zone(match.captured(1) == u"-"_s ? -seconds : seconds);
        return zone.isValid() ? std::optional(zone) : std::nullopt;
    }
    if (text.compare(u"UTC"_s, Qt::CaseInsensitive) == 0)
        return QTimeZone::utc();
    const QTimeZone zone(text.toUtf8());
    return zone.isValid() && text.contains(u'/') ? std::optional(zone) : std::nullopt;
}

} // namespace downtimeline
