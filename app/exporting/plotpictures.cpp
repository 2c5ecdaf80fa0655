// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/plotpictures.h"

#include "app/exporting/reportfigures.h"
#include "widgets/charts/chartpainting.h"
#include "widgets/paint/glyphs.h"
#include "widgets/paint/plotmetrics.h"
#include "widgets/paint/svgdrawing.h"
#include "widgets/paint/theme.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace downtimeline {
namespace {

constexpr double pageWidth = 738;   ///< of a figure, in 1/96 inch; the page stretches it
constexpr double tallest = 100'000; ///< a page on a screen has no end
constexpr double markSize = 14;
constexpr double markBox = 18;
constexpr double mostPixels = 32'000; ///< what a QImage and most readers can take on a side
constexpr double usualHeight = 320;
constexpr double rowHeight = 32;
constexpr double columnsAPixel = 2; ///< of a dense curve

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

QSizeF sizeOf(const ChartPicture &picture, const ChartContent &chart)
{
    if (picture.height > 0)
        return {picture.width, picture.height};
    if (chart.rows.empty())
        return {picture.width, usualHeight};
    return {
        picture.width,
        ChartMetrics::headerHeight + ChartMetrics::bottom + rowHeight * static_cast<double>(chart.rows.size())};
}

void paintChart(
    QPainter &painter, const IncidentPlots &plots, const ChartContent &chart, const QSizeF &size, const Theme &theme)
{
    const ChartFrame frame{
        .size = size,
        .visible = plots.visible(),
        .left = std::max(plot::leftGutter, neededGutter(chart)),
        .right = plot::rightGutter,
        .tickSpacing = plot::tickLabelWidth,
        .pixelRatio = columnsAPixel,
        .zone = plots.zone(),
    };
    painter.fillRect(QRectF(QPointF(0, 0), size), theme.background);
    renderChart(painter, QRectF(QPointF(0, 0), size), chart, frame, theme);
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

Result<QByteArray> chartPng(const IncidentPlots &plots, const ChartPicture &picture)
{
    const ChartContent *chart = chartOf(plots, picture.name);
    if (!chart)
        return unknownChart(plots, picture.name);
    const QSizeF size = sizeOf(picture, *chart);
    const QSizeF pixels = size * picture.scale;
    if (!(picture.scale >= 0.1 && picture.scale <= 8))
        return failure(Error::Code::Usage, Words::tr("A picture's scale must lie between 0.1 and 8."));
    if (!(pixels.width() >= 1 && pixels.height() >= 1 && pixels.width() <= mostPixels && pixels.height() <= mostPixels))
        return failure(
            Error::Code::Usage, Words::tr("A picture has 1 to 32000 pixels on a side; choose another size or scale."));
    QImage image(
        QSize(static_cast<int>(std::ceil(pixels.width())), static_cast<int>(std::ceil(pixels.height()))),
        QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return failure(
            Error::Code::Usage, Words::tr("There is not enough memory for the picture; choose a smaller scale."));
    image.setDevicePixelRatio(picture.scale);
    image.fill(themeOf(picture.dark).background);
    QPainter painter(&image);
    paintChart(painter, plots, *chart, size, themeOf(picture.dark));
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG"))
        return failure(Error::Code::Io, Words::tr("The PNG picture cannot be written."));
    return bytes;
}

Result<QByteArray> chartSvg(const IncidentPlots &plots, const ChartPicture &picture)
{
    const ChartContent *chart = chartOf(plots, picture.name);
    if (!chart)
        return unknownChart(plots, picture.name);
    const QSizeF size = sizeOf(picture, *chart);
    if (!(size.width() >= 1 && size.height() >= 1 && size.width() <= mostPixels && size.height() <= mostPixels))
        return failure(
            Error::Code::Usage, Words::tr("A picture has 1 to 32000 pixels on a side; choose another size."));
    SvgDrawing drawing(size);
    QPainter painter(&drawing);
    paintChart(painter, plots, *chart, size, themeOf(picture.dark));
    painter.end();
    return svgFile(drawing, chart->title.text());
}

} // namespace downtimeline
