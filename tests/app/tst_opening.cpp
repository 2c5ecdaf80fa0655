// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/incidentpane.h"
#include "app/window/windowactions.h"
#include "models/edit/incidentdocument.h"
#include "models/storage/incidentstore.h"
#include "tests/app/windowfixture.h"
#include "widgets/incidents/emptystate.h"
#include "widgets/incidents/eventtable.h"
#include "widgets/incidents/librarylist.h"
#include "widgets/incidents/messagebar.h"

#include <SQLiteCpp/Database.h>

#include <QAction>
#include <QApplication>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>
#include <QTimer>

#include <algorithm>
#include <optional>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

QByteArray manyEvents(int count)
{
    QByteArray rows("time,kind,title\n");
    const QDateTime start(QDate(2023, 5, 1), QTime(0, 0), QTimeZone::utc());
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
        m_since.start();
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            ++m_count;
            m_longest = std::max(m_longest, m_since.restart());
        });
        m_timer.start(0);
    }
    int count() const { return m_count; }
    qint64 longest() const { return m_longest; } ///< ms

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    int m_count = 0;
    qint64 m_longest = 0;
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
    QTest::qWait(100); // the first painting
    RecordProperty("longest_standstill_ms", static_cast<int>(turns.longest()));
    RecordProperty("opened_ms", static_cast<int>(took.elapsed()));
    EXPECT_EQ(document().incident().id, m_big);
    EXPECT_EQ(document().events()->size(), 200'000U);
    EXPECT_EQ(opened.count(), 1);
    EXPECT_GE(before, 5) << "the event loop stood still while the incident was read";
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
    EXPECT_FALSE(QTest::qWaitFor([&] { return opened.count() > 1; }, 1500)) << "a late answer was shown";
    EXPECT_EQ(document().incident().id, m_small);
    EXPECT_EQ(window().list()->current(), m_small);
    EXPECT_EQ(opened.count(), 1);
    EXPECT_EQ(window().pane()->table()->model()->rowCount(), 8);
}

/// Another process that writes: what this one saves waits until it is done.
class WriteLock
{
public:
    explicit WriteLock(const QString &path) : m_library(Library::open(path, Library::Open::ReadWrite).value())
    {
        m_library->database().exec("BEGIN IMMEDIATE");
    }
    ~WriteLock() { m_library->database().exec("ROLLBACK"); }
    Q_DISABLE_COPY_MOVE(WriteLock)

private:
    std::unique_ptr<Library> m_library;
};

TEST_F(Opening, AnIncidentIsReadAgainOnlyWhenTheFileHasItsEdit)
{
    load(10);
    const EventEntry last = document().events()->back();
    auto lock = std::make_optional<WriteLock>(libraryPath());
    ASSERT_TRUE(document().setEventTime(last.id, last.at + std::chrono::minutes(3)));
    const QSignalSpy opened(&document(), &IncidentDocument::opened);
    window().openIncident(m_small); // as after a change by another process
    EXPECT_FALSE(QTest::qWaitFor([&] { return opened.count() > 0; }, 400)) << "the edit would be gone";
    EXPECT_TRUE(window().isOpening());
    lock.reset();
    waitUntilOpened();
    EXPECT_EQ(opened.count(), 1);
    EXPECT_EQ(document().events()->back().at, last.at + std::chrono::minutes(3));
    EXPECT_FALSE(document().isSaving());
}

TEST_F(Opening, WhoComesBackToAnIncidentWaitsForItsEditAndNotWhoGoesToAnother)
{
    load(10);
    const EventEntry last = document().events()->back();
    auto lock = std::make_optional<WriteLock>(libraryPath());
    ASSERT_TRUE(document().setEventTime(last.id, last.at + std::chrono::minutes(3)));
    click(m_big);
    waitUntilOpened();
    EXPECT_EQ(document().incident().id, m_big);
    EXPECT_TRUE(document().isSaving(m_small));
    click(m_small);
    EXPECT_FALSE(QTest::qWaitFor([&] { return !window().isOpening(); }, 400));
    lock.reset();
    waitUntilOpened();
    EXPECT_EQ(document().incident().id, m_small);
    EXPECT_EQ(document().events()->back().at, last.at + std::chrono::minutes(3));
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

TEST_F(Opening, TheIncidentThatWasAskedAboutIsRemovedAlsoWhereAnotherOneComesMeanwhile)
{
    load(10);
    m_dialogs.whileAsked = [this] {
        click(m_big);
        waitUntilOpened();
    };
    window().actionsOfWindow()->removeIncident->trigger();
    waitUntilOpened();
    EXPECT_EQ(document().incident().id, m_big);
    EXPECT_EQ(window().list()->view()->model()->rowCount(), 1);
    EXPECT_EQ(window().list()->current(), m_big);
}

TEST_F(Opening, AnEditedIncidentIsNotTakenForTheOneThatCameMeanwhile)
{
    load(10);
    const std::string before = [&] {
        click(m_big);
        waitUntilOpened();
        return document().incident().title;
    }();
    click(m_small);
    waitUntilOpened();
    QTimer::singleShot(0, &window(), [this] {
        QWidget *dialog = QApplication::activeModalWidget();
        ASSERT_NE(dialog, nullptr);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(), u" (edited)"_s);
        window().openIncident(m_big); // as an import does that is done
        waitUntilOpened();
        QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save), Qt::LeftButton);
    });
    QTest::keyClick(&window(), Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(document().incident().id, m_big);
    EXPECT_EQ(document().incident().title, before);
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
