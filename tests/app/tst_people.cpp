// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/people.h"

#include "app/window/eventcards.h"
#include "app/window/incidentpane.h"
#include "app/window/plotsarea.h"
#include "app/window/presentflow.h"
#include "app/window/windowactions.h"
#include "models/edit/incidentdocument.h"
#include "models/storage/personstore.h"
#include "tests/app/windowfixture.h"
#include "widgets/incidents/elidedlabel.h"
#include "widgets/incidents/eventtable.h"
#include "widgets/incidents/librarylist.h"
#include "widgets/incidents/messagebar.h"
#include "widgets/incidents/peopledialog.h"
#include "widgets/incidents/sourceview.h"
#include "widgets/present/presentation.h"
#include "widgets/present/presenterscreen.h"
#include "widgets/present/slideview.h"
#include "widgets/timeline/timelineview.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QStatusBar>
#include <QTableView>
#include <QTest>
#include <QTimer>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

constexpr auto postmortem = R"(# Quixley's outage

Author: Annabeth Quixley
Date: 16 January 2024

## Summary

Annabeth Quixley upgraded the servers. It took 40 minutes.

## Timeline

| Time (UTC) | Event |
| --- | --- |
| 9:45 | Annabeth Quixley begins the upgrade |
| 10:00 | Server outage begins |
| 10:00 | Pager alerts Jörg Zwiebel |
| 10:10 | Jörg Zwiebel acknowledges |
| 10:15 | @quix initiates the rollback |
| 10:20 | Rollback done by ANNABETH QUIXLEY |
| 10:22 | 100% of traffic is back |

## Action items

- Annabeth Quixley: alert earlier
)";

class PeopleTest : public ShownWindow
{
protected:
    void SetUp() override
    {
        ShownWindow::SetUp();
        importAndWait({file(u"annabeth-quixley.md"_s, QByteArray(postmortem))});
        setList(
            {{.id = {}, .names = {"Annabeth Quixley", "Quixley", "@quix"}, .role = "release manager"},
             {.id = {}, .names = {"Jörg Zwiebel"}, .role = "on-call engineer"}});
    }

    /// Through the dialog, as a user would.
    void setList(const Persons &list)
    {
        window().actionsOfWindow()->people->trigger();
        auto *dialog = qobject_cast<PeopleDialog *>(m_dialogs.shown.data());
        ASSERT_TRUE(dialog);
        Q_EMIT dialog->saved(dialog->people(), list);
        dialog->close();
        ASSERT_TRUE(QTest::qWaitFor([&] { return stored().size() == list.size(); }));
        window().activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&window()));
    }

    Persons stored()
    {
        const auto library = Library::open(libraryPath(), Library::Open::ReadOnly);
        return library ? PersonStore(**library).list().value_or(Persons()) : Persons();
    }

    void pressHide() { QTest::keyClick(&window(), Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier); }

    /// Everything that a widget of the window says or speaks.
    QStringList wordsOfWindow()
    {
        QCoreApplication::processEvents();
        QStringList words{window().windowTitle()};
        for (const QWidget *widget : window().findChildren<QWidget *>()) {
            words << widget->toolTip() << widget->accessibleName() << widget->accessibleDescription();
            if (const auto *label = qobject_cast<const QLabel *>(widget))
                words << label->text();
            if (const auto *label = qobject_cast<const ElidedLabel *>(widget))
                words << label->text();
            if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget))
                words << text->toPlainText();
        }
        for (const QAbstractItemView *view : window().findChildren<QAbstractItemView *>()) {
            const QAbstractItemModel *model = view->model();
            for (int row = 0; model && row < model->rowCount(); ++row) {
                for (int column = 0; column < model->columnCount(); ++column) {
                    for (int role :
                         {int(Qt::DisplayRole), int(Qt::EditRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole),
                          int(Qt::UserRole) + 2, int(Qt::UserRole) + 3})
                        words << model->index(row, column).data(role).toString();
                }
            }
        }
        return words << describe(window().pane()->plots()->timeline()->list());
    }

    bool tellsAName()
    {
        const QString all = wordsOfWindow().join(u'\n');
        return all.contains(u"quix"_s, Qt::CaseInsensitive) || all.contains(u"zwiebel"_s, Qt::CaseInsensitive);
    }
};

