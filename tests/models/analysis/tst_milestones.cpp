// SPDX-License-Identifier: GPL-3.0-or-later
#include "entries.h"

#include "models/analysis/errorbudget.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace downtimeline {
namespace {

using namespace std::chrono_literals;

constexpr unsigned begins = EventEntry::Begins;
constexpr unsigned completes = EventEntry::Completes;
constexpr unsigned fails = EventEntry::Fails;

std::optional<int> minutes(const ResponseAnalysis &analysis, ResponseMeasure measure)
{
    const auto value = analysis.time(measure).value();
    return value ? std::optional(static_cast<int>(*value / 1min)) : std::nullopt;
}

std::vector<int> phaseMinutes(const ResponseAnalysis &analysis)
{
    std::vector<int> list;
    list.reserve(analysis.phases.size());
    for (const PhaseSpan &phase : analysis.phases)
        list.push_back(static_cast<int>(phase.range.length() / 1min));
    return list;
}

TEST(AnalyseResponse, TheFoundingIncidentHasItsFiguresForEitherReadingOfItsLastLine)
{
    for (const unsigned recovery : {completes, 0U}) {
        const ResponseAnalysis analysis = analyseResponse(foundingIndex(recovery));
        EXPECT_EQ(minutes(analysis, ResponseMeasure::Detect), 0);
        EXPECT_EQ(minutes(analysis, ResponseMeasure::Acknowledge), 10);
        EXPECT_EQ(minutes(analysis, ResponseMeasure::Mitigate), 20);
        EXPECT_EQ(minutes(analysis, ResponseMeasure::Recover), 22);
        EXPECT_EQ(phaseMinutes(analysis), (std::vector{0, 10, 5, 5, 2}));
        EXPECT_EQ(analysis.impacts, (std::vector{TimeRange{minute(0), minute(22)}}));
        EXPECT_EQ(analysis.downtime, 22min);
        EXPECT_EQ(std::lround(ErrorBudget{}.share(analysis.downtime) * 100), 51);
    }
}

TEST(AnalyseResponse, EveryMilestoneOfTheFoundingIncidentNamesItsEvent)
{
    const ResponseAnalysis analysis = analyseResponse(foundingIndex());
    const std::array<std::int64_t, milestoneCount> events{2, 3, 4, 5, 6, 8};
    for (std::size_t i = 0; i < milestoneCount; ++i) {
        ASSERT_TRUE(analysis.milestones[i]) << i;
        EXPECT_EQ(static_cast<std::size_t>(analysis.milestones[i]->milestone), i);
        EXPECT_EQ(analysis.milestones[i]->event, EventId(events[i]));
    }
    EXPECT_EQ(analysis.time(ResponseMeasure::Acknowledge).from->event, EventId(3));
}

TEST(AnalyseResponse, AMissingMilestoneMergesItsTwoPhases)
{
    const ResponseAnalysis analysis = analyseResponse(indexOf(
        {{EventKind::Outage, 0}, {EventKind::Alert, 2}, {EventKind::Rollback, 15, begins}, {EventKind::Recovery, 22}}));
    EXPECT_EQ(
        analysis.phases, (std::vector<PhaseSpan>{
                             {Phase::Detect, Phase::Detect, {minute(0), minute(2)}},
                             {Phase::Acknowledge, Phase::Diagnose, {minute(2), minute(15)}},
                             {Phase::Mitigate, Phase::Recover, {minute(15), minute(22)}}}));
    EXPECT_EQ(phaseName(analysis.phases[1]), QStringLiteral("Acknowledge to diagnose"));
    EXPECT_EQ(minutes(analysis, ResponseMeasure::Acknowledge), std::nullopt);
}

TEST(AnalyseResponse, AnAlertBeforeTheOutageIsNoTimeToDetectAndNoPhase)
{
    const ResponseAnalysis analysis = analyseResponse(indexOf(
        {{EventKind::Alert, -5}, {EventKind::Acknowledgement, -3}, {EventKind::Outage, 0}, {EventKind::Recovery, 22}}));
    EXPECT_EQ(minutes(analysis, ResponseMeasure::Detect), std::nullopt);
    EXPECT_TRUE(analysis.time(ResponseMeasure::Detect).isReversed());
    EXPECT_EQ(analysis.at(Milestone::Detected)->at, minute(-5));
    EXPECT_EQ(minutes(analysis, ResponseMeasure::Acknowledge), 2);
    EXPECT_EQ(analysis.at(Milestone::Acknowledged)->at, minute(-3));
    EXPECT_EQ(analysis.phases, (std::vector<PhaseSpan>{{Phase::Detect, Phase::Recover, {minute(0), minute(22)}}}));
}

TEST(AnalyseResponse, AnAcknowledgementBeforeTheAlertIsNoTimeAndNoPhase)
{
    const ResponseAnalysis analysis = analyseResponse(indexOf(
        {{EventKind::Outage, 0}, {EventKind::Acknowledgement, 3}, {EventKind::Alert, 8}, {EventKind::Recovery, 22}}));
    EXPECT_EQ(minutes(analysis, ResponseMeasure::Detect), 8);
    EXPECT_EQ(minutes(analysis, ResponseMeasure::Acknowledge), std::nullopt);
    EXPECT_EQ(
        analysis.phases, (std::vector<PhaseSpan>{
                             {Phase::Detect, Phase::Detect, {minute(0), minute(8)}},
                             {Phase::Acknowledge, Phase::Recover, {minute(8), minute(22)}}}));
}

TEST(AnalyseResponse, WithoutAnAlertTheDetectionIsWhatIsAcknowledged)
{
    const ResponseAnalysis analysis = analyseResponse(indexOf(
        {{EventKind::Outage, 0},
         {EventKind::Detection, 4},
         {EventKind::Acknowledgement, 10},
         {EventKind::Recovery, 22}}));
    EXPECT_EQ(minutes(analysis, ResponseMeasure::Detect), 4);
    EXPECT_EQ(minutes(analysis, ResponseMeasure::Acknowledge), 6);
}

TEST(AnalyseResponse, AnAcknowledgementIsCountedFromTheAlertEvenAfterADetection)
{
    const ResponseAnalysis analysis = analyseResponse(indexOf(
        {{EventKind::Outage, 0},
         {EventKind::Detection, 4},
         {EventKind::Alert, 7},
         {EventKind::Acknowledgement, 10},
         {EventKind::Recovery, 22}}));
    EXPECT_EQ(minutes(analysis, ResponseMeasure::Detect), 4);
    EXPECT_EQ(minutes(analysis, ResponseMeasure::Acknowledge), 3);
}

TEST(AnalyseResponse, AnAlertThatIsOverDetectsNothing)
{
    const ResponseAnalysis analysis = analyseResponse(
        indexOf({{EventKind::Alert, -9, completes}, {EventKind::Outage, 0}, {EventKind::Recovery, 22}}));
    EXPECT_FALSE(analysis.at(Milestone::Detected));
}

TEST(AnalyseResponse, WorkBeforeTheImpactIsNoMitigation)
{
    const ResponseAnalysis analysis = analyseResponse(indexOf(
        {{EventKind::Restart, -30}, {EventKind::Outage, 0}, {EventKind::Restart, 12}, {EventKind::Recovery, 22}}));
    EXPECT_EQ(analysis.at(Milestone::MitigationBegun)->event, EventId(3));
    EXPECT_FALSE(analysis.at(Milestone::Mitigated)); // a restart does not end the cause
}

TEST(AnalyseResponse, TheCauseEndsWithTheLastActionDoneBeforeRecovery)
{
    const ResponseAnalysis analysis = analyseResponse(indexOf(
        {{EventKind::Outage, 0},
         {EventKind::Rollback, 5, begins},
         {EventKind::Rollback, 8, fails},
         {EventKind::Mitigation, 10, begins},
         {EventKind::Mitigation, 14, completes},
         {EventKind::Recovery, 22},
         {EventKind::Mitigation, 90, completes}}));
    EXPECT_EQ(analysis.at(Milestone::Mitigated)->event, EventId(5));
    EXPECT_EQ(minutes(analysis, ResponseMeasure::Mitigate), 14);
}

TEST(AnalyseResponse, AFailedRollbackEndsNoCause)
{
    const ResponseAnalysis analysis = analyseResponse(indexOf(
        {{EventKind::Outage, 0},
         {EventKind::Rollback, 5, begins},
         {EventKind::Rollback, 8, fails},
         {EventKind::Recovery, 22}}));
    EXPECT_EQ(minutes(analysis, ResponseMeasure::Mitigate), std::nullopt);
}

TEST(AnalyseResponse, ARollbackToldInOneWordWasDoneThen)
{
    const ResponseAnalysis analysis =
        analyseResponse(indexOf({{EventKind::Outage, 0}, {EventKind::Rollback, 9}, {EventKind::Recovery, 22}}));
    EXPECT_EQ(minutes(analysis, ResponseMeasure::Mitigate), 9);
}

TEST(AnalyseResponse, AnOpenIncidentHasPhasesUpToWhatIsReached)
{
    const ResponseAnalysis analysis =
        analyseResponse(indexOf({{EventKind::Outage, 0}, {EventKind::Alert, 3}, {EventKind::Acknowledgement, 8}}));
    EXPECT_EQ(phaseMinutes(analysis), (std::vector{3, 5}));
    EXPECT_EQ(minutes(analysis, ResponseMeasure::Recover), std::nullopt);
    EXPECT_EQ(analysis.downtime, 0min);
}

TEST(AnalyseResponse, NothingFollowsFromNothing)
{
    const ResponseAnalysis analysis = analyseResponse({});
    for (const auto &milestone : analysis.milestones)
        EXPECT_FALSE(milestone);
    EXPECT_TRUE(analysis.phases.empty());
    EXPECT_TRUE(analysis.impacts.empty());
}

TEST(AnalyseResponse, PhasesAlwaysJoinWithoutGapsAndAddUpToTheTimeToRecover)
{
    std::mt19937 random(99);
    for (int round = 0; round < 3000; ++round) {
        EventIndex index;
        int at = 0;
        for (int i = static_cast<int>(random() % 12); i > 0; --i) {
            at += static_cast<int>(random() % 4);
            const EventKind kind = allEventKinds()[random() % eventKindCount];
            const std::array flags{0U, begins, completes, fails};
            index.push_back(
                {EventId(static_cast<std::int64_t>(index.size()) + 1), minute(at), minute(at), kind, laneOf(kind),
                 static_cast<std::uint16_t>(flags[random() % 4])});
        }
        deriveEnds(index);
        const ResponseAnalysis analysis = analyseResponse(index);
        Duration sum{0};
        for (std::size_t i = 0; i < analysis.phases.size(); ++i) {
            const PhaseSpan &phase = analysis.phases[i];
            ASSERT_GE(phase.range.length(), 0us);
            ASSERT_LE(phase.first, phase.last);
            ASSERT_TRUE(i == 0 || analysis.phases[i - 1].range.end == phase.range.start);
            sum += phase.range.length();
        }
        if (const auto recover = analysis.time(ResponseMeasure::Recover).value()) {
            ASSERT_EQ(sum, *recover);
            ASSERT_LE(analysis.downtime, *recover);
        }
        for (std::size_t i = 1; i < analysis.impacts.size(); ++i)
            ASSERT_LE(analysis.impacts[i - 1].end, analysis.impacts[i].start);
    }
}

TEST(ResponseNames, EveryMeasureCarriesItsDefinition)
{
    EXPECT_EQ(responseMeasureName(ResponseMeasure::Recover), QStringLiteral("Time to recover"));
    EXPECT_EQ(
        responseMeasureDefinition(ResponseMeasure::Detect),
        QStringLiteral("From the start of the impact to the first alert or detection"));
    EXPECT_EQ(milestoneName(Milestone::MitigationBegun), QStringLiteral("Mitigation begun"));
    EXPECT_EQ(phaseName(Phase::Diagnose), QStringLiteral("Diagnose"));
}

} // namespace
} // namespace downtimeline
