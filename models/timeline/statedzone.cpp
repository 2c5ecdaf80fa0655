// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/statedzone.h"

#include <QRegularExpression>

namespace downtimeline {
namespace {

constexpr qsizetype longestWritten = 64;

/// The offset that a name such as "GMT+1" or "UTC+05:30" tells by itself; none for every other name.
std::optional<std::chrono::seconds> toldBy(const QString &name)
{
    static const QRegularExpression pattern(
        QStringLiteral("\\A(?:UTC|GMT)(?:(?<sign>[+-])(?<h>\\d{1,2})(?::?(?<mi>\\d{2}))?)?\\z"));
    const QRegularExpressionMatch match = pattern.match(name);
    if (!match.hasMatch())
        return {};
    const std::chrono::seconds length = std::chrono::hours(match.captured(QStringLiteral("h")).toInt()) +
                                        std::chrono::minutes(match.captured(QStringLiteral("mi")).toInt());
    return match.captured(QStringLiteral("sign")) == QLatin1String("-") ? -length : length;
}

} // namespace

DisplayZone statedZone(std::optional<std::chrono::seconds> offset, std::string_view written)
{
    if (!offset)
        return {};
    const QString words = QString::fromUtf8(written.data(), static_cast<qsizetype>(written.size())).simplified();
    QString name = words.left(longestWritten);
    for (const QString &sign : {QStringLiteral("+"), QStringLiteral("-")})
        name.replace(QLatin1Char(' ') + sign, sign).replace(sign + QLatin1Char(' '), sign);
    if (toldBy(name) == offset)
        return {*offset, name};
    return {*offset, {}, words.left(longestWritten)};
}

} // namespace downtimeline
