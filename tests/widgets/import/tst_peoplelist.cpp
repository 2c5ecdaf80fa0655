// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/import/importfixture.h"

#include "widgets/import/peoplelist.h"

#include <QListWidget>
#include <QTest>
#include <QToolButton>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

constexpr const char *document =
    "# Outage report\n\nAuthors: Anna Smith, Ben Lee\n\nOn 16 January 2024 (UTC), a server failed.\n\n"
    "| Time | Who | Event |\n| --- | --- | --- |\n| 10:00 | | Outage begins |\n"
    "| 10:05 | Kim Doe | Acknowledges the page |\n| 10:20 | Kim Doe | Service restored |\n";

class PeopleMet : public ShownPreview
{
protected:
    PeopleList *list() const { return page()->people(); }
    QStringList words() const
    {
        QStringList all;
        for (int row = 0; row < list()->view()->count(); ++row)
            all << list()->view()->item(row)->text();
        return all;
    }
};

TEST_F(PeopleMet, WhomADocumentNamesIsListedWithARoleAndATick)
{
    show("outage.md", document);
    EXPECT_EQ(words(), (QStringList{u"Anna Smith · author"_s, u"Ben Lee · author"_s, u"Kim Doe · on-call engineer"_s}));
    EXPECT_EQ(list()->heading()->text(), u"3 people met, 3 to be added to your list"_s);
    EXPECT_EQ(takenPersons(page()->draft()).size(), 3U);
    photograph(u"import-people-light"_s);
    look(true);
    photograph(u"import-people-dark"_s, 2);
}

TEST_F(PeopleMet, TheSpaceKeyTakesATickAway)
{
    show("outage.md", document);
    list()->view()->setFocus();
    list()->view()->setCurrentRow(1);
    QTest::keyClick(list()->view(), Qt::Key_Space);
    EXPECT_EQ(list()->heading()->text(), u"3 people met, 2 to be added to your list"_s);
    ASSERT_EQ(takenPersons(page()->draft()).size(), 2U);
    EXPECT_EQ(takenPersons(page()->draft())[1].name(), "Kim Doe");
    QTest::keyClick(list()->view(), Qt::Key_Space);
    EXPECT_EQ(takenPersons(page()->draft()).size(), 3U);
}

TEST_F(PeopleMet, ManyAreFoldedAwayAndUnfoldedByAKey)
{
    std::string text = "time,kind,title,actor\n";
    for (int i = 0; i < 9; ++i)
        text += "2024-01-16T10:0" + std::to_string(i) + ":00Z,note,Look,Anna Nr" + std::string(1, char('a' + i)) + "\n";
    show("events.csv", text);
    EXPECT_EQ(list()->view()->count(), 9);
    EXPECT_FALSE(list()->view()->isVisible());
    list()->heading()->setFocus();
    QTest::keyClick(list()->heading(), Qt::Key_Space);
    EXPECT_TRUE(list()->view()->isVisible());
}

TEST_F(PeopleMet, AFileWithoutNamesShowsNoList)
{
    show("events.csv", "time,kind,title\n2024-01-16T10:00:00Z,note,Look\n");
    EXPECT_FALSE(list()->isVisible());
}

} // namespace
} // namespace downtimeline
