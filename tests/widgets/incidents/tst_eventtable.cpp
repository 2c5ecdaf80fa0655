// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incidents/eventtable.h"

#include "incidentfixture.h"
#include "widgets/paint/theme.h"

#include <gtest/gtest.h>

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

namespace downtimeline {
namespace {

constexpr int acknowledgement = 3; // the row

class EventTableTest : public testing::Test
{
protected:
    EventTableTest()
    {
        setLook(false);
        rows.shownIn = &model;
        model.setEvents(rows.snapshot());
        view.setZone(plusOne());
        table = std::make_unique<EventTable>(model, view);
        table->resize(612, 260);
        table->show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(table.get()));
        table->activateWindow();
        table->setFocus();
        EXPECT_TRUE(QTest::qWaitForWindowActive(table.get()));
    }
    QPoint cell(int row, int column) const { return table->visualRect(model.index(row, column)).center(); }
    void click(int row, int column)
    {
        QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::NoModifier, cell(row, column));
    }
    /// Opens the editor of a cell as a user does, by a double click.
    template<typename Editor>
    Editor *openEditor(int row, int column)
    {
        click(row, column);
        QTest::mouseDClick(table->viewport(), Qt::LeftButton, Qt::NoModifier, cell(row, column));
        return table->viewport()->findChild<Editor *>();
    }
    void type(QLineEdit *line, const QString &text)
    {
        line->selectAll();
        QTest::keyClicks(line, text);
        QTest::keyClick(line, Qt::Key_Return);
        QCoreApplication::processEvents(); // the view takes the answer by a queued call
    }

    MemoryRows rows;
    EventTableModel model{rows, &rows};
    ViewState view;
    std::unique_ptr<EventTable> table;
};

TEST_F(EventTableTest, TypingATimeMovesTheEvent)
{
    auto *line = openEditor<QLineEdit>(acknowledgement, EventTableModel::TimeColumn);
    ASSERT_NE(line, nullptr);
    EXPECT_EQ(line->text(), QStringLiteral("2024-01-16 10:10"));
    type(line, QStringLiteral("10:17"));
    EXPECT_EQ(rows.entry(EventId(4)).at, onTheDay(10, 17));
    EXPECT_EQ(model.rowOf(EventId(4)), acknowledgement + 1);
    EXPECT_EQ(view.selection(), EventId(4));
    EXPECT_EQ(table->currentIndex().row(), acknowledgement + 1);
}

TEST_F(EventTableTest, SStarsTheSelectedEventAndTheStarIsSeen)
{
    QSignalSpy asked(table.get(), &EventTable::starRequested);
    click(acknowledgement, EventTableModel::TitleColumn);
    EXPECT_FALSE(table->starAction()->isChecked());
    const int before = pixelsOf(*table, Theme::light().warning);
    QTest::keyClick(table.get(), Qt::Key_S);
    ASSERT_EQ(asked.count(), 1);
    EXPECT_EQ(asked[0][0].value<EventId>(), EventId(4));
    EXPECT_TRUE(asked[0][1].toBool());
    rows.index[acknowledgement].flags |= EventEntry::Starred;
    model.setEvents(rows.snapshot());
    EXPECT_TRUE(table->starAction()->isChecked());
    EXPECT_GT(pixelsOf(*table, Theme::light().warning), before + 20);
    const QModelIndex title = model.index(acknowledgement, EventTableModel::TitleColumn);
    EXPECT_TRUE(title.data(Qt::AccessibleTextRole).toString().endsWith(QStringLiteral(", starred")));
    QTest::keyClick(table.get(), Qt::Key_S);
    EXPECT_FALSE(asked[1][1].toBool());
}

TEST_F(EventTableTest, WhatIsNoTimeIsRefusedAndChangesNothing)
{
    QSignalSpy refused(&model, &EventTableModel::editRefused);
    auto *line = openEditor<QLineEdit>(acknowledgement, EventTableModel::TimeColumn);
    ASSERT_NE(line, nullptr);
    type(line, QStringLiteral("25:00"));
    EXPECT_EQ(refused.count(), 1);
    EXPECT_EQ(rows.entry(EventId(4)).at, onTheDay(10, 10));
}

