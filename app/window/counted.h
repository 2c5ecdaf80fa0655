// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>

namespace downtimeline {

/// "1 event", "8 events".
inline QString counted(std::int64_t number, const QString &one, const QString &many)
{
    return QStringLiteral("%1 %2").arg(number).arg(number == 1 ? one : many);
}

} // namespace downtimeline
