// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartoptions.h"

#include <functional>

class QMenu;
class QWidget;

namespace downtimeline {

/// What can be done with a chart. The last four take a dialog or the whole incident.
enum class ChartRequest { Copy, Logarithmic, Save, Numbers, Objective, Phases };

/// What the menu shows, and whom it tells.
struct ChartMenuFacts
{
    const ChartContent &content; ///< as it is shown
    const ChartOptions &options;
    bool arePhasesShown = false; ///< beside the charts
    std::function<void(ChartRequest)> request;
    std::function<void(std::size_t curve)> toggleCurve;
};

/// Everything that can be done with a chart, each with its key.
QMenu *makeChartMenu(const ChartMenuFacts &facts, QWidget *parent);

} // namespace downtimeline