TEST_F(PeopleTest, OneKeyHidesEveryNameThatTheWindowTells)
{
    EXPECT_TRUE(tellsAName());
    pressHide();
    EXPECT_TRUE(QTest::qWaitFor([this] { return !tellsAName(); }, 2000)); // what is made anew follows in a turn or two
    const QStringList words = wordsOfWindow();
    for (const QString &text : words) {
        EXPECT_FALSE(text.contains(u"quix"_s, Qt::CaseInsensitive)) << text.toStdString();
        EXPECT_FALSE(text.contains(u"zwiebel"_s, Qt::CaseInsensitive)) << text.toStdString();
    }
    EXPECT_TRUE(words.contains(u"release manager's outage"_s));
    EXPECT_TRUE(words.contains(u"release manager begins the upgrade"_s));
    EXPECT_TRUE(words.filter(u"Names on your list hidden"_s).size() > 0);
    photograph(u"names-hidden"_s);
    pressHide();
    EXPECT_TRUE(tellsAName());
    EXPECT_TRUE(wordsOfWindow().filter(u"Names on your list hidden"_s).isEmpty());
}

TEST_F(PeopleTest, TheSourceTextIsLeftOutWhileNamesAreHidden)
{
    window().pane()->showSource(true);
    const SourceView *source = window().pane()->sourceText();
    ASSERT_TRUE(source->toPlainText().contains(u"Annabeth"_s));
    pressHide();
    EXPECT_EQ(source->toPlainText(), u"The source text is left out while names are hidden."_s);
    EXPECT_TRUE(QTest::qWaitFor([this] { return !tellsAName(); }, 2000))
        << "what is made anew follows in a turn or two";
    pressHide();
    EXPECT_TRUE(source->toPlainText().contains(u"Annabeth"_s));
}

TEST_F(PeopleTest, TheSearchStillFindsByTheTrueWords)
{
    pressHide();
    window().search()->setText(u"Zwiebel"_s);
    EXPECT_EQ(window().list()->view()->model()->rowCount(), 1);
    window().search()->setText(u"Nobody"_s);
    EXPECT_EQ(window().list()->view()->model()->rowCount(), 0);
}

TEST_F(PeopleTest, ExportsOfTheWindowHideThemTooAndProposeNoName)
{
    pressHide();
    m_dialogs.save = m_folder.filePath(u"out.md"_s);
    window().actionsOfWindow()->exportRecord->trigger();
    ASSERT_TRUE(QTest::qWaitFor([this] { return !window().isBusy() && QFile::exists(*m_dialogs.save); }, 20000));
    QFile written(*m_dialogs.save);
    ASSERT_TRUE(written.open(QIODevice::ReadOnly));
    const QByteArray bytes = written.readAll();
    EXPECT_TRUE(bytes.contains("release manager"));
    EXPECT_FALSE(bytes.toLower().contains("quix"));
    EXPECT_FALSE(bytes.toLower().contains("zwiebel"));
    EXPECT_TRUE(m_dialogs.suggested.contains(u"release manager"_s)) << m_dialogs.suggested.toStdString();
    EXPECT_FALSE(m_dialogs.suggested.contains(u"quix"_s, Qt::CaseInsensitive));
}

TEST_F(PeopleTest, ATitleWithAHiddenNameIsNotEdited)
{
    pressHide();
    QAbstractItemModel *events = window().pane()->table()->model();
    const QModelIndex title = events->index(0, EventTableModel::TitleColumn);
    ASSERT_EQ(title.data().toString(), u"release manager begins the upgrade"_s);
    EXPECT_FALSE(events->setData(title, u"release manager ends the upgrade"_s));
    EXPECT_TRUE(window().messages()->text().contains(u"A name is hidden"_s));
    pressHide();
    EXPECT_EQ(title.data().toString(), u"Annabeth Quixley begins the upgrade"_s);
}

