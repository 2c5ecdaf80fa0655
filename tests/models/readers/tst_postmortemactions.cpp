// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/readers/postmortemtest.h"

namespace downtimeline {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<Action> actionsOf(const std::string &text)
{
    return readOne("# Kiosk dark on 2024-03-09\n\n" + text).actions;
}

std::vector<std::string> texts(const std::vector<Action> &actions)
{
    std::vector<std::string> all;
    for (const Action &action : actions)
        all.push_back(action.text);
    return all;
}

TEST(PostmortemActionTexts, ThePartHasManyNames)
{
    for (const char *name :
         {"Action items", "Actions", "Follow-up", "Next steps", "Preventive measures", "Remediation",
          "Corrective and preventative measures", "Recommendations", "To do"}) {
        EXPECT_THAT(
            texts(actionsOf(std::string("## ") + name + "\n\n- Glue the plug\n- Buy a lamp\n")),
            ElementsAre("Glue the plug", "Buy a lamp"))
            << name;
    }
}

TEST(PostmortemActionTexts, OtherPartsHoldNone)
{
    for (const char *name : {"Lessons learned", "What went well", "Impact", "Root cause", "Timeline", "Summary"})
        EXPECT_THAT(actionsOf(std::string("## ") + name + "\n\n- Glue the plug\n- Buy a lamp\n"), IsEmpty()) << name;
}

TEST(PostmortemActionTexts, NumbersBulletsAndParagraphsAreActions)
{
    EXPECT_THAT(
        texts(actionsOf("## Actions\n\n1. Glue the plug\n2) Buy a lamp\n\n* Write it down\n\nTell the night shift.\n")),
        ElementsAre("Glue the plug", "Buy a lamp", "Write it down", "Tell the night shift."));
}

TEST(PostmortemActionTexts, AnItemMayGoOnInTheNextLine)
{
    const auto actions = actionsOf("## Actions\n\n- Glue the plug so that it\n  stays where it is\n- Buy a lamp\n");
    EXPECT_THAT(texts(actions), ElementsAre("Glue the plug so that it stays where it is", "Buy a lamp"));
    EXPECT_EQ(actions.at(0).line, 5);
    EXPECT_EQ(actions.at(1).line, 7);
}

TEST(PostmortemActionTexts, AnIntroductionAndSingleWordsAreNone)
{
    EXPECT_THAT(
        texts(actionsOf("## Actions\n\nWhat we are going to do:\n\n- Glue the plug\n- None\n")),
        ElementsAre("Glue the plug"));
}

TEST(PostmortemActionTexts, AHeadingBelowThePartGroupsItsActions)
{
    EXPECT_THAT(
        texts(actionsOf(
            "## Actions\n\n### Now\n\n- Glue the plug\n\n### Later\n\n- Buy a lamp\n\n## Thanks\n\n- To all of you\n")),
        ElementsAre("Glue the plug", "Buy a lamp"));
}

TEST(PostmortemActionStates, ABoxTellsWhatIsDone)
{
    const auto actions =
        actionsOf("## Actions\n\n- [x] Glue the plug\n- [ ] Buy a lamp\n- [X] Write it down\n- Dim it (Done)\n");
    ASSERT_THAT(actions, SizeIs(4));
    EXPECT_EQ(actions[0].state, Action::State::Done);
    EXPECT_EQ(actions[1].state, Action::State::Open);
    EXPECT_EQ(actions[2].state, Action::State::Done);
    EXPECT_EQ(actions[3].state, Action::State::Done);
    EXPECT_EQ(actions[0].text, "Glue the plug");
}

std::vector<Action> withStatus(const std::string &status)
{
    return actionsOf(
        "## Actions\n\n| Action | Owner | Status |\n|---|---|---|\n| Glue the plug | Ada | " + status + " |\n");
}

TEST(PostmortemActionStates, AColumnTellsWhatIsDone)
{
    for (const char *status : {"Done", "DONE", "completed", "Fixed in #12", "closed", "\u2705"}) {
        ASSERT_THAT(withStatus(status), SizeIs(1)) << status;
        EXPECT_EQ(withStatus(status)[0].state, Action::State::Done) << status;
    }
}

TEST(PostmortemActionStates, WhatIsNotDoneIsOpen)
{
    for (const char *status :
         {"", "Open", "TODO", "in progress", "Not done", "not yet completed", "To be done", "to be fixed", "Undone",
          "won't be done"}) {
        ASSERT_THAT(withStatus(status), SizeIs(1)) << status;
        EXPECT_EQ(withStatus(status)[0].state, Action::State::Open) << status;
    }
}

TEST(PostmortemActionOwners, StandInAColumnABracketOrALine)
{
    const auto column = actionsOf("## Actions\n\n| What | Assignee |\n|---|---|\n| Glue the plug | Ada Byron |\n");
    ASSERT_THAT(column, SizeIs(1));
    EXPECT_EQ(column[0].owner, "Ada Byron");
    const auto bracket = actionsOf("## Actions\n\n- Glue the plug (owner: Ada)\n- Buy a lamp (Owner: Bo & Cy)\n");
    ASSERT_THAT(bracket, SizeIs(2));
    EXPECT_EQ(bracket[0].owner, "Ada");
    EXPECT_EQ(bracket[0].text, "Glue the plug");
    EXPECT_EQ(bracket[1].owner, "Bo & Cy");
    const auto line = actionsOf("## Actions\n\nTask: Glue the plug\nOwner: Ada\nTask: Buy a lamp\nAssigned to: Bo\n");
    ASSERT_THAT(line, SizeIs(2));
    EXPECT_EQ(line[0].owner, "Ada");
    EXPECT_EQ(line[1].owner, "Bo");
}

TEST(PostmortemActionOwners, NobodyIsMadeUp)
{
    const auto actions = actionsOf("## Actions\n\n- Glue the plug (see the owner of the shop)\n- Ask Bo (owner: Cy\n");
    ASSERT_THAT(actions, SizeIs(2));
    EXPECT_EQ(actions[0].owner, "");
    EXPECT_EQ(actions[1].owner, "");
    EXPECT_EQ(actions[1].text, "Ask Bo (owner: Cy");
}

TEST(PostmortemActionDays, AreIsoWhereTheyCanBeRead)
{
    struct Due
    {
        const char *written;
        const char *kept;
    };
    for (const Due &due :
         {Due{"2024-04-01", "2024-04-01"}, Due{"1 April 2024", "2024-04-01"}, Due{"Apr 1", "2024-04-01"},
          Due{"April 1st, 2025", "2025-04-01"}, Due{"23/04/2024", "2024-04-23"}, Due{"next quarter", "next quarter"},
          Due{"Q3 2024", "Q3 2024"}, Due{"", ""}, Due{"ASAP.", "ASAP"}}) {
        const auto actions = actionsOf(
            std::string("## Actions\n\n| Action | Owner | Due |\n|---|---|---|\n| Glue the plug | Ada | ") +
            due.written + " |\n");
        ASSERT_THAT(actions, SizeIs(1)) << due.written;
        EXPECT_EQ(actions[0].due, due.kept) << due.written;
    }
}

TEST(PostmortemActionDays, AreNoDatesOfTheIncident)
{
    const ReadIncident read = readOne("# Kiosk dark\n\nOn 2024-03-09 it went dark.\n\n## Actions\n\n- Glue the "
                                      "plug\nDue: 2024-04-01\n\n## Timeline\n- 10:00 dark\n");
    EXPECT_EQ(isoText(read.events.at(0).time), "2024-03-09T10:00");
    EXPECT_EQ(read.actions.at(0).due, "2024-04-01");
}

TEST(PostmortemActionTables, ATimelineIsNoTableOfActions)
{
    const ReadIncident read =
        readOne("# Kiosk dark on 2024-03-09\n\n## Timeline\n\n| Time | Action | Owner |\n|---|---|---|\n| 10:00 "
                "| Plug pulled | Ada |\n| 10:07 | Plug back | Bo |\n");
    EXPECT_THAT(read.actions, IsEmpty());
    EXPECT_THAT(read.events, SizeIs(2));
    EXPECT_EQ(read.events.at(0).actor, "Ada");
}

TEST(PostmortemActionTables, ATableWithoutOwnersCountsOnlyInItsPart)
{
    const std::string table = "| Item | Status |\n|---|---|\n| Glue the plug | open |\n";
    EXPECT_THAT(texts(actionsOf("## Actions\n\n" + table)), ElementsAre("Glue the plug"));
    EXPECT_THAT(actionsOf("## Stock\n\n" + table), IsEmpty());
}

TEST(PostmortemActionTables, ShortRowsAndEmptyCellsAreReadOver)
{
    const auto actions =
        actionsOf("## Actions\n\n| Owner | Action | Due |\n|---|---|---|\n| Ada |\n| Bo | |\n| Cy | Buy a lamp |\n");
    ASSERT_THAT(actions, SizeIs(1));
    EXPECT_EQ(actions[0].owner, "Cy");
    EXPECT_EQ(actions[0].due, "");
}

} // namespace
} // namespace downtimeline
