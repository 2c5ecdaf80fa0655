// SPDX-License-Identifier: GPL-3.0-or-later
// What a presentation asks of the timeline: a ring around the step, lanes that wait for their events, larger letters.
#include "tests/widgets/timeline/laidtimeline.h"
#include "widgets/paint/displaylistpainter.h"
#include "widgets/paint/theme.h"

#include <QImage>
#include <QPainter>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

std::vector<FilledRect> ringsOf(const DisplayList &list)
{
    std::vector<FilledRect> rings;
    std::ranges::copy_if(
        list.rects, std::back_inserter(rings), [](const FilledRect &rect) { return rect.ink == Ink::Ring; });
    return rings;
}

TEST(TimelineRing, IsAroundTheMarkOfTheStepAndReplacesTheHalo)
{
    Laid laid{FoundingTimeline()};
    laid.look.selection = EventId(4);
    EXPECT_TRUE(ringsOf(laid.list()).empty());
    EXPECT_EQ(countOf(laid.list(), Ink::Halo), 1U);
    laid.look.hasRing = true;
    const DisplayList list = laid.list();
    const std::vector<FilledRect> rings = ringsOf(list);
    ASSERT_EQ(rings.size(), 1U);
    EXPECT_EQ(countOf(list, Ink::Halo), 0U);
    EXPECT_NEAR(rings.front().rect.center().x(), laid.scale.x(minute(10)), 0.01);
    EXPECT_EQ(rings.front().kind, EventKind::Acknowledgement);
    expectTidy(list, "ring");
    for (const PlotLabel &label : list.labels) {
        const QRectF both = label.rect.intersected(rings.front().rect);
        EXPECT_LE(both.width(), 0.01) << "a ring goes around a mark, not through " << label.plain.toStdString();
    }
}

TEST(TimelineRing, TheEventThatEndsABarHasItAtTheEnd)
{
    Laid laid{FoundingTimeline()};
    laid.look.hasRing = true;
    laid.look.selection = EventId(6);
    const std::vector<FilledRect> rings = ringsOf(laid.list());
    ASSERT_EQ(rings.size(), 1U);
    EXPECT_NEAR(rings.front().rect.center().x(), laid.scale.x(minute(20)), 0.01);
}

TEST(TimelineRing, AFoldedEventHasItAroundItsFold)
{
    FoundingTimeline crowd;
    for (int i = 0; i < 300; ++i)
        crowd.add(EventKind::Alert, 3, "one of many");
    Laid laid{crowd};
    laid.look.hasRing = true;
    laid.look.selection = EventId(200);
    const DisplayList list = laid.list();
    const std::vector<FilledRect> rings = ringsOf(list);
    ASSERT_EQ(rings.size(), 1U);
    EXPECT_TRUE(std::ranges::any_of(list.rects, [&](const FilledRect &rect) {
        return rect.ink == Ink::ClusterMark && rings.front().rect.contains(rect.rect);
    }));
}

TEST(TimelineRing, AnEventThatIsNotThereHasNone)
{
    Laid laid{FoundingTimeline()};
    laid.look.hasRing = true;
    laid.look.selection = EventId(99);
    EXPECT_TRUE(ringsOf(laid.list()).empty());
}

TEST(TimelineRing, LanesCanWaitForTheirEvents)
{
    FoundingTimeline early;
    std::erase_if(early.events, [](const EventEntry &event) { return event.at > minute(10); });
    Laid laid{early};
    EXPECT_FALSE(labelWith(laid.list(), u"Recovery"_s));
    laid.look.keptLanes.resize(laneCount);
    laid.look.keptLanes[static_cast<std::size_t>(Lane::Recovery)] = true;
    EXPECT_TRUE(labelWith(laid.list(), u"Recovery"_s));
    laid.look.lanes.hidden.insert(QStringLiteral("kind:recovery"));
    EXPECT_FALSE(labelWith(laid.list(), u"Recovery"_s)) << "hidden is hidden";
}

TEST(TimelineRing, NoLetterIsSmallerThanTheLeast)
{
    EXPECT_EQ(fontOf(TextFace::Count).pixelSize(), 10);
    EXPECT_EQ(fontOf(TextFace::Count, 11).pixelSize(), 11);
    EXPECT_EQ(fontOf(TextFace::EventTitle, 11).pixelSize(), 12);
    EXPECT_GT(FontMeasure(20).width(u"12"_s, TextFace::Count), FontMeasure().width(u"12"_s, TextFace::Count));
    Laid laid{FoundingTimeline()};
    laid.metrics.leastText = 20;
    EXPECT_EQ(laid.list().leastText, 20) << "the painter reads it there";
}

TEST(TimelineRing, IsPaintedInTheColourOfItsKind)
{
    DisplayList list;
    list.rects.push_back({.rect = QRectF(10, 10, 20, 20), .ink = Ink::Ring, .kind = EventKind::Rollback, .radius = 10});
    QImage image(40, 40, QImage::Format_RGB32);
    image.fill(Theme::light().background);
    QPainter painter(&image);
    paintTimeline(painter, list, Theme::light());
    painter.end();
    const QColor edge = image.pixelColor(10, 20);
    const QColor kind = Theme::light().kind(EventKind::Rollback);
    EXPECT_LT(std::abs(edge.hue() - kind.hue()), 12);
    EXPECT_LT(edge.lightness(), image.pixelColor(20, 20).lightness()) << "an edge around a tint";
    EXPECT_LT(image.pixelColor(20, 20).lightness(), Theme::light().background.lightness());
}

} // namespace
} // namespace downtimeline
