// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/ticks.h"
#include "models/timeline/wholerange.h"
#include "tests/widgets/charts/chartsamples.h"
#include "widgets/charts/chartpane.h"
#include "widgets/charts/phaseschart.h"
#include "widgets/paint/displaylist.h"
#include "widgets/paint/displaylistpainter.h"
#include "widgets/paint/theme.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QPainter>
#include <QPointingDevice>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <cmath>

using namespace downtimeline;
using sample::at;

namespace {

/// A traffic chart above a response chart in one window of 1104 px, with one gutter.
struct ShownPanes
{
    QWidget window;
    ViewState view;
    ChartPane traffic{view, &window};
    ChartPane response{view, &window};

    ShownPanes()
    {
        window.setPalette(Theme::light().palette());
        view.setZone(sample::zone());
        view.setWhole(sample::shown());
        traffic.setContent(trafficChart(sample::measuredTraffic()));
        response.setContent(responseChart(sample::responseTimes()));
        for (ChartPane *pane : {&traffic, &response})
            pane->setGutter(112, 16);
        resize(1104);
        window.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&window));
    }

    void resize(int width)
    {
        window.resize(width, 288);
        traffic.setGeometry(0, 0, width, 144);
        response.setGeometry(0, 144, width, 144);
    }

    void wheel(ChartPane &pane, QPointF position, int angle)
    {
        QWheelEvent event(
            position, pane.viewport()->mapToGlobal(position), {}, {0, angle}, Qt::NoButton, Qt::NoModifier,
            Qt::NoScrollPhase, false);
        QApplication::sendEvent(pane.viewport(), &event);
    }
};

/// The pixel columns that hold the grid's colour on a row where nothing else is drawn.
std::vector<int> gridColumns(const QImage &image, int row)
{
    std::vector<int> columns;
    const QColor hairline = Theme::light().hairline;
    for (int x = 0; x < image.width(); ++x) {
        if (image.pixelColor(x, row) == hairline)
            columns.push_back(x);
    }
    return columns;
}

/// The same columns as the timeline's own painter draws them from the scale and the ticks.
std::vector<int> rulerColumns(const ChartPane &pane, const DisplayZone &zone, double ratio)
{
    QImage image((QSizeF(pane.size()) * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Theme::light().background);
    const TimeScale scale = pane.scale();
    DisplayList list;
    list.size = pane.size();
    list.plot = QRectF(scale.left(), 0, scale.width(), pane.height());
    for (const Tick &tick : ticks(scale, zone, plot::tickLabelWidth)) {
        const double x = scale.x(tick.at);
        if (tick.major && x >= scale.left() && x <= scale.right())
            list.grid.push_back({x, 0, static_cast<double>(pane.height()), Ink::GridMajor});
    }
    QPainter painter(&image);
    paintTimeline(painter, list, Theme::light());
    painter.end();
    return gridColumns(image, 4);
}

} // namespace

TEST(ChartPane, GridLinesMatchTheRulerToThePixelOverSizesAndRanges)
{
    ShownPanes shown;
    ResponseChartContent empty;
    empty.series = {{"none", "ms", curveOf({{at(90000), 1}})}};
    empty.start = at(0);
    int compared = 0;
    for (const double ratio : {1.0, 2.0}) {
        for (int step = 0; step < 30; ++step) {
            shown.resize(900 + 13 * step);
            const Duration shift = std::chrono::seconds(37 * step);
            shown.view.setVisible({at(-1200) + shift, at(2160 - 60.0 * step) + shift});
            shown.response.setContent(responseChart(empty));
            const QImage image = sample::picture(shown.response, ratio);
            const int row = static_cast<int>(28 * ratio);
            ASSERT_EQ(gridColumns(image, row), rulerColumns(shown.response, sample::zone(), ratio))
                << "step " << step << " ratio " << ratio;
            ++compared;
        }
    }
    EXPECT_EQ(compared, 60);
}

TEST(ChartPane, AStepInTheDataStandsAtItsInstant)
{
    ShownPanes shown;
    std::vector<Sample> samples;
    for (int second = -1200; second < 2160; second += 10)
        samples.push_back({at(second), second < 300 ? 10.0 : 20.0});
    samples.insert(samples.begin() + 150, {at(299.9999), 10.0});
    ResponseChartContent content;
    content.series = {{"p95", "ms", curveOf(samples)}};
    content.start = at(0);
    shown.response.setContent(responseChart(content));
    for (const int width : {1000, 1104, 777}) {
        shown.resize(width);
        const QImage image = sample::picture(shown.response);
        const int row = static_cast<int>(24 + (144 - 34) * 0.35);
        int hit = -1;
        for (int x = 113; x < width - 17; ++x) {
            const QColor pixel = image.pixelColor(x, row);
            if (pixel.blue() - pixel.red() > 80) // the accent, not the grid
                hit = x;
        }
        EXPECT_NEAR(hit, shown.response.scale().x(at(300)), 1.5) << width;
    }
}

