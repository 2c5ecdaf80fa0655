// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "models/domain/instant.h"
#include "models/domain/kind.h"
#include "widgets/paint/textface.h"

#include <QRectF>
#include <QString>

#include <vector>

namespace downtimeline {

/// What a thing on a timeline means; a theme gives it its colour.
enum class Ink : std::uint8_t {
    Band,   ///< every second lane
    Impact, ///< the shading of the impact, through all lanes
    GridMajor,
    GridMinor,   ///< dotted
    GridDay,     ///< where a day begins among clocks
    PhaseBar,    ///< in the colour of a kind
    SpanBar,     ///< in the colour of a kind
    Haze,        ///< around a mark whose time is only about known
    Density,     ///< how many events lie there, in the colour of a kind
    ClusterMark, ///< several events folded into one
    Halo,        ///< around what is selected
    Ring,        ///< around the mark that a presentation speaks of, in the colour of its kind
    RulerText,
    LaneText,
    EventText,
    PhaseText, ///< in the colour of a kind
    ClusterText,
};

/// A bar or a band. A cut end goes on outside the plot: it has no edge. A vague one has a dashed edge.
struct FilledRect
{
    QRectF rect;
    Ink ink = Ink::Band;
    EventKind kind = EventKind::Note;
    double radius = 0;
    bool cutLeft = false;
    bool cutRight = false;
    bool vague = false;
    bool fade = false; ///< its ends are not known: it fades out there and has no edge across
    double weight = 1; ///< of a density: how dark
    bool dim = false;  ///< a filter leaves it out

    bool operator==(const FilledRect &) const = default;
};

/// A vertical line of the grid.
struct GridLine
{
    double x = 0;
    double top = 0;
    double bottom = 0;
    Ink ink = Ink::GridMajor;

    bool operator==(const GridLine &) const = default;
};

/// The shape of an event's kind. Vague: its time is only about known. A starred one has a small star at its corner.
struct Mark
{
    QPointF centre;
    double size = 0;
    EventKind kind = EventKind::Note;
    bool vague = false;
    bool starred = false;
    bool dim = false; ///< a filter leaves it out

    bool operator==(const Mark &) const = default;
};

/// One line of text in a box, a bold run first; either run may be empty.
struct PlotLabel
{
    QRectF rect; ///< the text is centred vertically and begins at the left
    QString bold;
    QString plain;
    TextFace boldFace = TextFace::EventTime;
    TextFace plainFace = TextFace::EventTitle;
    double plainLeft = 0; ///< where the plain run begins, from the rect's left
    Ink ink = Ink::EventText;
    EventKind kind = EventKind::Note;
    bool dim = false;

    bool operator==(const PlotLabel &) const = default;
};

/// Where a click or the pointer finds an event, or several folded ones: the first of them, their number, times and
/// lane.
struct HitArea
{
    QRectF rect;
    EventId event;
    int count = 1;
    TimeRange range;
    int lane = -1; ///< of the timeline's content

    bool operator==(const HitArea &) const = default;
};

/// A lane as it is drawn: its name stands in the gutter.
struct LaneArea
{
    QRectF name;          ///< the whole height of the lane in the gutter
    std::size_t lane = 0; ///< of the timeline's content

    bool operator==(const LaneArea &) const = default;
};

/// A laid out timeline in logical pixels, told in meanings: screen, PDF, PNG and SVG replay the same list. Everything
/// is cut to size to begin with, since SVG knows no clip. Painted in the order: grid, rects, marks, labels.
struct DisplayList
{
    QSizeF size;       ///< the height is what the content takes
    QRectF plot;       ///< lanes and phases, without gutter and ruler
    int leastText = 0; ///< no face is smaller; the texts were measured so
    std::vector<GridLine> grid;
    std::vector<FilledRect> rects;
    std::vector<Mark> marks;
    std::vector<PlotLabel> labels;
    std::vector<HitArea> hits;
    std::vector<LaneArea> lanes; ///< from top to bottom

    /// What lies at a point: the last that was added wins, small marks before bars.
    const HitArea *hitAt(QPointF point) const;

    bool operator==(const DisplayList &) const = default;
};

/// One line a thing, for golden files.
QString describe(const DisplayList &list);

} // namespace downtimeline
