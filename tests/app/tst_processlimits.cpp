// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/processtest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <tuple>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;
using testing::HasSubstr;

TEST_F(Process, ALogOf300000RecordsIsInspectedWithoutHoldingIt)
{
    constexpr int records = 300'000;
    const QDateTime start(QDate(2024, 1, 16), QTime(9, 0), QTimeZone::utc());
    const QByteArray filler(160, 'x');
    QFile log(path(u"log.jsonl"_s));
    ASSERT_TRUE(log.open(QIODevice::WriteOnly));
    for (int record = 0; record < records; ++record) {
        log.write(
            R"({"time": ")" + start.addSecs(record).toString(Qt::ISODate).toLatin1() +
            R"(", "level": "info", "message": "record )" + QByteArray::number(record) + ' ' + filler + "\"}\n");
    }
    log.close();
    // Held, they take 700 bytes each and more. What the program says goes too: a child begins with the test's memory.
    const auto expectSmall = [&](const QStringList &words, const char *text, int count) {
        const Ended ended = run(words + QStringList{log.fileName()});
        EXPECT_EQ(ended.code, 0) << ended.err;
        EXPECT_LE(ended.kilobytes, streamingKilobytes) << words.join(u' ').toStdString();
        int found = 0;
        for (std::size_t at = ended.out.find(text); at != std::string::npos; at = ended.out.find(text, at + 1))
            ++found;
        EXPECT_EQ(found, count) << words.join(u' ').toStdString();
    };
    expectSmall({u"import"_s, u"--dry-run"_s}, "would import 300000 events", 1);
    expectSmall({u"inspect"_s}, "Events: 300000\n", 1);
    expectSmall({u"inspect"_s, u"--json"_s}, "\n  {\"at\":", records);
}

/// inspect answers within a second of processor time with one sentence, told as an error or as what was not read.
class Limits : public Process
{
protected:
#ifdef __SANITIZE_ADDRESS__
    static constexpr double most = 20;
#else
    static constexpr double most = 1;
#endif

    std::string sentenceOf(const QString &name, const QByteArray &bytes, const QStringList &options = {})
    {
        const Ended ended = run(QStringList{u"inspect"_s, write(name, bytes)} + options);
        EXPECT_LE(ended.seconds, most) << name.toStdString();
        EXPECT_LE(ended.kilobytes, mostKilobytes) << name.toStdString();
        if (ended.code != 0) {
            EXPECT_THAT(ended.code, testing::AnyOf(1, 3)) << name.toStdString();
            EXPECT_EQ(std::ranges::count(ended.err, '\n'), 1) << ended.err;
            return ended.err;
        }
        const std::size_t told = ended.out.find("Not read: 1\n");
        EXPECT_NE(told, std::string::npos) << name.toStdString() << '\n' << ended.out.substr(0, 2000);
        return told == std::string::npos ? std::string() : ended.out.substr(told);
    }
};

TEST_F(Limits, AMillionLevelsOfJsonEndWithASentence)
{
    constexpr int levels = 1'000'000;
    const QByteArray lists = QByteArray(levels, '[') + QByteArray(levels, ']');
    EXPECT_THAT(sentenceOf(u"open.json"_s, QByteArray(levels, '[')), HasSubstr("is not recognised"));
    EXPECT_THAT(sentenceOf(u"lists.json"_s, lists), HasSubstr("is not recognised"));
    EXPECT_THAT(
        sentenceOf(u"objects.json"_s, QByteArray(R"({"a":)").repeated(levels), {u"--as"_s, u"statuspage"_s}),
        HasSubstr("nested more than 1024 levels deep. (line 1)"));
    const QByteArray row = R"({"time": "2024-01-16T10:00:00Z", "message": "Down"})";
    EXPECT_THAT(
        sentenceOf(
            u"lines.jsonl"_s, row + '\n' + R"({"time": "2024-01-16T10:00:01Z", "message": )" + lists + "}\n" + row),
        HasSubstr("line 2: The record that begins here is damaged"));
    EXPECT_THAT(
        sentenceOf(u"status.json"_s, R"({"page": {"id": "p"}, "incidents": [
{"id": "1", "name": "Down", "status": "resolved", "impact": "minor", "created_at": "2024-01-16T10:00:00Z",
 "incident_updates": [{"id": "u", "status": "investigating", "body": "We look.", "display_at": "2024-01-16T10:00:00Z"}]},
{"id": )" + lists + "}]}"),
        HasSubstr("line 4: The JSON is nested more than 1024 levels deep"));
}

