// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/viewstate.h"

#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTest>

namespace downtimeline {
namespace {

using namespace std::chrono_literals;
using namespace std::chrono;

constexpr Instant noon = sys_days{2024y / 1 / 16} + 12h;
constexpr TimeRange hour{noon, noon + 60min};
constexpr TimeRange part{noon + 20min, noon + 30min};
constexpr TimeRange other{noon + 40min, noon + 50min};

/// A view of one hour in which motion is wanted.
struct Moving
{
    explicit Moving(bool wanted = true)
    {
        state.setWhole(hour);
        state.motion().setWanted(wanted);
        QObject::connect(&state, &ViewState::visibleChanged, [this](TimeRange visible) { seen.push_back(visible); });
    }

    void arrive()
    {
        EXPECT_TRUE(QTest::qWaitFor([this] { return !state.motion().isMoving(); }, 5000));
    }
    void rest() { QTest::qWait(static_cast<int>(ViewState::restLasts.count()) + 100); }

    ViewState state;
    std::vector<TimeRange> seen;
};

TEST(ViewMotion, WhereNoneIsWantedAFlightArrivesAtOnce)
{
    Moving moving(false);
    moving.state.flyTo(part);
    EXPECT_EQ(moving.seen, std::vector{part});
    moving.state.coast(10min);
    EXPECT_FALSE(moving.state.motion().isMoving());
    EXPECT_EQ(moving.state.visible(), part);
}

TEST(ViewMotion, AFlightPassesThroughViewsBetweenAndArrivesExactly)
{
    Moving moving;
    moving.state.flyTo(part);
    EXPECT_TRUE(moving.state.motion().isMoving());
    moving.arrive();
    EXPECT_EQ(moving.state.visible(), part);
    ASSERT_GT(moving.seen.size(), 2U);
    for (std::size_t i = 1; i < moving.seen.size(); ++i)
        EXPECT_LE(moving.seen[i].length(), moving.seen[i - 1].length());
}

TEST(ViewMotion, WhateverElseSetsTheViewEndsTheFlight)
{
    Moving moving;
    moving.state.flyTo(part);
    moving.state.setVisible(other);
    EXPECT_FALSE(moving.state.motion().isMoving());
    QTest::qWait(50);
    EXPECT_EQ(moving.state.visible(), other);
}

TEST(ViewMotion, ADragCoastsOnAndComesToRest)
{
    Moving moving;
    moving.state.setVisible(part);
    moving.state.coast(10min);
    moving.arrive();
    EXPECT_GT(moving.state.visible().start, part.start + 1min);
    EXPECT_LT(moving.state.visible().start, part.start + 10min);
    EXPECT_NEAR(double(moving.state.visible().length().count()), double(part.length().count()), 2);
}

TEST(ViewMotion, ASlowEndOfADragIsAHalt)
{
    Moving moving;
    moving.state.setVisible(part);
    moving.state.coast(1min);
    EXPECT_FALSE(moving.state.motion().isMoving());
}

TEST(ViewMotion, WhoWantsNoMotionAnyMoreArrives)
{
    Moving moving;
    moving.state.flyTo(part);
    moving.state.motion().setWanted(false);
    EXPECT_EQ(moving.state.visible(), part);
}

TEST(ViewMotion, AFlightOutOfReachEndsWhereTheViewMayGo)
{
    Moving moving;
    moving.state.flyTo({noon - 100h, noon + 100h});
    moving.arrive();
    EXPECT_EQ(moving.state.visible().length(), Duration(2h)) << "twice the whole";
}

TEST(ViewTrail, AViewIsRememberedWhenItRestsNotOnTheWay)
{
    Moving moving(false);
    for (int minute = 1; minute <= 20; ++minute)
        moving.state.setVisible({noon + minutes(minute), part.end}); // one turn of a wheel after another
    moving.rest();
    moving.state.setVisible(other);
    EXPECT_TRUE(moving.state.goBack());
    EXPECT_EQ(moving.state.visible(), part);
    EXPECT_TRUE(moving.state.goBack());
    EXPECT_EQ(moving.state.visible(), hour);
    EXPECT_FALSE(moving.state.goBack());
    EXPECT_TRUE(moving.state.goForward());
    EXPECT_TRUE(moving.state.goForward());
    EXPECT_EQ(moving.state.visible(), other);
    EXPECT_FALSE(moving.state.goForward());
}

TEST(ViewTrail, AFlightIsAStepOfItsOwn)
{
    Moving moving(false);
    moving.state.flyTo(part);
    moving.state.flyTo(other);
    EXPECT_TRUE(moving.state.goBack());
    EXPECT_EQ(moving.state.visible(), part);
}

TEST(ViewTrail, BackTwiceInAHurryGoesTwoStepsBack)
{
    Moving moving;
    moving.state.setVisible(part);
    moving.rest();
    moving.state.setVisible(other);
    moving.rest();
    EXPECT_TRUE(moving.state.goBack());
    EXPECT_TRUE(moving.state.goBack()) << "the first is still on its way";
    moving.arrive();
    EXPECT_EQ(moving.state.visible(), hour);
    EXPECT_TRUE(moving.state.goForward());
    moving.arrive();
    EXPECT_EQ(moving.state.visible(), part);
}

TEST(ViewTrail, AnotherIncidentBeginsAnew)
{
    Moving moving(false);
    moving.state.flyTo(part);
    moving.state.setWhole({noon + 100h, noon + 101h});
    EXPECT_FALSE(moving.state.goBack());
}

TEST(ViewTrail, NothingIsRememberedWhileNothingHasATime)
{
    ViewState state;
    EXPECT_FALSE(state.goBack());
    EXPECT_FALSE(state.goForward());
    state.setWhole({});
    EXPECT_FALSE(state.goBack());
}

} // namespace
} // namespace downtimeline
