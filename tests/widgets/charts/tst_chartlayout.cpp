// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/ticks.h"
#include "tests/widgets/charts/chartsamples.h"
#include "widgets/charts/chartlayout.h"
#include "widgets/charts/phaseschart.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

using namespace downtimeline;
using sample::at;

namespace {

ChartFrame frameOf(QSizeF size = {1104, 144}, TimeRange visible = sample::shown())
{
    return {size, visible, 112, 16, 80, 1, sample::zone()};
}

std::vector<PlacedText> labelsInPlot(const ChartLayout &layout)
{
    std::vector<PlacedText> labels;
    std::ranges::copy_if(
        layout.texts, std::back_inserter(labels), [](const PlacedText &text) { return !text.isRightAligned; });
    return labels;
}

bool touches(const QPolygonF &line, const QRectF &rect)
{
    for (qsizetype i = 1; i < line.size(); ++i) {
        for (double share = 0; share <= 1; share += 0.02) {
            if (rect.contains(line[i - 1] + (line[i] - line[i - 1]) * share))
                return true;
        }
    }
    return false;
}

} // namespace

TEST(ChartLayout, GridLinesLieOnTheRulersTicks)
{
    const ChartFrame frame = frameOf();
    const ChartLayout layout = layoutChart(trafficChart(sample::measuredTraffic()), frame);
    std::vector<double> expected;
    for (const Tick &tick : ticks(frame.scale(), frame.zone, frame.tickSpacing)) {
        if (tick.major)
            expected.push_back(frame.scale().x(tick.at));
    }
    EXPECT_FALSE(expected.empty());
    EXPECT_EQ(layout.gridX, expected);
}

TEST(ChartLayout, TheShadeSpansTheImpact)
{
    const ChartFrame frame = frameOf();
    const ChartLayout layout = layoutChart(trafficChart(sample::measuredTraffic()), frame);
    ASSERT_EQ(layout.shades.size(), 1u);
    EXPECT_DOUBLE_EQ(layout.shades[0].left(), frame.scale().x(at(0)));
    EXPECT_DOUBLE_EQ(layout.shades[0].right(), frame.scale().x(at(1320)));
    const ChartLayout later =
        layoutChart(trafficChart(sample::measuredTraffic()), frameOf({1104, 144}, {at(1400), at(2000)}));
    EXPECT_TRUE(later.shades.empty());
}

TEST(ChartLayout, ValuesLieWhereTheAxisSays)
{
    const ChartLayout layout = layoutChart(trafficChart(sample::measuredTraffic()), frameOf());
    EXPECT_DOUBLE_EQ(layout.bars.y(0), layout.plot.bottom());
    EXPECT_DOUBLE_EQ(layout.gridY.front(), layout.plot.bottom());
    EXPECT_DOUBLE_EQ(*layout.referenceY, layout.gridY.back());
}

TEST(ChartLayout, StatedPointsAreNeverJoined)
{
    const ChartLayout layout = layoutChart(trafficChart(sample::statedTraffic()), frameOf());
    EXPECT_TRUE(layout.curves.empty());
    ASSERT_EQ(layout.marks.size(), 2u);
    EXPECT_TRUE(layout.marks[0].isStated);
    EXPECT_DOUBLE_EQ(layout.marks[0].centre.y(), layout.plot.bottom());
    EXPECT_EQ(layout.uncounted, 0);
    const std::vector<PlacedText> labels = labelsInPlot(layout);
    ASSERT_EQ(labels.size(), 2u);
    EXPECT_EQ(labels[1].strong + labels[1].plain, QStringLiteral("0% from “100% impact”, line 11"));
}

TEST(ChartLayout, ACurveIsCutAtTheEdgesOfThePlot)
{
    ChartContent content = trafficChart(sample::measuredTraffic());
    const ChartLayout layout = layoutChart(content, frameOf({1104, 144}, {at(3), at(27)}));
    ASSERT_EQ(layout.curves[0].runs.size(), 1u);
    EXPECT_NEAR(layout.curves[0].runs[0].front().x(), 3, 1e-9);
    EXPECT_NEAR(layout.curves[0].runs[0].back().x(), 27, 1e-9);
    EXPECT_NEAR(layout.curves[0].outlines[0].front().x(), layout.plot.left(), 1e-6);
    EXPECT_NEAR(layout.curves[0].outlines[0].back().x(), layout.plot.right(), 1e-6);
}

