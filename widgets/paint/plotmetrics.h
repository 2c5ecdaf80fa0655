// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace downtimeline::plot {

/// What every plot over time hands to ticks(), so that the ruler and all grids agree; logical pixels.
inline constexpr double tickLabelWidth = 100;
/// The least room left of every plot, for names of lanes and labels of values; logical pixels.
inline constexpr int leftGutter = 112;
/// The room right of every plot, logical pixels.
inline constexpr int rightGutter = 18;

} // namespace downtimeline::plot
