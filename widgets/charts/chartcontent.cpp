// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartcontent.h"

#include "widgets/charts/chartmetrics.h"
#include "widgets/charts/charttext.h"
#include "widgets/paint/theme.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace downtimeline {

QColor inkColour(ChartInk ink, const Theme &theme)
{
    switch (ink) {
    case ChartInk::Ink:
        return theme.ink;
    case ChartInk::Muted:
        return theme.muted;
    case ChartInk::Accent:
        return theme.accent;
    case ChartInk::Danger:
        return theme.danger;
    case ChartInk::Warning:
        return theme.warning;
    case ChartInk::Good:
        return theme.good;
    case ChartInk::Violet:
        return theme.kind(EventKind::Deploy);
    case ChartInk::Plum:
        return theme.kind(EventKind::Rollback);
    case ChartInk::Teal:
        return theme.kind(EventKind::Restart);
    }
    Q_UNREACHABLE();
}

int neededGutter(const ChartContent &content)
{
    const QFontMetricsF metrics(paperFont(ChartMetrics::labelPixels));
    double widest = 0;
    for (const double tick : content.axis.ticks) {
        const QString label = tickText(tick, content.axis);
        widest = std::max(widest, metrics.horizontalAdvance(label));
    }
    return static_cast<int>(std::ceil(widest)) + ChartMetrics::edge + ChartMetrics::labelGap;
}

QString withClocks(const PlainText &definition, TimeRange range, const DisplayZone &zone)
{
    return ChartText::tr("%1, %2 to %3 %4")
        .arg(definition.text(), clockText(range.start, zone, true), clockText(range.end, zone, true), zone.label());
}

} // namespace downtimeline
