// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/markdowntext.h"

#include "models/report/runwrap.h"

#include <limits>

namespace downtimeline {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// What would begin a list, a rule or a heading's underline there: "- ", "+ ", "===", "1.", "1)".
std::string startEscaped(std::string text)
{
    if (text.empty())
        return text;
    if (text.front() == '-' || text.front() == '+' || text.front() == '=')
        return '\\' + text;
    std::size_t digits = 0;
    while (digits < text.size() && isDigit(text[digits]))
        ++digits;
    if (digits > 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')'))
        text.insert(digits, "\\");
    return text;
}

std::string escaped(const QString &shown)
{
    constexpr std::string_view marks = "\\`*_{}[]<>#|~!";
    std::string text;
    for (const char c : shown.toStdString()) {
        if (c == '&') {
            text += "&amp;"; // else "&lt;" would become a sign of its own
            continue;
        }
        if (marks.contains(c))
            text += '\\';
        text += c;
    }
    return startEscaped(std::move(text));
}

} // namespace

std::string markdownText(std::string_view utf8)
{
    return escaped(printable(utf8, std::numeric_limits<qsizetype>::max()));
}

std::string markdownCell(std::string_view utf8)
{
    std::string text;
    for (const QString &line : printableParagraphs(utf8))
        text += (text.empty() ? "" : "<br>") + escaped(line);
    return text;
}

std::string markdownParagraphs(std::string_view utf8)
{
    std::string text;
    for (const QString &line : printableParagraphs(utf8))
        text += escaped(line) + "\n\n";
    return text;
}

} // namespace downtimeline
