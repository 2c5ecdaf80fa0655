// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/charts/chartsamples.h"
#include "widgets/charts/chartpainting.h"
#include "widgets/charts/chartpane.h"
#include "widgets/charts/plotchart.h"
#include "widgets/paint/theme.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QGraphicsTextItem>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>
#include <QtCharts/QLineSeries>

#include <array>
#include <fstream>
#include <string>
#include <sys/inotify.h>
#include <unistd.h>

using namespace downtimeline;
using sample::at;

namespace {

/// A file that markup names: whoever opens it is noticed.
class Canary
{
public:
    Canary()
        : m_path(m_folder.filePath(QStringLiteral("canary.png")).toStdString()), m_watch(::inotify_init1(IN_NONBLOCK))
    {
        std::ofstream(m_path) << "not a picture";
        EXPECT_GE(::inotify_add_watch(m_watch, m_path.c_str(), IN_OPEN), 0);
    }
    ~Canary() { ::close(m_watch); }
    Canary(const Canary &) = delete;
    Canary &operator=(const Canary &) = delete;

    const std::string &path() const { return m_path; }
    std::string markup() const { return "<img src='file://" + m_path + "'><b>bold</b> a<b & c>d"; }

    /// Whether the file was opened since the last question.
    bool wasOpened() const
    {
        std::array<char, 4096> events{};
        return ::read(m_watch, events.data(), events.size()) > 0;
    }

private:
    QTemporaryDir m_folder;
    std::string m_path;
    int m_watch;
};

ResponseChartContent hostile(const std::string &markup)
{
    ResponseChartContent response = sample::responseTimes();
    for (ResponseSeries &series : response.series) {
        series.name = markup + series.name;
        series.unit = "ms";
    }
    return response;
}

} // namespace

TEST(ChartSafety, MarkupInNamesIsDrawnLiterallyAndOpensNothing)
{
    const Canary canary;
    ViewState view;
    view.setWhole(sample::shown());
    ChartPane pane(view);
    pane.resize(1104, 144);
    pane.setGutter(112, 16);
    pane.setContent(responseChart(hostile(canary.markup())));
    pane.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&pane));
    EXPECT_FALSE(canary.wasOpened());

    TrafficChartContent traffic = sample::statedTraffic();
    traffic.stated[0].words = canary.markup();
    pane.setContent(trafficChart(traffic));
    sample::picture(pane);
    QTest::mouseMove(pane.viewport(), {460, 134});
    QApplication::processEvents();
    EXPECT_FALSE(canary.wasOpened());
    EXPECT_TRUE(std::ifstream(canary.path()).is_open());
    EXPECT_TRUE(canary.wasOpened()); // the canary does sing
}

TEST(ChartSafety, WhatQtChartsIsGivenIsEscaped)
{
    PlotChart chart;
    const ChartFrame frame{{800, 144}, sample::shown(), 112, 16, 80, 1, sample::zone()};
    chart.present(responseChart(hostile("<img src='file:///dev/zero'>")), frame, Theme::light());
    ASSERT_EQ(chart.series().size(), 3);
    for (const QAbstractSeries *series : chart.series()) {
        EXPECT_FALSE(series->name().contains(QLatin1Char('<'))) << series->name().toStdString();
        EXPECT_TRUE(series->name().contains(QStringLiteral("&lt;img")));
    }
    for (QGraphicsItem *item : chart.childItems()) {
        const auto *text = dynamic_cast<QGraphicsTextItem *>(item);
        EXPECT_TRUE(text == nullptr || text->toPlainText().isEmpty());
    }
}

TEST(ChartSafety, AMarkupUnitStaysText)
{
    ResponseChartContent response = sample::responseTimes();
    for (ResponseSeries &series : response.series)
        series.unit = "<b>%s%n";
    const ChartContent content = responseChart(response);
    EXPECT_EQ(content.axis.unit, QStringLiteral(" <b>%s%n"));
    QImage image(800, 144, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    renderChart(
        painter, QRectF(0, 0, 800, 144), content,
        {{800, 144}, sample::shown(), neededGutter(content), 16, 80, 1, sample::zone()}, Theme::light());
    painter.end();
    EXPECT_NE(image.pixelColor(0, 0), QColor(Qt::magenta));
}

TEST(ChartSafety, EndlessNamesAreShortened)
{
    ResponseChartContent response = hostile(std::string(200000, 'x'));
    const ChartContent content = responseChart(response);
    EXPECT_LE(content.curves[0].name.text().size(), PlainText::maximumLength + 1);
    ViewState view;
    view.setWhole(sample::shown());
    ChartPane pane(view);
    pane.resize(500, 144);
    pane.setContent(content);
    EXPECT_EQ(sample::picture(pane).width(), 500);
}

TEST(ChartSafety, HugeValuesAndTimesAreNoCrash)
{
    ResponseChartContent response;
    response.series = {{"huge", "ms", curveOf({{at(0), 1e308}, {at(10), -1e308}, {at(20), 0}})}};
    response.start = at(0);
    ViewState view;
    view.setWhole(sample::shown());
    ChartPane pane(view);
    pane.resize(800, 144);
    pane.setContent(responseChart(response));
    view.setVisible({at(0), at(0.001)});
    EXPECT_EQ(sample::picture(pane).width(), 800);
    EXPECT_EQ(pane.renderCount(), 1);
}
