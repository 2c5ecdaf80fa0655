// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/kind.h"
#include "models/report/pagestructure.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <cstdint>
#include <map>
#include <vector>

namespace downtimeline {

/// The numbers stand in settings. A4 and Letter stand upright, A3 lies across; slides are 8 inches wide, 16:9,
/// so that their letters are large on a screen.
enum class PaperSize : std::uint8_t { A4 = 0, Letter = 1, A3 = 2, Slides = 3 };

/// In 1/96 inch: the unit of every length of a report, the same as a logical pixel.
QSizeF sizeOf(PaperSize paper);

/// What a text of a report is; it decides size and weight.
enum class PageFace : std::uint8_t {
    Kicker,
    Title,
    Subtitle,
    Heading,
    Body,
    Strong, ///< bold within Body
    Measure,
    Caption,
    TableHead,
    Cell,
    Small,
    SmallStrong, ///< bold within Small
    Footer,
};

/// Size and weight in numbers; lengths in 1/96 inch.
struct FaceShape
{
    int pixelSize = 13;
    int weight = 400; ///< 400 is regular, 700 bold
    double lineHeight = 20;
};

FaceShape shapeOf(PageFace face);

/// What a part of a page means by its colour; whoever paints it says which colour that is.
enum class PageInk : std::uint8_t { Ink, Muted, Accent, Danger, Warning, Hairline, Card };

/// One line of text: it begins at the left of the rect and is centred between its top and bottom.
struct PageText
{
    QRectF rect;
    QString text;
    PageFace face = PageFace::Body;
    PageInk ink = PageInk::Ink;
    std::size_t node = artifact;

    bool operator==(const PageText &) const = default;
};

/// A hairline, the ground of a card, the bar at its edge.
struct PageFill
{
    QRectF rect;
    PageInk ink = PageInk::Hairline;
    double radius = 0;

    bool operator==(const PageFill &) const = default;
};

/// The shape of an event's kind.
struct PageGlyph
{
    QPointF centre;
    double size = 0;
    EventKind kind = EventKind::Note;

    bool operator==(const PageGlyph &) const = default;
};

/// Room for a picture: the timeline or a chart, by its place in the caller's list.
struct PageFigure
{
    std::size_t figure = 0;
    QRectF rect;
    std::size_t node = artifact;

    bool operator==(const PageFigure &) const = default;
};

/// Where a click opens an address, http or https only, or goes to a place of the report: "#" and an anchor's name.
struct PageLink
{
    QRectF rect;
    QString address;
    std::size_t node = artifact;

    bool operator==(const PageLink &) const = default;
};

/// One page: everything is in place. Painted in the order fills, figures, glyphs, texts.
struct ReportPage
{
    std::vector<PageFill> fills;
    std::vector<PageFigure> figures;
    std::vector<PageGlyph> glyphs;
    std::vector<PageText> texts;
    std::vector<PageLink> links;

    bool operator==(const ReportPage &) const = default;
};

/// An entry of the outline: a section and where it begins.
struct Bookmark
{
    QString title;
    std::size_t page = 0; ///< from 0
    double y = 0;         ///< from the page's top

    bool operator==(const Bookmark &) const = default;
};

/// A place that links of the report lead to.
struct PagePlace
{
    std::size_t page = 0; ///< from 0
    double y = 0;         ///< from the page's top

    bool operator==(const PagePlace &) const = default;
};

/// A report in pages, told in meanings.
struct ReportPages
{
    QSizeF size;
    QString title;
    QString author = {};   ///< may be empty
    QString keywords = {}; ///< with commas between them
    std::vector<ReportPage> pages = {};
    std::vector<Bookmark> bookmarks = {};
    std::vector<PageNode> nodes = {PageNode()}; ///< the first is the document
    std::map<QString, PagePlace> anchors = {};  ///< names of our own

    bool operator==(const ReportPages &) const = default;
};

/// How wide texts are: the fonts' metrics, or fixed widths in a test.
class PageMeasure
{
public:
    PageMeasure() = default;
    PageMeasure(const PageMeasure &) = delete;
    PageMeasure &operator=(const PageMeasure &) = delete;
    virtual ~PageMeasure() = default;

    /// Of one line, in 1/96 inch.
    virtual double width(const QString &text, PageFace face) const = 0;
};

/// One line a thing, for golden files.
QString describe(const ReportPages &report);
/// The tree as it is read out: a node a line, indented, with its texts.
QString describeStructure(const ReportPages &report);

} // namespace downtimeline