TEST(ChartPane, TheWheelZoomsBothChartsAroundThePointer)
{
    ShownPanes shown;
    const Instant there = shown.traffic.scale().instant(500);
    shown.wheel(shown.traffic, {500, 60}, 240);
    EXPECT_LT(shown.view.visible().length(), sample::shown().length());
    EXPECT_NEAR(shown.traffic.scale().x(there), 500, 0.5);
    EXPECT_NEAR(shown.response.scale().x(there), 500, 0.5);
}

TEST(ChartPane, ADragPansAndTakesTheInstantAlong)
{
    ShownPanes shown;
    shown.wheel(shown.traffic, {500, 60}, 480);
    const Instant there = shown.traffic.scale().instant(400);
    QWidget *viewport = shown.traffic.viewport();
    QTest::mousePress(viewport, Qt::LeftButton, Qt::NoModifier, {400, 60});
    QTest::mouseMove(viewport, {430, 60});
    QTest::mouseMove(viewport, {470, 60});
    QTest::mouseRelease(viewport, Qt::LeftButton, Qt::NoModifier, {470, 60});
    EXPECT_NEAR(shown.traffic.scale().x(there), 470, 0.5);
}

TEST(ChartPane, TwoFingersKeepTheirInstantsAndATapSetsTheCursor)
{
    static QPointingDevice *screen = QTest::createTouchDevice();
    ShownPanes shown;
    QWidget *viewport = shown.traffic.viewport();
    const Instant there = shown.traffic.scale().instant(500);
    QTest::touchEvent(viewport, screen).press(0, QPoint(400, 60), viewport);
    QTest::touchEvent(viewport, screen).move(0, {400, 60}, viewport).press(1, {600, 60}, viewport);
    QTest::touchEvent(viewport, screen).move(0, {300, 60}, viewport).move(1, {700, 60}, viewport);
    EXPECT_NEAR(shown.response.scale().x(there), 500, 0.5);
    EXPECT_NEAR(double(sample::shown().length().count()) / double(shown.view.visible().length().count()), 2, 0.001);
    QTest::touchEvent(viewport, screen).release(0, {300, 60}, viewport).release(1, {700, 60}, viewport);
    QTest::touchEvent(viewport, screen).press(2, QPoint(450, 60), viewport);
    QTest::touchEvent(viewport, screen).release(2, QPoint(450, 60), viewport);
    ASSERT_TRUE(shown.view.cursor());
    EXPECT_NEAR(shown.response.scale().x(*shown.view.cursor()), 450, 0.01);
}

TEST(ChartPane, ADoubleClickShowsAll)
{
    ShownPanes shown;
    shown.wheel(shown.traffic, {500, 60}, 480);
    ASSERT_NE(shown.view.visible(), sample::shown());
    QTest::mouseDClick(shown.traffic.viewport(), Qt::LeftButton, Qt::NoModifier, {500, 60});
    EXPECT_EQ(shown.view.visible(), sample::shown());
}

TEST(ChartPane, ADoubleClickOnAPhaseShowsThatPhase)
{
    ShownPanes shown;
    const ResponseAnalysis analysis = sample::foundingAnalysis();
    shown.traffic.setContent(phasesChart(analysis, at(0)));
    (void)shown.window.grab();
    const TimeRange phase = analysis.phases.at(1).range;
    const ChartFrame frame = shown.traffic.frameFor(shown.traffic.viewport()->size());
    const double y = layoutChart(shown.traffic.content(), frame).rows.at(1).rect.center().y();
    QTest::mouseDClick(shown.traffic.viewport(), Qt::LeftButton, Qt::NoModifier, QPoint(900, static_cast<int>(y)));
    EXPECT_EQ(shown.view.visible(), withAir(phase)) << "anywhere in its row";
    ASSERT_TRUE(analysis.phases.at(0).range.isEmpty());
    shown.view.setVisible(sample::shown());
    (void)shown.window.grab();
    const double empty = layoutChart(shown.traffic.content(), frame).rows.at(0).rect.center().y();
    QTest::mouseDClick(shown.traffic.viewport(), Qt::LeftButton, Qt::NoModifier, QPoint(900, static_cast<int>(empty)));
    EXPECT_EQ(shown.view.visible(), sample::shown()) << "a phase without a length is nothing to look into";
}

TEST(ChartPane, ThePointerSetsTheCursorOfEveryPlot)
{
    ShownPanes shown;
    QTest::mouseMove(shown.traffic.viewport(), {600, 60});
    ASSERT_TRUE(shown.view.cursor());
    EXPECT_NEAR(shown.response.scale().x(*shown.view.cursor()), 600, 0.01);
    const QImage image = sample::picture(shown.response);
    EXPECT_EQ(image.pixelColor(600, 100), Theme::light().muted);
    EXPECT_EQ(image.pixelColor(600, 8), Theme::light().muted);
    QTest::mouseMove(shown.traffic.viewport(), {20, 60});
    EXPECT_FALSE(shown.view.cursor());
}

