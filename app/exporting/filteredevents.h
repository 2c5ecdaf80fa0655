// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/eventfilter.h"
#include "models/report/exportscope.h"

namespace downtimeline {

/// Lets out only what the filter of a window lets pass as well. Words are looked for in an event's own texts, wherever
/// the incident comes from.
void narrow(EventChoice &choice, const EventFilter &filter);

} // namespace downtimeline
