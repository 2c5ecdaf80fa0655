// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/incidentpane.h"
#include "app/window/plotsarea.h"
#include "models/edit/incidentdocument.h"
#include "models/storage/eventstore.h"
#include "tests/app/windowfixture.h"
#include "widgets/incidents/eventtable.h"
#include "widgets/incidents/messagebar.h"
#include "widgets/timeline/timelineview.h"

#include <QLineEdit>
#include <QTest>
#include <QToolButton>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

/// The sample, with two events more that tell no day: words alone, and nothing at all.
class UndatedEvents : public ShownWindow
{
protected:
    void SetUp() override
    {
        ShownWindow::SetUp();
        loadSample();
        const IncidentId incident = window().document()->incident().id;
        m_window.reset();
        Result<std::unique_ptr<Library>> library = Library::open(libraryPath(), Library::Open::ReadWrite);
        ASSERT_TRUE(library) << library.error().message.toStdString();
        EventStore store(**library);
        for (const char *words : {"after lunch", ""}) {
            Event event;
            event.kind = EventKind::Detection;
            event.title = *words ? "A customer calls" : "Somebody remembers";
            event.time.text = words;
            ASSERT_TRUE(store.add(incident, event));
        }
        library->reset();
        restart();
        ASSERT_EQ(table()->model()->rowCount(), 10);
    }

    EventTable *table() { return window().pane()->table(); }
    QToolButton *remark() { return window().pane()->plots()->undated(); }
    QString cell(int row, int column) { return table()->model()->index(row, column).data().toString(); }
    QPoint placeOf(int row, int column)
    {
        const QModelIndex index = table()->model()->index(row, column);
        table()->scrollTo(index);
        return table()->visualRect(index).center();
    }
    void type(int row, const QString &text)
    {
        const QPoint place = placeOf(row, EventTableModel::TimeColumn);
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(table()->viewport(), Qt::LeftButton, {}, place);
        auto *editor = table()->findChild<QLineEdit *>();
        ASSERT_NE(editor, nullptr);
        QTest::keyClicks(editor, text);
        QTest::keyClick(editor, Qt::Key_Return);
        QCoreApplication::processEvents(); // the delegate takes it over in the event loop
    }
};

TEST_F(UndatedEvents, AreShownBelowTheOthersAndCounted)
{
    EXPECT_EQ(cell(8, EventTableModel::TimeColumn), u"after lunch"_s);
    EXPECT_EQ(cell(9, EventTableModel::TimeColumn), u"no time"_s);
    EXPECT_EQ(cell(8, EventTableModel::TitleColumn), u"A customer calls"_s);
    EXPECT_TRUE(remark()->isVisible());
    EXPECT_EQ(remark()->text(), u"2 events have no time and are not on the timeline"_s);
    EXPECT_EQ(
        table()->model()->headerData(EventTableModel::TitleColumn, Qt::Horizontal).toString(),
        u"Event · 2 of 10 without a time"_s);
    EXPECT_EQ(window().pane()->plots()->timeline()->content().events().size(), 8U);
    photograph(u"window-undated-light"_s);
}

TEST_F(UndatedEvents, AClickOnTheRemarkSelectsOneAfterTheOther)
{
    QTest::mouseClick(remark(), Qt::LeftButton);
    EXPECT_EQ(table()->currentIndex().row(), 8);
    EXPECT_TRUE(table()->viewport()->rect().contains(table()->visualRect(table()->currentIndex())));
    QTest::mouseClick(remark(), Qt::LeftButton);
    EXPECT_EQ(table()->currentIndex().row(), 9);
    photograph(u"window-undated-selected-light"_s);
    QTest::mouseClick(remark(), Qt::LeftButton);
    EXPECT_EQ(table()->currentIndex().row(), 8);
}

TEST_F(UndatedEvents, ATypedTimePlacesOneForGood)
{
    type(8, u"10:05"_s);
    EXPECT_EQ(window().document()->events()->size(), 9U);
    EXPECT_EQ(cell(3, EventTableModel::TitleColumn), u"A customer calls"_s);
    EXPECT_EQ(cell(3, EventTableModel::TimeColumn), u"10:05"_s);
    EXPECT_EQ(table()->currentIndex().row(), 3);
    EXPECT_EQ(remark()->text(), u"1 event has no time and is not on the timeline"_s);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !window().document()->isSaving(); }, 5000));
    restart();
    EXPECT_EQ(cell(3, EventTableModel::TitleColumn), u"A customer calls"_s);
    window().activateWindow();
    type(9, u"2024-01-16 10:30"_s);
    EXPECT_FALSE(remark()->isVisible());
    EXPECT_EQ(window().document()->rows(), window().document()->events());
}

TEST_F(UndatedEvents, WhatIsNoTimeIsRefusedAndChangesNothing)
{
    type(9, u"soon"_s);
    EXPECT_TRUE(window().messages()->isVisible());
    EXPECT_EQ(cell(9, EventTableModel::TimeColumn), u"no time"_s);
}

TEST_F(UndatedEvents, AreDeletedAndBroughtBackByKeys)
{
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, placeOf(8, EventTableModel::TitleColumn));
    QTest::keyClick(table(), Qt::Key_Delete);
    EXPECT_EQ(table()->model()->rowCount(), 9);
    EXPECT_EQ(cell(8, EventTableModel::TimeColumn), u"no time"_s);
    window().activateWindow();
    QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(cell(8, EventTableModel::TimeColumn), u"after lunch"_s);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !window().document()->isSaving(); }, 5000));
}

} // namespace
} // namespace downtimeline
