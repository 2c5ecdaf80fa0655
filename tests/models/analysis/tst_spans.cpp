// SPDX-License-Identifier: GPL-3.0-or-later
#include "entries.h"

#include <gtest/gtest.h>

#include <vector>

namespace downtimeline {
namespace {

constexpr unsigned begins = EventEntry::Begins;
constexpr unsigned completes = EventEntry::Completes;
constexpr unsigned fails = EventEntry::Fails;

/// The length of each event in minutes.
std::vector<int> lengths(const EventIndex &index)
{
    std::vector<int> list;
    for (const EventEntry &entry : index)
        list.push_back(static_cast<int>(std::chrono::floor<std::chrono::minutes>(entry.end - entry.at).count()));
    return list;
}

TEST(DeriveEnds, TheFoundingIncidentHasThreeSpansAndItsDeployHasNone)
{
    EXPECT_EQ(lengths(foundingIndex()), (std::vector{0, 22, 0, 0, 5, 0, 2, 0}));
    EXPECT_EQ(lengths(foundingIndex(0)), (std::vector{0, 22, 0, 0, 5, 0, 2, 0}));
}

TEST(DeriveEnds, SaysWhichEventTheEndComesFrom)
{
    EventIndex index = foundingIndex();
    EXPECT_EQ(
        deriveEnds(index),
        (std::vector<DerivedEnd>{{EventId(2), EventId(8)}, {EventId(5), EventId(6)}, {EventId(7), EventId(8)}}));
    EXPECT_TRUE(index[1].has(EventEntry::DerivedEnd));
    EXPECT_FALSE(index[0].has(EventEntry::DerivedEnd));
}

TEST(DeriveEnds, APartialRecoveryEndsNothing)
{
    EXPECT_EQ(
        lengths(indexOf(
            {{EventKind::Outage, 0},
             {EventKind::Recovery, 5, fails},
             {EventKind::Recovery, 8, begins},
             {EventKind::Recovery, 20}})),
        (std::vector{20, 0, 12, 0}));
}

TEST(DeriveEnds, AnOwnEndStandsAndIsNotDerived)
{
    EventIndex index = indexOf({{EventKind::Outage, 0, 0, 30}, {EventKind::Recovery, 22}});
    EXPECT_EQ(lengths(index), (std::vector{30, 0}));
    EXPECT_TRUE(deriveEnds(index).empty());
}

TEST(DeriveEnds, AnAlertEndsByItsOwnWordOnly)
{
    EXPECT_EQ(lengths(indexOf({{EventKind::Alert, 0, begins}, {EventKind::Recovery, 10}})), (std::vector{0, 0}));
    EXPECT_EQ(
        lengths(indexOf({{EventKind::Alert, 0, begins}, {EventKind::Recovery, 10}, {EventKind::Alert, 12, completes}})),
        (std::vector{12, 0, 0}));
}

TEST(DeriveEnds, AFailedAttemptEndsWhereItFails)
{
    EXPECT_EQ(
        lengths(indexOf(
            {{EventKind::Rollback, 0, begins},
             {EventKind::Rollback, 5, fails},
             {EventKind::Rollback, 10, begins},
             {EventKind::Rollback, 18, completes}})),
        (std::vector{5, 0, 8, 0}));
}

TEST(DeriveEnds, TwoOutagesStayApartEvenIfOnlyTheSecondIsToldToEnd)
{
    EXPECT_EQ(
        lengths(indexOf(
            {{EventKind::Outage, 0},
             {EventKind::Recovery, 22},
             {EventKind::Outage, 60, begins},
             {EventKind::Outage, 90, completes}})),
        (std::vector{22, 0, 30, 0}));
}

TEST(DeriveEnds, ACompletionWithItsOwnLengthEndsAtItsEnd)
{
    EXPECT_EQ(
        lengths(indexOf({{EventKind::Mitigation, 0, begins}, {EventKind::Mitigation, 10, completes, 5}})),
        (std::vector{15, 5}));
}

TEST(DeriveEnds, WhatNamesOnlyItsDayNeitherEndsNorIsEnded)
{
    EXPECT_EQ(
        lengths(indexOf(
            {{EventKind::Outage, 0, EventEntry::DayOnly},
             {EventKind::Outage, 1},
             {EventKind::Recovery, 2, EventEntry::DayOnly},
             {EventKind::Recovery, 9}})),
        (std::vector{0, 8, 0, 0}));
}

TEST(DeriveEnds, AnEndIsForgottenWhenItsEventIsGone)
{
    EventIndex index = foundingIndex();
    index.pop_back();
    EXPECT_EQ(deriveEnds(index).size(), 1U);
    EXPECT_EQ(lengths(index), (std::vector{0, 0, 0, 0, 5, 0, 0}));
    EXPECT_FALSE(index[1].has(EventEntry::DerivedEnd));
}

TEST(DeriveEnds, DerivingTwiceChangesNothing)
{
    EventIndex once = foundingIndex();
    EventIndex twice = once;
    deriveEnds(twice);
    EXPECT_EQ(once, twice);
}

TEST(DeriveEnds, AnEmptyIndexHasNoEnds)
{
    EventIndex index;
    EXPECT_TRUE(deriveEnds(index).empty());
}

} // namespace
} // namespace downtimeline
