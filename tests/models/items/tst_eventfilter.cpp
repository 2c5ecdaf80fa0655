// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/eventfilter.h"

#include <gtest/gtest.h>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

struct Rows
{
    Rows()
    {
        slack.id = SourceId(1);
        slack.name = "slack.zip";
        add(EventKind::Alert, "db-primary", EventEntry::Starred);
        add(EventKind::Detection, "web", 0);
        add(EventKind::Alert, "", 0);
        add(EventKind::Recovery, "DB replica", 0);
    }
    void add(EventKind kind, const char *service, std::uint16_t flags)
    {
        EventEntry entry{.id = EventId(static_cast<std::int64_t>(index.size()) + 1), .kind = kind, .flags = flags};
        entry.service = names.numberOfService(service);
        entry.source = names.numberOf(index.size() == 1 ? SourceId(2) : SourceId(1));
        index.push_back(entry);
    }
    std::string passing(const char *words, std::optional<std::vector<EventId>> found = {}) const
    {
        const EventMask mask =
            maskOf(parseFilter(QString::fromUtf8(words)), index, names, std::span(&slack, 1), std::move(found));
        std::string rows;
        for (std::size_t row = 0; row < index.size(); ++row)
            rows += mask.passesRow(row) ? std::to_string(row) : "";
        EXPECT_EQ(mask.passing, rows.size());
        EXPECT_EQ(mask.left(), index.size() - rows.size());
        return rows;
    }

    Source slack;
    EventNames names;
    EventIndex index;
};

TEST(EventFilter, EachWordNarrowsAndSeveralValuesOfOneWiden)
{
    const Rows rows;
    EXPECT_EQ(rows.passing(""), "0123");
    EXPECT_EQ(rows.passing("kind:alert"), "02");
    EXPECT_EQ(rows.passing("kind:alert,recov"), "023");
    EXPECT_EQ(rows.passing("KIND:Al service:DB"), "0");
    EXPECT_EQ(rows.passing("service:db"), "03") << "in any case";
    EXPECT_EQ(rows.passing("service:db service:web"), "013");
    EXPECT_EQ(rows.passing("service:\"DB replica\""), "3");
    EXPECT_EQ(rows.passing("source:slack"), "023");
    EXPECT_EQ(rows.passing("star:"), "0");
    EXPECT_EQ(rows.passing("starred:yes kind:recovery"), "");
}

TEST(EventFilter, AKindThatIsNoneLetsNothingPass)
{
    const Rows rows;
    EXPECT_EQ(rows.passing("kind:nonsense"), "");
    EXPECT_EQ(parseFilter(u"kind:nonsense"_s).unknown, QStringList(u"nonsense"_s));
    EXPECT_EQ(rows.passing("kind:nonsense,alert"), "02") << "the other one still says something";
}

TEST(EventFilter, WordsWithoutAKeyAreLookedUpInTheTexts)
{
    const Rows rows;
    EXPECT_EQ(parseFilter(u"pool kind:alert exhausted"_s).text, u"pool exhausted"_s);
    EXPECT_EQ(rows.passing("pool", std::vector{EventId(4), EventId(2)}), "13");
    EXPECT_EQ(rows.passing("pool kind:recovery", std::vector{EventId(4), EventId(2)}), "3");
    EXPECT_EQ(rows.passing("pool", std::vector<EventId>{}), "");
}

TEST(EventFilter, IsReadBackFromItsWords)
{
    for (const char *words :
         {"", "kind:alert", "kind:alert,recovery service:db", "service:\"two words\" source:slack star: some text",
          "kind:nonsense"}) {
        const EventFilter filter = parseFilter(QString::fromUtf8(words));
        EXPECT_EQ(filterWords(filter).toStdString(), words);
        EXPECT_EQ(parseFilter(filterWords(filter)), filter) << words;
    }
}

TEST(EventFilter, PlainWordsAreASearchAndNoFilter)
{
    EXPECT_FALSE(hasFilterWords(u"checkout latency"_s));
    EXPECT_FALSE(hasFilterWords(u"at 10:15 http://kind"_s));
    EXPECT_TRUE(hasFilterWords(u"checkout kind:alert"_s));
    EXPECT_TRUE(hasFilterWords(u"star:"_s));
    EXPECT_FALSE(hasFilterWords(u"service:"_s)) << "nothing is asked for yet";
}

} // namespace
} // namespace downtimeline
