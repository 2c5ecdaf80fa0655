// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/responsechart.h"
#include "widgets/charts/trafficchart.h"

#include <QImage>

class QWidget;

namespace downtimeline::sample {

/// So many seconds after 16 January 2024, 10:00 at +01:00, when the founding outage begins.
Instant at(double seconds);
/// 9:40 to 10:36, as the pictures show it.
TimeRange shown();
/// The outage: 10:00 to 10:22.
TimeRange outage();
DisplayZone zone();

/// Traffic a sample every 10 s: 1000 req/s, nothing from 10:00:40 on, back from 10:20:10 to 10:22.
std::vector<Sample> trafficSamples();
/// Measured from trafficSamples(), with the recovery that follows from them.
TrafficChartContent measuredTraffic();
/// As the founding document states it: 0 % derived at 10:00 (line 11), 100 % at 10:22 (line 20).
TrafficChartContent statedTraffic();
/// p50, p95 and p99 in ms, an objective of 500 ms.
ResponseChartContent responseTimes();
/// The phases of the founding document: 0 + 10 + 5 + 5 + 2 minutes.
ResponseAnalysis foundingAnalysis();

/// What the widget shows at a device pixel ratio, whatever the screen's is.
QImage picture(QWidget &widget, double ratio = 1);
/// Saves into DOWNTIMELINE_SCREENSHOT_DIR.
bool saveScreenshot(const QImage &image, const QString &name);

} // namespace downtimeline::sample
