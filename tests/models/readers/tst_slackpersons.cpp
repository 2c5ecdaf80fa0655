// SPDX-License-Identifier: GPL-3.0-or-later
#include "csvtest.h"
#include "models/readers/draft/personsmet.h"

using namespace downtimeline;
using namespace downtimeline::test;

namespace {

/// The text that a Slack export is read as.
ImportBatch readExport(const std::string &users, const std::string &messages)
{
    const std::string text = "==> users.json <==\n" + users + "\n==> general/2024-01-16.json <==\n" + messages + "\n";
    const auto source = memorySource("export", text);
    const auto reader = recognise(*source);
    EXPECT_TRUE(reader && *reader && (*reader)->key() == "slack");
    BatchSink sink;
    EXPECT_TRUE((*reader)->read(*source, {}, sink, {}));
    return sink.take();
}

constexpr const char *users = R"([
 {"id": "U1", "name": "kdoe", "profile": {"real_name": "Kim Doe", "display_name": "kim", "email": "kim@example.com", "title": "SRE"}},
 {"id": "U2", "name": "lee", "profile": {"display_name": "lee"}},
 {"id": "U3", "name": "silent", "profile": {"real_name": "Never Spoke"}},
 {"id": "U4", "name": "deployer", "is_bot": true, "profile": {"real_name": "Deployer"}},
 {"id": "USLACKBOT", "name": "slackbot", "profile": {"real_name": "Slackbot"}}
])";

} // namespace

TEST(SlackPersons, WhoWroteOrWasMentionedIsMetByAllNames)
{
    const ImportBatch batch = readExport(users, R"([
 {"type": "message", "user": "U2", "text": "asking <@U1|kim> and <@U9>", "ts": "1705399260.000300"},
 {"type": "message", "user": "U4", "text": "deployed", "ts": "1705399261.000300"},
 {"type": "message", "user": "USLACKBOT", "text": "hello <@U2>", "ts": "1705399262.000300"}
])");
    ASSERT_EQ(batch.incidents.size(), 1U);
    EXPECT_EQ(
        batch.incidents[0].persons,
        (Persons{
            {.id = {}, .names = {"lee", "@lee", "U2"}, .role = ""},
            {.id = {}, .names = {"Kim Doe", "@kim", "@kdoe", "U1", "kim@example.com"}, .role = "SRE"}}));
}

TEST(SlackPersons, AJoiningIsNoPart)
{
    const ImportBatch batch = readExport(users, R"([
 {"type": "message", "subtype": "channel_join", "user": "U3", "text": "<@U3> has joined", "ts": "1705399190.000100"},
 {"type": "message", "user": "U1", "text": "down", "ts": "1705399260.000300"}
])");
    ASSERT_EQ(batch.incidents.size(), 1U);
    ASSERT_EQ(batch.incidents[0].persons.size(), 1U);
    EXPECT_EQ(batch.incidents[0].persons[0].name(), "Kim Doe");
}
