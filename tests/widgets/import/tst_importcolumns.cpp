// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/import/importfixture.h"

#include "widgets/import/choicebox.h"
#include "widgets/import/columnspanel.h"
#include "widgets/import/columnstable.h"
#include "widgets/import/draftfields.h"
#include "widgets/import/drafttable.h"
#include "widgets/paint/plaintext.h"

#include <QAbstractItemModelTester>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;
using Rows = DraftTableModel;

constexpr const char *pager = "When,Host,What,Note,Sort\n"
                              "2024-01-16T10:00:00Z,db-1,Database down,errors rise,outage\n"
                              "2024-01-16T10:05:00Z,db-1,On call paged,first page,alert\n"
                              "2024-01-16T10:20:00Z,db-1,Failover done,second try,mitigation\n";
constexpr const char *openDates = "time,p95\n03/04/2024 10:00 Z,120\n05/04/2024 10:00 Z,130\n";

/// A preview that reads again at once, as the program does on another thread.
class Columns : public ShownPreview
{
protected:
    void showTable(const std::string &name, const std::string &text)
    {
        show(name, text);
        answerWishes(name, text);
    }

    void answerWishes(const std::string &name, const std::string &text)
    {
        QObject::connect(
            m_preview.get(), &ImportPreview::columnsWished, [this, name, text](int page, const ColumnsWish &wish) {
                m_wishes.push_back(wish);
                m_preview->page(page)->replaceReading(readAsWished(name, text, wish));
            });
    }

    ColumnsPanel *panel() const { return page()->columns(); }
    QAbstractItemModel *columns() const { return panel()->table()->model(); }
    QString meaning(int row) const { return columns()->index(row, ColumnsModel::MeaningColumn).data().toString(); }

    /// Opens the list of a row with the mouse.
    QComboBox *openList(int row)
    {
        const QModelIndex index = columns()->index(row, ColumnsModel::MeaningColumn);
        QTest::mouseClick(
            panel()->table()->viewport(), Qt::LeftButton, {}, panel()->table()->visualRect(index).center());
        auto *list = qobject_cast<QComboBox *>(panel()->table()->indexWidget(index));
        EXPECT_NE(list, nullptr);
        EXPECT_TRUE(list && list->view()->isVisible());
        return list;
    }

    /// Chooses from the list with the mouse.
    void choose(int row, const QString &words)
    {
        QComboBox *list = openList(row);
        ASSERT_NE(list, nullptr);
        const int item = list->findText(words);
        ASSERT_GE(item, 0) << words.toStdString();
        clickItem(*list, item);
        QCoreApplication::processEvents();
    }

    static void clickItem(QComboBox &box, int item)
    {
        QAbstractItemView *view = box.view();
        const QPoint at = view->visualRect(box.model()->index(item, 0)).center();
        QTest::mouseMove(view->viewport(), at);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, at);
    }

    QString importText() const { return m_preview->footer()->importButton()->text(); }
    bool canImport() const { return m_preview->footer()->importButton()->isEnabled(); }

    std::vector<ColumnsWish> m_wishes;
};

