// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/severity.h"

#include <array>
#include <string>

namespace downtimeline {
namespace {

constexpr std::array<std::string_view, 5> keys{"sev1", "sev2", "sev3", "sev4", "sev5"};

std::string letters(std::string_view text)
{
    std::string kept;
    for (const char c : text) {
        if (c >= 'A' && c <= 'Z')
            kept += static_cast<char>(c - 'A' + 'a');
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            kept += c;
    }
    return kept;
}

} // namespace

std::string_view severityKey(Severity severity)
{
    return keys[static_cast<std::size_t>(severity) - 1];
}

std::optional<Severity> severityFromText(std::string_view text)
{
    const std::string word = letters(text);
    for (const std::string_view prefix : {"severity", "sev", "priority", "p", "s"}) {
        if (word.size() == prefix.size() + 1 && word.starts_with(prefix) && word.back() >= '1' && word.back() <= '5')
            return static_cast<Severity>(word.back() - '0');
    }
    if (word == "critical")
        return Severity::Sev1;
    if (word == "major" || word == "high")
        return Severity::Sev2;
    if (word == "moderate" || word == "medium")
        return Severity::Sev3;
    if (word == "minor" || word == "low")
        return Severity::Sev4;
    return std::nullopt;
}

} // namespace downtimeline
