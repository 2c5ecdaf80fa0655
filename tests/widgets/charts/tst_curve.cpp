// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/charts/chartsamples.h"
#include "widgets/charts/curvebars.h"

#include <gtest/gtest.h>

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace downtimeline;
using sample::at;

namespace {

std::vector<Sample> everySecond(int count)
{
    std::vector<Sample> samples;
    for (int i = 0; i < count; ++i)
        samples.push_back({at(i), static_cast<double>(i % 10)});
    return samples;
}

} // namespace

TEST(Curve, FewSamplesStaySinglePoints)
{
    const CurveSource source = curveOf(everySecond(20));
    const CurvePiece piece = source.piece({at(5), at(10)}, 100);
    EXPECT_TRUE(piece.columns.empty());
    ASSERT_EQ(piece.points.size(), 7u); // 5 to 9, one neighbour on each side
    EXPECT_EQ(piece.points.front().at, at(4));
    EXPECT_EQ(piece.points.back().at, at(10));
    EXPECT_FALSE(piece.points.front().joined);
    EXPECT_TRUE(piece.points[1].joined);
}

TEST(Curve, UpToThreeSamplesAPixelAreASmoothLineOfNoMorePointsThanPixels)
{
    const CurveSource source = curveOf(everySecond(1000));
    EXPECT_EQ(source.piece({at(0), at(100)}, 100).points.size(), 101u); // one neighbour after the end
    const CurvePiece smooth = source.piece({at(100), at(400)}, 100);
    EXPECT_TRUE(smooth.columns.empty());
    EXPECT_LE(smooth.points.size(), 100u + 2);
    EXPECT_GE(smooth.points.size(), 90u);
    EXPECT_EQ(smooth.points.front().at, at(99));
    EXPECT_EQ(smooth.points.back().at, at(400));
    const CurvePiece dense = source.piece({at(0), at(301)}, 100);
    EXPECT_TRUE(dense.points.empty());
    EXPECT_EQ(dense.columns.size(), 100u);
}

TEST(Curve, AThinnedLineKeepsEveryNeedleAndEveryGap)
{
    std::vector<Sample> samples = everySecond(300);
    samples[77].value = 500;
    samples[201].value = -500;
    samples.erase(samples.begin() + 120, samples.begin() + 140);
    const std::vector<CurvePoint> points = curveOf(samples).piece({at(0), at(300)}, 150).points;
    EXPECT_EQ(std::ranges::count(points, 500, &CurvePoint::value), 1);
    EXPECT_EQ(std::ranges::count(points, -500, &CurvePoint::value), 1);
    EXPECT_EQ(std::ranges::count(points, false, &CurvePoint::joined), 2); // the beginning and behind the gap
    EXPECT_TRUE(std::ranges::is_sorted(points, std::less{}, &CurvePoint::at));
    const auto behind = std::ranges::find_if(points.begin() + 1, points.end(), std::logical_not{}, &CurvePoint::joined);
    EXPECT_GE(behind->at, at(140));
    EXPECT_LT(std::prev(behind)->at, at(120));
}

TEST(Curve, TheTimeAboveALevelCountsNoGap)
{
    std::vector<Sample> samples = everySecond(100); // 0 to 9 again and again: above 7 for 2 s in 10
    EXPECT_EQ(curveOf(samples).timeAbove(7).length, std::chrono::seconds(19)); // nothing follows the last 9
    EXPECT_FALSE(curveOf(samples).timeAbove(7).isAbout);
    samples.erase(samples.begin() + 50, samples.begin() + 60);
    EXPECT_EQ(curveOf(samples).timeAbove(7).length, std::chrono::seconds(16)); // 49 lies before the gap
    EXPECT_EQ(scaledCurve(curveOf(samples), 100).timeAbove(700).length, std::chrono::seconds(16));
    EXPECT_EQ(curveOf(samples).timeAbove(9).length, Duration::zero());
}

TEST(Curve, ManyGapsBecomeColumnsAndStayGaps)
{
    std::vector<Sample> samples = everySecond(1000);
    std::erase_if(samples, [](const Sample &each) { return (each.at - at(0)) / std::chrono::seconds(1) % 20 > 15; });
    const CurvePiece piece = curveOf(samples).piece({at(0), at(1000)}, 1000);
    EXPECT_TRUE(piece.points.empty());
    ASSERT_EQ(piece.columns.size(), 800u);
    EXPECT_EQ(std::ranges::count(piece.columns, false, &Column::joined), 50);
}

