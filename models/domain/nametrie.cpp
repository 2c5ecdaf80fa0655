// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/nametrie.h"

#include <QString>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace downtimeline {
namespace {

constexpr std::size_t mostBetween = 64; ///< bytes between two words of a name, tags not counted
constexpr std::size_t longestTag = 256;
constexpr std::size_t longestInitials = 3;
constexpr std::size_t longestAbbreviation = 3; ///< "J.", "Dr.": their dot ends no sentence

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool isLetter(char c)
{
    return lower(c) >= 'a' && lower(c) <= 'z';
}

/// The length of a tag of HTML that may stand within a line of text; 0 where there is none.
std::size_t tagLength(std::string_view text)
{
    static constexpr auto known = std::to_array<std::string_view>(
        {"a", "abbr",  "b",    "br",     "code", "em",  "font", "i",  "kbd", "mark", "p",
         "s", "small", "span", "strong", "sub",  "sup", "td",   "th", "tt",  "u"});
    if (!text.starts_with('<'))
        return 0;
    const std::size_t close = text.substr(0, longestTag).find_first_of("<>", 1);
    if (close == std::string_view::npos || text[close] != '>')
        return 0;
    std::string name;
    for (std::size_t i = text.starts_with("</") ? 2 : 1; i < close && isLetter(text[i]) && name.size() < 8; ++i)
        name += lower(text[i]);
    return std::ranges::find(known, name) != known.end() ? close + 1 : 0;
}

/// The same for a space that is written as a reference.
std::size_t spaceLength(std::string_view text)
{
    for (const std::string_view space : {"&nbsp;", "&#160;", "&#xa0;", "&#xA0;"}) {
        if (text.starts_with(space))
            return space.size();
    }
    return 0;
}

bool isMarkup(char c)
{
    return c == '*' || c == '_' || c == '~' || c == '`';
}

/// What stands between two words of a name.
struct Gap
{
    std::size_t word = 0; ///< the next one that is not part of a tag
    bool isOpen = true;   ///< a name may go on behind it
    std::string kept;
};

class GapReading
{
public:
    /// What is behind that word, which is not the last.
    Gap read(const NameWords &words, std::size_t word)
    {
        const std::string_view text = words.text();
        const std::size_t before = words[word].folded.size();
        std::size_t at = words[word].end;
        std::size_t counted = 0;
        for (++word; m_gap.isOpen && word < words.size() && at < words[word].start;) {
            const std::size_t tag = tagLength(text.substr(at));
            const std::size_t space = tag > 0 ? 0 : spaceLength(text.substr(at));
            if (tag > 0)
                m_gap.kept += text.substr(at, tag);
            else if (space == 0)
                take(text, at, before);
            m_hasSpace = m_hasSpace || space > 0;
            counted += tag > 0 ? 0 : 1;
            m_gap.isOpen = m_gap.isOpen && counted <= mostBetween;
            at += std::max<std::size_t>({tag, space, 1});
            while (word < words.size() && words[word].start < at)
                ++word; // of the tag
        }
        settleMarkup();
        m_gap.word = word;
        m_gap.isOpen = m_gap.isOpen && word < words.size();
        return std::move(m_gap);
    }

private:
    void take(std::string_view text, std::size_t at, std::size_t before)
    {
        const char c = text[at];
        const bool isStop = c == '.' || c == '!' || c == '?';
        const bool endsSentence = isStop && at + 1 < text.size() && isSpace(text[at + 1]);
        m_hasSpace = m_hasSpace || isSpace(c);
        if (c == '\n') {
            m_gap.kept += c;
            m_gap.isOpen = ++m_lineEnds < 2;
        }
        if (endsSentence && (c != '.' || before > longestAbbreviation))
            m_gap.isOpen = false;
        if (isMarkup(c)) {
            if (!m_wasMarkup)
                m_markup.emplace_back();
            m_markup.back() += c;
        }
        m_wasMarkup = isMarkup(c);
    }

    /// "**Anna** Smith" keeps what closes; "**Anna** **Smith**" closes and opens the same.
    void settleMarkup()
    {
        const bool isBalanced = m_markup.size() == 2 && m_markup.front() == m_markup.back();
        if (!m_hasSpace || isBalanced)
            return;
        for (const std::string &markup : m_markup)
            m_gap.kept += markup;
    }

