// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/import/importfixture.h"

#include "widgets/import/choicebox.h"
#include "widgets/import/draftfields.h"
#include "widgets/import/drafttable.h"
#include "widgets/import/skippedlist.h"
#include "widgets/import/sourcelines.h"
#include "widgets/paint/theme.h"

#include <QAction>
#include <QComboBox>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;
using Column = DraftTableModel::Column;

class Preview : public ShownPreview
{
protected:
    void SetUp() override { show("0x21-postmortem.txt", outageText()); }

    const DraftIncident &incident() const { return page()->draft().incidents.front(); }
    const DraftEvent &choice(std::size_t row) const { return incident().choices[row]; }
    QString importText() const { return m_preview->footer()->importButton()->text(); }
    /// How many pixels of the widget have exactly that colour.
    static int pixelsOf(QWidget &widget, const QColor &colour)
    {
        const QImage image = widget.grab().toImage().convertToFormat(QImage::Format_RGB32);
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                count += image.pixel(x, y) == colour.rgb() ? 1 : 0;
        }
        return count;
    }
};

TEST_F(Preview, LooksLikeTheDesign)
{
    EXPECT_EQ(
        m_preview->sentence(),
        u"Read as a postmortem document. 8 events, 2 findings. Nothing is saved until you choose Import."_s);
    EXPECT_EQ(importText(), u"Import 8 events"_s);
    photograph(u"import-light-1x"_s);
    photograph(u"import-light-2x"_s, 2);
    EXPECT_GT(pixelsOf(*page()->lines(), Theme::light().kind(EventKind::Outage)), 50);
    EXPECT_GT(pixelsOf(*page()->lines(), Theme::light().warning), 50);
    look(true);
    EXPECT_GT(pixelsOf(*page()->lines(), Theme::dark().kind(EventKind::Outage)), 50);
    photograph(u"import-dark-1x"_s);
    photograph(u"import-dark-2x"_s, 2);
}

TEST_F(Preview, AClickOnATickLeavesTheEventOut)
{
    click(1, Column::TakenColumn);
    EXPECT_FALSE(choice(1).isTaken());
    EXPECT_EQ(importText(), u"Import 7 events"_s);
    EXPECT_TRUE(page()->lines()->lines().marks().at(14).isLeftOut);
    EXPECT_FALSE(page()->lines()->lines().marks().at(14).kind);
    click(1, Column::TakenColumn);
    EXPECT_TRUE(choice(1).isTaken());
    EXPECT_EQ(importText(), u"Import 8 events"_s);
}

TEST_F(Preview, SpaceTicksEverythingThatIsSelected)
{
    click(0, Column::TitleColumn);
    QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(table(), Qt::Key_Space);
    EXPECT_EQ(importText(), u"Import 5 events"_s);
    QTest::keyClick(table(), Qt::Key_Space);
    EXPECT_EQ(importText(), u"Import 8 events"_s);
}

TEST_F(Preview, WithoutAnEventNothingCanBeImported)
{
    table()->takeNoneAction()->trigger();
    EXPECT_FALSE(m_preview->footer()->importButton()->isEnabled());
    QTest::keyClick(m_preview.get(), Qt::Key_Return, Qt::ControlModifier);
    EXPECT_TRUE(m_preview->isVisible());
    table()->takeAllAction()->trigger();
    EXPECT_TRUE(m_preview->footer()->importButton()->isEnabled());
}

TEST_F(Preview, AClickOnAKindOpensTheListOfAllKinds)
{
    click(1, Column::KindColumn);
    auto *kinds = table()->viewport()->findChild<QComboBox *>();
    ASSERT_NE(kinds, nullptr);
    EXPECT_EQ(kinds->count(), static_cast<int>(eventKindCount));
    EXPECT_EQ(kinds->currentText(), u"Outage"_s);
    EXPECT_TRUE(kinds->autoFillBackground()) << "the words of the cell would show through";
    QTest::keyClick(kinds, Qt::Key_Down);
    QTest::keyClick(kinds, Qt::Key_Return);
    EXPECT_EQ(choice(1).kind, EventKind::Alert);
    EXPECT_EQ(shown(1, Column::SureColumn), u"100 %"_s); // the user says so
    EXPECT_EQ(page()->lines()->lines().marks().at(14).kind, EventKind::Alert);
}

