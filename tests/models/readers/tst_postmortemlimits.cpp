// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/readers/postmortemtest.h"

#include <ctime>

namespace downtimeline {
namespace {

using testing::HasSubstr;

TEST(PostmortemReader, ProseIsRecognisedAndOtherFilesAreNot)
{
    const PostmortemReader reader;
    EXPECT_GT(reader.recognises("Incident summary\n\nTimeline\n10:00 down\n"), 50);
    EXPECT_EQ(reader.recognises(""), 0);
    EXPECT_EQ(reader.recognises("{\"incidents\": []}"), 0);
    EXPECT_EQ(reader.recognises("time,value\n10:00,3\n10:01,4\n"), 0);
    EXPECT_EQ(reader.recognises(std::string_view("PK\0\0 10:00 incident", 19)), 0);
    EXPECT_EQ(reader.recognises("a shopping list of milk and bread"), 0);
}

Error refusalOf(std::string text)
{
    BatchSink sink;
    const auto source = memorySource("big.txt", std::move(text));
    const Status status = PostmortemReader().read(*source, {}, sink, {});
    EXPECT_FALSE(status);
    return status ? Error{} : status.error();
}

TEST(PostmortemReader, WhatIsTooLargeIsRefusedWithASentence)
{
    EXPECT_EQ(
        refusalOf("Incident\n" + std::string(2 << 20, 'x')).message.toStdString(),
        "Line 2 of big.txt is longer than 1 MiB: break it up, then import the document again.");
    std::string lines;
    while (lines.size() <= 16U << 20)
        lines += "an ordinary line of an endless document\n";
    EXPECT_THAT(refusalOf(lines).message.toStdString(), HasSubstr("larger than 16 MiB"));
    EXPECT_EQ(refusalOf("\n\n").code, Error::Code::NotRecognised);
}

TEST(PostmortemReader, HostileLinesAreReadThrough)
{
    for (const std::string &piece :
         {std::string("["), std::string("|"), std::string(">"), std::string("*"), std::string("<"),
          std::string("10:00 - "), std::string("<li>"), std::string("1 "), std::string(". 10:00: a"),
          std::string("](")}) {
        std::string line;
        while (line.size() + piece.size() < 1000000)
            line += piece;
        const ReadIncident read = readOne(
            "Incident of 2024-05-06\n\nTimeline\n10:00 UTC: outage begins\n" + line + "\n10:05 UTC: back online\n");
        EXPECT_GE(read.events.size(), 2U) << piece;
        EXPECT_EQ(read.events.back().title, "back online") << piece;
    }
}

TEST(PostmortemReader, ATableOfEmptyCellsIsRefusedWithASentence)
{
    std::string rule;
    for (int i = 0; i < 20000; ++i)
        rule += "|-";
    std::string text = std::string(20000, '|') + "\n" + rule + "|\n";
    for (int i = 0; i < 20000; ++i)
        text += "|  |\n";
    EXPECT_THAT(refusalOf(text).message.toStdString(), HasSubstr("holds no times and no text of an incident"));
}

TEST(PostmortemReader, APageWithATableOfEmptyCellsKeepsItsRowsAndSaysWhatWasNotRead)
{
    std::string text = "<html><h1>Outage of 2024-05-06</h1>\n<h2>Timeline</h2>\n<ul><li>10:00 UTC: outage begins</li>\n"
                       "<li>10:05 UTC: back online</li></ul>\n<table>\n";
    for (int i = 0; i < 6000; ++i)
        text += "<tr><td colspan=20000>\n";
    const std::clock_t begin = std::clock();
    const ImportBatch batch = readAll(text);
    EXPECT_LT(std::clock() - begin, 30 * CLOCKS_PER_SEC) << "far under a second in a release build";
    ASSERT_EQ(batch.incidents.size(), 1U);
    EXPECT_EQ(batch.incidents[0].events.size(), 2U);
    ASSERT_FALSE(batch.skipped.empty());
    EXPECT_THAT(batch.skipped.back().reason, HasSubstr("more than 1,000,000 cells"));
    EXPECT_GT(batch.skipped.back().line, 3900);
    EXPECT_LT(batch.skipped.back().line, 4000);
}

TEST(PostmortemReader, APageOfNestedElementsIsReadToItsEnd)
{
    std::string text = "<html><h1>Outage of 2024-05-06</h1>\n<h2>Timeline</h2>\n";
    for (int i = 0; i < 100000; ++i)
        text += "<div>\n";
    const ReadIncident read =
        readOne(text + "<ul><li>10:00 UTC: outage begins</li><li>10:05 UTC: back online</li></ul>");
    ASSERT_EQ(read.events.size(), 2U);
    EXPECT_EQ(read.events[1].line, 100003);
}

TEST(PostmortemReader, SentencesBesideRowsAreReadInTimeThatGrowsWithTheirNumber)
{
    const auto taken = [](int count) {
        std::string prose;
        std::string rows;
        for (int i = 0; i < count; ++i) {
            prose += "The outage lasted 37 minutes from 10:00 to 11:00 EST, rolled back at 23:59.\n";
            rows += "- 11:0" + std::to_string(i % 10) + " UTC: rolled back\n";
        }
        const std::clock_t begin = std::clock(); // of the processor: what else runs does not count
        const ReadIncident read = readOne("# Depot 2024-03-09\n\n## Summary\n\n" + prose + "\n## Timeline\n" + rows);
        EXPECT_EQ(read.events.size(), static_cast<std::size_t>(count));
        return static_cast<double>(std::clock() - begin);
    };
    const double few = taken(500);
    EXPECT_LT(taken(4000), 24 * few) << "eight times the text; pairs of them would take 64 times as long";
}

TEST(PostmortemReader, AStopEndsTheReading)
{
    std::stop_source stop;
    stop.request_stop();
    BatchSink sink;
    const auto source = memorySource("a.txt", "Incident 10:00 down");
    const Status status = PostmortemReader().read(*source, {}, sink, stop.get_token());
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, Error::Code::Cancelled);
}

} // namespace
} // namespace downtimeline
