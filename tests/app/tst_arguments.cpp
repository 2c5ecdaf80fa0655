// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/arguments.h"

#include <gtest/gtest.h>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

TEST(Arguments, WithoutACommandTheWindowOpens)
{
    const auto arguments = parseArguments({u"notes.txt"_s});
    ASSERT_TRUE(arguments);
    EXPECT_TRUE(arguments->command.isEmpty());
    EXPECT_EQ(arguments->operands, QStringList{u"notes.txt"_s});
    EXPECT_EQ(arguments->library, defaultLibraryPath());
}

TEST(Arguments, ACommandTakesItsOperandsAndOptionsInAnyOrder)
{
    const auto arguments =
        parseArguments({u"export"_s, u"--library"_s, u"a.downtimeline"_s, u"3f2a"_s, u"-o"_s, u"out.csv"_s});
    ASSERT_TRUE(arguments);
    EXPECT_EQ(arguments->command, u"export"_s);
    EXPECT_EQ(arguments->operands, QStringList{u"3f2a"_s});
    EXPECT_EQ(arguments->library, u"a.downtimeline"_s);
    EXPECT_EQ(arguments->out, u"out.csv"_s);
}

TEST(Arguments, AZoneIsAnIanaNameOrAnOffset)
{
    const auto zone = [](const QString &text) { return parseArguments({u"inspect"_s, u"x"_s, u"--zone"_s, text}); };
    ASSERT_TRUE(zone(u"Europe/Berlin"_s));
    EXPECT_EQ(zone(u"Europe/Berlin"_s)->answers.zone->id(), "Europe/Berlin");
    EXPECT_EQ(zone(u"+05:45"_s)->answers.zone->offsetFromUtc(QDateTime::currentDateTimeUtc()), 5 * 3600 + 45 * 60);
    EXPECT_EQ(zone(u"GMT-3"_s)->answers.zone->offsetFromUtc(QDateTime::currentDateTimeUtc()), -3 * 3600);
    EXPECT_EQ(zone(u"utc"_s)->answers.zone->offsetFromUtc(QDateTime::currentDateTimeUtc()), 0);
}

TEST(Arguments, APageIsA4UnlessALetterIsAskedFor)
{
    const auto page = [](const QStringList &more) {
        return parseArguments(QStringList{u"export"_s, u"3f2a"_s, u"-o"_s, u"a.pdf"_s} + more);
    };
    EXPECT_EQ(page({})->report.paper, PaperSize::A4);
    EXPECT_EQ(page({u"--page"_s, u"a4"_s})->report.paper, PaperSize::A4);
    EXPECT_EQ(page({u"--page"_s, u"Letter"_s})->report.paper, PaperSize::Letter);
    EXPECT_EQ(page({u"--page"_s, u"A3"_s})->report.paper, PaperSize::A3);
    EXPECT_EQ(page({u"--page"_s, u"slides"_s})->report.paper, PaperSize::Slides);
    EXPECT_TRUE(usageText().contains(u"a4, a3, letter, slides"_s));
}

TEST(Arguments, AnAmbiguousAbbreviationIsNoZone)
{
    const auto arguments = parseArguments({u"inspect"_s, u"x"_s, u"--zone"_s, u"IST"_s});
    ASSERT_FALSE(arguments);
    EXPECT_EQ(arguments.error().code, Error::Code::Usage);
    EXPECT_TRUE(arguments.error().message.contains(u"IST"_s));
}

class BadUsage : public testing::TestWithParam<QStringList>
{};

TEST_P(BadUsage, IsRefusedWithASentence)
{
    const auto arguments = parseArguments(GetParam());
    ASSERT_FALSE(arguments);
    EXPECT_EQ(arguments.error().code, Error::Code::Usage);
    EXPECT_GT(arguments.error().message.size(), 10);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, BadUsage,
    testing::Values(
        QStringList{u"inspect"_s, u"--date"_s, u"yesterday"_s}, QStringList{u"inspect"_s, u"--date"_s, u"2023-02-29"_s},
        QStringList{u"inspect"_s, u"--unknown"_s}, QStringList{u"inspect"_s, u"--as"_s, u"nonsense"_s},
        QStringList{u"inspect"_s, u"--map"_s, u"column"_s}, QStringList{u"inspect"_s, u"--map"_s, u"=field"_s},
        QStringList{u"--theme"_s, u"pink"_s}, QStringList{u"export"_s, u"--page"_s, u"a5"_s}));

TEST(Arguments, AColumnMayHoldAnEqualsSign)
{
    const auto arguments = parseArguments({u"import"_s, u"x"_s, u"--map"_s, u"a=b=title"_s});
    ASSERT_TRUE(arguments);
    EXPECT_EQ(arguments->options.columns.at("a=b"), "title");
}

} // namespace
} // namespace downtimeline
