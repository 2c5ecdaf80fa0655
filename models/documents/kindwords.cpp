// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/documents/kindwords.h"

#include "models/documents/kindrules.h"
#include "models/documents/textscan.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace downtimeline {
namespace {

using Words = std::vector<std::string_view>;

/// More words than these never change what an event is.
constexpr std::size_t mostWords = 60;

Words wordsOf(std::string_view folded)
{
    Words words;
    for (std::size_t begin = 0; begin < folded.size() && words.size() < mostWords;) {
        const std::size_t end = std::min(folded.find(' ', begin), folded.size());
        if (end > begin)
            words.push_back(folded.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

bool fits(std::string_view pattern, std::string_view word)
{
    if (pattern.ends_with('*'))
        return word.starts_with(pattern.substr(0, pattern.size() - 1));
    return pattern == word;
}

/// The pattern's words from there on, with "~" for up to four others.
bool matchesAt(const Words &pattern, std::size_t at, const Words &words, std::size_t pos)
{
    for (; at < pattern.size(); ++at, ++pos) {
        if (pattern[at] == "~") {
            for (std::size_t gap = 0; gap <= 4; ++gap) {
                if (matchesAt(pattern, at + 1, words, pos + gap))
                    return true;
            }
            return false;
        }
        if (pos >= words.size() || !fits(pattern[at], words[pos]))
            return false;
    }
    return true;
}

/// Rules cut into words once, found by the first letter of their first word.
class Phrases
{
public:
    template<typename Rule>
    explicit Phrases(std::span<const Rule> rules)
    {
        for (const Rule &rule : rules) {
            m_byLetter[slotOf(rule.words.front())].push_back(m_patterns.size());
            m_patterns.push_back(wordsOf(rule.words));
        }
    }

    /// Where each rule first stands in the words, in the order of the rules; none where it does not.
    std::vector<std::optional<std::size_t>> places(const Words &words) const
    {
        std::vector<std::optional<std::size_t>> found(m_patterns.size());
        for (std::size_t pos = 0; pos < words.size(); ++pos) {
            for (const std::size_t rule : m_byLetter[slotOf(words[pos].front())]) {
                if (!found[rule] && matchesAt(m_patterns[rule], 0, words, pos))
                    found[rule] = pos;
            }
        }
        return found;
    }

private:
    static std::size_t slotOf(char first) { return static_cast<unsigned char>(first); }

    std::vector<Words> m_patterns;
    std::array<std::vector<std::size_t>, 256> m_byLetter;
};

double nearness(std::size_t pos)
{
    if (pos < 6)
        return 1.0;
    if (pos < 14)
        return 0.7;
    return pos < 28 ? 0.4 : 0.15;
}

Progress progressOf(const Words &words)
{
    static const Phrases phrases(progressRules());
    const auto places = phrases.places(words);
    std::optional<std::size_t> first;
    Progress progress = Progress::Unstated;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const ProgressRule &rule = progressRules()[i];
        const auto &pos = places[i];
        if (!pos || *pos > 12)
            continue;
        if (rule.progress == Progress::Fails)
            return Progress::Fails;
        if (!first || *pos < *first) {
            first = pos;
            progress = rule.progress;
        }
    }
    return progress;
}

} // namespace

KindReading kindOf(std::string_view title, std::string_view detail)
{
    const std::string folded =
        textscan::folded(std::string(title.substr(0, 1000)) + " " + std::string(detail.substr(0, 1000)));
    const Words words = wordsOf(folded);
    std::array<double, eventKindCount> votes{};
    static const std::vector<KindRule> rules = kindRules();
    static const Phrases phrases{std::span<const KindRule>(rules)};
    const auto places = phrases.places(words);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const KindRule &rule = rules[i];
        if (places[i])
            votes[static_cast<std::size_t>(rule.kind)] += rule.weight * nearness(*places[i]);
    }
    const auto best = std::ranges::max_element(votes);
    KindReading reading;
    reading.progress = progressOf(wordsOf(textscan::folded(title.substr(0, 400))));
    if (*best <= 0.5)
        return {EventKind::Note, 0.3, reading.progress};
    reading.kind = static_cast<EventKind>(best - votes.begin());
    double second = 0;
    for (const double vote : votes)
        second = vote < *best ? std::max(second, vote) : second;
    reading.certainty = std::min(0.99, (*best / (*best + second)) * std::min(1.0, 0.6 + *best / 10));
    return reading;
}

} // namespace downtimeline
