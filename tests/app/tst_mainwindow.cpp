// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/incidentpane.h"
#include "app/window/plotsarea.h"
#include "app/window/windowactions.h"
#include "models/edit/incidentdocument.h"
#include "models/storage/eventstore.h"
#include "tests/app/windowfixture.h"
#include "widgets/charts/chartpane.h"
#include "widgets/import/choicebox.h"
#include "widgets/import/draftfields.h"
#include "widgets/incidents/emptystate.h"
#include "widgets/incidents/eventtable.h"
#include "widgets/incidents/librarylist.h"
#include "widgets/incidents/messagebar.h"
#include "widgets/incidents/sourceview.h"
#include "widgets/timeline/timelineview.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QWheelEvent>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

class Window : public ShownWindow
{
protected:
    TimelineView *timeline() { return window().pane()->plots()->timeline(); }
    EventTable *table() { return window().pane()->table(); }
    const EventIndex &events() { return *window().document()->events(); }
    std::optional<Duration> timeToRecover()
    {
        return window().document()->analysis().time(ResponseMeasure::Recover).value();
    }

    /// Types into the cell as a user does.
    void type(int row, int column, const QString &text)
    {
        const QModelIndex index = table()->model()->index(row, column);
        table()->setCurrentIndex(index);
        table()->edit(index);
        auto *editor = table()->findChild<QLineEdit *>();
        ASSERT_NE(editor, nullptr);
        editor->selectAll();
        QTest::keyClicks(editor, text);
        QTest::keyClick(editor, Qt::Key_Return);
        QCoreApplication::processEvents(); // the delegate takes it over in the event loop
    }
};

TEST_F(Window, AnEmptyLibraryShowsTheWayIn)
{
    auto *empty = window().findChild<EmptyState *>();
    ASSERT_NE(empty, nullptr);
    EXPECT_TRUE(empty->isVisible());
    EXPECT_FALSE(window().pane()->isVisible());
    photograph(u"window-empty-light"_s);
    QSignalSpy done(&window(), &MainWindow::importsDone);
    QTest::mouseClick(empty->sampleButton(), Qt::LeftButton);
    ASSERT_TRUE(done.wait(20000));
    waitUntilOpened();
    EXPECT_TRUE(window().pane()->isVisible());
    EXPECT_EQ(events().size(), 8U);
}

