// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/readers/postmortemtest.h"

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
    EXPECT_EQ(reader.recognises(std::string_view("PK\0\0 10:00 incident", 20)), 0);
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