TEST(ChartLayout, AGapBreaksTheLineAndALoneSampleIsADot)
{
    std::vector<Sample> samples;
    for (const int second : {0, 10, 20, 30, 40, 200, 400, 410, 420, 430})
        samples.push_back({at(second), 10.0});
    ResponseChartContent response;
    response.series = {{"p95", "ms", curveOf(samples)}};
    response.start = at(0);
    const ChartLayout layout = layoutChart(responseChart(response), frameOf({800, 144}, {at(-10), at(500)}));
    EXPECT_EQ(layout.curves[0].runs.size(), 2u);
    ASSERT_EQ(layout.curves[0].dots.size(), 1u);
}

TEST(ChartLayout, LabelsNeverOverlapEachOtherOrALineOrLeaveThePlot)
{
    std::mt19937 random(42);
    std::uniform_real_distribution<double> second(-1200, 2100);
    for (int round = 0; round < 300; ++round) {
        TrafficChartContent traffic = sample::measuredTraffic();
        if (round % 2 == 0)
            traffic.stated = sample::statedTraffic().stated;
        const double start = second(random);
        const TimeRange visible{at(start), at(start + 60 + static_cast<double>(random() % 3000))};
        const QSizeF size(400.0 + static_cast<double>(random() % 1200), 96.0 + static_cast<double>(random() % 160));
        const ChartLayout layout = layoutChart(trafficChart(traffic), frameOf(size, visible));
        const std::vector<PlacedText> labels = labelsInPlot(layout);
        for (std::size_t i = 0; i < labels.size(); ++i) {
            ASSERT_TRUE(layout.plot.adjusted(-0.1, -0.1, 0.1, 0.1).contains(labels[i].rect));
            for (std::size_t j = i + 1; j < labels.size(); ++j)
                ASSERT_FALSE(labels[i].rect.intersects(labels[j].rect)) << "round " << round;
            for (const QPolygonF &line : layout.curves[0].outlines)
                ASSERT_FALSE(touches(line, labels[i].rect))
                    << "round " << round << ' ' << labels[i].strong.toStdString();
        }
    }
}

TEST(ChartLayout, TheSentenceStandsOverTheImpact)
{
    const ChartFrame frame = frameOf();
    const ChartLayout layout = layoutChart(trafficChart(sample::measuredTraffic()), frame);
    const auto note = std::ranges::find(layout.texts, ChartInk::Danger, &PlacedText::ink);
    ASSERT_NE(note, layout.texts.end());
    EXPECT_EQ(note->strong, QStringLiteral("22 min below 99% · 93% of requests lost"));
    EXPECT_GT(note->rect.left(), frame.scale().x(at(0)));
    EXPECT_LT(note->rect.right(), frame.scale().x(at(1320)));
}

TEST(ChartLayout, EveryNumberCarriesItsDefinition)
{
    const ChartLayout layout = layoutChart(trafficChart(sample::measuredTraffic()), frameOf());
    for (const PlacedText &label : labelsInPlot(layout)) {
        const auto hit = std::ranges::find(layout.hits, label.rect, &ChartHit::rect);
        ASSERT_NE(hit, layout.hits.end()) << label.strong.toStdString();
        EXPECT_TRUE(hit->text.text().contains(QStringLiteral("baseline")));
    }
}

TEST(ChartLayout, ACurveHasItsNameBesideItAndNothingBetween)
{
    const ChartContent content = responseChart(sample::responseTimes());
    const ChartFrame frame = frameOf();
    const ChartLayout layout = layoutChart(content, frame);
    for (const ChartCurve &curve : content.curves) {
        const auto name = std::ranges::find(layout.texts, curve.name.text(), &PlacedText::plain);
        if (name == layout.texts.end() && curve.name.text() == QStringLiteral("p50"))
            continue; // squeezed between the objective and the bottom; the legend has it
        ASSERT_NE(name, layout.texts.end()) << curve.name.text().toStdString();
        EXPECT_EQ(name->ink, curve.ink);
        const Instant there = frame.scale().instant(name->rect.center().x());
        EXPECT_NEAR(layout.bars.y(*curve.source.valueAt(there)), name->rect.center().y(), 18);
        const double curveY = layout.bars.y(*curve.source.valueAt(there));
        const auto [upper, lower] = std::minmax({curveY, name->rect.center().y()});
        EXPECT_FALSE(upper < *layout.referenceY && *layout.referenceY < lower) << curve.name.text().toStdString();
        for (const PlacedCurve &line : layout.curves)
            EXPECT_FALSE(touches(line.outlines.front(), name->rect));
    }
}