TEST_F(Window, AStarIsSetByItsKeyAndUndoTakesItBack)
{
    loadSample();
    table()->selectRow(3);
    const EventId event = events()[3].id;
    QTest::keyClick(&window(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(events()[3].has(EventEntry::Starred));
    ASSERT_TRUE(QTest::qWaitFor([this] { return !window().document()->isSaving(); }, 10000));
    EXPECT_TRUE(window().document()->event(event)->starred);
    timeline()->setFocus();
    QTest::keyClick(timeline(), Qt::Key_S);
    EXPECT_FALSE(events()[3].has(EventEntry::Starred));
    window().document()->undoStack().undo();
    EXPECT_FALSE(events()[3].has(EventEntry::Starred)) << "the two edits met and left nothing to undo";
}

TEST_F(Window, TheSampleFillsTimelineAndBothCharts)
{
    loadSample();
    ASSERT_EQ(window().pane()->plots()->charts().size(), 2U);
    EXPECT_EQ(timeToRecover(), std::chrono::minutes(22));
    EXPECT_EQ(window().list()->current(), window().document()->incident().id);
    photograph(u"window-light-1x"_s);
    photograph(u"window-light-2x"_s, 2);
    m_settings->setLook(Settings::Look::Dark);
    restart();
    photograph(u"window-dark-1x"_s);
    photograph(u"window-dark-2x"_s, 2);
}

TEST_F(Window, TheDocumentAloneFillsBothCharts)
{
    importAndWait({QStringLiteral(DOWNTIMELINE_SOURCE_DIR "/resources/samples/outage.txt")});
    ASSERT_EQ(window().pane()->plots()->charts().size(), 2U);
    for (const ChartPane *chart : window().pane()->plots()->charts())
        EXPECT_FALSE(chart->content().isEmpty());
    photograph(u"window-document-only-light"_s);
}

TEST_F(Window, EveryPlotHasAnInstantAtTheSamePlace)
{
    loadSample();
    const Instant outage = events()[1].at;
    for (const int width : {1440, 1303, 1001}) {
        window().resize(width, 860);
        QCoreApplication::processEvents();
        const double x = timeline()->mapTo(&window(), QPointF(timeline()->scale().x(outage), 0)).x();
        for (ChartPane *chart : window().pane()->plots()->charts())
            EXPECT_NEAR(chart->mapTo(&window(), QPointF(chart->scale().x(outage), 0)).x(), x, 0.01) << width;
    }
}

TEST_F(Window, TheWheelOverTheTimelineMovesEveryPlot)
{
    loadSample();
    const TimeRange before = timeline()->scale().visible();
    const QPointF position(timeline()->width() / 2.0, 60);
    QWheelEvent wheel(
        position, timeline()->mapToGlobal(position), {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
        false);
    QApplication::sendEvent(timeline(), &wheel);
    EXPECT_LT(timeline()->scale().visible().length(), before.length());
    for (const ChartPane *chart : window().pane()->plots()->charts())
        EXPECT_EQ(chart->scale().visible(), timeline()->scale().visible());
}

TEST_F(Window, AClickInTheTimelineSelectsTheRowAndTheSourceLine)
{
    loadSample();
    window().actionsOfWindow()->showSource->trigger();
    const EventEntry &acknowledged = events()[3];
    ASSERT_EQ(acknowledged.kind, EventKind::Acknowledgement);
    const DisplayList &list = timeline()->list();
    const auto hit =
        std::ranges::find_if(list.hits, [&](const HitArea &area) { return area.event == acknowledged.id; });
    ASSERT_NE(hit, list.hits.end());
    QTest::mouseClick(timeline(), Qt::LeftButton, {}, hit->rect.center().toPoint());
    EXPECT_EQ(table()->currentIndex().row(), 3);
    EXPECT_EQ(window().pane()->sourceText()->markedLine(), 16);
    photograph(u"window-source-light"_s);
}

TEST_F(Window, ArrowsStepThroughTheEvents)
{
    loadSample();
    timeline()->setFocus();
    QTest::keyClick(timeline(), Qt::Key_Right);
    EXPECT_EQ(table()->currentIndex().row(), 0);
    QTest::keyClick(timeline(), Qt::Key_Right);
    EXPECT_EQ(table()->currentIndex().row(), 1);
    QTest::keyClick(timeline(), Qt::Key_Left);
    EXPECT_EQ(table()->currentIndex().row(), 0);
}

TEST_F(Window, AnEditedTimeChangesTheMeasuresAndIsInTheFile)
{
    loadSample();
    type(7, EventTableModel::TimeColumn, u"10:25"_s);
    EXPECT_EQ(timeToRecover(), std::chrono::minutes(25));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !window().document()->isSaving(); }, 5000));
    restart();
    EXPECT_EQ(timeToRecover(), std::chrono::minutes(25));
}

TEST_F(Window, TheUsersImpactIsTypedStoredAndUndone)
{
    loadSample();
    QTimer::singleShot(0, &window(), [] {
        QWidget *dialog = QApplication::activeModalWidget();
        ASSERT_NE(dialog, nullptr);
        for (QLineEdit *line : dialog->findChildren<QLineEdit *>()) {
            if (line->accessibleName() == u"Impact end"_s)
                QTest::keyClicks(line, u"10:30"_s);
        }
        QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save), Qt::LeftButton);
    });
    QTest::keyClick(&window(), Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(timeToRecover(), std::chrono::minutes(30));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !window().document()->isSaving(); }, 5000));
    window().activateWindow(); // the dialog had the keys
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window()));
    QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(timeToRecover(), std::chrono::minutes(22));
    QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !window().document()->isSaving(); }, 5000));
    restart();
    EXPECT_EQ(timeToRecover(), std::chrono::minutes(30));
}

TEST_F(Window, AnEditIsUndoneAndDoneAgainByKeys)
{
    loadSample();
    type(7, EventTableModel::TimeColumn, u"10:25"_s);
    window().activateWindow();
    QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(timeToRecover(), std::chrono::minutes(22));
    QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(timeToRecover(), std::chrono::minutes(25));
}

TEST_F(Window, ATimeThatIsNoneIsRefusedWithASentence)
{
    loadSample();
    type(7, EventTableModel::TimeColumn, u"soon"_s);
    EXPECT_EQ(timeToRecover(), std::chrono::minutes(22));
    EXPECT_TRUE(window().messages()->isVisible());
    EXPECT_FALSE(window().messages()->text().isEmpty());
}

