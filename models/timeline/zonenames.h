// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace downtimeline {

/// The zones with daylight saving rules that this computer knows, by their IANA names, and UTC first.
QStringList zoneNames();

/// The IANA name that is meant: "europe/berlin" in any case, or "New York", by its place alone. None where no
/// zone of this computer fits.
std::optional<QString> zoneNamed(const QString &typed);

} // namespace downtimeline