TEST_F(Columns, TheGuessedMeaningOfEachColumnIsShown)
{
    show("pager.csv", pager);
    ASSERT_TRUE(panel()->isVisible());
    const QAbstractItemModelTester tester(columns(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    EXPECT_EQ(panel()->heading()->text(), u"4 of 5 columns are read"_s);
    EXPECT_EQ(columns()->index(0, ColumnsModel::NameColumn).data().toString(), u"When"_s);
    EXPECT_EQ(columns()->index(0, ColumnsModel::SampleColumn).data().toString(), u"2024-01-16T10:00:00Z"_s);
    EXPECT_EQ(
        (QStringList{meaning(0), meaning(1), meaning(2), meaning(3), meaning(4)}),
        (QStringList{u"Time"_s, u"Service"_s, u"Title"_s, u"Detail"_s, u"Not read"_s}));
    EXPECT_FALSE(panel()->order()->isVisible());
    EXPECT_FALSE(panel()->comma()->isVisible());
    EXPECT_FALSE(panel()->forget()->isVisible());
    EXPECT_EQ(columns()->columnCount(), 3) << "events have no unit";
    photograph(u"import-columns-light"_s);
    photograph(u"import-columns-light-2x"_s, 2);
    look(true);
    photograph(u"import-columns-dark"_s);
}

TEST_F(Columns, ADocumentHasNoColumns)
{
    show("outage.txt", outageText());
    EXPECT_FALSE(panel()->isVisible());
}

TEST_F(Columns, AMeaningIsChosenWithTheMouseAndTheSourceIsReadAgain)
{
    showTable("pager.csv", pager);
    EXPECT_EQ(page()->draft().incidents[0].read.events[1].kind, EventKind::Note);
    choose(4, u"Kind"_s);
    ASSERT_EQ(m_wishes.size(), 1U);
    EXPECT_EQ(m_wishes[0].columns.at("Sort"), "kind");
    EXPECT_EQ(m_wishes[0].columns.at("What"), "title") << "the rest stays as it was shown";
    EXPECT_EQ(meaning(4), u"Kind"_s);
    EXPECT_EQ(page()->draft().incidents[0].read.events[1].kind, EventKind::Alert);
    EXPECT_EQ(panel()->heading()->text(), u"5 of 5 columns are read"_s);
}

TEST_F(Columns, AMeaningIsChosenWithTheKeyboard)
{
    showTable("pager.csv", pager);
    panel()->table()->setFocus();
    panel()->table()->setCurrentIndex(columns()->index(3, ColumnsModel::NameColumn));
    QTest::keyClick(panel()->table(), Qt::Key_Down);
    QTest::keyClick(panel()->table(), Qt::Key_Return);
    auto *list =
        qobject_cast<QComboBox *>(panel()->table()->indexWidget(columns()->index(4, ColumnsModel::MeaningColumn)));
    ASSERT_NE(list, nullptr);
    ASSERT_TRUE(list->view()->isVisible());
    QTest::keyClick(list->view(), Qt::Key_Home);
    for (int i = 0; i < list->findText(u"Kind"_s); ++i)
        QTest::keyClick(list->view(), Qt::Key_Down);
    QTest::keyClick(list->view(), Qt::Key_Return);
    QCoreApplication::processEvents();
    EXPECT_EQ(meaning(4), u"Kind"_s);
    EXPECT_EQ(m_wishes.size(), 1U);
}

TEST_F(Columns, WhatOneColumnIsAnotherIsNoMore)
{
    showTable("pager.csv", pager);
    choose(3, u"Title"_s);
    EXPECT_EQ(meaning(3), u"Title"_s);
    EXPECT_EQ(meaning(2), u"Not read"_s);
    EXPECT_EQ(shown(0, Rows::TitleColumn), u"errors rise"_s);
}

TEST_F(Columns, WhatTheUserChoseBeforeIsKept)
{
    showTable("pager.csv", pager);
    typeInto(page()->fields()->title(), u"Database outage"_s);
    type(1, Rows::TitleColumn, u"Pager rang"_s);
    QTest::mouseClick(
        table()->viewport(), Qt::LeftButton, {}, table()->visualRect(cell(2, Rows::TakenColumn)).center());
    typeInto(page()->fields()->clockShift(), u"+2 min"_s);
    EXPECT_EQ(importText(), u"Import 2 events"_s);
    choose(4, u"Kind"_s);
    EXPECT_EQ(page()->fields()->title()->text(), u"Database outage"_s);
    EXPECT_EQ(shown(1, Rows::TitleColumn), u"Pager rang"_s);
    EXPECT_EQ(shown(1, Rows::TimeColumn), u"10:07"_s);
    EXPECT_EQ(importText(), u"Import 2 events"_s);
    EXPECT_EQ(page()->draft().incidents[0].placed[1].kind, EventKind::Alert) << "and the choice holds";
}

TEST_F(Columns, WithoutATimeNothingIsImportedAndTheColumnsStay)
{
    showTable("pager.csv", pager);
    choose(0, u"Not read"_s);
    EXPECT_FALSE(canImport());
    EXPECT_TRUE(page()->source().problem.contains(u"no column of times"_s));
    EXPECT_TRUE(panel()->isVisible());
    photograph(u"import-columns-problem-light"_s);
    choose(0, u"Time"_s);
    EXPECT_TRUE(canImport());
    EXPECT_EQ(importText(), u"Import 3 events"_s);
}

TEST_F(Columns, DayOrMonthFirstIsAskedOfMetricsAndCanBeSwapped)
{
    showTable("p95.csv", openDates);
    ASSERT_TRUE(panel()->order()->isVisible());
    EXPECT_TRUE(panel()->order()->isDoubtful());
    EXPECT_FALSE(canImport());
    photograph(u"import-columns-order-light"_s);
    look(true);
    photograph(u"import-columns-order-dark"_s);
    const auto day = [this] { return firstDay(page()->draft().incidents[0]); };
    panel()->order()->setFocus();
    QTest::keyClick(panel()->order(), Qt::Key_Down);
    EXPECT_TRUE(canImport());
    EXPECT_EQ(day(), QDate(2024, 4, 3));
    ASSERT_TRUE(panel()->order()->isVisible()) << "it can be swapped";
    EXPECT_FALSE(panel()->order()->isDoubtful());
    QTest::keyClick(panel()->order(), Qt::Key_Down);
    EXPECT_EQ(day(), QDate(2024, 3, 4));
    EXPECT_EQ(panel()->order()->currentText(), u"Month first: 12/31"_s);
}

TEST_F(Columns, DayOrMonthFirstIsAskedOfEventsAndCanBeSwapped)
{
    showTable("log.csv", "time,title\n03/04/2024 10:00 Z,Down\n05/04/2024 10:00 Z,Up\n");
    EXPECT_FALSE(canImport());
    panel()->order()->setFocus();
    QTest::keyClick(panel()->order(), Qt::Key_End);
    EXPECT_TRUE(canImport());
    EXPECT_EQ(firstDay(page()->draft().incidents[0]), QDate(2024, 3, 4));
    QTest::keyClick(panel()->order(), Qt::Key_Home);
    EXPECT_EQ(firstDay(page()->draft().incidents[0]), QDate(2024, 4, 3));
}

TEST_F(Columns, AUnitThatNothingTellsIsTyped)
{
    showTable("p95.csv", "time,p95\n2024-01-16T10:00:00Z,120\n");
    const QModelIndex unit = columns()->index(1, ColumnsModel::UnitColumn);
    EXPECT_TRUE(unit.data(ColumnsModel::OpenRole).toBool());
    EXPECT_EQ(unit.data().toString(), u"which?"_s);
    panel()->table()->setFocus();
    panel()->table()->setCurrentIndex(unit);
    QTest::keyClick(panel()->table(), Qt::Key_Return);
    auto *line = qobject_cast<QLineEdit *>(panel()->table()->indexWidget(unit));
    ASSERT_NE(line, nullptr);
    QTest::keyClicks(line, u"ms"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QCoreApplication::processEvents();
    ASSERT_EQ(page()->draft().incidents[0].read.series.size(), 1U);
    EXPECT_EQ(page()->draft().incidents[0].read.series[0].series.unit, "ms");
    EXPECT_FALSE(columns()->index(1, ColumnsModel::UnitColumn).data(ColumnsModel::OpenRole).toBool());
}

TEST_F(Columns, AColumnBecomesASeriesOfAnotherMeasure)
{
    showTable("load.csv", "time,checkout,errors\n2024-01-16T10:00:00Z,120,3\n2024-01-16T10:01:00Z,130,4\n");
    EXPECT_EQ(meaning(1), u"Other values"_s);
    EXPECT_EQ(meaning(2), u"Error rate"_s);
    choose(1, u"Traffic"_s);
    EXPECT_EQ(page()->draft().incidents[0].read.series[0].series.measure, Measure::Traffic);
    choose(2, u"Not read"_s);
    EXPECT_EQ(importText(), u"Import 1 series"_s);
    photograph(u"import-columns-metrics-light"_s);
    photograph(u"import-columns-metrics-2x"_s, 2);
}

TEST_F(Columns, AnAmbiguousCommaIsShownAsBothNumbers)
{
    showTable("load.tsv", "time\tload\n2024-01-16T10:00:00Z\t1,250\n2024-01-16T10:01:00Z\t2,500\n");
    ASSERT_TRUE(panel()->comma()->isVisible());
    EXPECT_TRUE(panel()->comma()->isDoubtful());
    EXPECT_EQ(panel()->comma()->currentText(), u"1,250 is 1250"_s);
    panel()->comma()->setFocus();
    QTest::keyClick(panel()->comma(), Qt::Key_Down);
    EXPECT_EQ(panel()->comma()->currentText(), u"1,250 is 1.25"_s);
    EXPECT_FALSE(panel()->comma()->isDoubtful());
    EXPECT_EQ(page()->draft().incidents[0].read.series[0].samples[0].value, 1.25);
}

TEST_F(Columns, ATableIsReadAsMetricsInsteadOfEvents)
{
    showTable("mixed.csv", "time,title,load\n2024-01-16T10:00:00Z,Down,5\n2024-01-16T10:01:00Z,Up,6\n");
    EXPECT_EQ(importText(), u"Import 2 events"_s);
    panel()->sort()->setFocus();
    QTest::keyClick(panel()->sort(), Qt::Key_Down);
    ASSERT_EQ(m_wishes.size(), 1U);
    EXPECT_EQ(m_wishes[0], (ColumnsWish{.sort = TableSort::Metrics, .columns = {}}));
    EXPECT_EQ(importText(), u"Import 1 series"_s);
    EXPECT_EQ(columns()->columnCount(), 4);
}

TEST_F(Columns, WhatIsRememberedIsSaidAndForgotten)
{
    std::vector<PreviewedSource> sources;
    sources.push_back(readForPreview("pager.csv", pager));
    sources.front().isRemembered = true;
    show(std::move(sources));
    ASSERT_TRUE(panel()->forget()->isVisible());
    EXPECT_TRUE(panel()->remembered()->text().contains(u"you chose"_s));
    photograph(u"import-columns-remembered-light"_s);
    QSignalSpy forgotten(m_preview.get(), &ImportPreview::forgetWished);
    panel()->forget()->setFocus();
    QTest::keyClick(panel()->forget(), Qt::Key_Space);
    EXPECT_EQ(forgotten.count(), 1);
}

TEST_F(Columns, WhileASourceIsReadAgainCancelStopsThat)
{
    show("pager.csv", pager);
    QSignalSpy wished(m_preview.get(), &ImportPreview::columnsWished);
    choose(4, u"Kind"_s);
    ASSERT_EQ(wished.count(), 1);
    m_preview->setRereading(true);
    EXPECT_FALSE(canImport());
    QSignalSpy stopped(m_preview.get(), &ImportPreview::stopWished);
    EXPECT_EQ(m_preview->footer()->cancelButton()->text(), u"Stop reading"_s);
    QTest::mouseClick(m_preview->footer()->cancelButton(), Qt::LeftButton);
    EXPECT_EQ(stopped.count(), 1);
    EXPECT_TRUE(m_preview->isVisible());
    page()->showColumns();
    m_preview->setRereading(false);
    EXPECT_EQ(meaning(4), u"Not read"_s) << "as it was read";
    EXPECT_TRUE(canImport());
}

TEST_F(Columns, ManyColumnsFoldAway)
{
    std::string text = "time,title";
    for (int i = 0; i < 40; ++i)
        text += ",c" + std::to_string(i);
    text += "\n2024-01-16T10:00:00Z,Down" + std::string(40, ',') + "\n";
    show("wide.csv", text);
    EXPECT_FALSE(panel()->table()->isVisible());
    QTest::mouseClick(panel()->heading(), Qt::LeftButton);
    EXPECT_TRUE(panel()->table()->isVisible());
    EXPECT_TRUE(table()->isVisible());
    EXPECT_GE(table()->height(), 50);
    photograph(u"import-columns-many-light"_s);
}

} // namespace
} // namespace downtimeline
