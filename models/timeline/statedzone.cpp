// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/statedzone.h"

namespace downtimeline {
namespace {

constexpr qsizetype longestLabel = 32; // "West Central Africa Standard Time"

} // namespace

DisplayZone statedZone(std::optional<std::chrono::seconds> offset, std::string_view written)
{
    if (!offset)
        return {};
    QString label = QString::fromUtf8(written.data(), static_cast<qsizetype>(written.size())).simplified();
    for (const QString &sign : {QStringLiteral("+"), QStringLiteral("-")})
        label.replace(QLatin1Char(' ') + sign, sign).replace(sign + QLatin1Char(' '), sign);
    return {*offset, label.left(longestLabel)};
}

} // namespace downtimeline
