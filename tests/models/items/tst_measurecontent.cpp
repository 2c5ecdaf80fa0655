// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/measurecontent.h"

#include <gtest/gtest.h>

namespace downtimeline {
namespace {

using namespace std::chrono_literals;
using namespace std::chrono;

constexpr Instant ten = sys_days{2024y / 1 / 16} + 9h; // at +01:00
const DisplayZone zone(1h, QStringLiteral("GMT+1"));
const TimeRange outage{ten, ten + 22min};

RangeMeasure foundingRange()
{
    RangeMeasure range{.range = outage, .hasImpact = true, .impact = 22min};
    range.events[static_cast<std::size_t>(EventKind::Outage)] = 1;
    range.events[static_cast<std::size_t>(EventKind::Alert)] = 1;
    range.events[static_cast<std::size_t>(EventKind::Rollback)] = 2;
    range.reaching = 1;
    return range;
}

SeriesInRange traffic()
{
    return {
        .name = "requests",
        .unit = "req/s",
        .isRead = true,
        .extremes = SeriesExtremes{0, 561.25},
        .usual = UsualTraffic{560, 10s},
        .loss = TrafficLoss{.requests = 724'416.4, .fraction = 0.98, .measured = 22min}};
}

MeasureContent
told(const Measured &measured, const std::optional<RangeMeasure> &range = {}, std::vector<SeriesInRange> series = {})
{
    return measureContent({.measured = measured, .range = range, .series = series}, zone);
}

QStringList values(const MeasureContent &content)
{
    QStringList list;
    for (const HeaderMeasure &figure : content.figures)
        list << QStringLiteral("%1 | %2").arg(figure.value, figure.caption);
    return list;
}

TEST(MeasureContent, NothingMeasuredTellsNothing)
{
    EXPECT_TRUE(told({}).isEmpty());
    EXPECT_TRUE(told({}).text.isEmpty());
}

TEST(MeasureContent, ARangeTellsItsLengthEventsBudgetLossAndExtremes)
{
    const MeasureContent content = told({.range = outage}, foundingRange(), {traffic()});
    EXPECT_EQ(
        values(content),
        (QStringList{
            QStringLiteral("22 min | 10:00:00 – 10:22:00"), QStringLiteral("4 | events: Outage 1, Alert 1, …"),
            QStringLiteral("51 % | of the error budget"), QStringLiteral("724,416 | requests lost, 98 %"),
            QStringLiteral("0 – 561.25 req/s | requests")}));
    EXPECT_EQ(
        content.text, QStringLiteral("16 January 2024, 10:00:00 – 10:22:00 GMT+1: 22 min\n"
                                     "4 events: Outage 1, Alert 1, Rollback 2; 1 span that began before goes on in it\n"
                                     "Impact in it: 22 min, 51 % of the error budget (99.9 % over 30 days)\n"
                                     "requests: 724,416 requests lost, 98 % of what the usual 560 req/s would have "
                                     "brought\n"
                                     "requests: lowest 0 req/s, highest 561.25 req/s\n"));
}

TEST(MeasureContent, EveryFigureCarriesItsDefinition)
{
    const MeasureContent content = told({.range = outage, .a = ten, .b = ten + 10min}, foundingRange(), {traffic()});
    for (const HeaderMeasure &figure : content.figures)
        EXPECT_FALSE(figure.explanation.isEmpty()) << figure.caption.toStdString();
    EXPECT_TRUE(content.figures[2].explanation.contains(QStringLiteral("99.9 % over 30 days allow 43 min 12 s")))
        << content.figures[2].explanation.toStdString();
    EXPECT_TRUE(content.figures[3].explanation.contains(QStringLiteral("560 req/s")));
}

TEST(MeasureContent, AnUnknownImpactHasNoShareOfTheBudget)
{
    RangeMeasure range = foundingRange();
    range.hasImpact = false;
    const MeasureContent content = told({.range = outage}, range);
    EXPECT_EQ(content.figures.size(), 2U);
    EXPECT_FALSE(content.text.contains(QStringLiteral("budget")));
}

TEST(MeasureContent, ASmallShareIsNotRoundedToNothing)
{
    RangeMeasure range = foundingRange();
    range.impact = 1min;
    EXPECT_EQ(told({.range = outage}, range).figures[2].value, QStringLiteral("2.3 %"));
    range.impact = 0s;
    EXPECT_EQ(told({.range = outage}, range).figures[2].value, QStringLiteral("0 %"));
}

TEST(MeasureContent, OfAPercentageOnlyTheShareIsLost)
{
    SeriesInRange series = traffic();
    series.unit = "percent";
    series.usual = UsualTraffic{100, 10s};
    series.loss->requests.reset();
    const MeasureContent content = told({.range = outage}, foundingRange(), {series});
    EXPECT_EQ(content.figures[3].value, QStringLiteral("98 %"));
    EXPECT_EQ(content.figures[3].caption, QStringLiteral("of traffic lost"));
    EXPECT_TRUE(content.text.contains(QStringLiteral("requests: 98 % of the traffic lost, against the usual 100 %")));
}

TEST(MeasureContent, SamplesThatSpeakForAPartOnlyAreSaidTo)
{
    SeriesInRange series = traffic();
    series.loss->measured = 5min;
    EXPECT_TRUE(told({.range = outage}, foundingRange(), {series})
                    .figures[3]
                    .explanation.contains(QStringLiteral("Samples speak for 5 min of the range.")));
}

TEST(MeasureContent, WhatIsNotReadYetOrNotThereIsNoFigure)
{
    const MeasureContent content =
        told({.range = outage}, foundingRange(), {{.name = "p95"}, {.name = "p99", .isRead = true}});
    EXPECT_EQ(content.figures[3].value, QStringLiteral("…"));
    EXPECT_FALSE(content.figures[3].isKnown);
    EXPECT_EQ(content.figures[4].value, QStringLiteral("no samples"));
    EXPECT_TRUE(content.text.endsWith(QStringLiteral("p99: no samples\n")));
    EXPECT_FALSE(content.text.contains(QStringLiteral("p95")));
}

TEST(MeasureContent, TooManySamplesAreSaidSo)
{
    SeriesInRange series = traffic();
    series.loss.reset();
    const MeasureContent content = told({.range = outage}, foundingRange(), {series});
    EXPECT_EQ(content.figures.size(), 4U);
    EXPECT_TRUE(content.text.contains(QStringLiteral("requests: too many samples in the range")));
}

TEST(MeasureContent, TwoMarkersTellTheirDifferenceAndOneItsTime)
{
    EXPECT_EQ(values(told({.a = ten, .b = ten + 10min})), QStringList{QStringLiteral("10 min | from A to B")});
    EXPECT_EQ(told({.a = ten + 10min, .b = ten}).figures[0].value, durationText(-10min));
    EXPECT_EQ(values(told({.b = ten + 10min})), QStringList{QStringLiteral("10:10:00 | B")});
    EXPECT_EQ(
        told({.a = ten, .b = ten + 10min}).text,
        QStringLiteral("From A (16 January 2024, 10:00:00 GMT+1) to B (16 January 2024, 10:10:00 GMT+1): 10 min\n"));
}

TEST(MeasureContent, ARangeOverMidnightTellsItsDays)
{
    const TimeRange night{ten + 13h, ten + 16h};
    EXPECT_EQ(
        told({.range = night}, RangeMeasure{.range = night}).figures[0].caption,
        QStringLiteral("16 Jan, 23:00:00 – 17 Jan, 02:00:00"));
}

TEST(SampleText, ShowsSixDigitsAndNoExponent)
{
    EXPECT_EQ(sampleText(0, "ms"), QStringLiteral("0 ms"));
    EXPECT_EQ(sampleText(2310, "ms"), QStringLiteral("2,310 ms"));
    EXPECT_EQ(sampleText(0.0421, ""), QStringLiteral("0.0421"));
    EXPECT_EQ(sampleText(98.5, "percent"), QStringLiteral("98.5 %"));
    EXPECT_EQ(sampleText(12345678.4, "req/s"), QStringLiteral("12,345,678 req/s"));
    EXPECT_EQ(sampleText(-3.25, "°C"), QStringLiteral("-3.25 °C"));
    EXPECT_EQ(sampleText(1e-5, ""), QStringLiteral("0.00001"));
}

} // namespace
} // namespace downtimeline
