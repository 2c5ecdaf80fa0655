// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/charts/chartsamples.h"
#include "widgets/charts/chartpane.h"
#include "widgets/charts/phaseschart.h"
#include "widgets/paint/theme.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QTest>

using namespace downtimeline;
using sample::at;

namespace {

struct Picture
{
    const char *name;
    ChartContent upper;
    ChartContent lower;
    bool hasCursor;
};

std::vector<Picture> pictures()
{
    TrafficChartContent both = sample::measuredTraffic();
    both.stated = sample::statedTraffic().stated;
    both.isIllustrative = true;
    ResponseChartContent dense = sample::responseTimes();
    std::vector<Sample> samples;
    for (int i = 0; i < 200000; ++i) {
        const auto noise = static_cast<double>((i * 2654435761u) >> 20 & 0xFF);
        samples.push_back({at(-1200 + i * 0.0168), 200 + noise + (i == 90000 ? 2600 : 0)});
    }
    dense.series = {{"p99 of 200 000 samples", "ms", curveOf(samples)}};
    return {
        {"charts-measured", trafficChart(sample::measuredTraffic()), responseChart(sample::responseTimes()), true},
        {"charts-stated", trafficChart(sample::statedTraffic()), phasesChart(sample::foundingAnalysis(), at(0)), false},
        {"charts-both-dense", trafficChart(both), responseChart(dense), false}};
}

} // namespace

TEST(ChartScreenshots, EveryChartInBothThemesAtTwoScales)
{
    for (const Picture &picture : pictures()) {
        for (const Theme *theme : {&Theme::light(), &Theme::dark()}) {
            QWidget window;
            window.setPalette(theme->palette());
            window.setAutoFillBackground(true);
            ViewState view;
            view.setZone(sample::zone());
            view.setWhole(sample::shown());
            ChartPane upper(view, &window);
            ChartPane lower(view, &window);
            upper.setContent(picture.upper);
            lower.setContent(picture.lower);
            window.resize(1144, 289);
            upper.setGeometry(0, 0, 1144, 144);
            lower.setGeometry(0, 145, 1144, 144);
            for (ChartPane *pane : {&upper, &lower})
                pane->setGutter(112, 17);
            window.show();
            ASSERT_TRUE(QTest::qWaitForWindowExposed(&window));
            if (picture.hasCursor)
                view.setCursor(at(720));
            for (const int ratio : {1, 2}) {
                const QImage image = sample::picture(window, ratio);
                EXPECT_EQ(image.pixelColor(image.width() - 3, 40 * ratio), theme->background);
                const QString name =
                    QStringLiteral("%1-%2-%3x.png")
                        .arg(
                            QLatin1String(picture.name),
                            theme->isDark ? QStringLiteral("dark") : QStringLiteral("light"), QString::number(ratio));
                EXPECT_TRUE(sample::saveScreenshot(image, name));
            }
        }
    }
}
