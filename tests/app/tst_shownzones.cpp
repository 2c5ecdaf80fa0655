// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/dialogs.h"
#include "app/window/incidentpane.h"
#include "app/window/plotsarea.h"
#include "app/window/shownzones.h"
#include "app/window/windowactions.h"
#include "models/timeline/zonenames.h"
#include "tests/app/windowfixture.h"
#include "widgets/incidents/eventtable.h"
#include "widgets/incidents/messagebar.h"
#include "widgets/timeline/timelineview.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QFile>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

class ShownZonesTest : public ShownWindow
{
protected:
    void SetUp() override
    {
        ShownWindow::SetUp();
        loadSample();
    }

    QString timeOf(int row)
    {
        return window().pane()->table()->model()->index(row, EventTableModel::TimeColumn).data().toString();
    }
    bool rulerSays(const QString &words)
    {
        const auto &labels = window().pane()->plots()->timeline()->list().labels;
        return std::ranges::any_of(
            labels, [&](const PlotLabel &label) { return label.ink == Ink::RulerText && label.plain == words; });
    }
    /// In the menu bar, as a user finds it.
    QAction *inMenu(const QString &menu, const QString &entry)
    {
        for (QAction *action : window().findChildren<QAction *>())
            if (action->text() == menu && action->menu())
                for (QAction *inner : action->menu()->actions())
                    if (inner->text() == entry)
                        return inner;
        return nullptr;
    }
};

TEST_F(ShownZonesTest, TimesSinceTheImpactAreShownEverywhereAndExported)
{
    QAction *since = inMenu(u"&Times"_s, u"&Since the impact (T+0)"_s);
    ASSERT_NE(since, nullptr);
    since->trigger();
    EXPECT_EQ(timeOf(0), u"T−15 min"_s);
    EXPECT_EQ(timeOf(1), u"T+0"_s);
    EXPECT_TRUE(rulerSays(u"T+0"_s));
    photograph(u"window-since-impact"_s);
    m_dialogs.save = m_folder.filePath(u"timeline.svg"_s);
    window().actionsOfWindow()->exportPicture->trigger();
    ASSERT_TRUE(QTest::qWaitFor([this] { return QFile::exists(*m_dialogs.save) && !window().isBusy(); }, 20000));
    QFile svg(*m_dialogs.save);
    ASSERT_TRUE(svg.open(QIODevice::ReadOnly));
    EXPECT_TRUE(svg.readAll().contains("T+0"));
}

TEST_F(ShownZonesTest, TFollowsTheImpactWhenItIsMoved)
{
    inMenu(u"&Times"_s, u"&Since the impact (T+0)"_s)->trigger();
    const EventId outage = (*window().document()->events())[1].id;
    const Instant later = (*window().document()->events())[1].at + std::chrono::minutes(5);
    ASSERT_TRUE(window().document()->setEventTime(outage, later));
    EXPECT_EQ(timeOf(0), u"T−20 min"_s);
}

TEST_F(ShownZonesTest, ASecondZoneIsAskedForShownBesideTheFirstAndRemembered)
{
    QAction *another = inMenu(u"&Beside them"_s, u"&Another…"_s);
    ASSERT_NE(another, nullptr);
    m_dialogs.lines = {u"Asia/Kolkata"_s};
    another->trigger();
    EXPECT_TRUE(rulerSays(u"10:00"_s));
    EXPECT_TRUE(rulerSays(u"14:30"_s));
    EXPECT_EQ(timeOf(1), u"10:00"_s) << "the table shows the first";
    (void)window().grab();
    TimelineView &timeline = *window().pane()->plots()->timeline();
    EXPECT_LE(timeline.list().lanes.back().name.bottom(), timeline.height()) << "no lane is cut";
    photograph(u"window-two-zones"_s);
    restart();
    EXPECT_TRUE(rulerSays(u"14:30"_s));
    inMenu(u"&Beside them"_s, u"&None"_s)->trigger();
    EXPECT_FALSE(rulerSays(u"14:30"_s));
}

TEST_F(ShownZonesTest, APartOfANameProposesTheZonesThatHoldIt)
{
    std::optional<QString> answer;
    QTimer::singleShot(0, [&] {
        auto *dialog = QApplication::activeModalWidget();
        ASSERT_NE(dialog, nullptr);
        auto *words = dialog->findChild<QComboBox *>();
        ASSERT_NE(words, nullptr);
        QTest::keyClicks(words->lineEdit(), u"kolk"_s);
        QAbstractItemView *proposals = words->completer()->popup();
        ASSERT_TRUE(QTest::qWaitFor([proposals] { return proposals->isVisible(); }, 2000));
        EXPECT_EQ(proposals->model()->rowCount(), 1);
        QTest::keyClick(proposals, Qt::Key_Down);
        QTest::keyClick(proposals, Qt::Key_Return);
        EXPECT_EQ(words->lineEdit()->text(), u"Asia/Kolkata"_s);
        if (auto *buttons = dialog->findChild<QDialogButtonBox *>())
            QTest::mouseClick(buttons->button(QDialogButtonBox::Ok), Qt::LeftButton);
    });
    answer = NativeDialogs(&window()).line(u"Times"_s, u"In which zone?"_s, u"UTC"_s, zoneNames());
    EXPECT_EQ(answer, u"Asia/Kolkata"_s);
}

TEST_F(ShownZonesTest, ANameThatIsNoZoneChangesNothingAndIsTold)
{
    m_dialogs.lines = {u"Nowhere/Land"_s};
    inMenu(u"&Beside them"_s, u"&Another…"_s)->trigger();
    EXPECT_FALSE(m_settings->secondZone());
    EXPECT_TRUE(inMenu(u"&Beside them"_s, u"&None"_s)->isChecked());
    EXPECT_TRUE(window().messages()->isVisible());
}

} // namespace
} // namespace downtimeline
