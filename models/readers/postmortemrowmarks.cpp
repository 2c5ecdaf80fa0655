// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/postmortemrowmarks.h"

#include "models/documents/textscan.h"

#include <algorithm>
#include <iterator>
#include <string>

namespace downtimeline {

using namespace textscan;

bool isTemplate(std::string_view text)
{
    const std::string small = lowered(text.substr(0, 60));
    return small.find("hh:mm") != std::string::npos || small.find("yyyy") != std::string::npos ||
           small.find("mm-dd") != std::string::npos || small.find("xx:xx") != std::string::npos;
}

bool isRelative(std::string_view text)
{
    const std::size_t sign = at(text, 0) == 'T' ? skipBlanks(text, 1) : std::string_view::npos;
    if (sign == std::string_view::npos)
        return false;
    if (at(text, 1) == '0')
        return !isAlnum(at(text, 2));
    const bool isSigned = at(text, sign) == '+' || dashLength(text, sign) > 0;
    const std::size_t digits = skipBlanks(text, sign + std::max<std::size_t>(1, dashLength(text, sign)));
    return isSigned && isDigit(at(text, digits));
}

bool isStatusUpdate(std::string_view text)
{
    const std::string first = lowered(letters(text, 0));
    constexpr std::string_view states[] = {"resolved", "monitoring", "identified", "investigating",
                                           "update",   "completed",  "scheduled",  "postmortem"};
    return std::ranges::find(states, first) != std::end(states);
}

std::string_view withoutSentenceStart(std::string_view before)
{
    for (const std::string_view word : {"At", "By", "Around", "On"}) {
        const std::size_t from = before.size() - std::min(before.size(), word.size());
        if (before.substr(from) == word && (from == 0 || blankLength(before, from - 1) > 0))
            return trimmed(before.substr(0, from));
    }
    return before;
}

} // namespace downtimeline
