// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

namespace downtimeline {

/// What is visible on the way from one view to another; part runs from 0 to 1. Each equal step of part zooms by an
/// equal factor around the one instant that keeps its place, so that the eye can follow; views of equal length pan.
/// Exact at both ends. From or to an empty range there is no way: the target at once.
TimeRange onTheWay(TimeRange from, TimeRange to, double part);

} // namespace downtimeline
