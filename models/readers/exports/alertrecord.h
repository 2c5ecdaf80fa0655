// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/json/jsonflow.h"

namespace downtimeline {

/// An alert as Alertmanager and Grafana send it, with its span; where it still fires it has no end.
Event alertOf(const JsonRecord &record);

} // namespace downtimeline
