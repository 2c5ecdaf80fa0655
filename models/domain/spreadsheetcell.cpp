// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/spreadsheetcell.h"

#include <charconv>
#include <cmath>

namespace downtimeline {
namespace {

bool isNumber(std::string_view utf8)
{
    std::string_view text = utf8;
    if (text.starts_with('+'))
        text.remove_prefix(1);
    if (text.size() < utf8.size() && text.starts_with('-'))
        return false;
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    // "-inf" and "-nan" are words; a spreadsheet takes them for names
    return error == std::errc{} && end == text.data() + text.size() && std::isfinite(value);
}

} // namespace

bool looksLikeFormula(std::string_view utf8)
{
    if (utf8.empty() || isNumber(utf8))
        return false;
    std::string_view rest = utf8;
    bool hasBreak = false; // a tab or a line's end begins another cell in some programs
    constexpr std::string_view blanks = " \t\r\n\v\f\"'";
    constexpr std::string_view wide[] = {"\u00A0", "\u3000", "\u2003", "\u200B", "\uFEFF"};
    for (bool goesOn = true; goesOn && !rest.empty();) {
        goesOn = blanks.contains(rest.front());
        if (goesOn) {
            hasBreak = hasBreak || rest.front() == '\t' || rest.front() == '\r' || rest.front() == '\n';
            rest.remove_prefix(1);
        }
        for (const std::string_view blank : wide) {
            if (!rest.starts_with(blank))
                continue;
            rest.remove_prefix(blank.size());
            goesOn = true;
        }
    }
    if (hasBreak)
        return true;
    if (isNumber(rest))
        return false;
    for (const std::string_view sign : {"=", "+", "-", "@", "＝", "＋", "－", "＠"}) {
        if (rest.starts_with(sign))
            return true;
    }
    return false;
}

std::string_view withoutGuard(std::string_view cell)
{
    const bool isGuarded = cell.starts_with('\'') && looksLikeFormula(cell.substr(1));
    return isGuarded ? cell.substr(1) : cell;
}

} // namespace downtimeline
