// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/persons.h"

#include <gtest/gtest.h>

namespace downtimeline {
namespace {

Person person(std::vector<std::string> names, std::string role = {})
{
    return {.id = {}, .names = std::move(names), .role = std::move(role)};
}

TEST(Persons, SomebodyKnownByAnyNameIsNotAddedTwice)
{
    Persons list{person({"Anna Smith", "U02"}, "SRE")};
    EXPECT_TRUE(addPerson(list, person({"u02", "@anna"}, "DBA")));
    EXPECT_EQ(list, (Persons{person({"Anna Smith", "U02", "@anna"}, "SRE")}));
    EXPECT_FALSE(addPerson(list, person({"ANNA SMITH", "@Anna"})));
}

TEST(Persons, ARoleIsTakenWhereNoneWasTold)
{
    Persons list{person({"Ben"})};
    EXPECT_TRUE(addPerson(list, person({"ben"}, "SRE")));
    EXPECT_EQ(list, (Persons{person({"Ben"}, "SRE")}));
}

TEST(Persons, AHandleIsAnotherNameThanTheWord)
{
    Persons list{person({"@mark"})};
    EXPECT_TRUE(addPerson(list, person({"Mark"})));
    EXPECT_EQ(list, (Persons{person({"@mark", "Mark"})}));
}

TEST(Persons, NamesWithoutLettersAreNoNames)
{
    Persons list;
    EXPECT_FALSE(addPerson(list, person({"", "  ", "-"}, "SRE")));
    EXPECT_TRUE(list.empty());
    EXPECT_EQ(personNamed(Persons{person({"-"})}, "--"), std::nullopt);
}

TEST(Persons, OthersStandBehindTheList)
{
    const Persons all = joinedPersons({person({"Ben"}, "SRE")}, Persons{person({"Anna"}), person({"ben", "U1"})});
    EXPECT_EQ(all, (Persons{person({"Ben", "U1"}, "SRE"), person({"Anna"})}));
}

TEST(Persons, MergingKeepsTheNamesOfBoth)
{
    Persons list{person({"Anna"}), person({"Ben"}), person({"anna", "A. Smith"}, "SRE")};
    mergePersons(list, 0, 2);
    EXPECT_EQ(list, (Persons{person({"Anna", "A. Smith"}, "SRE"), person({"Ben"})}));
    const Persons before = list;
    mergePersons(list, 1, 1);
    mergePersons(list, 0, 7);
    EXPECT_EQ(list, before);
}

} // namespace
} // namespace downtimeline
