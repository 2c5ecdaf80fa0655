// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/derivedends.h"
#include "tests/models/report/founding.h"

#include <gtest/gtest.h>

namespace downtimeline {
namespace {

TEST(DerivedEnds, TheFoundingOutageEndsWithItsRecovery)
{
    const WholeIncident whole = foundingIncident();
    const auto ends = endsOf(whole.events);
    ASSERT_EQ(ends.size(), 8U);
    EXPECT_EQ(ends[0], std::nullopt); // the deploy has no end of its own
    EXPECT_EQ(ends[1], whole.events[7].at);
    EXPECT_EQ(ends[4], whole.events[5].at); // the rollback ends when it is through
    EXPECT_EQ(ends[6], whole.events[7].at);
    EXPECT_EQ(ends[7], std::nullopt);
}

TEST(DerivedEnds, AWrittenEndStands)
{
    WholeIncident whole = foundingIncident();
    whole.events[1].length = std::chrono::minutes(5);
    whole.events[1].lengthOrigin = LengthOrigin::Written;
    EXPECT_EQ(endsOf(whole.events)[1], *whole.events[1].at + std::chrono::minutes(5));
}

TEST(DerivedEnds, EventsWithoutAnInstantStayOutOfTheIndex)
{
    WholeIncident whole = foundingIncident();
    whole.events[2].at.reset();
    EXPECT_EQ(indexOf(whole.events).size(), 7U);
    EXPECT_EQ(endsOf(whole.events).size(), 8U);
}

TEST(DerivedEnds, TheIndexIsInOrderOfTimeWhateverTheSourceSays)
{
    WholeIncident whole = foundingIncident();
    std::ranges::reverse(whole.events);
    const EventIndex index = indexOf(whole.events);
    EXPECT_TRUE(std::ranges::is_sorted(index, {}, &EventEntry::at));
}

} // namespace
} // namespace downtimeline
