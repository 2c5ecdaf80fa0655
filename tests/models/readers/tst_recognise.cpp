// SPDX-License-Identifier: GPL-3.0-or-later
#include "csvtest.h"
#include "models/readers/allreaders.h"

#include <QDir>

using namespace downtimeline;
using namespace downtimeline::test;

namespace {

std::string surest(std::string text)
{
    const auto source = memorySource("any name.txt", std::move(text));
    const auto reader = recognise(*source);
    EXPECT_TRUE(reader);
    return reader && *reader ? std::string((*reader)->key()) : std::string();
}

int csvSureness(std::string_view head)
{
    return std::max(readerOfKey("events")->recognises(head), readerOfKey("metrics")->recognises(head));
}

} // namespace

TEST(Recognise, ByContentAndNeverByName)
{
    EXPECT_EQ(surest("time,kind,title\n2024-01-16T10:00Z,alert,x\n"), "events");
    EXPECT_EQ(surest("when;who;what\n16/01/2024 10:00;ana;restarted it\n"), "events");
    EXPECT_EQ(surest("time,p95\n2024-01-16T10:00Z,12\n"), "metrics");
    EXPECT_EQ(surest("\"TimeStamp\",\"Value\",\"Label\"\n\"2018-04-25T00:00:00Z\",\"0\",\"0\"\n"), "metrics");
    EXPECT_EQ(surest("time,metric,value\n2024-01-16T10:00Z,cpu,12\n"), "metrics");
    EXPECT_EQ(surest("2024-01-16T10:00Z,12\n2024-01-16T10:01Z,13\n"), "metrics");
    EXPECT_EQ(surest("time,service,message,latency\n1705400100,web,slow,12\n"), "events");
}

TEST(Recognise, TheFixturesOfEachReaderAreItsOwn)
{
    const QDir folder(QStringLiteral(DOWNTIMELINE_SOURCE_DIR "/tests/data/readers"));
    int seen = 0;
    for (const QString &name : folder.entryList({QStringLiteral("events*.csv"), QStringLiteral("metrics*.csv")})) {
        const auto source = openByteSource(folder.filePath(name));
        ASSERT_TRUE(source);
        const auto reader = recognise(**source);
        ASSERT_TRUE(reader);
        ASSERT_NE(*reader, nullptr) << name.toStdString();
        const char *key = name.startsWith(QLatin1String("events"))  ? "events"
                          : name.contains(QLatin1String("_panel_")) ? "grafana"
                                                                    : "metrics";
        EXPECT_EQ((*reader)->key(), key) << name.toStdString();
        ++seen;
    }
    EXPECT_GE(seen, 14);
}

TEST(Recognise, WhatIsNoTableIsNotTakenForOne)
{
    for (const std::string &text :
         {std::string(), std::string("\n\n"), std::string("hello"), std::string("a,b\n1,2\n"),
          std::string("time,title\n"), std::string("{\"title\": \"x\", \"count\": 3}\n"), std::string("[[1,2],[3,4]]"),
          std::string("<html><td>10:00,x</td></html>"), std::string("%PDF-1.7\n1,2\n3,4\n"),
          std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1,\0\0,\0", 24),
          std::string("Server outage report\n\nAt 10:00, all servers failed.\nAt 10:22, they were back.\n"),
          std::string("# Outage\n\n| Time | Event |\n|---|---|\n| 10:00 | Outage begins |\n| 10:22 | Back |\n"),
          std::string("Timeline\n10:00\tOutage begins, all down\n10:22\tBack\nRoot cause, as found: a bad release\n")})
        EXPECT_LT(csvSureness(text), 50) << text;
    EXPECT_EQ(csvSureness(""), 0);
    EXPECT_EQ(csvSureness("{\"a\":1}"), 0);
    std::string noise;
    unsigned state = 1;
    for (int i = 0; i < 65'536; ++i) {
        state = state * 1'664'525U + 1'013'904'223U;
        noise += static_cast<char>(state >> 24U);
    }
    EXPECT_EQ(csvSureness(noise), 0);
}

TEST(Recognise, TheFoundingDocumentIsNoTable)
{
    const auto source = openByteSource(QStringLiteral(DOWNTIMELINE_SHARED_DIR "/founding/0x19-postmortem.txt"));
    if (!source)
        GTEST_SKIP() << "the shared folder is not on this machine";
    EXPECT_EQ(csvSureness(*(*source)->next()), 0);
}

TEST(Recognise, AReaderIsFoundByItsKey)
{
    for (const Reader *reader : allReaders()) {
        EXPECT_EQ(readerOfKey(reader->key()), reader);
        EXPECT_FALSE(reader->name().isEmpty());
    }
    EXPECT_EQ(readerOfKey("nothing"), nullptr);
    EXPECT_NE(readerOfKey("events"), readerOfKey("metrics"));
}
