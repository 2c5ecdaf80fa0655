// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/exports/slackfiles.h"

#include <algorithm>
#include <array>

namespace downtimeline {
namespace {

std::string printable(std::string_view text)
{
    std::string clean(text);
    std::ranges::replace_if(clean, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, '?');
    return clean;
}

} // namespace

bool isSlackList(std::string_view name)
{
    static constexpr std::array<std::string_view, 5> lists{
        "users.json", "channels.json", "groups.json", "dms.json", "mpims.json"};
    return std::ranges::find(lists, name) != lists.end();
}

bool isSlackDay(std::string_view name)
{
    constexpr std::string_view shape = "0000-00-00.json";
    const std::size_t slash = name.find('/');
    if (slash == 0 || slash == std::string_view::npos || name.size() - slash - 1 != shape.size())
        return false;
    const std::string_view file = name.substr(slash + 1);
    return std::ranges::equal(
        file, shape, [](char c, char wanted) { return wanted == '0' ? c >= '0' && c <= '9' : c == wanted; });
}

std::string slackFileLine(std::string_view name)
{
    return std::string(slackFileMark) + printable(name) + std::string(slackFileMarkEnd) + "\n";
}

std::string slackDamageLine(std::string_view name, std::string_view why)
{
    return std::string(slackDamageMark) + printable(name) + ": " + printable(why) + "\n";
}

} // namespace downtimeline
