// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/timeline/displayzone.h"
#include "widgets/charts/curve.h"
#include "widgets/charts/valueaxis.h"
#include "widgets/paint/plaintext.h"

#include <QColor>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace downtimeline {

struct Theme;

/// What a part of a chart means by its colour; a theme says which colour that is.
enum class ChartInk { Ink, Muted, Accent, Danger, Warning, Good, Violet, Plum, Teal };

QColor inkColour(ChartInk ink, const Theme &theme);

/// A measured line. Only measured samples are ever joined.
struct ChartCurve
{
    PlainText name;
    CurveSource source;
    ChartInk ink = ChartInk::Accent;
    bool isFilled = false; ///< a light fill down to the bottom of the plot
    bool isHidden = false; ///< switched off in the legend, where it stays
};

/// A dashed level, such as an objective or the baseline.
struct ReferenceLine
{
    double value = 0;
    PlainText label; ///< may be empty: the axis says it
    ChartInk ink = ChartInk::Muted;
};

/// A single point with a label "**95%** back 10:21:50".
struct ChartMark
{
    Instant at;
    double value = 0;
    PlainText strong;      ///< the bold beginning
    PlainText text;        ///< the rest
    PlainText brief;       ///< a shorter rest, taken where there is no room; empty: none
    PlainText definition;  ///< from what it follows, for the pointer
    bool hasClock = false; ///< the clock of at follows the text
    ChartInk ink = ChartInk::Good;
    bool isStated = false; ///< said in words, not measured: a diamond instead of a ring
    bool isQuiet = false;  ///< without a label: the pointer and the numbers tell it
};

/// The one sentence that a chart says, placed over a stretch of time where no line runs.
struct ChartNote
{
    PlainText text;
    PlainText definition;
    TimeRange over;
    ChartInk ink = ChartInk::Danger;
};

/// A stretch of time on a row of its own, for charts without values.
struct ChartRow
{
    TimeRange range;
    PlainText label;
    PlainText brief;      ///< the definition in short, beside the label where there is room
    PlainText definition; ///< from what to what; the clocks are added where it is shown
    ChartInk ink = ChartInk::Accent;
};

/// Everything that one chart shows, without size, range, zone or colours.
struct ChartContent
{
    std::string key; ///< what it shows, for what is remembered of it: "traffic", "responseTime", "other ms", "phases"
    PlainText title;
    PlainText remark; ///< beside the title: "stated, not measured"
    bool isIllustrative = false;
    Instant origin; ///< the incident's start: Qt Charts is given seconds since it, never epoch time
    std::vector<TimeRange> impacts;
    ValueAxis axis;
    std::vector<ChartCurve> curves;
    std::optional<ReferenceLine> reference;
    bool isAxisFree = false; ///< the axis spans the curves that are shown; else it stays as it is
    bool showsLoss = false;  ///< the area between the reference and what lies below it during the impacts
    std::vector<ChartMark> marks;
    std::optional<ChartNote> note;
    std::vector<ChartRow> rows;
    /// All its numbers in sentences, for those who do not see the chart.
    std::function<QString(const DisplayZone &)> description;
    PlainText incident;           ///< its title, for a picture that stands alone; empty: none
    bool isZoneStated = true;     ///< else such a picture says that nobody did
    bool namesEveryCurve = false; ///< a lone filled one too, which is else what the title says

    bool isEmpty() const { return curves.empty() && marks.empty() && rows.empty(); }
};

/// The room in logical pixels that the labels at the left of a chart need, with the air around them.
int neededGutter(const ChartContent &content);

/// "From the first alert to the acknowledgement, 10:00:00 to 10:10:00".
QString withClocks(const PlainText &definition, TimeRange range, const DisplayZone &zone);

} // namespace downtimeline
