// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/plotpictures.h"

#include "app/exporting/reportfigures.h"
#include "widgets/charts/chartpicture.h"
#include "widgets/paint/glyphs.h"
#include "widgets/paint/plotmetrics.h"
#include "widgets/paint/svgdrawing.h"
#include "widgets/paint/theme.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace downtimeline {
namespace {

constexpr double pageWidth = 738;   ///< of a figure, in 1/96 inch; the page stretches it
constexpr double tallest = 100'000; ///< a page on a screen has no end
constexpr double markSize = 14;
constexpr double markBox = 18;
constexpr double usualHeight = 320;
constexpr double rowHeight = 32;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Export)
};

QString slugOf(const QString &title)
{
    QString slug;
    for (const QChar c : title.toLower()) {
        if (c.isLetterOrNumber())
            slug += c;
        else if (!slug.isEmpty() && !slug.endsWith(u'-'))
            slug += u'-';
    }
    while (slug.endsWith(u'-'))
        slug.chop(1);
    return slug;
}

const ChartContent *chartOf(const IncidentPlots &plots, const QString &name)
{
    const QStringList names = chartNames(plots);
    const QString wanted = slugOf(name);
    for (qsizetype i = 0; !wanted.isEmpty() && i < names.size(); ++i) {
        if (names[i].contains(wanted))
            return &plots.charts()[static_cast<std::size_t>(i)];
    }
    return nullptr;
}

std::unexpected<Error> unknownChart(const IncidentPlots &plots, const QString &name)
{
    const QStringList names = chartNames(plots);
    if (names.isEmpty())
        return failure(Error::Code::Usage, Words::tr("The incident has no chart: nothing in it has a time."));
    return failure(
        Error::Code::Usage, Words::tr("The incident has no chart “%1”: choose one of %2.")
                                .arg(name.left(40), names.join(QLatin1String(", "))));
}

QSizeF sizeOf(const ChartOrder &order, const ChartContent &chart)
{
    if (order.height > 0)
        return {order.width, order.height};
    const double own = chart.rows.empty() ? usualHeight
                                          : ChartMetrics::headerHeight + ChartMetrics::bottom +
                                                rowHeight * static_cast<double>(chart.rows.size());
    return {order.width, own + heightBesideChart(chart)};
}

const Theme &themeOf(bool dark)
{
    return dark ? Theme::dark() : Theme::light();
}

/// The same picture in both schemes.
std::string inlined(
    SvgColours &colours, QSizeF size, const QString &label, const std::function<void(QPainter &, const Theme &)> &paint)
{
    SvgDrawing light(size);
    SvgDrawing dark(size);
    for (SvgDrawing *drawing : {&light, &dark}) {
        QPainter painter(drawing);
        paint(painter, themeOf(drawing == &dark));
    }
    return colours.inlined(light, dark, label).toStdString();
}

} // namespace

Result<HtmlPictures> htmlPictures(const IncidentPlots &plots, const PaintThere &paintThere)
{
    HtmlPictures pictures;
    SvgColours colours;
    const ReportFigures light(plots, pageWidth, tallest);
    const ReportFigures dark(plots, pageWidth, tallest, Theme::dark());
    const std::vector<double> heights = light.heights();
    const std::vector<FigurePainter> lightPainters = light.painters();
    const std::vector<FigurePainter> darkPainters = dark.painters();
    for (std::size_t i = 0; i < heights.size(); ++i) {
        const QSizeF size(pageWidth, heights[i]);
        const QString label = i == 0 ? Words::tr("Timeline") : plots.charts()[i - 1].title.text();
        const auto work = [&] {
            pictures.figures.push_back(inlined(colours, size, label, [&](QPainter &painter, const Theme &theme) {
                (theme.isDark ? darkPainters : lightPainters)[i](painter, QRectF(QPointF(0, 0), size));
            }));
        };
        if (i == 0)
            work(); // of ours alone: a worker may paint it
        else if (const Status turn = paintThere(work); !turn)
            return std::unexpected(turn.error());
    }
    for (const EventKind kind : allEventKinds()) {
        const auto paint = [kind](QPainter &painter, const Theme &theme) {
            drawGlyph(painter, kind, QPointF(markBox / 2, markBox / 2), markSize, theme.kind(kind));
        };
        pictures.marks[static_cast<std::size_t>(kind)] = inlined(colours, QSizeF(markBox, markBox), {}, paint);
    }
    pictures.lightRules = colours.lightRules().toStdString();
    pictures.darkRules = colours.darkRules().toStdString();
    return pictures;
}

QStringList chartNames(const IncidentPlots &plots)
{
    QStringList names;
    for (const ChartContent &chart : plots.charts())
        names << slugOf(chart.title.text());
    return names;
}

Result<QByteArray> chartBytes(const IncidentPlots &plots, const ChartOrder &order, bool asSvg)
{
    const ChartContent *chart = chartOf(plots, order.name);
    if (!chart)
        return unknownChart(plots, order.name);
    const ChartFrame frame{
        .size = sizeOf(order, *chart),
        .visible = plots.visible(),
        .left = std::max(plot::leftGutter, neededGutter(*chart)),
        .right = plot::rightGutter,
        .tickSpacing = plot::tickLabelWidth,
        .zone = plots.zone(),
        .events = &plots.events(),
    };
    const ChartPicture picture{*chart, frame, themeOf(order.dark)};
    return asSvg ? chartSvg(picture) : chartPng(picture, order.scale);
}

} // namespace downtimeline