TEST(ChartPane, TheCursorNeverPaintsTheChartAnew)
{
    ShownPanes shown;
    sample::picture(shown.traffic);
    QApplication::processEvents();
    const int before = shown.traffic.renderCount();
    for (int x = 200; x < 500; ++x) {
        shown.view.setCursor(shown.traffic.scale().instant(x));
        shown.traffic.viewport()->repaint();
    }
    EXPECT_EQ(shown.traffic.renderCount(), before);
    shown.view.setVisible({at(0), at(600)});
    shown.traffic.viewport()->repaint();
    EXPECT_EQ(shown.traffic.renderCount(), before + 1);
}

TEST(ChartPane, ThePictureIsWholeAfterOneRendering)
{
    ShownPanes shown;
    for (const int width : {900, 1200, 1000}) {
        shown.resize(width);
        const QImage first = sample::picture(shown.response);
        QApplication::processEvents();
        shown.response.setGutter(113, 16); // outdates the picture
        shown.response.setGutter(112, 16);
        EXPECT_EQ(first, sample::picture(shown.response)) << width;
    }
}

TEST(ChartPane, TheCursorsValueStandsInTheLegend)
{
    ShownPanes shown;
    const QRect legend(112, 0, 800, 24);
    const QImage without = sample::picture(shown.traffic).copy(legend);
    shown.view.setCursor(at(-600));
    QImage with = sample::picture(shown.traffic).copy(legend);
    EXPECT_NE(without, with);
    shown.view.setCursor(std::nullopt);
    EXPECT_EQ(without, sample::picture(shown.traffic).copy(legend));
}

TEST(ChartPane, KeysMoveTheCursorAndZoom)
{
    ShownPanes shown;
    shown.view.setCursor(shown.traffic.scale().instant(300));
    QTest::keyClick(&shown.traffic, Qt::Key_Right);
    EXPECT_NEAR(shown.traffic.scale().x(*shown.view.cursor()), 308, 0.01);
    QTest::keyClick(&shown.traffic, Qt::Key_Left);
    EXPECT_NEAR(shown.traffic.scale().x(*shown.view.cursor()), 300, 0.01);
    QTest::keyClick(&shown.traffic, Qt::Key_Plus);
    EXPECT_LT(shown.view.visible().length(), sample::shown().length());
    QTest::keyClick(&shown.traffic, Qt::Key_0);
    EXPECT_EQ(shown.view.visible(), sample::shown());
}

TEST(ChartPane, AScreenReaderHearsTheNumbers)
{
    ShownPanes shown;
    EXPECT_EQ(shown.traffic.accessibleName(), QStringLiteral("Traffic, % of baseline"));
    EXPECT_TRUE(shown.traffic.accessibleDescription().contains(QStringLiteral("10:21:50 GMT+1")));
    shown.view.setZone(DisplayZone());
    EXPECT_TRUE(shown.traffic.accessibleDescription().contains(QStringLiteral("09:21:50 UTC")));
    shown.response.setContent(phasesChart(sample::foundingAnalysis(), at(0)));
    EXPECT_TRUE(shown.response.accessibleDescription().contains(QStringLiteral("Acknowledge · 10 min")));
}

TEST(ChartPane, TheSentenceTellsItsDefinitionUnderThePointer)
{
    ShownPanes shown;
    const QImage image = sample::picture(shown.traffic);
    const QColor danger = Theme::light().danger;
    QPoint sentence;
    for (int y = 30; y < image.height() && sentence.isNull(); ++y) {
        for (int x = 112; x < image.width() && sentence.isNull(); ++x) {
            if (image.pixelColor(x, y) == danger)
                sentence = {x + 1, y + 3};
        }
    }
    ASSERT_FALSE(sentence.isNull());
    QTest::mouseMove(shown.traffic.viewport(), sentence);
    EXPECT_TRUE(shown.traffic.viewport()->toolTip().contains(QStringLiteral("median of the samples")));
    QTest::mouseMove(shown.traffic.viewport(), {120, 130});
    EXPECT_TRUE(shown.traffic.viewport()->toolTip().isEmpty());
}

TEST(ChartPane, ADarkWindowGivesADarkChart)
{
    ShownPanes shown;
    EXPECT_EQ(sample::picture(shown.traffic).pixelColor(2, 140), Theme::light().background);
    shown.window.setPalette(Theme::dark().palette());
    EXPECT_EQ(sample::picture(shown.traffic).pixelColor(2, 140), Theme::dark().background);
}

TEST(ChartPane, ANewContentSaysWhichGutterItNeeds)
{
    ShownPanes shown;
    QSignalSpy needs(&shown.response, &ChartPane::neededGutterChanged);
    shown.response.setContent(trafficChart(sample::statedTraffic()));
    ASSERT_EQ(needs.size(), 1);
    EXPECT_EQ(needs[0][0].toInt(), shown.response.neededGutter());
}
