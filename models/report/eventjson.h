// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"

#include <QJsonObject>

#include <optional>

namespace downtimeline {

/// An event as incidentjson.h describes it. `until`: its end, from another event where it has none of its own.
QJsonObject eventObject(const Event &event, std::optional<Instant> until);

} // namespace downtimeline
