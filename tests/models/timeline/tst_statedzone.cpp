// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/statedzone.h"

#include <gtest/gtest.h>

namespace downtimeline {
namespace {

using namespace std::chrono_literals;

TEST(StatedZone, HasTheOffsetUnderTheNameTheSourceWrites)
{
    const DisplayZone zone = statedZone(1h, "GMT + 1");
    EXPECT_EQ(zone.offsetAt(Instant{}), 1h);
    EXPECT_EQ(zone.label(), QStringLiteral("GMT+1"));
    EXPECT_EQ(statedZone(5h + 30min, "UTC+0530").label(), QStringLiteral("UTC+0530"));
    EXPECT_EQ(zone.written(), QString());
}

TEST(StatedZone, ANameThatDoesNotTellItsOffsetStandsBesideTheOffset)
{
    const DisplayZone zone = statedZone(4h, " gulf  standard time");
    EXPECT_EQ(zone.label(), QStringLiteral("UTC+04:00"));
    EXPECT_EQ(zone.written(), QStringLiteral("gulf standard time"));
    EXPECT_EQ(statedZone(0s, "Z").label(), QStringLiteral("UTC"));
    EXPECT_EQ(statedZone(1h, "GMT").label(), QStringLiteral("UTC+01:00")); // the name tells another offset
}

TEST(StatedZone, WithoutANameItIsNamedByItsOffset)
{
    EXPECT_EQ(statedZone(-(3h + 30min), "").label(), QStringLiteral("UTC-03:30"));
}

TEST(StatedZone, WithoutAnOffsetItIsUtc)
{
    EXPECT_EQ(statedZone({}, "IST"), DisplayZone());
}

TEST(StatedZone, AnEndlessNameIsCut)
{
    EXPECT_EQ(statedZone(0s, std::string(5000, 'x')).written().size(), 64);
}

} // namespace
} // namespace downtimeline
