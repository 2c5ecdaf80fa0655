// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/impactfindings.h"

#include <gtest/gtest.h>

using namespace downtimeline;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

const Instant ten{std::chrono::sys_days{std::chrono::year(2024) / 1 / 16} + std::chrono::hours(9)};
const DisplayZone gmtPlus1(std::chrono::hours(1), QStringLiteral("GMT+1"));

MeasuredSeries traffic()
{
    MeasuredSeries measured;
    measured.series.name = "requests";
    measured.series.measure = Measure::Traffic;
    measured.series.uuid = QUuid(QStringLiteral("{11111111-2222-3333-4444-555555555555}"));
    measured.series.source = SourceId(2);
    measured.step = seconds(10);
    measured.extent = {ten - minutes(60), ten + minutes(60)};
    return measured;
}

ImpactDisagreement disagreement(const MeasuredSeries &series, Milestone end, std::optional<Instant> back)
{
    Excursion found;
    found.start = ten + seconds(130);
    found.usualUntil = ten + seconds(120);
    found.end = back;
    found.usual = 1004;
    found.limit = 100;
    return {
        end,
        MilestonePoint{end, end == Milestone::ImpactStart ? ten : ten + minutes(22), EventId(1)},
        {&series, found}};
}

std::vector<Source> sources()
{
    Source log;
    log.id = SourceId(2);
    log.name = "traffic.csv";
    return {log};
}

ClaimWords words(EventId)
{
    return {QStringLiteral("Server outage begins"), QStringLiteral("report.txt, line 14"), SourceId(1), 14};
}

} // namespace

TEST(ImpactFindings, BothFactsAreToldWithTheirSources)
{
    const MeasuredSeries series = traffic();
    const std::vector found =
        impactFindings(std::vector{disagreement(series, Milestone::ImpactStart, {})}, sources(), words, gmtPlus1);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].rule, "measured-start");
    EXPECT_EQ(found[0].title, "Two starts of the impact");
    EXPECT_EQ(
        found[0].message, "“Server outage begins” is at 10:00 (report.txt, line 14). The samples of “requests” of "
                          "traffic.csv leave the usual at 10:02:10. Usual is the median before, 1004; further than "
                          "100 from it for a minute or more is not.");
    EXPECT_EQ(found[0].lines, std::vector{14});
    EXPECT_EQ(found[0].source, SourceId(1));
    EXPECT_TRUE(isFromSamples(found[0]));
}

TEST(ImpactFindings, AnEndIsToldAndOneThatNeverCameToo)
{
    const MeasuredSeries series = traffic();
    const std::vector found = impactFindings(
        std::vector{
            disagreement(series, Milestone::Recovered, ten + minutes(25)),
            disagreement(series, Milestone::Recovered, {})},
        sources(), [](EventId) { return ClaimWords{}; }, gmtPlus1);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_NE(found[0].message.find("is stated to end at 10:22. The samples"), std::string::npos) << found[0].message;
    EXPECT_NE(found[0].message.find("back to usual at 10:25:00"), std::string::npos) << found[0].message;
    EXPECT_NE(found[1].message.find("not back to usual by 11:00:00, their last"), std::string::npos)
        << found[1].message;
    EXPECT_TRUE(found[0].lines.empty());
    EXPECT_NE(found[0].key, found[1].key);
}

TEST(ImpactFindings, TheKeyIsTheFactsAndNeitherTheZoneNorTheWords)
{
    const MeasuredSeries series = traffic();
    const std::vector facts{disagreement(series, Milestone::ImpactStart, {})};
    const auto first = impactFindings(facts, sources(), words, gmtPlus1);
    const auto second = impactFindings(facts, {}, [](EventId) { return ClaimWords{}; }, DisplayZone());
    EXPECT_EQ(first[0].key, second[0].key);
    EXPECT_NE(first[0].message, second[0].message);
}

TEST(ImpactFindings, StoredDecisionsAreTakenOverAndWhatNoLongerHoldsIsLeftOut)
{
    Finding dates;
    dates.rule = dates.key = "two-dates";
    Finding old;
    old.rule = "measured-start";
    old.key = "measured-start|1";
    Finding settled = old;
    settled.key = "measured-start|2";
    settled.decision = Finding::Decision::Settled;
    settled.id = FindingId(7);
    Finding now = old;
    now.key = settled.key;
    now.message = "as it is now";
    const std::vector all = withMeasured(std::vector{dates, old, settled}, {now});
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0], dates);
    EXPECT_EQ(all[1].key, settled.key);
    EXPECT_EQ(all[1].message, "as it is now");
    EXPECT_EQ(all[1].decision, Finding::Decision::Settled);
    EXPECT_EQ(all[1].id, FindingId(7));
}