TEST_F(EventTableTest, EscapeLeavesTheEventAsItWas)
{
    auto *line = openEditor<QLineEdit>(acknowledgement, EventTableModel::TitleColumn);
    ASSERT_NE(line, nullptr);
    QTest::keyClicks(line, QStringLiteral("nonsense"));
    QTest::keyClick(line, Qt::Key_Escape);
    EXPECT_EQ(rows.titles[EventId(4)], "On-call team acknowledgement");
}

TEST_F(EventTableTest, ReturnEditsTheCurrentCellAndTypingReplacesItsTitle)
{
    click(acknowledgement, EventTableModel::TitleColumn);
    QTest::keyClick(table.get(), Qt::Key_Return);
    auto *line = table->viewport()->findChild<QLineEdit *>();
    ASSERT_NE(line, nullptr);
    type(line, QStringLiteral("Somebody answers"));
    EXPECT_EQ(rows.titles[EventId(4)], "Somebody answers");
}

TEST_F(EventTableTest, ChoosingAKindTakesItAtOnce)
{
    auto *kinds = openEditor<QComboBox>(acknowledgement, EventTableModel::KindColumn);
    ASSERT_NE(kinds, nullptr);
    EXPECT_EQ(kinds->currentText(), QStringLiteral("Acknowledgement"));
    EXPECT_EQ(kinds->count(), static_cast<int>(eventKindCount));
    QTest::keyClick(kinds, Qt::Key_Down);
    QTest::keyClick(kinds, Qt::Key_Return);
    EXPECT_EQ(rows.entry(EventId(4)).kind, EventKind::Escalation);
}

TEST_F(EventTableTest, TheEditorOfAKindHidesTheCellBelowIt)
{
    auto *kinds = openEditor<QComboBox>(acknowledgement, EventTableModel::KindColumn);
    ASSERT_NE(kinds, nullptr);
    const QRect cellRect = table->visualRect(model.index(acknowledgement, EventTableModel::KindColumn));
    EXPECT_TRUE(kinds->geometry().contains(cellRect));
    EXPECT_GE(kinds->width(), kinds->sizeHint().width()) << "names of kinds would be cut";
    for (const bool dark : {false, true}) {
        setLook(dark);
        QImage over(kinds->size(), QImage::Format_RGB32);
        over.fill(Qt::magenta);
        kinds->render(&over, {}, {}, QWidget::DrawChildren); // as over the cell, not as a window
        int seenThrough = 0;
        for (int y = 0; y < over.height(); ++y) {
            for (int x = 0; x < over.width(); ++x)
                seenThrough += over.pixelColor(x, y).red() > 200 && over.pixelColor(x, y).green() < 120 ? 1 : 0;
        }
        EXPECT_EQ(seenThrough, 0);
        saveScreenshot(*table, dark ? QStringLiteral("eventtable-kind-dark") : QStringLiteral("eventtable-kind-light"));
    }
}

TEST_F(EventTableTest, TheEditorOfATimeShowsItWithItsDay)
{
    auto *line = openEditor<QLineEdit>(acknowledgement, EventTableModel::TimeColumn);
    ASSERT_NE(line, nullptr);
    saveScreenshot(*table, QStringLiteral("eventtable-time-light"));
    line->setText(QStringLiteral("2024-01-16 10:10:30"));
    line->setCursorPosition(0);
    const QRect first = line->inputMethodQuery(Qt::ImCursorRectangle).toRect();
    line->setCursorPosition(19);
    const QRect last = line->inputMethodQuery(Qt::ImCursorRectangle).toRect();
    EXPECT_GE(first.left(), 0);
    EXPECT_LT(last.right(), line->width());
    EXPECT_GE(last.left() - first.left(), line->fontMetrics().horizontalAdvance(line->text()) - 2)
        << "the text would be scrolled";
}

TEST_F(EventTableTest, ClickingARowSelectsItsEventEverywhere)
{
    const QSignalSpy selected(&view, &ViewState::selectionChanged);
    click(acknowledgement, EventTableModel::TitleColumn);
    EXPECT_EQ(view.selection(), EventId(4));
    QTest::keyClick(table.get(), Qt::Key_Down);
    EXPECT_EQ(view.selection(), EventId(5));
    EXPECT_EQ(selected.count(), 2);
}