TEST_F(Preview, ATimeIsTypedOnTheDayOfTheOthers)
{
    type(3, Column::TimeColumn, u"10:17"_s);
    EXPECT_EQ(shown(3, Column::TimeColumn), u"10:17"_s);
    EXPECT_EQ(*choice(3).at - *incident().placed[3].at, std::chrono::minutes(7));
    type(3, Column::TimeColumn, u"soon"_s);
    EXPECT_EQ(shown(3, Column::TimeColumn), u"10:17"_s);
}

TEST_F(Preview, ATextIsTypedAndNeverEmpty)
{
    type(0, Column::TitleColumn, u"The upgrade begins"_s);
    EXPECT_EQ(choice(0).title, "The upgrade begins");
    type(0, Column::TitleColumn, u"  "_s);
    EXPECT_EQ(choice(0).title, "The upgrade begins");
}

TEST_F(Preview, AnotherDateMovesEveryEventAtOnce)
{
    typeInto(page()->fields()->day()->lineEdit(), u"2024-01-17"_s);
    for (std::size_t i = 0; i < 8; ++i)
        EXPECT_EQ(*incident().placed[i].at - *incident().read.events[i].at, std::chrono::hours(24));
    EXPECT_EQ(page()->fields()->day()->currentText(), u"17 January 2024"_s);
    typeInto(page()->fields()->day()->lineEdit(), u"some day"_s);
    EXPECT_EQ(page()->fields()->day()->currentText(), u"17 January 2024"_s);
}

TEST_F(Preview, TheDatesThatContradictEachOtherCanBeChosen)
{
    ChoiceBox *day = page()->fields()->day();
    EXPECT_TRUE(day->isDoubtful());
    ASSERT_EQ(day->count(), 2);
    EXPECT_TRUE(day->itemText(1).startsWith(u"5 September 2020, line"_s)) << day->itemText(1).toStdString();
    day->setFocus();
    QTest::keyClick(day, Qt::Key_Down);
    EXPECT_EQ(incident().day, QDate(2020, 9, 5));
    EXPECT_EQ(day->currentText(), u"5 September 2020"_s);
    EXPECT_FALSE(day->isDoubtful());
}

TEST_F(Preview, AnotherZoneMovesEveryEventAtOnce)
{
    EXPECT_EQ(page()->fields()->zone()->currentText(), u"GMT+1, from line 12"_s);
    typeInto(page()->fields()->zone()->lineEdit(), u"America/New_York"_s);
    for (std::size_t i = 0; i < 8; ++i)
        EXPECT_EQ(*incident().placed[i].at - *incident().read.events[i].at, std::chrono::hours(6));
    EXPECT_EQ(shown(0, Column::TimeColumn), u"09:45"_s);         // the clocks stay
    typeInto(page()->fields()->zone()->lineEdit(), u"+03:00"_s); // none of the list
    for (std::size_t i = 0; i < 8; ++i)
        EXPECT_EQ(*incident().placed[i].at - *incident().read.events[i].at, std::chrono::hours(-2));
    typeInto(page()->fields()->zone()->lineEdit(), u"Atlantis"_s);
    EXPECT_EQ(*incident().placed[0].at - *incident().read.events[0].at, std::chrono::hours(-2));
}

TEST_F(Preview, TheClockShiftIsAddedToEveryTime)
{
    typeInto(page()->fields()->clockShift(), u"2 min"_s);
    EXPECT_EQ(page()->draft().clockShift, std::chrono::minutes(2));
    EXPECT_EQ(shown(0, Column::TimeColumn), u"09:47"_s);
    EXPECT_EQ(page()->fields()->clockShift()->text(), u"+00:02:00"_s);
    typeInto(page()->fields()->clockShift(), u"a bit"_s);
    EXPECT_EQ(page()->draft().clockShift, std::chrono::minutes(2));
}