    Gap m_gap;
    std::vector<std::string> m_markup;
    int m_lineEnds = 0;
    bool m_hasSpace = false;
    bool m_wasMarkup = false;
};

/// "AS", "A.S.": the words as written, with one space between; empty for any other name.
std::string initialsOf(const NameWords &words)
{
    std::string written;
    qsizetype letters = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words.text().substr(words[i].start, words[i].end - words[i].start);
        const QString text = QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()));
        letters += text.size();
        if (!std::ranges::all_of(text, [](QChar c) { return c.isUpper(); }))
            return {};
        written += (written.empty() ? "" : " ") + std::string(word);
    }
    return letters <= static_cast<qsizetype>(longestInitials) ? written : std::string();
}

/// The last byte before is part of a word or of an address: "x@anna" is no mention of anna.
bool isInWord(std::string_view text, std::size_t at)
{
    const auto c = static_cast<unsigned char>(text[at]);
    return c >= 0x80 || isLetter(text[at]) || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-' || c == '+';
}

bool isMention(std::string_view text, std::size_t start)
{
    return start > 0 && text[start - 1] == '@' && (start == 1 || !isInWord(text, start - 2));
}

/// With "@", and the brackets that Slack writes around an id: "<@U12>", "<@U12|anna>".
void takeMention(std::string_view text, NameMatch &match)
{
    if (!isMention(text, match.start))
        return;
    --match.start;
    if (match.start == 0 || text[match.start - 1] != '<')
        return;
    std::size_t close = match.end;
    if (close < text.size() && text[close] == '|')
        close = std::min(text.size(), text.substr(0, close + mostBetween).find_first_of("<>\n", close));
    if (close >= text.size() || text[close] != '>')
        return;
    --match.start;
    match.end = close + 1;
}

} // namespace

/// How far a name has been followed.
struct NameTrie::Step
{
    std::size_t node = 0;
    std::size_t start = 0; ///< of its first word in the text
    std::string written;   ///< the words so far, with one space between
    std::string kept;
};

void NameTrie::add(std::string_view name, std::size_t person)
{
    const NameWords words(name);
    if (words.size() == 0)
        return;
    std::size_t at = 0;
    for (std::size_t i = 0; i < std::min(words.size(), mostWords); ++i) {
        const auto [place, isNew] = m_nodes[at].next.try_emplace(std::u32string(words[i].folded), m_nodes.size());
        const std::size_t next = place->second;
        if (isNew)
            m_nodes.emplace_back();
        at = next;
    }
    m_nodes[at].ends.push_back(
        {.person = person, .written = initialsOf(words), .isHandle = isMention(name, words[0].start)});
}

const NameTrie::End *NameTrie::endAt(const Node &node, const NameWords &words, const Step &step) const
{
    for (const End &end : node.ends) {
        const bool isWritten = end.written.empty() || end.written == step.written;
        if (isWritten && (!end.isHandle || isMention(words.text(), step.start)))
            return &end;
    }
    return nullptr;
}

std::optional<NameMatch> NameTrie::longestAt(const NameWords &words, std::size_t word) const
{
    const std::string_view text = words.text();
    std::optional<NameMatch> longest;
    Step step{.node = 0, .start = words[word].start, .written = {}, .kept = {}};
    while (word < words.size()) {
        const auto next = m_nodes[step.node].next.find(words[word].folded);
        if (next == m_nodes[step.node].next.end())
            break;
        step.node = next->second;
        const std::size_t end = words[word].end;
        step.written +=
            (step.written.empty() ? "" : " ") + std::string(text.substr(words[word].start, end - words[word].start));
        const Node &node = m_nodes[step.node];
        if (const End *found = endAt(node, words, step))
            longest = NameMatch{
                .person = found->person, .start = step.start, .end = end, .nextWord = word + 1, .kept = step.kept};
        if (node.next.empty() || word + 1 == words.size())
            break;
        const Gap gap = GapReading().read(words, word);
        if (!gap.isOpen)
            break;
        step.kept += gap.kept;
        word = gap.word;
    }
    if (longest)
        takeMention(text, *longest);
    while (longest && longest->nextWord < words.size() && words[longest->nextWord].start < longest->end)
        ++longest->nextWord;
    return longest;
}

} // namespace downtimeline
