// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/labelplacement.h"

#include <gtest/gtest.h>

using namespace downtimeline;

namespace {

const QRectF plot(100, 0, 400, 200);

} // namespace

TEST(LabelPlacement, ALabelStandsRightOfItsMark)
{
    const auto place = placeBeside(TakenRoom(plot), {200, 100}, {80, 16}, 0);
    ASSERT_TRUE(place);
    EXPECT_EQ(place->rect, QRectF(212, 92, 80, 16));
}

TEST(LabelPlacement, AtTheRightEdgeItIsShortenedThenMovesToTheOtherSide)
{
    const auto brief = placeBeside(TakenRoom(plot), {430, 100}, {80, 16}, 40);
    ASSERT_TRUE(brief);
    EXPECT_TRUE(brief->isBrief);
    EXPECT_GT(brief->rect.left(), 430);
    const auto other = placeBeside(TakenRoom(plot), {480, 100}, {80, 16}, 40);
    ASSERT_TRUE(other);
    EXPECT_FALSE(other->isBrief);
    EXPECT_LT(other->rect.right(), 480);
}

TEST(LabelPlacement, ItTakesTheNextRowWhereALineRuns)
{
    TakenRoom room(plot);
    room.addLine({100, 100}, {500, 100});
    const auto place = placeBeside(room, {200, 100}, {80, 16}, 0);
    ASSERT_TRUE(place);
    EXPECT_EQ(place->rect.top(), 110);
}

TEST(LabelPlacement, AFullPlotHasNoRoom)
{
    TakenRoom room(plot);
    room.addRect(plot);
    EXPECT_FALSE(placeBeside(room, {200, 100}, {80, 16}, 30));
    EXPECT_FALSE(placeWithin(room, plot, {80, 16}));
}

TEST(LabelPlacement, ASteepLineTakesItsWholeColumn)
{
    TakenRoom room(plot);
    room.addLine({300, 10}, {300, 190});
    EXPECT_FALSE(room.isFree({290, 100, 20, 16}));
    EXPECT_TRUE(room.isFree({310, 100, 20, 16}));
    EXPECT_TRUE(room.isFree({270, 100, 20, 16}));
}

TEST(LabelPlacement, ASlantedLineTakesOnlyWhereItPasses)
{
    TakenRoom room(plot);
    room.addLine({100, 200}, {300, 0});
    EXPECT_TRUE(room.isFree({110, 20, 40, 16}));
    EXPECT_FALSE(room.isFree({180, 100, 40, 16}));
    EXPECT_TRUE(room.isFree({260, 100, 40, 16}));
}

TEST(LabelPlacement, ASentenceSitsAsLowAsItCan)
{
    TakenRoom room(plot);
    room.addLine({100, 190}, {500, 190});
    const auto place = placeWithin(room, plot, {100, 16});
    ASSERT_TRUE(place);
    EXPECT_EQ(place->center().x(), 300);
    EXPECT_LT(place->bottom(), 188);
    EXPECT_GT(place->bottom(), 184);
}

TEST(LabelPlacement, NothingIsPlacedOutside)
{
    EXPECT_FALSE(TakenRoom(plot).isFree({95, 20, 20, 16}));
    EXPECT_FALSE(TakenRoom(plot).isFree({490, 20, 20, 16}));
    EXPECT_FALSE(TakenRoom(plot).isFree({200, 190, 20, 16}));
    EXPECT_FALSE(placeWithin(TakenRoom(plot), {200, 0, 50, 200}, {100, 16}));
}
