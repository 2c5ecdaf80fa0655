// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagefixture.h"

#include "models/storage/eventstore.h"
#include "models/storage/incidentstore.h"
#include "models/storage/search.h"

#include <random>

namespace downtimeline {
namespace {

class SearchTest : public StorageTest
{
protected:
    void SetUp() override
    {
        m_library = opened();
        m_incident = IncidentStore(*m_library).add(incidentCalled("Database outage")).value();
        for (const char *title : {"Failover began", "Failover of the database ended", "Rollback", "größer ΑΒΓ 数据库"})
            EXPECT_TRUE(EventStore(*m_library).add(m_incident, eventAtTime(at(10, 30 - m_count++), title)));
    }

    std::vector<std::string> found(std::string_view words, int limit = 200)
    {
        const Result<std::vector<SearchHit>> hits = Search(*m_library).search(words, limit);
        EXPECT_TRUE(hits) << (hits ? "" : hits.error().detail.toStdString());
        std::vector<std::string> titles;
        for (const SearchHit &hit : hits.value_or(std::vector<SearchHit>{}))
            titles.push_back(hit.title);
        return titles;
    }

    std::unique_ptr<Library> m_library;
    IncidentId m_incident;
    int m_count = 0;
};

using Titles = std::vector<std::string>;

TEST_F(SearchTest, HitsComeByIncidentThenTime)
{
    EXPECT_EQ(found("failover"), (Titles{"Failover of the database ended", "Failover began"}));
    EXPECT_EQ(found("database"), (Titles{"Database outage", "Failover of the database ended"}));
}

TEST_F(SearchTest, EveryWordHasToStandThereAndTheLastMayBeABeginning)
{
    EXPECT_EQ(found("failover end"), Titles{"Failover of the database ended"});
    EXPECT_TRUE(found("fail ended").empty()) << "only the last word may be a beginning";
    EXPECT_EQ(found("GRÖSSER").size() + found("größ").size(), 1U);
    EXPECT_EQ(found("αβ").size(), 1U);
}

TEST_F(SearchTest, AtMostSoManyHitsComeBack)
{
    EXPECT_EQ(found("database", 1), Titles{"Database outage"});
    EXPECT_TRUE(found("database", 0).empty());
}

TEST_F(SearchTest, HostileQueriesAreWordsAndNeverSyntax)
{
    for (const char *query :
         {"\"",      "\"\"", "a\"b", "*",    "^a",       "title:x", "NEAR(a b, 2)", "a AND",
          "OR",      "NOT",  "(",    ")",    "{a}",      "-x",      "a + b",        "'; DROP TABLE event; --",
          "\\",      "%",    "_",    "a*b*", "\xFF\xFE", "😀",      "\u200B",       "col : a",
          "a\tb\nc", "٣"})
        found(query);
    EXPECT_EQ(searchExpression("\" * ( )"), "");
    EXPECT_EQ(searchExpression("say \"hi\""), "\"say\" \"\"\"hi\"\"\" *");
    EXPECT_EQ(searchExpression(std::string_view("a\0b", 3)), "\"a\" \"b\" *");
}

TEST_F(SearchTest, RandomBytesNeverFail)
{
    std::mt19937 random(99);
    for (int round = 0; round < 3000; ++round) {
        std::string query(random() % 12, ' ');
        for (char &c : query)
            c = random() % 2 == 0 ? "\"*()^:-+ aB'{}"[random() % 14] : static_cast<char>(random());
        ASSERT_TRUE(Search(*m_library).search(query)) << round;
    }
}

TEST_F(SearchTest, AVeryLongQueryIsCutToTwentyWords)
{
    std::string query;
    for (int i = 0; i < 10'000; ++i)
        query += "failover ";
    EXPECT_EQ(found(query).size(), 2U);
}

} // namespace
} // namespace downtimeline
