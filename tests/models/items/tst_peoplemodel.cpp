// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/peoplemodel.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

Person person(std::vector<std::string> names, std::string role = {})
{
    return {.id = {}, .names = std::move(names), .role = std::move(role)};
}

class PeopleModelTest : public testing::Test
{
protected:
    QString names(int row) const { return model.index(row, PeopleModel::NamesColumn).data().toString(); }
    bool type(int row, PeopleModel::Column column, const QString &text)
    {
        return model.setData(model.index(row, column), text);
    }

    const Persons before{person({"Anna Smith", "@anna"}, "SRE"), person({"Ben"}), person({"A. Smith"}, "DBA")};
    PeopleModel model{before};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    QSignalSpy edited{&model, &PeopleModel::edited};
};

TEST_F(PeopleModelTest, ARowTellsTheNamesAndTheRole)
{
    EXPECT_EQ(names(0), u"Anna Smith; @anna"_s);
    EXPECT_EQ(model.index(0, PeopleModel::RoleColumn).data(), u"SRE"_s);
    EXPECT_EQ(model.headerData(1, Qt::Horizontal), u"Role"_s);
    EXPECT_FALSE(model.canUndo());
}

TEST_F(PeopleModelTest, TypedNamesAreTakenApart)
{
    ASSERT_TRUE(type(1, PeopleModel::NamesColumn, u" Smith, Ben ;; Ben;Ben ; b\tsmith"_s));
    EXPECT_EQ(model.persons()[1].names, (std::vector<std::string>{"Smith, Ben", "Ben", "b smith"}));
    ASSERT_TRUE(type(1, PeopleModel::RoleColumn, u"  release\nmanager "_s));
    EXPECT_EQ(model.persons()[1].role, "release manager");
    EXPECT_TRUE(model.roles().contains(u"release manager"_s));
    EXPECT_EQ(edited.count(), 2);
}

TEST_F(PeopleModelTest, ARowWithoutANameIsNobody)
{
    EXPECT_EQ(model.addRow(), 3);
    EXPECT_EQ(model.rowCount(), 4);
    EXPECT_EQ(model.persons(), before);
    type(3, PeopleModel::NamesColumn, u"Cy"_s);
    EXPECT_EQ(model.persons().back(), person({"Cy"}));
}

TEST_F(PeopleModelTest, SeveralEntriesBecomeOneInTheOrderOfTheList)
{
    EXPECT_EQ(model.merge({2, 0, 2}), 0);
    EXPECT_EQ(model.persons(), (Persons{person({"Anna Smith", "@anna", "A. Smith"}, "SRE"), person({"Ben"})}));
    EXPECT_EQ(model.merge({1}), -1);
    EXPECT_EQ(model.merge({1, 7}), -1);
    EXPECT_EQ(model.merge({1, 0}), 0);
    EXPECT_EQ(model.persons(), (Persons{person({"Anna Smith", "@anna", "A. Smith", "Ben"}, "SRE")}));
}

TEST_F(PeopleModelTest, RowsMoveByOnePlaceAndNotPastTheEnds)
{
    EXPECT_EQ(model.move(0, 1), 1);
    EXPECT_EQ(names(0), u"Ben"_s);
    EXPECT_EQ(model.move(0, -1), 0);
    EXPECT_EQ(model.move(2, 1), 2);
    EXPECT_EQ(edited.count(), 1);
}

TEST_F(PeopleModelTest, EveryChangeIsUndoneAndRedone)
{
    model.removeRowsAt({0, 2, 9});
    type(0, PeopleModel::RoleColumn, u"boss"_s);
    const Persons after = model.persons();
    EXPECT_EQ(after, (Persons{person({"Ben"}, "boss")}));
    model.undo();
    EXPECT_EQ(model.persons(), (Persons{person({"Ben"})}));
    model.undo();
    EXPECT_EQ(model.persons(), before);
    EXPECT_FALSE(model.canUndo());
    model.undo();
    model.redo();
    model.redo();
    EXPECT_EQ(model.persons(), after);
    model.undo();
    type(0, PeopleModel::RoleColumn, u"other"_s);
    EXPECT_FALSE(model.canRedo());
}

TEST_F(PeopleModelTest, WhatIsTypedAsItWasIsNoChange)
{
    EXPECT_TRUE(type(0, PeopleModel::NamesColumn, u"Anna Smith; @anna"_s));
    EXPECT_FALSE(model.canUndo());
    EXPECT_EQ(edited.count(), 0);
}

} // namespace
} // namespace downtimeline