TEST_F(Window, AnEventIsAddedAndDeleted)
{
    loadSample();
    window().actionsOfWindow()->addEvent->trigger();
    EXPECT_EQ(events().size(), 9U);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !window().document()->isSaving(); }, 5000));
    window().actionsOfWindow()->deleteEvent->trigger();
    EXPECT_EQ(events().size(), 8U);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !window().document()->isSaving(); }, 5000));
    restart();
    EXPECT_EQ(events().size(), 8U);
}

TEST_F(Window, TheZoneChangesWhatIsShownAndNotWhatIsStored)
{
    loadSample();
    const Instant outage = events()[1].at;
    const auto shown = [this] { return table()->model()->index(1, EventTableModel::TimeColumn).data().toString(); };
    EXPECT_EQ(shown(), u"10:00"_s);
    Q_EMIT window().actionsOfWindow()->zoneChosen(Settings::Zone::Utc);
    EXPECT_EQ(shown(), u"09:00"_s);
    EXPECT_EQ(events()[1].at, outage);
}

TEST_F(Window, ASearchNarrowsTheListToWhatWasFound)
{
    loadSample();
    importAndWait({file(
        u"other.txt"_s,
        "Cache outage report\n\nOn 2 March 2023 (UTC)\n\n08:00 Cache outage begins\n08:30 Cache recovered\n")});
    EXPECT_EQ(window().list()->view()->model()->rowCount(), 2);
    QTest::keyClicks(window().search(), u"cache"_s);
    EXPECT_EQ(window().list()->view()->model()->rowCount(), 1);
    window().search()->clear();
    EXPECT_EQ(window().list()->view()->model()->rowCount(), 2);
}

TEST_F(Window, ADocumentWithoutADateTakesTheOneThatIsTyped)
{
    m_dialogs.onPreview = [](ImportPreview &preview) {
        DraftFields *fields = preview.page(0)->fields();
        EXPECT_FALSE(preview.footer()->importButton()->isEnabled());
        const auto type = [](QLineEdit *line, const QString &text) {
            line->setFocus();
            line->selectAll();
            QTest::keyClicks(line, text);
            QTest::keyClick(line, Qt::Key_Return);
        };
        type(fields->day()->lineEdit(), u"not a day"_s);
        EXPECT_FALSE(preview.footer()->importButton()->isEnabled());
        type(fields->day()->lineEdit(), u"2024-05-06"_s);
        type(fields->zone()->lineEdit(), u"Europe/Berlin"_s);
    };
    importAndWait(
        {file(u"nodate.txt"_s, "Outage report\n\nTimeline\n\n10:00 Outage begins\n10:10 Service restored\n")});
    ASSERT_TRUE(window().document()->isOpen());
    ASSERT_EQ(events().size(), 2U);
    const auto expected = std::chrono::sys_days(std::chrono::year(2024) / 5 / 6) + std::chrono::hours(8);
    EXPECT_EQ(events()[0].at, expected);
}

TEST_F(Window, WhatWasCopiedIsImportedByItsKey)
{
    const QByteArray text = "Outage report\n\nOn 2 March 2023 (UTC)\n\n08:00 Outage begins\n08:30 Service restored\n";
    QApplication::clipboard()->setText(QString::fromUtf8(text));
    QSignalSpy done(&window(), &MainWindow::importsDone);
    window().activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window()));
    window().list()->setFocus();
    QTest::keyClick(&window(), Qt::Key_V, Qt::ControlModifier);
    ASSERT_TRUE(done.count() > 0 || done.wait(20000));
    waitUntilOpened();
    EXPECT_EQ(events().size(), 2U);
    EXPECT_EQ(m_dialogs.sentences.size(), 1);
    window().search()->setFocus(); // in a field the key pastes
    QTest::keyClick(window().search(), Qt::Key_V, Qt::ControlModifier);
    EXPECT_TRUE(window().search()->text().startsWith(u"Outage report"_s));
    EXPECT_EQ(m_dialogs.sentences.size(), 1);
}

