// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/findinglistmodel.h"
#include "models/items/incidentlistmodel.h"
#include "models/items/incidentlistorder.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>

namespace downtimeline {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using FailureMode = QAbstractItemModelTester::FailureReportingMode;

Instant onDay(int year, unsigned month, unsigned day)
{
    return std::chrono::sys_days(std::chrono::year(year) / static_cast<int>(month) / static_cast<int>(day));
}

IncidentEntry incident(int id, const char *title, Instant start, Duration length)
{
    IncidentEntry entry;
    entry.id = IncidentId(id);
    entry.title = title;
    entry.start = start;
    entry.end = start + length;
    return entry;
}

TEST(IncidentLine, TellsDayLengthAndService)
{
    IncidentEntry entry = incident(1, "x", onDay(2024, 1, 16) + hours(9), minutes(22));
    entry.service = "all servers";
    EXPECT_EQ(incidentLine(entry), QStringLiteral("16 Jan 2024 · 22 min · all servers"));
}

TEST(IncidentLine, TheDayIsThatOfTheIncidentsOwnOffset)
{
    IncidentEntry entry = incident(1, "x", onDay(2024, 1, 15) + hours(23), minutes(5));
    EXPECT_TRUE(incidentLine(entry).startsWith(QStringLiteral("15 Jan")));
    entry.offset = hours(2);
    EXPECT_TRUE(incidentLine(entry).startsWith(QStringLiteral("16 Jan")));
}

TEST(IncidentLine, LeavesOutWhatIsNotKnown)
{
    IncidentEntry entry;
    EXPECT_EQ(incidentLine(entry), QString());
    entry.service = "dns";
    EXPECT_EQ(incidentLine(entry), QStringLiteral("dns"));
    entry.timeToRecover = minutes(3);
    EXPECT_EQ(incidentLine(entry), QStringLiteral("3 min · dns"));
}

TEST(IncidentListModel, HandsOutTitleSeverityAndLine)
{
    IncidentListModel model;
    const QAbstractItemModelTester tester(&model, FailureMode::Fatal);
    IncidentEntry entry = incident(7, "Slow <b>search</b>", onDay(2024, 1, 16), minutes(5));
    entry.severity = Severity::Sev2;
    model.setIncidents({entry, IncidentEntry{}});
    EXPECT_EQ(model.index(0).data().toString(), QStringLiteral("Slow <b>search</b>"));
    EXPECT_EQ(model.index(0).data(IncidentListModel::SeverityRole).toInt(), 2);
    EXPECT_EQ(model.index(0).data(IncidentListModel::IdRole).toLongLong(), 7);
    EXPECT_TRUE(model.index(0).data(Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("SEV2, Slow")));
    EXPECT_FALSE(model.index(1).data(IncidentListModel::SeverityRole).isValid());
    EXPECT_EQ(model.index(1).data().toString(), QStringLiteral("Untitled incident"));
    EXPECT_EQ(model.rowOf(IncidentId(7)), 0);
    EXPECT_EQ(model.rowOf(IncidentId(8)), -1);
}

TEST(IncidentListModel, NewFactsOfTheSameIncidentsKeepTheRows)
{
    IncidentListModel model;
    const QAbstractItemModelTester tester(&model, FailureMode::Fatal);
    model.setIncidents({incident(1, "a", onDay(2024, 1, 1), minutes(1))});
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setIncidents({incident(1, "b", onDay(2024, 1, 1), minutes(1))});
    EXPECT_EQ(reset.count(), 0);
    EXPECT_EQ(model.index(0).data().toString(), QStringLiteral("b"));
}

class IncidentListOrderTest : public testing::Test
{
protected:
    IncidentListOrderTest()
    {
        IncidentEntry late = incident(1, "b late", onDay(2024, 3, 1), minutes(5));
        late.severity = Severity::Sev3;
        IncidentEntry early = incident(2, "c early", onDay(2024, 1, 1), minutes(50));
        early.severity = Severity::Sev1;
        IncidentEntry unknown;
        unknown.id = IncidentId(3);
        unknown.title = "A unknown";
        model.setIncidents({unknown, early, late});
    }
    std::vector<int> ids() const
    {
        std::vector<int> result;
        for (int row = 0; row < order.rowCount(); ++row)
            result.push_back(order.index(row, 0).data(IncidentListModel::IdRole).toInt());
        return result;
    }

