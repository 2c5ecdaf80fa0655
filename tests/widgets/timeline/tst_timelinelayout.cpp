// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/timeline/laidtimeline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QElapsedTimer>
#include <QFile>

#include <cmath>
#include <iostream>
#include <map>
#include <numeric>
#include <random>

namespace downtimeline {

namespace {

/// No label stands on a mark of another event, nor two marks of one row on each other.
void expectMarksFree(const DisplayList &list, const std::string &what)
{
    for (const PlotLabel &label : list.labels)
        for (const Mark &mark : list.marks) {
            const QRectF core(mark.centre.x() - mark.size / 2, mark.centre.y() - 1, mark.size, 2);
            EXPECT_FALSE(label.ink == Ink::EventText && core.intersects(label.rect))
                << what << ": " << label.plain.toStdString();
        }
    for (std::size_t i = 0; i < list.marks.size(); ++i)
        for (std::size_t j = i + 1; j < list.marks.size(); ++j)
            EXPECT_TRUE(
                std::abs(list.marks[i].centre.y() - list.marks[j].centre.y()) >= 1 ||
                std::abs(list.marks[i].centre.x() - list.marks[j].centre.x()) >= 5)
                << what;
}

std::string golden(const char *name)
{
    QFile file(QStringLiteral(DOWNTIMELINE_SOURCE_DIR "/tests/widgets/timeline/golden/") + QString::fromUtf8(name));
    if (!file.open(QIODevice::ReadOnly))
        return "no golden file " + file.fileName().toStdString();
    return file.readAll().toStdString();
}

} // namespace

TEST(TimelineLayout, TheFoundingIncidentLooksAsItAlwaysDid)
{
    const DisplayList list = Laid(FoundingTimeline()).list();
    expectTidy(list, "founding");
    expectMarksFree(list, "founding");
    EXPECT_EQ(describe(list).toStdString(), golden("founding.txt"))
        << "If the change is meant, write this to golden/founding.txt.";
}

TEST(TimelineLayout, TheSameInputGivesTheSameList)
{
    const Laid laid{FoundingTimeline()};
    EXPECT_EQ(laid.list(), laid.list());
}

TEST(TimelineLayout, TheOutageCarriesItsLabelInside)
{
    const DisplayList list = Laid(FoundingTimeline()).list();
    const auto label = labelWith(list, QStringLiteral("Server Outage begins · 22 min"));
    ASSERT_TRUE(label);
    EXPECT_EQ(label->bold, QStringLiteral("10:00–10:22"));
    const auto bar = std::ranges::find_if(
        list.rects, [](const FilledRect &rect) { return rect.ink == Ink::SpanBar && rect.kind == EventKind::Outage; });
    ASSERT_NE(bar, list.rects.end());
    EXPECT_TRUE(bar->rect.contains(label->rect));
}

TEST(TimelineLayout, CloseUpSecondsAreToldOnlyWhereAnEventHasThem)
{
    const TimeRange near{minute(9), minute(17)};
    FoundingTimeline incident;
    const QString title = QStringLiteral("On-call team acknowledgement");
    EXPECT_EQ(labelWith(Laid(incident, near).list(), title)->bold, QStringLiteral("10:10"));
    EventEntry &note = incident.add(EventKind::Note, 12, "Somebody asks");
    note.at = note.end = note.at + std::chrono::seconds(5);
    EXPECT_EQ(labelWith(Laid(incident, near).list(), title)->bold, QStringLiteral("10:10:00"));
    EXPECT_EQ(labelWith(Laid(incident, near).list(), QStringLiteral("Somebody"))->bold, QStringLiteral("10:12:05"));
}

TEST(TimelineLayout, ASpanOverMidnightTellsBothDaysInAViewOfDays)
{
    FoundingTimeline incident;
    EventEntry &freeze = incident.add(EventKind::Note, 12 * 60, "Change freeze", EventEntry::OwnEnd);
    freeze.end = minute(20 * 60);
    const TimeRange days{minute(-24 * 60), minute(48 * 60)};
    EXPECT_EQ(
        labelWith(Laid(incident, days).list(), QStringLiteral("Change freeze"))->bold,
        QStringLiteral("16 Jan, 22:00–17 Jan, 06:00"));
}

TEST(TimelineLayout, ARollbackAndItsCompletionAreOneSpanWithBothMarks)
{
    const Laid laid{FoundingTimeline()};
    const DisplayList list = laid.list();
    const auto label = labelWith(list, QStringLiteral("Rollback initiation begins"));
    ASSERT_TRUE(label);
    EXPECT_EQ(label->bold, QStringLiteral("10:15–10:20"));
    EXPECT_FALSE(labelWith(list, QStringLiteral("Successful rollback")));
    EXPECT_EQ(std::ranges::count(list.marks, EventKind::Rollback, &Mark::kind), 2);
    const HitArea *end = list.hitAt({laid.scale.x(minute(20)), list.marks[4].centre.y()});
    ASSERT_TRUE(end);
    EXPECT_EQ(end->event, EventId(6)) << "the completion can be selected by its own mark";
}

TEST(TimelineLayout, ARestartTellsItsStartOnTheLeftAndTheRecoveryOnTheRight)
{
    const DisplayList list = Laid(FoundingTimeline()).list();
    const auto restart = labelWith(list, QStringLiteral("Server restart initiated"));
    const auto recovery = labelWith(list, QStringLiteral("100% of traffic back online"));
    ASSERT_TRUE(restart && recovery);
    EXPECT_EQ(restart->bold, QStringLiteral("10:20"));
    EXPECT_EQ(recovery->bold, QStringLiteral("10:22"));
    EXPECT_LT(restart->rect.right(), recovery->rect.left());
    EXPECT_EQ(restart->rect.center().y(), recovery->rect.center().y());
}

TEST(TimelineLayout, ALaneWithoutEventsIsNotDrawn)
{
    const DisplayList list = Laid(FoundingTimeline()).list();
    EXPECT_TRUE(labelWith(list, QStringLiteral("Recovery")));
    EXPECT_FALSE(labelWith(list, QStringLiteral("Notes")));
}

TEST(TimelineLayout, AHiddenLaneIsNotDrawnAndTheOthersMoveUp)
{
    Laid laid{FoundingTimeline()};
    const double before = laid.list().size.height();
    laid.look.lanes.hidden.insert(QStringLiteral("kind:alerts"));
    const DisplayList list = laid.list();
    EXPECT_FALSE(labelWith(list, QStringLiteral("Alerts")));
    EXPECT_FALSE(labelWith(list, QStringLiteral("Pagers")));
    EXPECT_EQ(list.size.height(), before - laid.metrics.laneHeight);
}

TEST(TimelineLayout, AHiddenEventIsNotDrawn)
{
    FoundingTimeline incident;
    incident.events[2].flags = EventEntry::Hidden;
    EXPECT_FALSE(labelWith(Laid(incident).list(), QStringLiteral("Pagers")));
}

TEST(TimelineLayout, TheImpactIsShadedThroughAllLanes)
{
    const Laid laid{FoundingTimeline()};
    const DisplayList list = laid.list();
    const auto shade = std::ranges::find(list.rects, Ink::Impact, &FilledRect::ink);
    ASSERT_NE(shade, list.rects.end());
    EXPECT_NEAR(shade->rect.left(), laid.scale.x(minute(0)), 1e-6);
    EXPECT_NEAR(shade->rect.right(), laid.scale.x(minute(22)), 1e-6);
    EXPECT_EQ(shade->rect.bottom(), list.plot.bottom());
}

TEST(TimelineLayout, PhasesWithoutALengthAreNotDrawn)
{
    const DisplayList list = Laid(FoundingTimeline()).list();
    EXPECT_EQ(countOf(list, Ink::PhaseBar), 4U) << "detecting took no time";
    EXPECT_TRUE(labelWith(list, QStringLiteral("Acknowledge · 10 min")));
    EXPECT_FALSE(labelWith(list, QStringLiteral("Detect")));
}

TEST(TimelineLayout, TheSelectedEventHasAHalo)
{
    Laid laid{FoundingTimeline()};
    EXPECT_EQ(countOf(laid.list(), Ink::Halo), 0U);
    laid.look.selection = EventId(4);
    const DisplayList list = laid.list();
    const auto halo = std::ranges::find(list.rects, Ink::Halo, &FilledRect::ink);
    ASSERT_NE(halo, list.rects.end());
    EXPECT_TRUE(halo->rect.contains(QPointF(laid.scale.x(minute(10)), halo->rect.center().y())));
}

TEST(TimelineLayout, ASpanThatGoesOnOutsideIsCutOpenAtThePlotsEdge)
{
    const Laid laid(FoundingTimeline(), {minute(5), minute(12)});
    const DisplayList list = laid.list();
    const auto bar = std::ranges::find(list.rects, Ink::SpanBar, &FilledRect::ink);
    ASSERT_NE(bar, list.rects.end());
    EXPECT_TRUE(bar->cutLeft && bar->cutRight);
    EXPECT_EQ(bar->rect.left(), laid.scale.left());
    EXPECT_EQ(bar->rect.right(), laid.scale.right());
    EXPECT_EQ(std::ranges::count(list.marks, EventKind::Outage, &Mark::kind), 0);
    EXPECT_TRUE(labelWith(list, QStringLiteral("Server Outage begins"))) << "the label stays in view";
}

TEST(TimelineLayout, ALongTitleIsShortenedBeforeItMoves)
{
    FoundingTimeline incident;
    incident.titles[EventId(8)] =
        QStringLiteral("All of the traffic is back online and nobody has any complaints left");
    const DisplayList list = Laid(incident).list();
    const auto label = labelWith(list, QStringLiteral("All of the traffic"));
    ASSERT_TRUE(label);
    EXPECT_TRUE(label->plain.endsWith(QChar(0x2026)));
    expectTidy(list, "long title");
}

TEST(TimelineLayout, ALabelWithoutRoomOnTheRightMovesToTheLeft)
{
    FoundingTimeline incident;
    incident.add(EventKind::Communication, 35, "Customers told");
    const Laid laid(incident, FoundingTimeline::range(), {1145, 300});
    const auto label = labelWith(laid.list(), QStringLiteral("Customers told"));
    ASSERT_TRUE(label);
    EXPECT_LT(label->rect.right(), laid.scale.x(minute(35)));
}

TEST(TimelineLayout, EventsOfOneMomentTakeSubRows)
{
    FoundingTimeline incident;
    incident.add(EventKind::Alert, 0, "Disk full");
    incident.add(EventKind::Alert, 0, "Probe failed");
    const Laid laid(incident, FoundingTimeline::range(), {1145, 400});
    const DisplayList list = laid.list();
    EXPECT_EQ(std::ranges::count(list.marks, EventKind::Alert, &Mark::kind), 3);
    EXPECT_TRUE(labelWith(list, QStringLiteral("Pagers")) && labelWith(list, QStringLiteral("Disk full")));
    EXPECT_TRUE(labelWith(list, QStringLiteral("Probe failed")));
    expectTidy(list, "sub-rows");
    expectMarksFree(list, "sub-rows");
}

TEST(TimelineLayout, WhatHasNoRowLeftIsFoldedIntoACount)
{
    FoundingTimeline incident;
    for (int i = 0; i < 30; ++i)
        incident.add(EventKind::Alert, 0, "Probe failed");
    const DisplayList list = Laid(incident, FoundingTimeline::range(), {1145, 400}).list();
    EXPECT_EQ(std::ranges::count(list.marks, EventKind::Alert, &Mark::kind), 0);
    EXPECT_EQ(countOf(list, Ink::ClusterMark), 1U);
    const auto hit = std::ranges::max_element(list.hits, {}, &HitArea::count);
    EXPECT_EQ(hit->count, 31);
    EXPECT_TRUE(labelWith(list, QStringLiteral("31 events")));
}

TEST(TimelineLayout, AMillionEventsAreCountedToTheLastOne)
{
    EventIndex index;
    for (int i = 0; i < 1'000'000; ++i)
        index.push_back(
            {EventId(i + 1), minute(0) + std::chrono::milliseconds(i), minute(0) + std::chrono::milliseconds(i),
             EventKind::Alert, Lane::Alerts, 0});
    const TimelineContent content(std::move(index), {}, {});
    const TimelineLook look{.zone = gmt1()};
    QElapsedTimer timer;
    timer.start();
    const DisplayList list = layoutTimeline(
        content, look, TimeScale({minute(-1), minute(20)}, 112, 1000), paneSize, LayoutMetrics(), FixedTextMeasure());
    RecordProperty("milliseconds", std::to_string(double(timer.nsecsElapsed()) / 1e6));
    std::cout << "laid out in " << double(timer.nsecsElapsed()) / 1e6 << " ms\n";
    EXPECT_LT(timer.elapsed(), 500) << "only what is visible costs, not a million events";
    std::map<EventId, int> counts; // a fold has areas for its mark and its label
    for (const HitArea &hit : list.hits)
        counts[hit.event] = hit.count;
    EXPECT_EQ(
        std::accumulate(counts.begin(), counts.end(), 0, [](int sum, const auto &one) { return sum + one.second; }),
        1'000'000);
    EXPECT_LT(list.hits.size(), 400U);
    expectTidy(list, "a million");
}

TEST(TimelineLayout, TimesThatAreNotExactLookLikeIt)
{
    FoundingTimeline incident;
    incident.add(EventKind::Communication, 5, "Status page", EventEntry::Approximate);
    EventEntry &hour = incident.add(EventKind::Note, 0, "Some time that hour", EventEntry::HourOnly);
    ASSERT_EQ(hour.lane, Lane::Notes);
    const DisplayList list = Laid(incident, {minute(-20), minute(80)}, {1145, 400}).list();
    const auto mark = std::ranges::find(list.marks, EventKind::Communication, &Mark::kind);
    ASSERT_NE(mark, list.marks.end());
    EXPECT_TRUE(mark->vague);
    EXPECT_EQ(labelWith(list, QStringLiteral("Status page"))->bold, QStringLiteral("~10:05"));
    const auto bar = std::ranges::find_if(
        list.rects, [](const FilledRect &rect) { return rect.ink == Ink::SpanBar && rect.kind == EventKind::Note; });
    ASSERT_NE(bar, list.rects.end());
    EXPECT_TRUE(bar->vague);
    EXPECT_EQ(labelWith(list, QStringLiteral("Some time that hour"))->bold, QStringLiteral("10 h"));
}

TEST(TimelineLayout, AnUnstatedZoneIsSaid)
{
    FoundingTimeline incident;
    EXPECT_TRUE(labelWith(Laid(incident).list(), QStringLiteral("16 Jan, GMT+1")));
    incident.events[0].flags |= EventEntry::ZoneUnstated;
    Laid laid(incident);
    laid.scale = TimeScale(FoundingTimeline::range(), 200, 900);
    EXPECT_TRUE(labelWith(laid.list(), QStringLiteral("16 Jan, zone not stated")));
    EXPECT_GT(neededGutter(laid.content, laid.look, laid.metrics, FixedTextMeasure()), plot::leftGutter);
}

TEST(TimelineLayout, TitlesThatAreNotThereYetLeaveTheTime)
{
    Laid laid{FoundingTimeline()};
    laid.look.title = [](EventId) { return QString(); };
    const auto label = labelWith(laid.list(), QStringLiteral("10:10"));
    ASSERT_TRUE(label);
    EXPECT_TRUE(labelWith(laid.list(), QStringLiteral("09:45"))->plain.isEmpty());
}

TEST(TimelineLayout, AnEmptyIncidentHasARulerAndNothingElse)
{
    const DisplayList list = layoutTimeline(
        TimelineContent(), TimelineLook(), TimeScale(FoundingTimeline::range(), 112, 1000), paneSize, LayoutMetrics(),
        FixedTextMeasure());
    EXPECT_TRUE(list.rects.empty());
    EXPECT_TRUE(list.hits.empty());
    EXPECT_FALSE(list.grid.empty());
}

TEST(TimelineLayout, NoWidthAndNoRangeAreNoProblem)
{
    Laid narrow(FoundingTimeline(), FoundingTimeline::range(), {100, 40});
    narrow.scale = TimeScale(FoundingTimeline::range(), 112, 0);
    expectTidy(Laid(FoundingTimeline(), {minute(0), minute(0)}).list(), "no range");
    EXPECT_GE(narrow.list().size.height(), 0);
}

TEST(TimelineLayout, LowWidgetsGetFewerRowsAndLowerLanes)
{
    FoundingTimeline incident;
    for (int i = 0; i < 6; ++i)
        incident.add(EventKind::Alert, i, "Probe failed at the edge");
    const DisplayList high = Laid(incident, FoundingTimeline::range(), {1145, 500}).list();
    const DisplayList low = Laid(incident, FoundingTimeline::range(), {1145, 180}).list();
    EXPECT_LE(high.size.height(), 500);
    EXPECT_LT(low.size.height(), high.size.height());
    expectTidy(low, "low");
}

TEST(TimelineLayout, HitAreasLieWhereTheMarksAre)
{
    const Laid laid{FoundingTimeline()};
    const DisplayList list = laid.list();
    for (const Mark &mark : list.marks) {
        const HitArea *hit = list.hitAt(mark.centre);
        ASSERT_TRUE(hit);
        const EventEntry &event = laid.content.event(*laid.content.indexOf(hit->event));
        EXPECT_EQ(event.kind, mark.kind);
        EXPECT_NEAR(laid.scale.x(event.at), mark.centre.x(), 1e-6);
    }
}

/// Two hundred random incidents at random zooms and sizes: the promises hold for each.
TEST(TimelineLayout, LabelsNeverOverlapAndNeverRunOut)
{
    std::mt19937 random(20240116); // fixed: a failure can be repeated
    const auto pick = [&](int low, int high) { return std::uniform_int_distribution(low, high)(random); };
    for (int round = 0; round < 200; ++round) {
        FoundingTimeline incident;
        for (int i = pick(0, 120); i > 0; --i) {
            const auto kind = static_cast<EventKind>(pick(0, 12));
            EventEntry &event = incident.add(kind, pick(-30, 60), "", 0);
            incident.titles[event.id] = QString(pick(0, 60), u'x');
            if (pick(0, 4) == 0)
                event.end = event.at + std::chrono::minutes(pick(1, 40));
            event.flags = static_cast<std::uint16_t>(
                pick(0, 6) == 0   ? EventEntry::Approximate
                : pick(0, 9) == 0 ? EventEntry::HourOnly
                                  : 0);
            if (event.isSpan())
                event.flags = EventEntry::OwnEnd;
        }
        const int from = pick(-40, 40);
        const QSizeF room(pick(250, 1600), pick(120, 700));
        const Laid laid(incident, {minute(from), minute(from + pick(1, 80))}, room);
        const DisplayList list = laid.list();
        const std::string what = "round " + std::to_string(round);
        expectTidy(list, what);
        expectMarksFree(list, what);
        if (HasFailure())
            break;
    }
}
} // namespace downtimeline
