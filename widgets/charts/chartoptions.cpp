// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartoptions.h"

#include "widgets/charts/charttext.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace downtimeline {

namespace {

/// What the values of the curves that are shown span, with the reference line.
struct Span
{
    double lowest = std::numeric_limits<double>::infinity();
    double highest = -std::numeric_limits<double>::infinity();
    double lowestPositive = std::numeric_limits<double>::infinity();

    void add(double low, double high, double positive)
    {
        lowest = std::min(lowest, low);
        highest = std::max(highest, high);
        lowestPositive = std::min(lowestPositive, positive);
    }

    bool isEmpty() const { return highest < lowest; }
};

Span spanOf(const ChartContent &content)
{
    Span span;
    for (const ChartCurve &curve : content.curves) {
        if (!curve.isHidden)
            span.add(curve.source.lowest, curve.source.highest, curve.source.lowestPositive);
    }
    if (content.reference && !span.isEmpty()) {
        const double value = content.reference->value;
        span.add(value, value, value > 0 ? value : span.lowestPositive);
    }
    return span;
}

void addRemark(ChartContent &content, const QString &text)
{
    const QString before = content.remark.text();
    content.remark = PlainText::own(before.isEmpty() ? text : before + QStringLiteral(" · ") + text);
}

void makeLogarithmic(ChartContent &content, const Span &span)
{
    if (!std::isfinite(span.lowestPositive) || !(span.highest > 0)) {
        addRemark(content, ChartText::tr("not logarithmic: nothing lies above zero"));
        return;
    }
    content.axis = logarithmicAxis(span.lowestPositive, span.highest, content.axis.unit);
    const bool hasCut = span.lowest < content.axis.lowest;
    addRemark(
        content, !hasCut            ? ChartText::tr("logarithmic")
                 : span.lowest <= 0 ? ChartText::tr("logarithmic, zero and below at the lower edge")
                                    : ChartText::tr("logarithmic, lower values at the lower edge"));
}

} // namespace

bool canBeLogarithmic(const ChartContent &content)
{
    return std::ranges::any_of(content.curves, [](const ChartCurve &curve) { return curve.source.highest > 0; });
}

ChartContent shownContent(ChartContent content, const ChartOptions &options)
{
    bool hasHidden = false;
    for (ChartCurve &curve : content.curves) {
        curve.isHidden = options.hidden.contains(curve.name.text().toStdString());
        hasHidden = hasHidden || curve.isHidden;
    }
    const Span span = spanOf(content);
    if (span.isEmpty())
        return content;
    if (options.isLogarithmic)
        makeLogarithmic(content, span);
    else if (hasHidden && content.isAxisFree)
        content.axis = axisAround(span.lowest, span.highest, content.axis.unit, 3);
    return content;
}

} // namespace downtimeline