TEST_F(Preview, TitleAndSeverityAreTakenAsTheyAreTyped)
{
    typeInto(page()->fields()->title(), u"Checkout was down"_s);
    EXPECT_EQ(incident().title, "Checkout was down");
    page()->fields()->severity()->setFocus();
    QTest::keyClick(page()->fields()->severity(), Qt::Key_Down);
    EXPECT_EQ(incident().severity, std::optional(Severity::Sev1));
    EXPECT_TRUE(m_preview->isVisible()); // Return in a field does not import
}

TEST_F(Preview, ARowShowsItsLineAndALineItsRow)
{
    click(4, Column::TitleColumn);
    EXPECT_EQ(page()->lines()->selectedLine(), 17);
    const QModelIndex line = page()->lines()->model()->index(15, 0);
    page()->lines()->scrollTo(line);
    QTest::mouseClick(page()->lines()->viewport(), Qt::LeftButton, {}, page()->lines()->visualRect(line).center());
    EXPECT_EQ(table()->currentIndex().row(), 3);
    EXPECT_EQ(page()->lines()->selectedLine(), 16);
    photograph(u"import-selected-light"_s);
    const QModelIndex other = page()->lines()->model()->index(1, 0);
    QTest::mouseClick(page()->lines()->viewport(), Qt::LeftButton, {}, page()->lines()->visualRect(other).center());
    EXPECT_FALSE(table()->selectionModel()->hasSelection());
}

TEST_F(Preview, AFindingShowsTheLineThatIsClicked)
{
    QListView *cards = page()->cards();
    ASSERT_EQ(cards->model()->rowCount(), 2);
    const QRect first = cards->visualRect(cards->model()->index(0, 0));
    QTest::mouseClick(cards->viewport(), Qt::LeftButton, {}, first.topLeft() + QPoint(40, 16)); // on its title
    EXPECT_EQ(page()->lines()->selectedLine(), 7);
    EXPECT_FALSE(table()->selectionModel()->hasSelection()); // no event was read there
    cards->setFocus();
    cards->setCurrentIndex(cards->model()->index(1, 0));
    QTest::keyClick(cards, Qt::Key_Return);
    EXPECT_EQ(page()->lines()->selectedLine(), 18);
    EXPECT_EQ(table()->currentIndex().row(), 5);
}

TEST_F(Preview, ATimeTellsWhatTheSourceWroteAndHowItWasRead)
{
    const auto &rows = *qobject_cast<const DraftTableModel *>(table()->model());
    EXPECT_EQ(
        rows.storyOf(4), u"“10:15AM” on line 17, read as 16 January 2024, 10:15 GMT+1. The zone is from the header."_s);
    type(4, Column::TimeColumn, u"10:16"_s);
    EXPECT_EQ(rows.storyOf(4), u"“10:15AM” on line 17, changed to 16 January 2024, 10:16 GMT+1."_s);
}

TEST_F(Preview, WhatStandsThereAlreadyIsUntickedAndSaysWhatItIsLike)
{
    const Instant ten = *incident().read.events[1].at;
    m_preview->setPlaces(
        {{.destination = {.kind = ImportDestination::Kind::Existing, .incident = IncidentId(3)}, .words = u"x"_s}}, {});
    m_preview->setStanding(0, {{.at = ten, .kind = EventKind::Outage, .title = "All is down"}});
    EXPECT_FALSE(choice(1).isTaken());
    EXPECT_EQ(cell(1, 0).data(DraftTableModel::NoteRole).toString(), u"like 10:00 All is down"_s);
    EXPECT_EQ(importText(), u"Import 7 events"_s);
    photograph(u"import-alike-light"_s);
    click(1, Column::TakenColumn); // the user knows better
    EXPECT_EQ(importText(), u"Import 8 events"_s);
    EXPECT_FALSE(page()->fields()->title()->isEnabled()); // the incident has one
    typeInto(page()->fields()->clockShift(), u"1 h"_s);
    EXPECT_TRUE(cell(1, 0).data(DraftTableModel::NoteRole).toString().isEmpty());
}

