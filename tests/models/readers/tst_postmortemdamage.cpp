// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/readers/postmortemtest.h"

namespace downtimeline {
namespace {

struct GoodDocument
{
    const char *name;
    std::size_t events;
};

/// One byte of a good document is broken at each place in turn.
class DocumentDamage : public testing::TestWithParam<GoodDocument>
{
protected:
    static std::string text()
    {
        return wholeFile(std::string(DOWNTIMELINE_SOURCE_DIR "/tests/data/readers/") + GetParam().name);
    }

    /// What is read, or nothing where the document is refused with a sentence.
    static ReadIncident read(std::string bytes)
    {
        BatchSink sink;
        const auto source = memorySource("damaged.md", std::move(bytes));
        const Status status = PostmortemReader().read(*source, {}, sink, {});
        EXPECT_TRUE(status || !status.error().message.isEmpty());
        return sink.batch().incidents.empty() ? ReadIncident{} : sink.batch().incidents.front();
    }

    static int lineOf(const std::string &text, std::size_t place)
    {
        return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(place), '\n'));
    }

    /// The titles of the events that stand wholly before that line.
    static std::vector<std::string> titlesBefore(const ReadIncident &incident, int line)
    {
        std::vector<std::string> titles;
        for (const Event &event : incident.events) {
            if (event.line < line)
                titles.push_back(event.title);
        }
        return titles;
    }

    template<typename Damage>
    void expectRowsBeforeDamageKept(Damage damage)
    {
        const std::string good = text();
        const ReadIncident whole = read(good);
        ASSERT_EQ(whole.events.size(), GetParam().events);
        for (std::size_t place = 0; place < good.size(); ++place) {
            std::string bad = good;
            damage(bad, place);
            const int line = lineOf(good, place);
            const std::vector<std::string> kept = titlesBefore(read(bad), line);
            ASSERT_EQ(kept, titlesBefore(whole, line)) << "damage at byte " << place << ", line " << line << ":\n"
                                                       << bad;
        }
    }
};

TEST_P(DocumentDamage, ADeletedByteCostsNoRowBeforeIt)
{
    expectRowsBeforeDamageKept([](std::string &text, std::size_t place) { text.erase(place, 1); });
}

TEST_P(DocumentDamage, AFlippedByteCostsNoRowBeforeIt)
{
    expectRowsBeforeDamageKept(
        [](std::string &text, std::size_t place) { text[place] = static_cast<char>(text[place] ^ 0x20); });
}

TEST_P(DocumentDamage, AHighBitCostsNoRowBeforeIt)
{
    expectRowsBeforeDamageKept(
        [](std::string &text, std::size_t place) { text[place] = static_cast<char>(text[place] ^ 0x80); });
}

TEST_P(DocumentDamage, ANulCostsNoRowBeforeIt)
{
    expectRowsBeforeDamageKept([](std::string &text, std::size_t place) { text[place] = '\0'; });
}

TEST_P(DocumentDamage, AQuoteCostsNoRowBeforeIt)
{
    expectRowsBeforeDamageKept([](std::string &text, std::size_t place) { text[place] = '"'; });
}

TEST_P(DocumentDamage, MarksOfTheMarkupCostNoRowBeforeThem)
{
    constexpr std::string_view marks = "|[<`*#\n\r";
    expectRowsBeforeDamageKept(
        [marks](std::string &text, std::size_t place) { text[place] = marks[place % marks.size()]; });
}

TEST_P(DocumentDamage, ADocumentCutOffAnywhereKeepsItsWholeRows)
{
    expectRowsBeforeDamageKept([](std::string &text, std::size_t place) { text.resize(place); });
}

TEST_P(DocumentDamage, CarriageReturnsAndAMarkChangeNothing)
{
    const std::string good = text();
    std::string windows = "\xEF\xBB\xBF";
    for (const char c : good)
        windows += c == '\n' ? "\r\n" : std::string(1, c);
    std::string old = good;
    std::ranges::replace(old, '\n', '\r');
    EXPECT_EQ(read(windows), read(good));
    EXPECT_EQ(read(old), read(good));
}

TEST_P(DocumentDamage, Utf16ReadsTheSame)
{
    const std::string good = text();
    std::string little = "\xFF\xFE";
    std::string big = "\xFE\xFF";
    for (const char c : good) {
        little += {c, '\0'};
        big += {'\0', c};
    }
    EXPECT_EQ(read(little), read(good));
    EXPECT_EQ(read(big), read(good));
}

TEST_P(DocumentDamage, TwoReadingsAreTheSame)
{
    EXPECT_EQ(read(text()), read(text()));
}

INSTANTIATE_TEST_SUITE_P(
    Documents, DocumentDamage,
    testing::Values(
        GoodDocument{"damage_postmortem.txt", 7}, GoodDocument{"damage_postmortem_table.md", 5},
        GoodDocument{"damage_postmortem_list.md", 5}, GoodDocument{"damage_postmortem_page.html", 5}),
    [](const auto &document) {
        const std::string name = document.param.name;
        return name.substr(0, name.find('.')) == "damage_postmortem" ? std::string("Text")
                                                                     : name.substr(18, name.find('.') - 18);
    });

} // namespace
} // namespace downtimeline