TEST_F(PeopleTest, TheDetailsOfAnEventAndTheIncidentsFormFollow)
{
    pressHide();
    const auto events = window().document()->events(); // kept: a change puts another list in its place
    const auto second = std::ranges::find(*events, EventKind::Acknowledgement, &EventEntry::kind);
    ASSERT_NE(second, events->end());
    ASSERT_TRUE(window().document()->setEventNote(second->id, u"ask the rota"_s));
    ASSERT_TRUE(window().pane()->cards()->show(second->id));
    EXPECT_TRUE(QTest::qWaitFor([this] { return !tellsAName(); }, 2000));
    EXPECT_TRUE(wordsOfWindow().filter(u"on-call engineer acknowledges"_s).size() > 0);
    QStringList words;
    QTimer untilShown; // the form is modal: it is read, and left, from within
    QObject::connect(&untilShown, &QTimer::timeout, &untilShown, [&] {
        auto *form = qobject_cast<QDialog *>(QApplication::activeModalWidget());
        if (!form)
            return;
        untilShown.stop();
        for (const QLineEdit *line : form->findChildren<QLineEdit *>())
            words << line->text();
        for (const QPlainTextEdit *text : form->findChildren<QPlainTextEdit *>())
            words << text->toPlainText();
        form->reject();
    });
    untilShown.start(20);
    window().actionsOfWindow()->editIncident->trigger();
    EXPECT_TRUE(words.contains(u"release manager's outage"_s)) << words.join(u'|').toStdString();
    EXPECT_FALSE(words.join(u'|').contains(u"quix"_s, Qt::CaseInsensitive)) << words.join(u'|').toStdString();
}

TEST_F(PeopleTest, ThePresentationAndThePresentersScreenTellRolesAndSaySo)
{
    const auto events = window().document()->events(); // kept: a change puts another list in its place
    for (const EventEntry &event : *events)
        ASSERT_TRUE(window().document()->setEventNote(event.id, u"Ask Annabeth Quixley"_s));
    pressHide();
    window().actionsOfWindow()->present->trigger();
    PresentFlow &flow = *window().presenting();
    ASSERT_TRUE(flow.isRunning());
    PresenterScreen presenter(*flow.presentation());
    for (std::size_t step = 0; step < flow.presentation()->steps(); ++step) {
        flow.presentation()->goTo(step);
        QStringList words{
            presenter.notes()->toPlainText(), presenter.nextWords()->text(), flow.slides()->slide().description};
        for (const SlideText &text : flow.slides()->slide().texts)
            words << text.text;
        const QString all = words.join(u'\n');
        EXPECT_FALSE(all.contains(u"quix"_s, Qt::CaseInsensitive)) << all.toStdString();
        EXPECT_FALSE(all.contains(u"zwiebel"_s, Qt::CaseInsensitive)) << all.toStdString();
        EXPECT_TRUE(words.contains(u"Names hidden"_s)) << step << '\n' << all.toStdString();
    }
    flow.presentation()->goTo(1);
    EXPECT_TRUE(presenter.notes()->toPlainText().contains(u"Ask release manager"_s));
    flow.end();
}

TEST_F(PeopleTest, AnotherIncidentAndAnotherListAreHiddenAtOnce)
{
    pressHide();
    importAndWait({file(u"b.csv"_s, "time,kind,title\n2024-01-16T10:00:00Z,note,Ben and Quixley look\n")});
    EXPECT_TRUE(wordsOfWindow().contains(u"Ben and release manager look"_s));
    Persons list = window().people()->list();
    list.push_back({.id = {}, .names = {"Ben"}, .role = "DBA"});
    setList(list);
    EXPECT_TRUE(wordsOfWindow().contains(u"DBA and release manager look"_s));
}

TEST_F(PeopleTest, TheListIsInTheFileAndTheSwitchIsNot)
{
    pressHide();
    restart();
    EXPECT_EQ(window().people()->list().size(), 2U);
    EXPECT_FALSE(window().people()->areHidden());
    EXPECT_FALSE(window().actionsOfWindow()->hideNames->isChecked());
}

TEST_F(PeopleTest, AnEmptyListIsTold)
{
    setList({});
    pressHide();
    EXPECT_TRUE(window().messages()->text().contains(u"list of people is empty"_s));
}

TEST_F(PeopleTest, ThePeopleDialogComesByItsKey)
{
    QTest::keyClick(&window(), Qt::Key_P, Qt::ControlModifier | Qt::AltModifier);
    auto *dialog = qobject_cast<PeopleDialog *>(m_dialogs.shown.data());
    ASSERT_TRUE(dialog && dialog->isVisible());
    EXPECT_EQ(dialog->people().size(), 2U);
    dialog->close();
}

} // namespace
} // namespace downtimeline
