// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/namemask.h"
#include "models/domain/namewords.h"

#include <gtest/gtest.h>

#include <ctime>

namespace downtimeline {
namespace {

using std::string_literals::operator""s;

Person person(std::vector<std::string> names, std::string role)
{
    return {.id = {}, .names = std::move(names), .role = std::move(role)};
}

NameMask maskOf(const Persons &persons)
{
    return NameMask(persons);
}

const NameMask &team()
{
    static const NameMask mask = maskOf(
        {person({"Anna Smith", "Anna", "U02ABCDEF", "anna.smith@example.com"}, "release manager"),
         person({"Jörg Müller", "@mark", "JM"}, "on-call engineer"), person({"Zoë O’Brien"}, "engineer"),
         person({"Ben"}, "engineer"), person({"Li"}, "")});
    return mask;
}

struct Row
{
    const char *what;
    std::string text;
    std::string shown;
};

void PrintTo(const Row &row, std::ostream *out)
{
    *out << row.what;
}

class MaskedTexts : public testing::TestWithParam<Row>
{};

TEST_P(MaskedTexts, TellTheRoleInsteadOfTheName)
{
    EXPECT_EQ(team().masked(GetParam().text), GetParam().shown);
    EXPECT_EQ(team().hides(GetParam().text), GetParam().text != GetParam().shown);
}

INSTANTIATE_TEST_SUITE_P(
    Words, MaskedTexts,
    testing::Values(
        Row{"plain", "Anna restarts the database", "release manager restarts the database"},
        Row{"the longest name", "paged Anna Smith at 10:00", "paged release manager at 10:00"},
        Row{"any case", "ANNA SMITH and anna smith", "release manager and release manager"},
        Row{"inside a word", "Joanna fixed Annapurna and anna2 in Annas Bende",
            "Joanna fixed Annapurna and anna2 in Annas Bende"},
        Row{"possessive", "Anna's and Anna Smith’s change", "release manager's and release manager’s change"},
        Row{"end and start", "Ben, Anna", "engineer 2, release manager"}, Row{"nothing", "", ""},
        Row{"only signs", "... --- !!!", "... --- !!!"}, Row{"no role", "Li looked", "person looked"}));

INSTANTIATE_TEST_SUITE_P(
    Letters, MaskedTexts,
    testing::Values(
        Row{"composed and not", "Jo\u0308rg Mu\u0308ller", "on-call engineer"},
        Row{"without accents", "jorg muller, ZOE O'BRIEN", "on-call engineer, engineer 1"},
        Row{"soft hyphen and zero width", "An\u00ADna, An\u200Bna", "release manager, release manager"},
        Row{"full width", "Ａｎｎａ", "release manager"},
        Row{"an accent that follows", "Ben\u0301 came", "engineer 2 came"},
        Row{"damaged bytes",
            "\xC3"
            "Ben\xFF\xE2\x82",
            "\xC3"
            "engineer 2\xFF\xE2\x82"},
        Row{"a NUL", "Ben\0Anna"s, "engineer 2\0release manager"s}));

INSTANTIATE_TEST_SUITE_P(
    Between, MaskedTexts,
    testing::Values(
        Row{"more spaces", "Anna   Smith, Anna\tSmith, Anna\u00A0Smith",
            "release manager, release manager, release manager"},
        Row{"a file's name", "anna-smith_anna.txt", "release manager_release manager.txt"},
        Row{"a line end", "Anna\nSmith left", "release manager\n left"},
        Row{"a paragraph's end", "with Anna\n\nSmith left", "with release manager\n\nSmith left"},
        Row{"a sentence's end", "I saw Anna. Smith & Co", "I saw release manager. Smith & Co"},
        Row{"bold", "**Anna** **Smith**", "**release manager**"},
        Row{"half bold", "**Anna** Smith", "**release manager**"},
        Row{"italic and bold", "_Anna_ **Smith** left", "_release manager_**** left"},
        Row{"tags", "<p>Anna <b class=\"x\">Smith</b></p>", "<p>release manager<b class=\"x\"></b></p>"},
        Row{"two tags", "<b>Anna</b> <i>Smith</i>", "<b>release manager</b><i></i>"},
        Row{"a reference", "Anna&nbsp;Smith, Anna&#160;Smith", "release manager, release manager"},
        Row{"a name in a tag", "<a title=\"Anna\">x</a>", "<a title=\"release manager\">x</a>"},
        Row{"no tag", "Anna <anna.smith@example.com>", "release manager <release manager>"},
        Row{"an open tag", "Anna <b Smith", "release manager <b Smith"}));

INSTANTIATE_TEST_SUITE_P(
    Signs, MaskedTexts,
    testing::Values(
        Row{"a mention", "@Anna please look", "release manager please look"},
        Row{"a handle", "@mark looks", "on-call engineer looks"},
        Row{"a word that is a handle elsewhere", "mark the incident", "mark the incident"},
        Row{"an address", "mail anna.smith@example.com now", "mail release manager now"},
        Row{"another address", "anna@example.com, x@mark, bob@anna.org",
            "release manager@example.com, x@mark, bob@release manager.org"},
        Row{"a chat id", "<@U02ABCDEF> and <@U02ABCDEF|anna> and <@U02ABCDEF|",
            "release manager and release manager and <release manager|"},
        Row{"initials", "JM acked; jm did not", "on-call engineer acked; jm did not"}));

TEST(NameMask, WithoutNamesEveryTextStays)
{
    EXPECT_TRUE(NameMask().isEmpty());
    EXPECT_EQ(NameMask().masked("Anna"s), "Anna");
    EXPECT_FALSE(NameMask().hides("Anna"));
    EXPECT_TRUE(maskOf({person({"", "--"}, "engineer")}).isEmpty());
}

TEST(NameMask, PersonsOfOneRoleAreNumberedInTheOrderOfTheList)
{
    const NameMask mask = maskOf(
        {person({"Ada"}, "engineer"), person({"Bo"}, "manager"), person({"Cy"}, "Engineer "), person({"Di"}, "")});
    EXPECT_EQ(mask.masked("Cy, Bo, Ada, Di"s), "Engineer 2, manager, engineer 1, person");
    EXPECT_EQ(mask.label(2), "Engineer 2");
    EXPECT_EQ(mask.label(9), "");
}

TEST(NameMask, OverlappingNamesLeaveNoneWhole)
{
    const NameMask mask = maskOf(
        {person({"Anna Smith"}, "a"), person({"Smith Jones Brown"}, "b"), person({"Jones"}, "c"),
         person({"Anna Smith Jones Brown Lee"}, "d")});
    EXPECT_EQ(mask.masked("Anna Smith Jones Brown"s), "a c Brown");
    EXPECT_EQ(mask.masked("Smith Jones Brown"s), "b");
    EXPECT_EQ(mask.masked("Anna Smith Jones Brown Lee"s), "d");
}

TEST(NameMask, TheFirstOfTwoPersonsOfOneNameStandsForBoth)
{
    EXPECT_EQ(maskOf({person({"Alex"}, "first"), person({"ALEX"}, "second")}).masked("alex"s), "first");
}

TEST(NameMask, ARoleThatTellsANameIsNotShown)
{
    const NameMask mask = maskOf({person({"Anna"}, "boss"), person({"Ben"}, "Anna's deputy"), person({"Cy"}, "Cy")});
    EXPECT_EQ(mask.masked("Anna, Ben, Cy"s), "boss, person 1, person 2");
    EXPECT_EQ(maskOf({person({"Person"}, "")}).masked("a person"s), "a #");
}

TEST(NameMask, NamesOfScriptsWithoutSpacesAreFoundAmongTheirNeighbours)
{
    const NameMask mask = maskOf({person({"田中"}, "当番"), person({"김민수"}, "SRE"), person({"สมชาย"}, "DBA")});
    EXPECT_EQ(mask.masked("田中さんが再起動"s), "当番さんが再起動");
    EXPECT_EQ(mask.masked("김민수가 확인"s), "SRE가 확인");
    EXPECT_EQ(mask.masked("คุณสมชายแก้"s), "คุณDBAแก้");
    EXPECT_EQ(mask.masked("田さん"s), "田さん");
}

TEST(NameMask, NamesOfOtherAlphabetsHaveNoCase)
{
    const NameMask mask = maskOf(
        {person({"Ольга Йонова"}, "SRE"), person({"Γιώργος"}, "DBA"), person({"Işık"}, "QA"), person({"Strauß"}, "PM"),
         person({"محمد"}, "IC")});
    EXPECT_EQ(mask.masked("ОЛЬГА ЙОНОВА"s), "SRE");
    EXPECT_EQ(mask.masked("ΓΙΩΡΓΟΣ"s), "DBA");
    EXPECT_EQ(mask.masked("IŞIK, ışık, isik"s), "QA, QA, QA");
    EXPECT_EQ(mask.masked("STRAUSS"s), "PM");
    EXPECT_EQ(mask.masked("مُحَمَّد"s), "IC");
}

TEST(NameMask, ATextOfQtIsMaskedAsWell)
{
    EXPECT_EQ(team().masked(QStringLiteral("Jörg Müller 🙂")), QStringLiteral("on-call engineer 🙂"));
    const QString untouched = QStringLiteral("no name \U0001F642");
    EXPECT_EQ(team().masked(untouched), untouched);
}

TEST(NameMask, ACopyHidesTheSame)
{
    NameMask copy = team();
    copy = NameMask(copy);
    EXPECT_EQ(copy.masked("Anna"s), "release manager");
}

/// "Given7 Family7"
std::string fullName(const std::string &number)
{
    std::string name("Given");
    name.append(number).append(" Family").append(number);
    return name;
}

Persons manyPersons(int count)
{
    Persons persons;
    for (int i = 0; i < count; ++i) {
        const std::string number = std::to_string(i);
        persons.push_back(person({fullName(number), "given" + number, "Given"}, "engineer"));
    }
    return persons;
}

/// Of the processor: what else runs does not count.
std::clock_t timeOf(const NameMask &mask, const std::string &text)
{
    const std::clock_t begin = std::clock();
    EXPECT_FALSE(mask.masked(text).empty());
    return std::clock() - begin;
}

std::string repeated(std::string_view part, std::size_t bytes)
{
    std::string text;
    while (text.size() < bytes)
        text += part;
    return text;
}

TEST(NameMask, OfAMegabyteEveryNameIsReplaced)
{
    const NameMask mask = maskOf(manyPersons(200));
    std::string text;
    std::string shown;
    for (int i = 0; text.size() < 1'000'000; ++i) {
        const std::string number = std::to_string(i % 200);
        text.append("At 10:00 ").append(fullName(number)).append(" restarts the Given999 database\n");
        shown += "At 10:00 engineer " + std::to_string(i % 200 + 1) + " restarts the Given999 database\n";
    }
    EXPECT_EQ(mask.masked(text), shown);
}

/// Four times the text may take four times as long, and sixteen times where it is quadratic; the rest is for a machine
/// that does other things as well.
TEST(NameMask, TheTimeGrowsWithTheTextAndNotWithItsSquare)
{
    Persons persons = manyPersons(200);
    persons.push_back(person({repeated("a ", 60)}, "long"));
    persons.push_back(person({repeated("b ", 4000) + "c"}, "longer"));
    const NameMask mask = maskOf(persons);
    for (const std::string_view part :
         {"a ", "b ", "Given ", "Given1 Fam ", "@", "<@", "<b ", "Given<b ", "Given <b></b> ", "Given&nbsp;", "*",
          "Given*", "é", "\u0301", "word", "田", "\xFF", "Given1\n"}) {
        const std::string small = repeated(part, 100'000);
        const std::string big = repeated(part, 400'000);
        const std::clock_t allowed = std::max(timeOf(mask, small) * 12, CLOCKS_PER_SEC / 4);
        EXPECT_LT(timeOf(mask, big), allowed) << part;
    }
}

TEST(NameWords, SpellingsOfOneNameAreTheSame)
{
    EXPECT_TRUE(isSameName("Anna  Smith", "anna-smith"));
    EXPECT_TRUE(isSameName("José", "Jose"));
    EXPECT_FALSE(isSameName("Anna Smith", "Anna"));
    EXPECT_EQ(NameWords("Zoë O’Brien").key(), U"zoe o brien");
}

} // namespace
} // namespace downtimeline
