// SPDX-License-Identifier: GPL-3.0-or-later
// What the exports write is read by the program's own readers as it was.
#include "models/analysis/impact.h"
#include "models/readers/allreaders.h"
#include "models/readers/draft/importbatch.h"
#include "models/report/eventscsv.h"
#include "models/report/postmortem.h"
#include "models/timeline/statedzone.h"
#include "tests/models/report/reportfixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <random>
#include <sstream>

namespace downtimeline {
namespace {

WholeIncident readAs(std::string_view reader, const std::string &name, std::string text)
{
    const auto source = memorySource(name, std::move(text));
    BatchSink sink;
    const Status read = readerOfKey(reader)->read(*source, {}, sink, {});
    EXPECT_TRUE(read) << (read ? std::string() : read.error().message.toStdString());
    ImportBatch batch = sink.take();
    for (const Skip &skip : batch.skipped)
        EXPECT_LT(skip.line, 2) << skip.line << ": " << skip.reason;
    EXPECT_EQ(batch.incidents.size(), 1U);
    return batch.incidents.empty() ? WholeIncident() : batch.incidents.front();
}

std::string
postmortem(const WholeIncident &whole, PostmortemTemplate style, const std::optional<DisplayZone> &zone = {})
{
    const ResponseAnalysis analysis = analyseResponse(indexOf(whole.events), statedImpact(whole.incident));
    const ReportFacts facts{
        .whole = whole,
        .analysis = analysis,
        .zone = zone.value_or(statedZone(whole.incident.offset, whole.incident.zone)),
        .findings = whole.findings,
        .sources = {}};
    std::ostringstream out;
    writePostmortem(out, facts, style);
    return out.str();
}

/// "1705397700000000 +900 exact rollback Rollback starts", one an event.
std::vector<std::string> told(const WholeIncident &whole)
{
    std::vector<std::string> rows;
    for (const Event &event : whole.events) {
        std::string row = event.at ? std::to_string(microseconds(*event.at)) : std::string("no time");
        row += " " + std::to_string(static_cast<int>(event.time.precision)) + " " + std::string(kindKey(event.kind));
        rows.push_back(row + " " + event.title);
    }
    return rows;
}

class ReadBack : public testing::TestWithParam<PostmortemTemplate>
{};

TEST_P(ReadBack, APostmortemHasItsTimesKindsAndTitlesAgain)
{
    const WholeIncident whole = editedFounding();
    const WholeIncident again = readAs("postmortem", "outage.md", postmortem(whole, GetParam()));
    EXPECT_EQ(told(again), told(whole));
    EXPECT_THAT(again.incident.title, testing::HasSubstr(whole.incident.title));
    EXPECT_EQ(again.incident.severity, whole.incident.severity);
    EXPECT_EQ(again.incident.offset, whole.incident.offset);
    EXPECT_THAT(again.incident.summary, testing::HasSubstr("All servers were down for 22 minutes after an upgrade."));
    EXPECT_EQ(again.incident.rootCause.substr(0, 40), whole.incident.rootCause.substr(0, 40));
    ASSERT_EQ(again.actions.size(), 1U);
    EXPECT_EQ(again.actions[0].text, "Test first");
}

TEST_P(ReadBack, GapsAreNotReadAsWords)
{
    WholeIncident whole = editedFounding();
    whole.incident.summary.clear();
    whole.incident.rootCause.clear();
    whole.incident.service.clear();
    whole.incident.authors.clear();
    const WholeIncident again = readAs("postmortem", "outage.md", postmortem(whole, GetParam()));
    EXPECT_EQ(again.incident.rootCause.find("Not known"), std::string::npos) << again.incident.rootCause;
    EXPECT_EQ(again.incident.summary.find("Not known"), std::string::npos) << again.incident.summary;
    EXPECT_EQ(again.incident.resolution.find("Not known"), std::string::npos) << again.incident.resolution;
    EXPECT_EQ(again.incident.service, "");
    EXPECT_TRUE(again.incident.authors.empty());
    EXPECT_EQ(told(again), told(whole));
}

TEST_P(ReadBack, AnotherZoneKeepsEveryMoment)
{
    const WholeIncident whole = editedFounding();
    const WholeIncident again =
        readAs("postmortem", "outage.md", postmortem(whole, GetParam(), DisplayZone(QTimeZone("Asia/Kolkata"))));
    EXPECT_EQ(told(again), told(whole));
}

TEST_P(ReadBack, OddTimesAndTitlesComeBack)
{
    WholeIncident whole = editedFounding();
    const char *titles[] = {
        "Rolled back. 10:20: and again; 11:00 - done",
        "a | b \\| c `code` **bold** _it_ [x](http://y) <b>",
        "=1+1",
        "&lt; &amp; 100% - 5 * 3 ~ 2 # 7",
        "2024-01-01 is a date, 12:30 a time",
        "- a list",
        "1. first",
        "Überall 静か"};
    for (std::size_t i = 0; i < whole.events.size(); ++i) {
        whole.events[i].title = titles[i];
        whole.events[i].kind = allEventKinds()[i + 5];
    }
    whole.events[0].time.precision = Precision::Approximate;
    whole.events[2].time.clock->second = 30;
    whole.events[2].at = instantOf(whole.events[2].time);
    whole.events[6].time.day = 17;
    whole.events[6].time.clock = ClockTime{.hour = 0, .minute = 5, .second = {}, .microsecond = 0};
    whole.events[6].at = instantOf(whole.events[6].time);
    whole.events[7].time.day = 18;
    whole.events[7].at = instantOf(whole.events[7].time);
    const WholeIncident again = readAs("postmortem", "outage.md", postmortem(whole, GetParam()));
    WholeIncident expected = whole;
    expected.events[7].title = "Überall 静か";
    EXPECT_EQ(told(again), told(expected)) << postmortem(whole, GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Templates, ReadBack,
    testing::Values(
        PostmortemTemplate::Plain, PostmortemTemplate::Sre, PostmortemTemplate::PagerDuty,
        PostmortemTemplate::Atlassian));

/// Rows whose texts hold what breaks tables: quotes, separators, line ends, formulas, numbers, all scripts.
class RandomRows
{
public:
    explicit RandomRows(unsigned seed) : m_random(seed) {}

    Event event()
    {
        Event event;
        event.kind = allEventKinds()[pick(eventKindCount)];
        event.time = time();
        event.at = instantOf(event.time);
        if (pick(4) == 0) {
            event.length = std::chrono::seconds(1 + pick(90'000));
            event.lengthOrigin = LengthOrigin::Record;
        }
        event.title = text();
        event.detail = pick(3) == 0 ? text() : std::string();
        event.service = pick(3) == 0 ? text() : std::string();
        event.actor = pick(3) == 0 ? text() : std::string();
        return event;
    }

private:
    std::size_t pick(std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(m_random); }

    WrittenTime time()
    {
        WrittenTime time;
        time.year = 1971 + static_cast<int>(pick(100));
        time.month = 1 + static_cast<int>(pick(12));
        time.day = 1 + static_cast<int>(pick(28));
        time.clock = ClockTime{
            .hour = static_cast<int>(pick(24)),
            .minute = static_cast<int>(pick(60)),
            .second = static_cast<int>(pick(60)),
            .microsecond = pick(5) == 0 ? static_cast<int>(pick(1'000'000)) : 0};
        time.offset = std::chrono::minutes(15) * (static_cast<int>(pick(105)) - 48);
        time.precision = Precision::Exact;
        time.zoneOrigin = ZoneOrigin::Line;
        return time;
    }

    /// Not empty, and without blanks at its ends, which no reader keeps.
    std::string text()
    {
        static constexpr std::array pieces = {"a",    "Word", " ",   ",",     ";",  "\"",  "'",     "\n",   "\r\n",
                                              "=",    "+",    "-",   "@",     "\t", "＝",  "＠",    "é",    "静",
                                              "🙂",   "-5.0", "1e3", "+49",   "|",  "<b>", "=1+1",  "@SUM", "''",
                                              "\"\"", ",,",   "0",   "10:15", "#",  "\\",  "=cmd|", "- x",  "'=x"};
        std::string text;
        for (std::size_t i = 0, count = 1 + pick(8); i < count; ++i)
            text += pieces[pick(pieces.size())];
        const auto isBlank = [](char c) { return static_cast<unsigned char>(c) <= ' '; };
        while (!text.empty() && isBlank(text.back()))
            text.pop_back();
        while (!text.empty() && isBlank(text.front()))
            text.erase(text.begin());
        return text.empty() ? std::string("x") : text;
    }

    std::mt19937 m_random;
};

TEST(ReadBackCsv, TenThousandRandomRowsComeBackAsTheyWere)
{
    RandomRows rows(20240116);
    WholeIncident whole;
    for (int i = 0; i < 10'000; ++i)
        whole.events.push_back(rows.event());
    std::ostringstream out;
    ScopedIncident scope{.whole = whole, .sources = {}, .staysBehind = {}};
    writeEventsCsv(out, scope);
    const std::vector<std::optional<Instant>> ends = endsOf(whole.events);
    const WholeIncident again = readAs("events", "events.csv", out.str());
    ASSERT_EQ(again.events.size(), whole.events.size());
    for (std::size_t i = 0; i < whole.events.size(); ++i) {
        const Event &before = whole.events[i];
        const Event &after = again.events[i];
        ASSERT_EQ(after.title, before.title) << i;
        ASSERT_EQ(after.detail, before.detail) << i;
        ASSERT_EQ(after.service, before.service) << i;
        ASSERT_EQ(after.actor, before.actor) << i;
        ASSERT_EQ(after.kind, before.kind) << i;
        ASSERT_EQ(after.at, before.at) << i << isoText(before.time);
        ASSERT_EQ(after.time.offset, before.time.offset) << i;
        const auto end = after.length ? std::optional(*after.at + *after.length) : std::nullopt;
        ASSERT_EQ(end, ends[i]) << i;
    }
}

TEST(ReadBackCsv, EveryPayloadIsHarmlessInAndTheSameAfterwards)
{
    const std::vector<std::string> payloads = {
        "=1+1",
        "=HYPERLINK(\"http://x\",\"y\")",
        "=cmd|' /C calc'!A0",
        "=IMPORTXML(CONCAT(\"http://x\"),\"//a\")",
        "=DDE(\"cmd\";\"/C calc\";\"x\")",
        "=WEBSERVICE(\"http://x\")",
        "=2+5+cmd|' /C calc'!A0",
        "=A1",
        "==1",
        "=-1",
        "+1+1",
        "+cmd|' /C calc'!A0",
        "+A1",
        "+49 171 5551234",
        "++1",
        "+-5",
        "-1-1",
        "-2+3+cmd|' /C calc'!A0",
        "-A1",
        "--1",
        "-",
        "-inf",
        "- a list item",
        "@SUM(1+1)",
        "@A1",
        "@",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        "  =1+1",
        " +1+1",
        "\"=1+1\"",
        "'=1+1",
        "''=1+1",
        "\u00A0=1+1",
        "\u3000=1+1",
        "＝1+1",
        "＋1+1",
        "－1+1",
        "＠SUM(1)",
        "\"\n=1+1",
        "\uFEFF=1+1"};
    ASSERT_GE(payloads.size(), 40U);
    WholeIncident whole;
    for (const std::string &payload : payloads) {
        whole.events.push_back(foundingEvent(10, 0, EventKind::Note, Progress::Unstated, payload));
        EXPECT_EQ(csvField(payload).substr(0, 2), "\"'") << payload;
    }
    std::ostringstream out;
    writeEventsCsv(out, {.whole = whole, .sources = {}, .staysBehind = {}});
    const WholeIncident again = readAs("events", "events.csv", out.str());
    ASSERT_EQ(again.events.size(), payloads.size());
    for (std::size_t i = 0; i < payloads.size(); ++i)
        EXPECT_EQ(again.events[i].title, payloads[i]);
}

} // namespace
} // namespace downtimeline