TEST(Curve, FarMoreSamplesThanPixelsBecomeColumns)
{
    const CurveSource source = curveOf(everySecond(1000));
    const CurvePiece piece = source.piece({at(0), at(1000)}, 100);
    EXPECT_TRUE(piece.points.empty());
    ASSERT_EQ(piece.columns.size(), 100u);
    EXPECT_EQ(piece.columns[3], (Column{3, 0, 0, 9, 9, true}));
    EXPECT_FALSE(piece.columns.front().joined);
}

TEST(Curve, EveryExtremeShowsInItsColumn)
{
    std::mt19937 random(20240116);
    std::uniform_real_distribution<double> noise(-1, 1);
    for (int round = 0; round < 60; ++round) {
        const int count = 500 + static_cast<int>(random() % 4000);
        std::vector<Sample> samples;
        for (int i = 0; i < count; ++i)
            samples.push_back({at(i), noise(random)});
        samples[random() % samples.size()].value = 50; // one needle up, one down
        samples[random() % samples.size()].value = -50;
        const int columns =
            50 + static_cast<int>(random() % static_cast<unsigned>(count / 4 - 49)); // over three samples in each
        const TimeRange visible{at(0), at(count)};
        const CurvePiece piece = curveOf(samples).piece(visible, columns);
        ASSERT_FALSE(piece.columns.empty());
        for (const Sample &each : samples) {
            const double share = std::chrono::duration<double>(each.at - visible.start).count() / count;
            const int index = static_cast<int>(std::floor(share * columns + 1e-9));
            const auto column = std::ranges::find_if(piece.columns, [&](const Column &other) {
                return std::abs(other.index - index) <= 1 && other.min <= each.value && each.value <= other.max;
            });
            ASSERT_NE(column, piece.columns.end()) << "sample " << each.value << " at " << index;
        }
    }
}

TEST(Curve, AColumnHasExactlyTheExtremesOfItsSamples)
{
    std::mt19937 random(64);
    for (int round = 0; round < 40; ++round) {
        std::vector<Sample> samples;
        const int count = 3000 + static_cast<int>(random() % 9000);
        for (int i = 0; i < count; ++i)
            samples.push_back({at(i), static_cast<double>(random() % 1000000)});
        const auto start = static_cast<double>(random() % 1000);
        const TimeRange visible{at(start), at(count)};
        const int columns = 7 + static_cast<int>(random() % 40);
        auto begin = static_cast<std::size_t>(start);
        for (const Column &column : curveOf(samples).piece(visible, columns).columns) {
            std::size_t end = begin;
            const double share = static_cast<double>(column.index + 1) / columns;
            while (end < samples.size() && (column.index + 1 == columns ||
                                            static_cast<double>((samples[end].at - visible.start).count()) <
                                                std::floor(static_cast<double>(visible.length().count()) * share)))
                ++end;
            double low = samples[begin].value;
            double high = low;
            for (std::size_t i = begin; i < end; ++i) {
                low = std::min(low, samples[i].value);
                high = std::max(high, samples[i].value);
            }
            ASSERT_EQ(
                column,
                (Column{column.index, samples[begin].value, low, high, samples[end - 1].value, column.index > 0}));
            begin = end;
        }
        ASSERT_EQ(begin, samples.size());
    }
}