    IncidentListModel model;
    IncidentListOrder order{model};
    QAbstractItemModelTester tester{&order, FailureMode::Fatal};
};

TEST_F(IncidentListOrderTest, NewestFirstIsTheUsualOrderAndUnknownComesLast)
{
    EXPECT_EQ(ids(), (std::vector{1, 2, 3}));
}

TEST_F(IncidentListOrderTest, SortsByEachOrder)
{
    using Order = IncidentListOrder::Order;
    const std::vector<std::pair<Order, std::vector<int>>> rows{
        {Order::OldestFirst, {2, 1, 3}},
        {Order::MostSevere, {2, 1, 3}},
        {Order::Longest, {2, 1, 3}},
        {Order::Title, {3, 1, 2}},
        {Order::NewestFirst, {1, 2, 3}}};
    for (const auto &[wanted, expected] : rows) {
        order.setOrder(wanted);
        EXPECT_EQ(ids(), expected) << IncidentListOrder::name(wanted).toStdString();
    }
}

TEST_F(IncidentListOrderTest, ASearchNarrowsTheListAndItsEndShowsAll)
{
    order.setFound(std::set{IncidentId(2)});
    EXPECT_EQ(ids(), std::vector{2});
    order.setFound(std::set<IncidentId>{});
    EXPECT_TRUE(ids().empty());
    order.setFound(std::nullopt);
    EXPECT_EQ(ids().size(), 3U);
}

IncidentEntry recovered(int id, Instant start, Duration length)
{
    IncidentEntry entry = incident(id, "x", start, length);
    entry.timeToRecover = length;
    return entry;
}

TEST(RecoveryByMonth, SaysNothingOfFewerThanFiveIncidents)
{
    std::vector<IncidentEntry> incidents;
    for (int i = 1; i <= 4; ++i)
        incidents.push_back(recovered(i, onDay(2024, 1, 10), minutes(i)));
    incidents.push_back(incident(5, "no recovery", onDay(2024, 1, 10), minutes(5)));
    EXPECT_TRUE(recoveryByMonth(incidents, onDay(2024, 1, 20)).empty());
    incidents.push_back(recovered(6, onDay(2024, 1, 10), minutes(6)));
    EXPECT_EQ(recoveryByMonth(incidents, onDay(2024, 1, 20)).size(), 12U);
}

TEST(RecoveryByMonth, TakesTheMedianOfEachMonthAndEndsWithThisOne)
{
    const std::vector<IncidentEntry> incidents{
        recovered(1, onDay(2024, 1, 31), minutes(10)), recovered(2, onDay(2024, 1, 1), minutes(20)),
        recovered(3, onDay(2023, 12, 31), minutes(1)), recovered(4, onDay(2023, 12, 1), minutes(90)),
        recovered(5, onDay(2023, 12, 2), minutes(3)),  recovered(6, onDay(2023, 1, 31), minutes(999))};
    const std::vector<RecoveryMonth> months = recoveryByMonth(incidents, onDay(2024, 1, 20));
    ASSERT_EQ(months.size(), 12U);
    EXPECT_EQ(months[0], (RecoveryMonth{.year = 2023, .month = 2, .median = {}, .count = 0}));
    EXPECT_EQ(months[10], (RecoveryMonth{.year = 2023, .month = 12, .median = minutes(3), .count = 3}));
    EXPECT_EQ(months[11], (RecoveryMonth{.year = 2024, .month = 1, .median = minutes(15), .count = 2}));
}

Finding finding(const char *key, Finding::Decision decision, std::vector<int> lines)
{
    Finding result;
    result.key = key;
    result.title = std::string("Title of ") + key;
    result.message = "Message.";
    result.lines = std::move(lines);
    result.decision = decision;
    return result;
}

TEST(FindingListModel, OpenFindingsComeFirst)
{
    FindingListModel model;
    const QAbstractItemModelTester tester(&model, FailureMode::Fatal);
    model.setFindings(
        {finding("a", Finding::Decision::Dismissed, {}), finding("b", Finding::Decision::Open, {7, 24}),
         finding("c", Finding::Decision::Open, {3})});
    EXPECT_EQ(model.openCount(), 2);
    EXPECT_EQ(model.findingAt(0).key, "b");
    EXPECT_EQ(model.findingAt(2).key, "a");
    EXPECT_EQ(model.index(0).data(FindingListModel::LinesTextRole).toString(), QStringLiteral("lines 7, 24"));
    EXPECT_EQ(model.index(1).data(FindingListModel::LinesTextRole).toString(), QStringLiteral("line 3"));
    EXPECT_EQ(model.index(2).data(FindingListModel::LinesTextRole).toString(), QString());
    EXPECT_EQ(
        model.index(0).data(Qt::AccessibleTextRole).toString(), QStringLiteral("Title of b. Message. lines 7, 24"));
}

TEST(FindingListModel, ADecisionThatKeepsTheOrderKeepsTheRows)
{
    FindingListModel model;
    const QAbstractItemModelTester tester(&model, FailureMode::Fatal);
    model.setFindings({finding("a", Finding::Decision::Open, {})});
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setFindings({finding("a", Finding::Decision::Settled, {})});
    EXPECT_EQ(reset.count(), 0);
    EXPECT_EQ(model.openCount(), 0);
    EXPECT_EQ(model.index(0).data(FindingListModel::DecisionRole).toInt(), 1);
}

} // namespace
} // namespace downtimeline
