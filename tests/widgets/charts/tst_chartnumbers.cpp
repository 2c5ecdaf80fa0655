// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/charts/chartsamples.h"
#include "widgets/charts/chartnumbers.h"
#include "widgets/charts/numbersdialog.h"
#include "widgets/charts/phaseschart.h"

#include <gtest/gtest.h>

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QTableView>
#include <QTest>

using namespace downtimeline;
using namespace Qt::StringLiterals;
using sample::at;

namespace {

ChartContent twoCurves(int count)
{
    ResponseChartContent response;
    std::vector<Sample> high;
    std::vector<Sample> low;
    for (int i = 0; i < count; ++i) {
        high.push_back({at(i * 10), 300.0 + i % 7});
        if (i % 2 == 0)
            low.push_back({at(i * 10), 100.25});
    }
    response.series = {{"p99", "ms", curveOf(high)}, {"p50", "ms", curveOf(low)}};
    response.start = at(0);
    return responseChart(response);
}

} // namespace

TEST(ChartNumbers, EverySampleOfWhatIsVisibleIsARow)
{
    const ChartNumbers numbers = numbersOf(twoCurves(100), {at(100), at(130)}, sample::zone());
    ASSERT_EQ(numbers.headers.size(), 3);
    EXPECT_EQ(numbers.headers[0], QStringLiteral("Time (GMT+1)"));
    EXPECT_EQ(numbers.headers[1], QStringLiteral("p99 (ms)"));
    ASSERT_EQ(numbers.rows.size(), 3u);
    EXPECT_EQ(numbers.rows[0], (QStringList{u"2024-01-16 10:01:40"_s, u"303"_s, u"100.25"_s}));
    EXPECT_EQ(numbers.rows[1], (QStringList{u"2024-01-16 10:01:50"_s, u"304"_s, u""_s}));
}

TEST(ChartNumbers, ManySamplesAreSlicesWithTheirExtremes)
{
    const ChartNumbers numbers = numbersOf(twoCurves(30'000), {at(0), at(300'000)}, sample::zone());
    ASSERT_EQ(numbers.headers.size(), 5);
    EXPECT_EQ(numbers.headers[1], QStringLiteral("p99 (ms), lowest"));
    EXPECT_EQ(numbers.rows.size(), 500u);
    EXPECT_EQ(numbers.rows[3][1], QStringLiteral("300"));
    EXPECT_EQ(numbers.rows[3][2], QStringLiteral("306"));
    EXPECT_EQ(numbers.rows[3][3], QStringLiteral("100.25"));
    EXPECT_TRUE(numbers.remark.contains(QStringLiteral("10 min")));
}

TEST(ChartNumbers, MarksAndPhasesAreRowsToo)
{
    TrafficChartContent traffic = sample::measuredTraffic();
    const ChartNumbers measured = numbersOf(trafficChart(traffic), {at(1200), at(1230)}, sample::zone());
    EXPECT_EQ(measured.headers.back(), QStringLiteral("Remark"));
    for (const QStringList &row : measured.rows)
        EXPECT_EQ(row.size(), measured.headers.size());
    EXPECT_TRUE(measured.rows.back().back().contains(QStringLiteral("back")));
    const ChartNumbers stated = numbersOf(trafficChart(sample::statedTraffic()), sample::shown(), sample::zone());
    ASSERT_EQ(stated.rows.size(), 2u);
    EXPECT_EQ(stated.rows[1][1], QStringLiteral("100"));
    const ChartNumbers phases =
        numbersOf(phasesChart(sample::foundingAnalysis(), at(0)), sample::shown(), sample::zone());
    ASSERT_EQ(phases.rows.size(), 5u);
    EXPECT_EQ(phases.rows[1][1], QStringLiteral("2024-01-16 10:00:00"));
    EXPECT_EQ(phases.rows[1][3], QStringLiteral("10 min"));
}

TEST(ChartNumbers, ATabOrALineEndInANameMakesNoCell)
{
    ChartNumbers numbers;
    numbers.headers = {u"a\tb"_s, u"c"_s};
    numbers.rows.push_back(QStringList() << u"1"_s << u"x\ny"_s);
    EXPECT_EQ(numbers.tsv(), u"a b\tc\n1\tx y\n"_s);
}

TEST(ChartNumbers, AHiddenCurveIsNoColumn)
{
    ChartContent chart = twoCurves(50);
    chart.curves[0].isHidden = true;
    EXPECT_EQ(numbersOf(chart, {at(0), at(100)}, sample::zone()).headers.size(), 2);
}

TEST(NumbersDialog, CopiesAllOrTheSelectedRowsAsTabSeparatedText)
{
    const ChartNumbers numbers = numbersOf(twoCurves(100), {at(100), at(140)}, sample::zone());
    auto *dialog = new NumbersDialog(PlainText::own(QStringLiteral("Response time")), numbers, nullptr);
    dialog->show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(dialog));
    dialog->table()->setFocus();
    QTest::keySequence(dialog->table(), QKeySequence::Copy);
    const QStringList all = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
    ASSERT_EQ(all.size(), 6);
    EXPECT_EQ(all[0], QStringLiteral("Time (GMT+1)\tp99 (ms)\tp50 (ms)"));
    EXPECT_EQ(all[1], QStringLiteral("2024-01-16 10:01:40\t303\t100.25"));
    dialog->table()->selectRow(1);
    QTest::keyClick(dialog->table(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keySequence(dialog->table(), QKeySequence::Copy);
    const QStringList some = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
    ASSERT_EQ(some.size(), 4);
    EXPECT_TRUE(some[1].startsWith(QStringLiteral("2024-01-16 10:01:50")));
    QTest::keyClick(dialog, Qt::Key_Escape);
    EXPECT_FALSE(dialog->isVisible());
}

TEST(NumbersDialog, IsATableForThoseWhoDoNotSeeIt)
{
    NumbersDialog dialog(
        PlainText::own(QStringLiteral("Response time")), numbersOf(twoCurves(100), {at(100), at(140)}, sample::zone()),
        nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(dialog.table());
    ASSERT_NE(table, nullptr);
    EXPECT_EQ(table->text(QAccessible::Name), QStringLiteral("Response time"));
    ASSERT_NE(table->tableInterface(), nullptr);
    EXPECT_EQ(table->tableInterface()->rowCount(), 4);
    EXPECT_EQ(table->tableInterface()->columnCount(), 3);
    EXPECT_EQ(table->tableInterface()->cellAt(1, 1)->text(QAccessible::Name), QStringLiteral("304"));
    EXPECT_EQ(table->tableInterface()->columnDescription(1), QStringLiteral("p99 (ms)"));
}
