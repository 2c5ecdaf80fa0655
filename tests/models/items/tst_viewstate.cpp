// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/viewstate.h"

#include <gtest/gtest.h>

#include <random>

namespace downtimeline {
namespace {

using namespace std::chrono_literals;
using namespace std::chrono;

constexpr Instant noon = sys_days{2024y / 1 / 16} + 12h;
constexpr TimeRange hour{noon, noon + 60min};

/// A view of one hour that counts what it says.
struct Shown
{
    Shown()
    {
        state.setWhole(hour);
        QObject::connect(&state, &ViewState::wholeChanged, [this] { ++wholes; });
        QObject::connect(&state, &ViewState::visibleChanged, [this] { ++visibles; });
        QObject::connect(&state, &ViewState::cursorChanged, [this] { ++cursors; });
        QObject::connect(&state, &ViewState::selectionChanged, [this] { ++selections; });
        QObject::connect(&state, &ViewState::lanesChanged, [this] { ++lanes; });
        QObject::connect(&state, &ViewState::zoneChanged, [this] { ++zones; });
    }

    ViewState state;
    int wholes = 0;
    int visibles = 0;
    int cursors = 0;
    int selections = 0;
    int lanes = 0;
    int zones = 0;
};

TEST(ViewState, AFilterAndItsMaskAreToldOnceEach)
{
    Shown shown;
    int filters = 0;
    int masks = 0;
    QObject::connect(&shown.state, &ViewState::filterChanged, [&filters] { ++filters; });
    QObject::connect(&shown.state, &ViewState::maskChanged, [&masks] { ++masks; });
    EventFilter stars;
    stars.starsOnly = true;
    shown.state.setFilter(stars);
    shown.state.setFilter(stars);
    EXPECT_EQ(filters, 1);
    const EventMask half{{true, false}, 1};
    shown.state.setMask(std::make_shared<EventMask>(half));
    shown.state.setMask(std::make_shared<EventMask>(half));
    EXPECT_EQ(masks, 1) << "the same rows pass";
    shown.state.setHidesFiltered(true);
    shown.state.setHidesFiltered(true);
    EXPECT_EQ(masks, 2);
    shown.state.setMask(nullptr);
    EXPECT_EQ(masks, 3);
}

TEST(ViewState, ASecondZoneIsToldLikeTheFirst)
{
    Shown shown;
    shown.state.setSecondZone(std::nullopt);
    EXPECT_EQ(shown.zones, 0);
    shown.state.setSecondZone(DisplayZone(9h, QStringLiteral("JST")));
    shown.state.setSecondZone(DisplayZone(9h, QStringLiteral("JST")));
    EXPECT_EQ(shown.zones, 1);
    EXPECT_EQ(shown.state.secondZone()->label(), QStringLiteral("JST"));
}

TEST(ViewState, TheWholeBecomesVisible)
{
    Shown shown;
    EXPECT_EQ(shown.state.visible(), hour);
    shown.state.setWhole({noon, noon + 2h});
    EXPECT_EQ(shown.state.visible().length(), 2h);
    EXPECT_EQ(shown.wholes, 1);
    EXPECT_EQ(shown.visibles, 1);
}

TEST(ViewState, AWholeOfOneMomentCanBeSeen)
{
    ViewState state;
    state.setWhole({noon, noon});
    EXPECT_EQ(state.whole().length(), 1ms);
    EXPECT_TRUE(state.visible().contains(noon));
}

TEST(ViewState, WhatIsSetAlreadySaysNothing)
{
    Shown shown;
    shown.state.setWhole(hour);
    shown.state.setVisible(hour);
    shown.state.setCursor({});
    shown.state.select({});
    shown.state.setLanes({});
    shown.state.setZone({});
    EXPECT_EQ(shown.wholes + shown.visibles + shown.cursors + shown.selections + shown.lanes + shown.zones, 0);
}

TEST(ViewState, EveryChangeIsToldOnce)
{
    Shown shown;
    shown.state.setVisible({noon, noon + 10min});
    shown.state.setCursor(noon);
    shown.state.select(EventId(7));
    shown.state.setLanes(withLaneHidden({}, QStringLiteral("kind:notes"), true));
    shown.state.setZone(DisplayZone(1h, QStringLiteral("GMT+1")));
    EXPECT_EQ(
        (std::array{shown.wholes, shown.visibles, shown.cursors, shown.selections, shown.lanes, shown.zones}),
        (std::array{0, 1, 1, 1, 1, 1}));
    EXPECT_EQ(shown.state.cursor(), noon);
    EXPECT_EQ(shown.state.selection(), EventId(7));
    EXPECT_TRUE(shown.state.lanes().hidden.contains(QStringLiteral("kind:notes")));
    EXPECT_EQ(shown.state.zone().label(), QStringLiteral("GMT+1"));
}

TEST(ViewState, ZoomingOutEndsAtTwiceTheWholeAroundTheSameMiddle)
{
    Shown shown;
    shown.state.setVisible({noon - 10h, noon + 11h});
    EXPECT_EQ(shown.state.visible(), (TimeRange{noon - 30min, noon + 90min}));
}

TEST(ViewState, ZoomingInEndsAtAMillisecond)
{
    Shown shown;
    shown.state.setVisible({noon + 5min, noon + 5min});
    EXPECT_EQ(shown.state.visible(), (TimeRange{noon + 5min - 500us, noon + 5min + 500us}));
    shown.state.setVisible({noon + 6min, noon + 5min}); // ends the wrong way round
    EXPECT_EQ(shown.state.visible().length(), 1ms);
}

TEST(ViewState, PanningCannotLoseTheIncident)
{
    Shown shown;
    shown.state.setVisible({noon - 10h, noon - 10h + 20min});
    EXPECT_EQ(shown.state.visible(), (TimeRange{noon - 18min, noon + 2min}));
    shown.state.setVisible({noon + 10h, noon + 10h + 20min});
    EXPECT_EQ(shown.state.visible(), (TimeRange{noon + 58min, noon + 78min}));
}

TEST(ViewState, FitShowsTheWholeAgain)
{
    Shown shown;
    shown.state.setVisible({noon, noon + 1min});
    shown.state.fit();
    EXPECT_EQ(shown.state.visible(), hour);
}

TEST(ViewState, WhateverIsAskedForTheRulesHold)
{
    Shown shown;
    std::mt19937_64 random(8);
    std::uniform_int_distribution<std::int64_t> far(-1'000'000'000'000, 1'000'000'000'000);
    for (int i = 0; i < 2000; ++i) {
        shown.state.setVisible({noon + Duration(far(random)), noon + Duration(far(random))});
        const TimeRange visible = shown.state.visible();
        ASSERT_GE(visible.length(), 1ms);
        ASSERT_LE(visible.length(), 2h);
        ASSERT_TRUE(visible.overlaps(hour));
    }
}

TEST(ViewState, KnowsWhetherAnythingHasATime)
{
    Shown shown;
    EXPECT_TRUE(shown.state.hasTimes());
    shown.state.setWhole({});
    EXPECT_FALSE(shown.state.hasTimes());
    EXPECT_FALSE(ViewState().hasTimes());
}

TEST(ViewState, WhatIsMeasuredIsSharedAndTellsOfChangesOnly)
{
    Shown shown;
    int measured = 0;
    int measuring = 0;
    QObject::connect(&shown.state, &ViewState::measuredChanged, [&] { ++measured; });
    QObject::connect(&shown.state, &ViewState::measuringChanged, [&] { ++measuring; });
    const Measured range{.range = TimeRange{noon, noon + 5min}};
    shown.state.setMeasured(range);
    shown.state.setMeasured(range);
    shown.state.setMeasuring(true);
    shown.state.setMeasuring(true);
    EXPECT_EQ(shown.state.measured(), range);
    EXPECT_TRUE(shown.state.isMeasuring());
    EXPECT_EQ(measured, 1);
    EXPECT_EQ(measuring, 1);
    EXPECT_EQ(shown.visibles, 0) << "measuring moves nothing";
}

TEST(ViewState, BetweenTwoMarkersLiesALengthThatMayBeNegative)
{
    EXPECT_FALSE(Measured{.a = noon}.between());
    EXPECT_EQ((Measured{.a = noon, .b = noon + 5min}).between(), Duration(5min));
    EXPECT_EQ((Measured{.a = noon + 5min, .b = noon}).between(), Duration(-5min));
}

} // namespace
} // namespace downtimeline
