// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/incidentpane.h"
#include "models/edit/incidentdocument.h"
#include "models/storage/incidentstore.h"
#include "tests/app/windowfixture.h"
#include "widgets/incidents/emptystate.h"
#include "widgets/incidents/eventtable.h"
#include "widgets/incidents/librarylist.h"
#include "widgets/incidents/messagebar.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

QByteArray manyEvents(int count)
{
    QByteArray rows("time,kind,title\n");
    const QDateTime start(QDate(2023, 5, 1), QTime(0, 0), Qt::UTC);
    for (int i = 0; i < count; ++i)
        rows += start.addSecs(i).toString(Qt::ISODate).toUtf8() + (i % 3 ? ",note,Event\n" : ",alert,Alert\n");
    return rows;
}

/// How often the event loop turns.
class Turns
{
public:
    Turns()
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { ++m_count; });
        m_timer.start(0);
    }
    int count() const { return m_count; }

private:
    QTimer m_timer;
    int m_count = 0;
};

/// Two incidents: the sample, and one of very many events that stands below it in the list.
class Opening : public ShownWindow
{
protected:
    void load(int count)
    {
        importAndWait({file(u"many.csv"_s, manyEvents(count))});
        m_big = document().incident().id;
        loadSample();
        m_small = document().incident().id;
        ASSERT_NE(m_big, m_small);
        ASSERT_EQ(window().list()->view()->model()->rowCount(), 2);
    }
    void click(IncidentId incident)
    {
        QListView *view = window().list()->view();
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            const QModelIndex index = view->model()->index(row, 0);
            if (index.data(IncidentListModel::IdRole).toLongLong() == incident.row())
                QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
        }
    }
    IncidentDocument &document() { return *window().document(); }

    IncidentId m_big;
    IncidentId m_small;
};

TEST_F(Opening, AVeryLargeIncidentLetsTheEventLoopTurnAndTheFormerOneStandUntilItIsThere)
{
    load(200'000);
    const QSignalSpy opened(&document(), &IncidentDocument::opened);
    QElapsedTimer took;
    took.start();
    click(m_big);
    const qint64 clicked = took.elapsed();
    EXPECT_TRUE(window().isOpening());
    EXPECT_EQ(document().incident().id, m_small);
    EXPECT_EQ(window().list()->current(), m_big);
    EXPECT_TRUE(window().pane()->isVisible());
    const Turns turns;
    int before = 0;
    QObject::connect(&document(), &IncidentDocument::opened, &window(), [&] { before = turns.count(); });
    waitUntilOpened();
    RecordProperty("click_ms", static_cast<int>(clicked));
    RecordProperty("opened_ms", static_cast<int>(took.elapsed()));
    EXPECT_EQ(document().incident().id, m_big);
    EXPECT_EQ(document().events()->size(), 200'000U);
    EXPECT_EQ(opened.count(), 1);
    EXPECT_GE(before, 20);
}

TEST_F(Opening, AnotherOneThatIsChosenMeanwhileIsTheOneThatIsShown)
{
    load(60'000);
    click(m_big);
    waitUntilOpened();
    const QSignalSpy opened(&document(), &IncidentDocument::opened);
    click(m_small);
    click(m_big);
    click(m_small);
    waitUntilOpened();
    QTest::qWait(50); // a late answer would come now
    EXPECT_EQ(document().incident().id, m_small);
    EXPECT_EQ(window().list()->current(), m_small);
    EXPECT_EQ(opened.count(), 1);
    EXPECT_EQ(window().pane()->table()->model()->rowCount(), 8);
}

TEST_F(Opening, AnEditThatIsMadeWhileTheIncidentIsReadAgainIsShown)
{
    load(10);
    window().openIncident(m_small); // as after a change by another process
    const EventId last = document().events()->back().id;
    ASSERT_TRUE(document().setEventTitle(last, u"All is well"_s));
    waitUntilOpened();
    EXPECT_EQ(document().text(last).title, "All is well");
    EXPECT_FALSE(document().isSaving());
}

TEST_F(Opening, AnEditIsInTheFileBeforeItsIncidentIsReadAgain)
{
    load(10);
    const EventId last = document().events()->back().id;
    ASSERT_TRUE(document().setEventTitle(last, u"All is well"_s));
    click(m_big);
    click(m_small);
    waitUntilOpened();
    EXPECT_EQ(document().incident().id, m_small);
    EXPECT_EQ(document().text(last).title, "All is well");
}

TEST_F(Opening, AnIncidentThatIsGoneIsToldAndTheFormerStays)
{
    load(10);
    {
        Result<std::unique_ptr<Library>> library = Library::open(libraryPath(), Library::Open::ReadWrite);
        ASSERT_TRUE(library);
        ASSERT_TRUE(IncidentStore(**library).remove(m_big));
    }
    window().openIncident(m_big);
    waitUntilOpened();
    EXPECT_EQ(document().incident().id, m_small);
    EXPECT_TRUE(window().messages()->isVisible());
}

TEST_F(Opening, AStartShowsNoWelcomeWhereThereIsAnIncident)
{
    load(10);
    m_window.reset();
    Result<std::unique_ptr<LibrarySession>> session = LibrarySession::open(libraryPath());
    ASSERT_TRUE(session);
    m_window = std::make_unique<MainWindow>(std::move(*session), *m_settings, &m_dialogs);
    m_window->show();
    EXPECT_TRUE(window().isOpening());
    EXPECT_FALSE(window().findChild<EmptyState *>()->isVisible());
    waitUntilOpened();
    EXPECT_TRUE(window().pane()->isVisible());
}

} // namespace
} // namespace downtimeline
