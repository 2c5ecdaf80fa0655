// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/timeline/laidtimeline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <random>

namespace downtimeline {
namespace {

TEST(TimelineRuler, WordsThatAreCutInTheGutterHideNoTick)
{
    FoundingTimeline incident;
    incident.events[0].flags |= EventEntry::ZoneUnstated; // "16 Jan, zone not stated" has no room here
    const DisplayList list = Laid(incident, {minute(-12), minute(36)}).list();
    EXPECT_TRUE(labelWith(list, QStringLiteral("09:50")));
    expectTidy(list, "a cut gutter");
}

TEST(TimelineRuler, TheDayOfTheGutterIsNotToldAgainOnTheRuler)
{
    const DisplayList list = Laid(FoundingTimeline(), {minute(-600), minute(1800)}).list();
    const auto days = std::ranges::count_if(
        list.labels, [](const PlotLabel &label) { return label.plain.startsWith(QStringLiteral("16 Jan")); });
    EXPECT_EQ(days, 1);
    EXPECT_TRUE(labelWith(list, QStringLiteral("00:00")));
    EXPECT_TRUE(labelWith(list, QStringLiteral("17 Jan")));
}

TEST(TimelineRuler, NoRulerLabelRunsPastThePlot)
{
    for (int length = 7; length < 4000; length += 13) {
        const Laid laid(FoundingTimeline(), {minute(-20), minute(length)});
        const DisplayList list = laid.list();
        for (const PlotLabel &label : list.labels) {
            if (label.ink == Ink::RulerText) {
                ASSERT_LE(label.rect.right(), laid.scale.right() + 1e-6) << length << label.plain.toStdString();
            }
        }
    }
}

TEST(TimelineRuler, EventsOfTwoYearsTellTheYear)
{
    FoundingTimeline incident;
    incident.add(EventKind::Note, 365 * 24 * 60, "A year later", EventEntry::DayOnly);
    Laid laid(incident);
    laid.scale = TimeScale(FoundingTimeline::range(), 200, 900);
    EXPECT_TRUE(labelWith(laid.list(), QStringLiteral("16 Jan 2024, GMT+1")));
    laid.scale = TimeScale({minute(0), minute(366 * 24 * 60)}, 200, 900);
    EXPECT_EQ(labelWith(laid.list(), QStringLiteral("A year later"))->bold, QStringLiteral("15 Jan 2025"));
    EXPECT_TRUE(std::ranges::any_of(laid.list().labels, [](const PlotLabel &label) {
        return label.bold == QStringLiteral("16 Jan 2024, 10:10");
    })) << "a clock alone tells nothing in a view of a year";
}

TEST(TimelineRuler, ANamedZoneStandsInTheGutterWithItsOffset)
{
    Laid laid{FoundingTimeline()};
    laid.look.zone = DisplayZone(QTimeZone("America/Argentina/Buenos_Aires"));
    laid.scale = TimeScale(FoundingTimeline::range(), 200, 900);
    EXPECT_TRUE(labelWith(laid.list(), QStringLiteral("16 Jan, UTC-03:00")));
}

TEST(TimelineRuler, EveryFoldedMarkShowsItsCount)
{
    std::mt19937 random(11);
    for (int round = 0; round < 60; ++round) {
        FoundingTimeline incident;
        const int added = 40 + static_cast<int>(random() % 1500);
        for (int i = 0; i < added; ++i)
            incident.add(
                EventKind::Alert, static_cast<int>(random() % 300), "Probe failed",
                round % 2 == 1 && random() % 40 == 0 ? EventEntry::HourOnly : 0);
        const double height = 180 + static_cast<double>(random() % 300);
        const DisplayList list = Laid(incident, {minute(-20), minute(400)}, {700, height}).list();
        std::size_t counts = 0;
        for (const PlotLabel &label : list.labels) {
            if (label.ink != Ink::ClusterText)
                continue;
            ++counts;
            ASSERT_GT(label.bold.toInt(), 1) << label.bold.toStdString();
        }
        ASSERT_EQ(counts, countOf(list, Ink::ClusterMark));
        ASSERT_GT(counts, 0U);
        expectTidy(list, "counts");
        std::map<EventId, int> alerts;
        for (const HitArea &hit : list.hits)
            if (incident.events[static_cast<std::size_t>(hit.event.row()) - 1].kind == EventKind::Alert)
                alerts[hit.event] = hit.count;
        const int sum = std::accumulate(
            alerts.begin(), alerts.end(), 0, [](int total, const auto &one) { return total + one.second; });
        if (round % 2 == 0) { // a large group counts the marks of bars too
            ASSERT_EQ(sum, added + 1) << "round " << round;
        }
    }
}

} // namespace
} // namespace downtimeline