TEST_F(Window, ThePreviewStandsBeforeItsWindowAndGoesWithIt)
{
    auto session = LibrarySession::open(m_folder.filePath(u"other.downtimeline"_s));
    ASSERT_TRUE(session);
    MainWindow own(std::move(*session), *m_settings); // with the dialogs of the platform
    own.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&own));
    const QString path = file(u"a.csv"_s, "time,kind,title\n2023-03-02T08:00:00Z,outage,Down\n");
    const auto preview = [&own] { return own.findChild<ImportPreview *>(); };
    own.importFiles({path});
    ASSERT_TRUE(QTest::qWaitFor([&] { return preview() && preview()->isVisible(); }, 20000));
    EXPECT_TRUE(preview()->isModal());
    EXPECT_EQ(preview()->parentWidget(), &own);
    QTest::mouseClick(preview()->footer()->cancelButton(), Qt::LeftButton);
    EXPECT_TRUE(QTest::qWaitFor([&] { return preview() == nullptr; }, 20000));
    EXPECT_FALSE(own.document()->isOpen());
    own.importFiles({path});
    ASSERT_TRUE(QTest::qWaitFor([&] { return preview() && preview()->isVisible(); }, 20000));
    QSignalSpy done(&own, &MainWindow::importsDone);
    QTest::mouseClick(preview()->footer()->importButton(), Qt::LeftButton);
    ASSERT_TRUE(done.count() > 0 || done.wait(20000));
    ASSERT_TRUE(QTest::qWaitFor([&own] { return !own.isOpening(); }, 20000));
    EXPECT_EQ(own.document()->events()->size(), 1U);
    own.importFiles({path}); // and is left open
    EXPECT_TRUE(QTest::qWaitFor([&] { return preview() && preview()->isVisible(); }, 20000));
}

TEST_F(Window, AFileThatIsDroppedIsShownFirst)
{
    QMimeData dropped;
    dropped.setUrls(
        {QUrl::fromLocalFile(file(u"dropped.csv"_s, "time,kind,title\n2023-03-02T08:00:00Z,outage,Down\n"))});
    QSignalSpy done(&window(), &MainWindow::importsDone);
    QDragEnterEvent enter({400, 300}, Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window(), &enter);
    EXPECT_TRUE(enter.isAccepted());
    QDropEvent drop({400, 300}, Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window(), &drop);
    ASSERT_TRUE(done.count() > 0 || done.wait(20000));
    waitUntilOpened();
    EXPECT_EQ(m_dialogs.sentences.size(), 1);
    EXPECT_EQ(events().size(), 1U);
}

TEST_F(Window, SeveralFilesAreToldAsOne)
{
    importAndWait(
        {file(u"a.csv"_s, "time,kind,title\n2023-03-02T08:00:00Z,outage,Down\n2023-03-02T08:30:00Z,recovery,Up\n"),
         file(u"b.csv"_s, "time,kind,title\n2024-05-06T09:00:00Z,deploy,Release\n")});
    EXPECT_TRUE(window().messages()->text().contains(u"2 files: 3 events added"_s))
        << window().messages()->text().toStdString();
}

TEST_F(Window, AFileThatIsNotReadSaysWhy)
{
    importAndWait({file(u"picture.png"_s, QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16))});
    EXPECT_TRUE(window().messages()->isVisible());
    EXPECT_TRUE(window().messages()->text().contains(u"picture.png"_s));
    EXPECT_FALSE(window().document()->isOpen());
}

TEST_F(Window, ThePdfGoesWhereTheUserSays)
{
    loadSample();
    m_dialogs.save = m_folder.filePath(u"report.pdf"_s);
    window().actionsOfWindow()->exportPdf->trigger();
    QFile pdf(*m_dialogs.save);
    ASSERT_TRUE(QTest::qWaitFor([&] { return pdf.exists() && pdf.size() > 1000; }, 20000));
    ASSERT_TRUE(pdf.open(QIODevice::ReadOnly));
    EXPECT_TRUE(pdf.read(5) == "%PDF-");
}

TEST_F(Window, ClosingLeavesOneFile)
{
    loadSample();
    window().close();
    m_window.reset();
    EXPECT_TRUE(QFile::exists(libraryPath()));
    EXPECT_FALSE(QFile::exists(libraryPath() + u"-wal"_s));
    EXPECT_FALSE(QFile::exists(libraryPath() + u"-shm"_s));
}

TEST_F(Window, MarkupInATitleIsTextEverywhere)
{
    const QString canary = m_folder.filePath(u"canary.png"_s);
    importAndWait({file(
        u"hostile.csv"_s,
        u"time,kind,title\n2023-03-02T08:00:00Z,outage,Outage <img src='%1'> <b>begins</b>\n2023-03-02T08:30:00Z,recovery,<b>Back</b>\n"_s
            .arg(canary)
            .toUtf8())});
    ASSERT_TRUE(window().document()->isOpen());
    EXPECT_TRUE(table()->model()->index(0, EventTableModel::TitleColumn).data().toString().contains(u"<img"_s));
    photograph(u"window-hostile-light"_s);
}

} // namespace
} // namespace downtimeline
