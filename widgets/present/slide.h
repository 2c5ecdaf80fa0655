// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartlayout.h"
#include "widgets/paint/displaylist.h"

#include <QFont>
#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

namespace downtimeline {

/// What a text of a slide means; a presentation theme gives it its colour.
enum class SlideInk : std::uint8_t { Ink, Muted, Danger, Warning };

/// One line of text, centred vertically in its box.
struct SlideText
{
    QRectF rect;
    QString text;
    int pixels = 24;
    QFont::Weight weight = QFont::Normal;
    SlideInk ink = SlideInk::Ink;
    bool isRight = false; ///< ends at the right of its box

    bool operator==(const SlideText &) const = default;
};

/// The length of a phase in the colour of its kind, or the edge of a card.
struct SlideBar
{
    QRectF rect;
    EventKind kind = EventKind::Note;
    bool isEdge = false; ///< a plain strip in the warning colour

    bool operator==(const SlideBar &) const = default;
};

/// The plots of a step: both are laid out in smaller units and enlarged alike, so that they share one time axis.
struct SlidePlots
{
    QPointF corner;   ///< of the timeline
    double scale = 1; ///< units of the slide a unit of the plots
    DisplayList timeline;
    ChartContent traffic;
    ChartFrame frame; ///< of no size: the timeline stands alone
    QPointF trafficCorner;
    std::optional<double> here; ///< x of the step in units of the plots; none outside what is visible
};

/// One slide of a presentation in units of which a screen's height has 1080: what is told does not depend on the
/// screen's size. Painted by paintSlide(), read by tests.
struct Slide
{
    QSizeF size;
    bool isBlank = false; ///< nothing at all, black
    std::vector<SlideText> texts;
    std::vector<SlideBar> bars;
    std::optional<SlidePlots> plots;
    QString description; ///< the slide in sentences, for those who do not see it
};

inline constexpr double slideHeight = 1080;
inline constexpr double leastSlideWidth = 1440;
inline constexpr int leastSlideText = 24;

/// The size of a slide that fills a screen of that size, and how many pixels one of its units then has.
QSizeF slideSizeFor(QSizeF screen);
double slideScaleFor(QSizeF screen);

} // namespace downtimeline