TEST_F(Limits, ATableOf20000Times20000EmptyCellsEndsWithASentence)
{
    const QByteArray head = QByteArray(20'000, '|') + '\n' + QByteArray("|-").repeated(20'000) + "|\n";
    const QByteArray markdown = head + QByteArray("|  |\n").repeated(20'000);
    const QByteArray html =
        "<html><table><tr>" + QByteArray("<td>").repeated(20'000) + QByteArray("<tr>\n").repeated(20'000);
    const QByteArray spans = "<html><table>" + QByteArray("<tr><td colspan=20000>\n").repeated(8'000);
    const QByteArray both = "<html><table>" + QByteArray("<tr><td rowspan=20000 colspan=20000>\n").repeated(5'000);
    for (const QByteArray &page : {markdown, html, spans, both}) {
        EXPECT_LE(page.size(), 200'000);
        EXPECT_THAT(sentenceOf(u"table"_s, page), HasSubstr("is not recognised"));
        EXPECT_THAT(
            sentenceOf(u"table"_s, page, {u"--as"_s, u"postmortem"_s}),
            HasSubstr("no times and no text of an incident"));
    }
    EXPECT_THAT(
        sentenceOf(u"page.html"_s, "<html><h1>Outage of 2024-05-06</h1><p>10:00 UTC: outage begins" + spans.mid(6)),
        HasSubstr("more than 1,000,000 cells"));
}

TEST_F(Limits, AFieldOfMoreThan16MiBEndsTheReadingWithItsLineAndWhatWasKept)
{
    const QByteArray big(17 << 20, 'x');
    const QByteArray rows = "2024-01-16T10:00:00Z,alert,first\n2024-01-16T10:00:01Z,alert,second\n";
    const QByteArray behind = "\n2024-01-16T10:00:03Z,alert,behind\n";
    for (const QByteArray &field : {big, '"' + big + '"', '"' + big}) {
        const std::string told =
            sentenceOf(u"field.csv"_s, "time,kind,title\n" + rows + "2024-01-16T10:00:02Z,alert," + field + behind);
        EXPECT_THAT(told, HasSubstr("line 4: "));
        EXPECT_THAT(told, HasSubstr("more than 16 MiB"));
        EXPECT_THAT(told, HasSubstr("the 2 records before it were kept"));
    }
    const auto record = [](int second, const QByteArray &title) {
        return R"({"time": "2024-01-16T10:00:0)" + QByteArray::number(second) + R"(Z", "kind": "alert", "title": ")" +
               title + "\"}";
    };
    const QByteArrayList records{record(0, "first"), record(1, "second"), record(2, big), record(3, "behind")};
    for (const auto &[name, bytes, line] :
         {std::tuple(u"field.jsonl"_s, records.join('\n'), "line 3: "),
          std::tuple(u"field.json"_s, "[\n" + records.join(",\n") + "\n]", "line 4: "),
          std::tuple(u"events.json"_s, "{\"events\": [\n" + records.join(",\n") + "\n]}", "line 4: ")}) {
        const std::string told = sentenceOf(name, bytes);
        EXPECT_THAT(told, HasSubstr(line));
        EXPECT_THAT(
            told, HasSubstr("longer than 16 MiB; reading stopped there, and the 2 records before it were kept."));
    }
    const QByteArray entry = R"({"__REALTIME_TIMESTAMP": "1705399200000000", "__CURSOR": "s=1", "MESSAGE": ")";
    const std::string journal = sentenceOf(u"journal.json"_s, entry + "Down\"}\n" + entry + big + "\"}\n");
    EXPECT_THAT(
        journal,
        HasSubstr("line 2: A record is longer than 16 MiB; reading stopped there, and the record before it was kept."));
}

} // namespace
} // namespace downtimeline