TEST_F(EventTableTest, AnEventSelectedElsewhereIsTheSelectedRow)
{
    view.select(EventId(8));
    EXPECT_EQ(table->currentIndex().row(), 7);
    EXPECT_TRUE(table->selectionModel()->isRowSelected(7));
    view.select(std::nullopt);
    EXPECT_FALSE(table->selectionModel()->hasSelection());
    view.select(EventId(99)); // not in this incident
    EXPECT_FALSE(table->selectionModel()->hasSelection());
}

TEST_F(EventTableTest, DeleteAsksForTheSelectedEventOnly)
{
    QSignalSpy wanted(table.get(), &EventTable::deleteRequested);
    QTest::keyClick(table.get(), Qt::Key_Delete);
    EXPECT_EQ(wanted.count(), 0);
    click(acknowledgement, EventTableModel::TitleColumn);
    QTest::keyClick(table.get(), Qt::Key_Delete);
    ASSERT_EQ(wanted.count(), 1);
    EXPECT_EQ(wanted[0][0].value<EventId>(), EventId(4));
}

TEST_F(EventTableTest, DeleteInAnEditorDeletesACharacter)
{
    QSignalSpy wanted(table.get(), &EventTable::deleteRequested);
    auto *line = openEditor<QLineEdit>(acknowledgement, EventTableModel::TitleColumn);
    ASSERT_NE(line, nullptr);
    line->setCursorPosition(0);
    QTest::keyClick(line, Qt::Key_Delete);
    EXPECT_EQ(wanted.count(), 0);
    EXPECT_EQ(line->text(), QStringLiteral("n-call team acknowledgement"));
}

TEST_F(EventTableTest, InsertAsksForANewEventAndTheSourceColumnForItsSource)
{
    QSignalSpy added(table.get(), &EventTable::addRequested);
    QSignalSpy source(table.get(), &EventTable::sourceRequested);
    QTest::keyClick(table.get(), Qt::Key_Insert);
    EXPECT_EQ(added.count(), 1);
    click(0, EventTableModel::SourceColumn);
    QTest::mouseDClick(table->viewport(), Qt::LeftButton, Qt::NoModifier, cell(0, EventTableModel::SourceColumn));
    ASSERT_EQ(source.count(), 1);
    EXPECT_EQ(source[0][0].value<EventId>(), EventId(1));
}

TEST_F(EventTableTest, ALibraryThatIsReadOnlyHasNoEditors)
{
    rows.editable = false;
    click(acknowledgement, EventTableModel::TitleColumn);
    EXPECT_EQ(openEditor<QLineEdit>(acknowledgement, EventTableModel::TitleColumn), nullptr);
    EXPECT_FALSE(table->deleteAction()->isEnabled());
}

TEST_F(EventTableTest, AnotherZoneChangesTheTimes)
{
    view.setZone(DisplayZone());
    EXPECT_EQ(model.index(0, 0).data().toString(), QStringLiteral("08:45"));
}

TEST_F(EventTableTest, KindsHaveTheirColourInBothLooks)
{
    EXPECT_GT(pixelsOf(*table, Theme::light().kind(EventKind::Outage)), 20);
    setLook(true);
    EXPECT_EQ(pixelsOf(*table, Theme::light().kind(EventKind::Outage)), 0);
    EXPECT_GT(pixelsOf(*table, Theme::dark().kind(EventKind::Outage)), 20);
}

TEST_F(EventTableTest, LooksLikeTheDesign)
{
    rows.titles[EventId(6)] = "<img src='file:///dev/zero'> a<b & c>d \u202etxt";
    view.select(EventId(4));
    table->clearFocus();
    saveScreenshot(*table, QStringLiteral("eventtable-light"));
    EXPECT_GT(pixelsOf(*table, Theme::light().selection), 5000);
    setLook(true);
    saveScreenshot(*table, QStringLiteral("eventtable-dark"));
    EXPECT_GT(pixelsOf(*table, Theme::dark().selection), 5000);
}

} // namespace
} // namespace downtimeline