TEST(Curve, ADrawnNeedleReachesItsPixelRow)
{
    std::vector<Sample> samples = everySecond(5000);
    for (Sample &each : samples)
        each.value = 0;
    samples[2503].value = 100;
    const BarFrame frame{{0, 0, 200, 101}, 200, 0, 100};
    const CurvePiece piece = curveOf(samples).piece({at(0), at(5000)}, frame.columns);
    QImage image(200, 102, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    drawBars(painter, frame, piece.columns, Qt::black);
    painter.end();
    EXPECT_EQ(image.pixelColor(100, 1), QColor(Qt::black));
    EXPECT_EQ(image.pixelColor(90, 1), QColor(Qt::white));
    EXPECT_EQ(image.pixelColor(102, 50), QColor(Qt::white));
}

TEST(Curve, AGapIsNeverBridged)
{
    std::vector<Sample> samples = everySecond(100);
    samples.erase(samples.begin() + 40, samples.begin() + 60);
    const CurveSource source = curveOf(samples);
    const CurvePiece points = source.piece({at(0), at(100)}, 1000);
    const auto after = std::ranges::find(points.points, at(60), &CurvePoint::at);
    ASSERT_NE(after, points.points.end());
    EXPECT_FALSE(after->joined);
    EXPECT_EQ(std::ranges::count(points.points, true, &CurvePoint::joined), 78);
    EXPECT_FALSE(source.valueAt(at(50)).has_value());

    const CurvePiece columns = source.piece({at(0), at(100)}, 20);
    const auto column = std::ranges::find(columns.columns, 12, &Column::index);
    ASSERT_NE(column, columns.columns.end());
    EXPECT_FALSE(column->joined);
    EXPECT_EQ(std::ranges::count(columns.columns, false, &Column::joined), 2); // and the first
}

TEST(Curve, ValuesThatAreNoNumbersAreGaps)
{
    std::vector<Sample> samples = everySecond(20);
    for (std::size_t i = 8; i < 14; ++i)
        samples[i].value =
            i % 2 == 0 ? std::numeric_limits<double>::quiet_NaN() : std::numeric_limits<double>::infinity();
    const CurveSource source = curveOf(samples);
    EXPECT_EQ(source.highest, 9);
    EXPECT_EQ(source.piece({at(0), at(20)}, 100).points.size(), 14u);
    EXPECT_FALSE(source.valueAt(at(11)).has_value());
}

TEST(Curve, TheValueAtAnInstantIsThatOfTheSampleBefore)
{
    const CurveSource source = curveOf(everySecond(10));
    EXPECT_EQ(source.valueAt(at(3.7)), 3);
    EXPECT_EQ(source.valueAt(at(9)), 9);
    EXPECT_FALSE(source.valueAt(at(-0.1)).has_value());
    EXPECT_FALSE(source.valueAt(at(11)).has_value());
}

TEST(Curve, NoSamplesAreNoCurve)
{
    const CurveSource source = curveOf({});
    EXPECT_EQ(source.piece({at(0), at(10)}, 100), CurvePiece{});
    EXPECT_FALSE(source.valueAt(at(0)).has_value());
    EXPECT_EQ(curveOf(everySecond(5)).piece({at(3), at(3)}, 100), CurvePiece{});
}

TEST(Curve, AScaledCurveScalesEverything)
{
    const CurveSource source = scaledCurve(curveOf(everySecond(1000)), 10);
    EXPECT_EQ(source.highest, 90);
    EXPECT_EQ(source.valueAt(at(7)), 70);
    EXPECT_EQ(source.piece({at(0), at(1000)}, 100).columns[3], (Column{3, 0, 0, 90, 90, true}));
    EXPECT_EQ(source.piece({at(0), at(5)}, 100).points[2].value, 20);
}

TEST(CurveBars, NeighboursMeetInTheMiddle)
{
    const BarFrame frame{{0, 0, 2, 100}, 2, 0, 100};
    const std::vector<Column> columns = {{0, 10, 10, 20, 20, false}, {1, 60, 60, 70, 70, true}};
    const QList<QLineF> lines = barLines(frame, columns);
    ASSERT_EQ(lines.size(), 2);
    EXPECT_EQ(lines[0], QLineF(0.5, 60, 0.5, 90)); // from 10 up to 40
    EXPECT_EQ(lines[1], QLineF(1.5, 30, 1.5, 60)); // from 40 up to 70
}

TEST(CurveBars, NothingLeavesThePlot)
{
    const BarFrame frame{{10, 20, 5, 100}, 5, 0, 50};
    const std::vector<Column> columns = {
        {0, -500, -500, 900, 900, false}, {1, 800, 700, 900, 800, true}, {3, 20, 20, 20, 20, true}};
    const QList<QLineF> lines = barLines(frame, columns) + fillLines(frame, columns);
    ASSERT_FALSE(lines.isEmpty());
    for (const QLineF &line : lines) {
        for (const QPointF point : {line.p1(), line.p2()})
            EXPECT_TRUE(frame.plot.contains(point)) << point.x() << ' ' << point.y();
    }
}

TEST(CurveBars, AnEmptyColumnBetweenJoinedOnesIsBridged)
{
    const BarFrame frame{{0, 0, 10, 100}, 10, 0, 100};
    const std::vector<Column> joined = {{0, 10, 10, 10, 10, false}, {4, 50, 50, 50, 50, true}};
    EXPECT_TRUE(barLines(frame, joined).contains(QLineF(0.5, 90, 4.5, 50)));
    const std::vector<Column> apart = {{0, 10, 10, 10, 10, false}, {4, 50, 50, 50, 50, false}};
    EXPECT_EQ(barLines(frame, apart).size(), 2);
}
