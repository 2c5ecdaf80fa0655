// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/paint/theme.h"

namespace downtimeline {

/// The colours of a presentation: every text has a contrast of at least 7:1 where it stands. The light one is for
/// bright rooms.
const Theme &presentationTheme(bool isLight);

} // namespace downtimeline
