// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/postmortem/postmortemrowmarks.h"

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