TEST(ChartLayout, LabelsKeepTheOrderOfTheirMarks)
{
    const ChartLayout layout = layoutChart(trafficChart(sample::measuredTraffic()), frameOf());
    EXPECT_EQ(layout.uncounted, 0);
    double last = 0;
    for (const QString &level : {QStringLiteral("99%"), QStringLiteral("95%"), QStringLiteral("50%")}) {
        const auto label = std::ranges::find(layout.texts, level, &PlacedText::strong);
        ASSERT_NE(label, layout.texts.end());
        EXPECT_GT(label->rect.top(), last);
        last = label->rect.top();
    }
}

TEST(ChartLayout, PhasesStandOnTheSameTimeAxis)
{
    const ChartFrame frame = frameOf();
    const ChartLayout layout = layoutChart(phasesChart(sample::foundingAnalysis(), at(0)), frame);
    ASSERT_EQ(layout.rows.size(), 5u);
    EXPECT_DOUBLE_EQ(layout.rows[1].rect.left(), frame.scale().x(at(0)));
    EXPECT_DOUBLE_EQ(layout.rows[1].rect.right(), frame.scale().x(at(600)));
    EXPECT_EQ(layout.rows[0].rect.width(), 0);
    const std::vector<PlacedText> labels = labelsInPlot(layout);
    ASSERT_EQ(labels.size(), 10u); // each with its definition beside it
    EXPECT_EQ(labels[0].strong, QStringLiteral("Detect · 0 min"));
    EXPECT_EQ(labels[1].ink, ChartInk::Muted);
    EXPECT_TRUE(labels[1].plain.contains(QStringLiteral(" → "))) << labels[1].plain.toStdString();
    for (std::size_t i = 0; i < labels.size(); ++i) {
        EXPECT_TRUE(layout.plot.contains(labels[i].rect)) << i;
        for (std::size_t j = i + 1; j < labels.size(); ++j)
            EXPECT_FALSE(labels[i].rect.intersects(labels[j].rect)) << i << ' ' << j;
    }
    EXPECT_TRUE(layout.hits[1].text.text().contains(QStringLiteral("10:00:00 to 10:10:00 GMT+1")));
}

TEST(ChartLayout, PhasesLeaveTheMarksOfTheEventsFree)
{
    ChartFrame frame = frameOf();
    const ChartEvents events;
    frame.events = &events;
    const ChartLayout layout = layoutChart(phasesChart(sample::foundingAnalysis(), at(0)), frame);
    ASSERT_EQ(layout.rows.size(), 5u);
    EXPECT_GE(layout.rows.front().rect.top(), layout.plot.top() + ChartMetrics::eventHeight);
    EXPECT_LE(layout.rows.back().rect.bottom(), layout.plot.bottom());
}

TEST(ChartLayout, ATinyOrEmptyFrameIsNoCrash)
{
    const ChartContent content = trafficChart(sample::measuredTraffic());
    EXPECT_TRUE(layoutChart(content, frameOf({0, 0})).gridX.empty());
    EXPECT_TRUE(layoutChart(content, frameOf({100, 20})).curves.empty());
    EXPECT_GT(layoutChart(content, frameOf({135, 60})).uncounted, 0);
    const ChartLayout still = layoutChart(content, frameOf({800, 144}, {at(0), at(0)}));
    EXPECT_TRUE(still.curves[0].runs.empty());
}

TEST(ChartLayout, TheSentenceNeverLeavesTheImpact)
{
    const ChartContent chart = trafficChart(sample::measuredTraffic());
    int shown = 0;
    for (double start = -6000; start < 6000; start += 250) {
        for (const double length : {600.0, 3000.0, 9000.0, 40000.0}) {
            const ChartFrame frame = frameOf({900, 144}, {at(start), at(start + length)});
            const ChartLayout layout = layoutChart(chart, frame);
            const auto note = std::ranges::find(layout.texts, ChartInk::Danger, &PlacedText::ink);
            if (note == layout.texts.end())
                continue;
            ++shown;
            EXPECT_LT(note->rect.left(), frame.scale().x(at(1320))) << start << ' ' << length;
            EXPECT_GT(note->rect.right(), frame.scale().x(at(0))) << start << ' ' << length;
        }
    }
    EXPECT_GT(shown, 20);
}
