// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incidents/peopledialog.h"

#include "incidentfixture.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

Person person(std::vector<std::string> names, std::string role = {})
{
    return {.id = {}, .names = std::move(names), .role = std::move(role)};
}

class PeopleDialogTest : public testing::Test
{
protected:
    PeopleDialogTest() { setLook(false); }

    void show(const Persons &people)
    {
        dialog = std::make_unique<PeopleDialog>(people);
        saved = std::make_unique<QSignalSpy>(dialog.get(), &PeopleDialog::saved);
        dialog->show();
        ASSERT_TRUE(QTest::qWaitForWindowActive(dialog.get()));
        ASSERT_TRUE(QTest::qWaitFor([this] { return table()->hasFocus(); }));
    }

    QTableView *table() const { return dialog->table(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
        QCoreApplication::processEvents(); // an editor takes its text a turn later
    }
    /// Into whatever editor has the focus.
    void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    QToolButton *tool(const QString &text) const
    {
        for (QToolButton *button : dialog->findChildren<QToolButton *>()) {
            if (button->text() == text)
                return button;
        }
        return nullptr;
    }

    std::unique_ptr<PeopleDialog> dialog;
    std::unique_ptr<QSignalSpy> saved;
};

TEST_F(PeopleDialogTest, SomebodyIsAddedAndSavedByKeysAlone)
{
    show({});
    key(Qt::Key_Insert);
    ASSERT_TRUE(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    type(u"Anna Smith; @anna"_s);
    key(Qt::Key_Tab); // on to the role
    ASSERT_TRUE(
        qobject_cast<QComboBox *>(QApplication::focusWidget()) ||
        qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    type(u"SRE"_s);
    key(Qt::Key_Return);
    EXPECT_EQ(dialog->people(), (Persons{person({"Anna Smith", "@anna"}, "SRE")}));
    QTest::keyClick(dialog.get(), Qt::Key_Return, Qt::ControlModifier);
    ASSERT_EQ(saved->count(), 1);
    EXPECT_EQ(saved->front().at(0).value<Persons>(), Persons());
    EXPECT_EQ(saved->front().at(1).value<Persons>(), dialog->people());
    EXPECT_FALSE(dialog->isVisible());
}

TEST_F(PeopleDialogTest, EnterAndF2EditWhatIsChosen)
{
    show({person({"Anna"}), person({"Ben"})});
    key(Qt::Key_Down);
    key(Qt::Key_Return);
    type(u"Benjamin"_s);
    key(Qt::Key_Return);
    EXPECT_EQ(dialog->people()[1].names.front(), "Benjamin");
    key(Qt::Key_Right);
    key(Qt::Key_F2);
    type(u"boss"_s);
    key(Qt::Key_Return);
    EXPECT_EQ(dialog->people()[1].role, "boss");
}

TEST_F(PeopleDialogTest, PersonsAreRemovedMadeOneMovedAndThatIsUndone)
{
    const Persons three{person({"Anna"}, "SRE"), person({"Ben"}), person({"A. Smith"})};
    show(three);
    key(Qt::Key_Down, Qt::AltModifier);
    EXPECT_EQ(dialog->people()[0].names.front(), "Ben");
    EXPECT_EQ(table()->currentIndex().row(), 1);
    key(Qt::Key_Down, Qt::ShiftModifier);
    key(Qt::Key_M, Qt::ControlModifier);
    EXPECT_EQ(dialog->people(), (Persons{person({"Ben"}), person({"Anna", "A. Smith"}, "SRE")}));
    key(Qt::Key_Delete);
    EXPECT_EQ(dialog->people(), (Persons{person({"Ben"})}));
    for (int i = 0; i < 3; ++i)
        key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(dialog->people(), three);
    EXPECT_FALSE(tool(u"Undo"_s)->isEnabled());
    key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(dialog->people()[0].names.front(), "Ben");
}

TEST_F(PeopleDialogTest, ButtonsDoWhatTheKeysDo)
{
    show({person({"Anna"}), person({"Ben"})});
    EXPECT_FALSE(tool(u"Make one"_s)->isEnabled());
    EXPECT_FALSE(tool(u"Up"_s)->isEnabled());
    table()->selectAll();
    QTest::mouseClick(tool(u"Make one"_s), Qt::LeftButton);
    EXPECT_EQ(dialog->people(), (Persons{person({"Anna", "Ben"})}));
    QTest::mouseClick(tool(u"Undo"_s), Qt::LeftButton);
    QTest::mouseClick(tool(u"Remove"_s), Qt::LeftButton);
    EXPECT_EQ(dialog->people(), (Persons{person({"Ben"})}));
    for (const QToolButton *button : dialog->findChildren<QToolButton *>())
        EXPECT_FALSE(button->accessibleName().isEmpty());
}

TEST_F(PeopleDialogTest, EscapeLeavesTheListAsItWas)
{
    show({person({"Anna"})});
    key(Qt::Key_Delete);
    key(Qt::Key_Escape);
    EXPECT_EQ(saved->count(), 0);
    EXPECT_FALSE(dialog->isVisible());
}

TEST_F(PeopleDialogTest, WhatIsStillTypedIsSaved)
{
    show({person({"Anna"})});
    key(Qt::Key_F2);
    type(u"Bea"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    if (dialog->isVisible()) // the editor took the keys
        QTest::keyClick(dialog.get(), Qt::Key_Return, Qt::ControlModifier);
    ASSERT_EQ(saved->count(), 1);
    EXPECT_EQ(saved->front().at(1).value<Persons>(), (Persons{person({"Bea"})}));
}

TEST_F(PeopleDialogTest, ScreenshotsForThoseWhoLook)
{
    for (const bool dark : {false, true}) {
        setLook(dark);
        const QString ending = dark ? u"-dark"_s : QString();
        show(
            {person({"Anna Smith", "Anna", "U02ABCDEF", "anna.smith@example.com"}, "release manager"),
             person({"Jörg Müller", "@joerg"}, "on-call engineer"), person({"<b>Ben</b>"}),
             person({"田中 太郎"}, "SRE")});
        saveScreenshot(*dialog, u"people"_s + ending);
        show({});
        saveScreenshot(*dialog, u"people-empty"_s + ending);
        EXPECT_TRUE(dialog->isVisible());
    }
}

} // namespace
} // namespace downtimeline
