// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/charts/chartsamples.h"
#include "widgets/charts/chartpainting.h"
#include "widgets/charts/phaseschart.h"
#include "widgets/paint/theme.h"

#include <gtest/gtest.h>

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

using namespace downtimeline;
using sample::at;

namespace {

const QSizeF size(700, 140);

ChartFrame paperFrame()
{
    return {size, sample::shown(), 60, 10, 60, 1, sample::zone()};
}

QByteArray asSvg(const ChartContent &content, const ChartFrame &frame)
{
    QBuffer buffer;
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setResolution(96);
    svg.setSize(size.toSize());
    svg.setViewBox(QRectF(QPointF(0, 0), size));
    QPainter painter(&svg);
    renderChart(painter, QRectF(QPointF(0, 0), size), content, frame, Theme::light());
    painter.end();
    return buffer.data();
}

QImage asImage(const ChartContent &content, const ChartFrame &frame, QPointF corner = {0, 0})
{
    QImage image(900, 300, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    renderChart(painter, QRectF(corner, size), content, frame, Theme::light());
    return image;
}

/// Every x and y of the file's polylines and paths; glyphs stand as text in an SVG of Qt.
std::vector<QPointF> pointsOf(const QByteArray &svg)
{
    std::vector<QPointF> points;
    static const QRegularExpression list(QStringLiteral("(?:points|d)=\"([^\"]*)\""));
    static const QRegularExpression pair(QStringLiteral("(-?[0-9.e+-]+),(-?[0-9.e+-]+)"));
    auto lists = list.globalMatch(QString::fromUtf8(svg));
    while (lists.hasNext()) {
        auto pairs = pair.globalMatch(lists.next().captured(1));
        while (pairs.hasNext()) {
            const QRegularExpressionMatch match = pairs.next();
            points.emplace_back(match.captured(1).toDouble(), match.captured(2).toDouble());
        }
    }
    return points;
}

} // namespace

TEST(ChartPainting, AnSvgHoldsNothingOutsideItsPicture)
{
    ChartFrame frame = paperFrame();
    frame.visible = {at(-100), at(500)}; // zoomed: the curve goes on far beyond both ends
    const QByteArray svg = asSvg(trafficChart(sample::measuredTraffic()), frame);
    const std::vector<QPointF> points = pointsOf(svg);
    ASSERT_GT(points.size(), 50u);
    for (const QPointF point : points) {
        ASSERT_GE(point.x(), -1.0);
        ASSERT_LE(point.x(), size.width() + 1);
        ASSERT_GE(point.y(), -1.0);
        ASSERT_LE(point.y(), size.height() + 1);
    }
    EXPECT_TRUE(svg.contains("Traffic, % of baseline"));
    EXPECT_TRUE(svg.contains("below 99%"));
}

TEST(ChartPainting, ADenseCurveIsDrawnInEveryFormat)
{
    std::vector<Sample> samples;
    for (int i = 0; i < 20000; ++i)
        samples.push_back({at(-1200 + i * 0.168), 100 + 50 * std::sin(i / 700.0)});
    ResponseChartContent response;
    response.series = {{"p95", "ms", curveOf(samples)}};
    response.start = at(0);
    const ChartContent content = responseChart(response);
    EXPECT_LT(asSvg(content, paperFrame()).size(), 400000);
    const QImage image = asImage(content, paperFrame());
    int coloured = 0;
    for (int x = 61; x < 689; ++x) {
        bool isHit = false;
        for (int y = 24; y < 130; ++y)
            isHit = isHit || image.pixelColor(x, y) == Theme::light().accent;
        coloured += isHit ? 1 : 0;
    }
    EXPECT_GE(coloured, 620);
}

TEST(ChartPainting, ThePlotLiesWhereTheFrameSaysAtAnyCorner)
{
    const ChartContent content = trafficChart(sample::measuredTraffic());
    const QImage origin = asImage(content, paperFrame()).copy(0, 0, 700, 140);
    const QImage moved = asImage(content, paperFrame(), {150, 120}).copy(150, 120, 700, 140);
    EXPECT_EQ(origin, moved);
    EXPECT_EQ(asImage(content, paperFrame()).pixelColor(760, 60), QColor(Qt::white));
}

TEST(ChartPainting, APdfPageIsSmallAndVector)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(1200);
    QPainter painter(&writer);
    painter.scale(1200 / 96.0, 1200 / 96.0);
    for (const ChartContent &content :
         {trafficChart(sample::measuredTraffic()), responseChart(sample::responseTimes()),
          phasesChart(sample::foundingAnalysis(), at(0))}) {
        renderChart(painter, QRectF(QPointF(0, 0), size), content, paperFrame(), Theme::light());
        painter.translate(0, size.height());
    }
    painter.end();
    EXPECT_GT(buffer.size(), 4000);
    EXPECT_LT(buffer.size(), 200000);
    EXPECT_FALSE(buffer.data().contains("/Subtype /Image"));
}

TEST(ChartPainting, TheSameInputGivesTheSameBytes)
{
    const ChartContent content = responseChart(sample::responseTimes());
    EXPECT_EQ(asSvg(content, paperFrame()), asSvg(content, paperFrame()));
}
