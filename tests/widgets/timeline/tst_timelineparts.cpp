// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timelineparts.h"

#include "tests/models/report/reportfixture.h"
#include "widgets/timeline/timelinelayout.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>

namespace downtimeline {
namespace {

constexpr TimelineRoom room{.size = QSizeF(830, 1080), .gutter = 90};

/// An incident as a timeline, cut into the parts that it needs.
struct CutTimeline
{
    explicit CutTimeline(WholeIncident incident) : whole(std::move(incident))
    {
        EventIndex index = indexOf(whole.events);
        const std::vector<DerivedEnd> ends = deriveEnds(index);
        ResponseAnalysis analysis = analyseResponse(index);
        content = TimelineContent(std::move(index), ends, std::move(analysis));
        look.zone = DisplayZone(std::chrono::hours(1), QStringLiteral("GMT+1"));
        look.title = [this](EventId id) {
            return QString::fromStdString(whole.events[std::size_t(id.row() - 1)].title);
        };
        const Instant first = content.events().front().at;
        const Instant last = content.events().back().at;
        range = {first - std::chrono::minutes(5), last + std::chrono::minutes(20)};
        parts = timelineParts(content, look, range, room);
    }

    WholeIncident whole;
    TimelineContent content;
    TimelineLook look;
    TimeRange range;
    std::vector<TimelinePart> parts;
};

/// 500 events within eight hours, in bursts, with pauses between them.
WholeIncident burstyIncident(int count)
{
    WholeIncident whole = longIncident(0);
    // None of those that another event ends: a span is told on each part that it touches.
    constexpr std::array kinds{EventKind::Alert,      EventKind::Acknowledgement, EventKind::Investigation,
                               EventKind::Escalation, EventKind::Communication,   EventKind::Note,
                               EventKind::Mitigation};
    int second = 0;
    for (int i = 0; i < count; ++i) {
        const EventKind kind = kinds[static_cast<std::size_t>(i * 3) % kinds.size()];
        Event event = foundingEvent(8, 0, kind, Progress::Unstated, "Event number " + std::to_string(i));
        second += i % 25 == 0 ? 240 : 40;
        *event.at += std::chrono::seconds(second);
        event.line = i + 1;
        whole.events.push_back(event);
    }
    return whole;
}

} // namespace

TEST(TimelineParts, AShortIncidentStaysInOnePart)
{
    const CutTimeline cut(editedFounding());
    ASSERT_EQ(cut.parts.size(), 1U);
    EXPECT_EQ(cut.parts[0].own, cut.range);
    EXPECT_EQ(cut.parts[0].shown, cut.range);
    EXPECT_TRUE(tellsAll(cut.parts[0].list, cut.content));
}

TEST(TimelineParts, FiveHundredEventsAreAllToldOnceAndNothingIsCutOrFolded)
{
    const CutTimeline cut(burstyIncident(500));
    EXPECT_GT(cut.parts.size(), 1U);
    EXPECT_LT(cut.parts.size(), 60U);
    std::map<QString, int> told;
    for (const TimelinePart &part : cut.parts) {
        EXPECT_TRUE(tellsAll(part.list, cut.content));
        EXPECT_LE(part.list.size.height(), room.size.height());
        for (const PlotLabel &label : part.list.labels) {
            if (label.ink != Ink::EventText)
                continue;
            ++told[label.plain];
            EXPECT_FALSE(label.plain.endsWith(QChar(0x2026))) << label.plain.toStdString();
        }
    }
    EXPECT_EQ(told.size(), 500U);
    for (const auto &[title, times] : told)
        EXPECT_EQ(times, 1) << title.toStdString();
}

TEST(TimelineParts, NoLabelOverlapsAnotherOrRunsOutOfThePart)
{
    const CutTimeline cut(burstyIncident(500));
    for (const TimelinePart &part : cut.parts) {
        const auto &labels = part.list.labels;
        const QRectF paper = QRectF(QPointF(0, 0), part.list.size).adjusted(-0.5, -0.5, 0.5, 0.5);
        for (std::size_t i = 0; i < labels.size(); ++i) {
            EXPECT_TRUE(paper.contains(labels[i].rect)) << labels[i].plain.toStdString();
            for (std::size_t k = i + 1; k < labels.size(); ++k) {
                const QRectF own = labels[i].rect.adjusted(0.1, 0.1, -0.1, -0.1);
                EXPECT_FALSE(own.intersects(labels[k].rect))
                    << labels[i].plain.toStdString() << " and " << labels[k].plain.toStdString();
            }
        }
    }
}

TEST(TimelineParts, PartsFollowEachOtherWithoutAGapAndShareALittleQuiet)
{
    const CutTimeline cut(burstyIncident(500));
    EXPECT_EQ(cut.parts.front().own.start, cut.range.start);
    EXPECT_EQ(cut.parts.back().own.end, cut.range.end);
    for (std::size_t i = 0; i + 1 < cut.parts.size(); ++i) {
        const TimelinePart &part = cut.parts[i];
        const TimelinePart &next = cut.parts[i + 1];
        EXPECT_EQ(part.own.end, next.own.start);
        EXPECT_GT(part.shown.end, part.own.end);
        EXPECT_LT(next.shown.start, next.own.start);
        for (const Event &event : cut.whole.events) {
            const bool isShared = *event.at >= next.shown.start && *event.at <= part.shown.end;
            EXPECT_FALSE(isShared) << "an event stands on both sides of a cut";
        }
    }
}

TEST(TimelineParts, NeighboursThatHaveRoomTogetherAreOnePart)
{
    WholeIncident whole = burstyIncident(60); // a burst that needs several parts, then an event every few minutes
    for (Event &event : whole.events)
        event.title += ", told at some length";
    const int last = static_cast<int>(whole.events.size());
    for (int i = 0; i < 40; ++i) {
        Event event = whole.events.back();
        *event.at += std::chrono::minutes(4);
        event.line = last + i + 1;
        whole.events.push_back(event);
    }
    const CutTimeline cut(std::move(whole));
    EXPECT_GT(cut.parts.size(), 1U);
    int joinable = 0;
    for (std::size_t i = 0; i + 1 < cut.parts.size(); ++i) {
        const TimeRange both{cut.parts[i].own.start, cut.parts[i + 1].own.end};
        joinable += timelineParts(cut.content, cut.look, both, room).size() == 1 ? 1 : 0;
    }
    EXPECT_EQ(joinable, 0) << "of " << cut.parts.size() << " parts";
}

TEST(TimelineParts, CutsLieInThePauses)
{
    const CutTimeline cut(burstyIncident(500));
    int quiet = 0;
    for (std::size_t i = 0; i + 1 < cut.parts.size(); ++i) {
        const Instant place = cut.parts[i].own.end;
        const auto after =
            std::ranges::find_if(cut.whole.events, [&](const Event &event) { return *event.at > place; });
        ASSERT_NE(after, cut.whole.events.begin());
        quiet += *after->at - *std::prev(after)->at > std::chrono::seconds(60) ? 1 : 0;
    }
    EXPECT_GE(quiet, static_cast<int>(cut.parts.size()) / 2);
}

TEST(TimelineParts, EventsOfOneMomentEndTheCutting)
{
    WholeIncident whole = longIncident(0);
    for (int i = 0; i < 300; ++i)
        whole.events.push_back(foundingEvent(10, 0, EventKind::Alert, Progress::Unstated, "Alert of the same moment"));
    const CutTimeline cut(whole);
    EXPECT_EQ(cut.parts.size(), 1U);
    EXPECT_FALSE(tellsAll(cut.parts[0].list, cut.content));
    EXPECT_TRUE(timelineParts(TimelineContent(), cut.look, {}, room).empty());
}

} // namespace downtimeline
