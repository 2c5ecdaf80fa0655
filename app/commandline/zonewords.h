// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTimeZone>

#include <optional>

namespace downtimeline {

/// "Europe/Berlin", "UTC", "+01:00", "GMT+1", as a command line names a zone; none for other words.
std::optional<QTimeZone> zoneOfWords(const QString &text);

} // namespace downtimeline
