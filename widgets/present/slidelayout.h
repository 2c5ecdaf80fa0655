// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/present/slide.h"
#include "widgets/present/sliderequest.h"

namespace downtimeline {

/// Pure. No text is smaller than leastSlideText, none overlaps another, none leaves the slide.
Slide layoutSlide(const SlideRequest &request);

} // namespace downtimeline
