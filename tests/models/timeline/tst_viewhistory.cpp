// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/viewhistory.h"

#include <gtest/gtest.h>

namespace downtimeline {
namespace {

using namespace std::chrono_literals;
using namespace std::chrono;

constexpr Instant noon = sys_days{2024y / 1 / 16} + 12h;

/// An hour, that many hours after noon.
constexpr TimeRange view(int hours)
{
    return {noon + std::chrono::hours(hours), noon + std::chrono::hours(hours + 1)};
}

ViewHistory rested(int views)
{
    ViewHistory history;
    for (int i = 0; i < views; ++i)
        history.remember(view(i));
    return history;
}

TEST(ViewHistory, AnEmptyOneLeadsNowhere)
{
    ViewHistory history;
    EXPECT_FALSE(history.canGoBack());
    EXPECT_FALSE(history.canGoForward());
    EXPECT_FALSE(history.back());
    EXPECT_FALSE(history.forward());
}

TEST(ViewHistory, GoesBackAndForwardThroughWhatWasRestedAt)
{
    ViewHistory history = rested(3);
    EXPECT_EQ(history.back(), view(1));
    EXPECT_EQ(history.back(), view(0));
    EXPECT_FALSE(history.back());
    EXPECT_EQ(history.forward(), view(1));
    EXPECT_EQ(history.forward(), view(2));
    EXPECT_FALSE(history.forward());
}

TEST(ViewHistory, ANewViewForgetsWhatLayForward)
{
    ViewHistory history = rested(3);
    history.back();
    history.back();
    history.remember(view(9));
    EXPECT_FALSE(history.canGoForward());
    EXPECT_EQ(history.back(), view(0));
    EXPECT_EQ(history.forward(), view(9));
}

TEST(ViewHistory, WhatLooksTheSameIsNoNewView)
{
    ViewHistory history = rested(2);
    history.back();
    history.remember({view(0).start + 30s, view(0).end + 30s});
    EXPECT_EQ(history.count(), 2U);
    EXPECT_TRUE(history.canGoForward());
    history.remember({view(0).start + 40s, view(0).end + 40s});
    EXPECT_EQ(history.forward(), std::nullopt) << "a ninetieth of it is a view of its own";
}

TEST(ViewHistory, SmallStepsDoNotCreepAwayUnseen)
{
    ViewHistory history = rested(1);
    for (int second = 0; second <= 50; second += 10)
        history.remember({view(0).start + seconds(second), view(0).end + seconds(second)});
    EXPECT_EQ(history.count(), 2U);
    EXPECT_EQ(history.back(), view(0));
}

TEST(ViewHistory, ADeepZoomIsAnotherViewThoughItLiesWithin)
{
    ViewHistory history = rested(1);
    history.remember({view(0).start, view(0).start + 1s});
    EXPECT_EQ(history.count(), 2U);
    history.remember(view(0));
    EXPECT_EQ(history.count(), 3U);
}

TEST(ViewHistory, TheOldestGiveWay)
{
    ViewHistory history = rested(static_cast<int>(ViewHistory::mostViews) + 10);
    EXPECT_EQ(history.count(), ViewHistory::mostViews);
    TimeRange oldest{};
    while (const auto before = history.back())
        oldest = *before;
    EXPECT_EQ(oldest, view(10));
}

TEST(ViewHistory, AClearedOneBeginsAnew)
{
    ViewHistory history = rested(4);
    history.clear();
    EXPECT_EQ(history, ViewHistory());
}

} // namespace
} // namespace downtimeline
