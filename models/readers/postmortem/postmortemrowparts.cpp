// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/postmortem/postmortemrowparts.h"

#include "models/documents/textscan.h"
#include "models/readers/postmortem/postmortemrowmarks.h"

#include <algorithm>
#include <utility>

namespace downtimeline {

using namespace textscan;

std::size_t skipSeparators(std::string_view text, std::size_t pos)
{
    for (;;) {
        pos = skipBlanks(text, pos);
        const char c = at(text, pos);
        const std::size_t dash = dashLength(text, pos);
        if (dash > 0)
            pos += dash;
        else if (
            c == ':' || c == ']' || c == ')' || c == '|' || c == ',' || c == '.' || c == ';' || c == '>' || c == '*')
            ++pos;
        else
            return pos;
    }
}

std::size_t skipSecondTime(std::string_view text, std::size_t pos, TimeReading reading)
{
    const std::size_t next = skipBlanks(text, pos);
    if (at(text, next) != ',')
        return pos;
    const auto second = timeAt(text, skipBlanks(text, next + 1), reading);
    return second && second->time.clock && !second->time.month ? second->end : pos;
}

std::size_t skipZeroName(std::string_view text, std::size_t pos)
{
    const std::size_t name = at(text, pos) == '(' ? skipBlanks(text, pos + 1) : pos;
    const auto counted = countedTimeAt(text, name);
    return counted && counted->namesZero ? skipSeparators(text, counted->end) : pos;
}

std::vector<TimelineRow> splitRow(TimelineRow made, DayOrder order)
{
    constexpr std::size_t longestSplit = 20000;
    std::vector<TimelineRow> rows;
    const std::string text = std::exchange(made.title, {});
    std::size_t begin = 0;
    TimelineRow current = made;
    const std::string_view searched = text.size() < longestSplit ? std::string_view(text) : std::string_view();
    for (const FoundTime &next : timesIn(searched, {.order = order, .dotClocks = false})) {
        const std::string_view whole = trimmed(std::string_view(text).substr(begin, next.begin - begin));
        const std::string_view before = withoutSentenceStart(whole);
        const bool isSentence = before.size() < whole.size() && made.section == Section::Timeline;
        const std::size_t after = skipBlanks(text, next.end);
        const bool isEnded =
            before.ends_with('.') || before.ends_with('-') || before.ends_with(';') || before.ends_with('!');
        const bool isNew = next.time.clock && !before.empty() && isEnded &&
                           (isSentence || at(text, after) == ':' || dashLength(text, after) > 0);
        if (!isNew)
            continue;
        std::string_view words = before;
        while (words.ends_with('-') || words.ends_with(';'))
            words = trimmed(words.substr(0, words.size() - 1));
        current.title = std::string(words);
        rows.push_back(std::exchange(current, made));
        current.found = next;
        current.counted.reset();
        begin = skipSeparators(text, next.end);
    }
    current.title = std::string(trimmed(std::string_view(text).substr(std::min(begin, text.size()))));
    rows.push_back(std::move(current));
    return rows;
}

} // namespace downtimeline