TEST_F(Preview, WhatIsKnownCannotBeTakenAgain)
{
    page()->changeDraft([](ImportDraft &draft) {
        for (DraftEvent &event : draft.incidents[0].choices)
            event.standing = EventStanding::Known;
        draft.incidents[0].choices[2].standing = EventStanding::Differs;
        draft.incidents[0].choices[2].kept = "kept: 10:01 Pagers, Alert";
        draft.incidents[0].choices[3].standing = EventStanding::Removed;
    });
    EXPECT_TRUE(m_preview->sentence().contains(u"7 events known already, 1 new, 1 told otherwise"_s))
        << m_preview->sentence().toStdString();
    click(0, Column::TakenColumn);
    EXPECT_FALSE(choice(0).isTaken());
    EXPECT_EQ(importText(), u"Update"_s);
    EXPECT_EQ(cell(3, 0).data(DraftTableModel::NoteRole).toString(), u"removed earlier"_s);
    photograph(u"import-known-light"_s);
    click(3, Column::TakenColumn);
    EXPECT_EQ(importText(), u"Import 1 event"_s);
}

TEST_F(Preview, ImportTakesOverWhatIsStillBeingTyped)
{
    QSignalSpy accepted(m_preview.get(), &QDialog::accepted);
    page()->fields()->day()->lineEdit()->setFocus();
    page()->fields()->day()->lineEdit()->selectAll();
    QTest::keyClicks(page()->fields()->day()->lineEdit(), u"2024-01-17"_s);
    QTest::mouseClick(m_preview->footer()->importButton(), Qt::LeftButton);
    EXPECT_EQ(accepted.count(), 1);
    EXPECT_EQ(incident().day, QDate(2024, 1, 17));
}

TEST_F(Preview, EscapeAndCancelStoreNothing)
{
    QSignalSpy rejected(m_preview.get(), &QDialog::rejected);
    QTest::mouseClick(m_preview->footer()->cancelButton(), Qt::LeftButton);
    EXPECT_EQ(rejected.count(), 1);
    m_preview->show();
    QTest::keyClick(m_preview.get(), Qt::Key_Escape);
    EXPECT_EQ(rejected.count(), 2);
}

TEST_F(Preview, EveryFieldHasANameForThoseWhoDoNotSeeIt)
{
    for (const QWidget *widget : m_preview->findChildren<QWidget *>()) {
        const bool isField = qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget) ||
                             qobject_cast<const QAbstractItemView *>(widget);
        if (qobject_cast<const QHeaderView *>(widget))
            continue; // a part of its table
        const bool isPart = widget->parentWidget() && qobject_cast<const QComboBox *>(widget->parentWidget());
        const bool isPopup = widget->window() != m_preview.get();
        if (!isField || isPart || isPopup)
            continue;
        EXPECT_FALSE(widget->accessibleName().isEmpty()) << widget->metaObject()->className();
    }
}

TEST_F(Preview, TabReachesTheFieldsInTheirOrder)
{
    page()->fields()->title()->setFocus();
    QTest::keyClick(m_preview.get(), Qt::Key_Tab);
    EXPECT_TRUE(page()->fields()->severity()->hasFocus());
    QTest::keyClick(m_preview.get(), Qt::Key_Tab);
    EXPECT_TRUE(page()->fields()->day()->lineEdit()->hasFocus());
    QTest::keyClick(m_preview.get(), Qt::Key_Tab);
    EXPECT_TRUE(page()->fields()->zone()->lineEdit()->hasFocus());
    QTest::keyClick(m_preview.get(), Qt::Key_Tab);
    EXPECT_TRUE(page()->fields()->clockShift()->hasFocus());
    QTest::keyClick(m_preview.get(), Qt::Key_Tab);
    EXPECT_TRUE(table()->hasFocus());
}

} // namespace
} // namespace downtimeline
