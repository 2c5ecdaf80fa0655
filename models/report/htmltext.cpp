// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/htmltext.h"

#include "models/report/runwrap.h"

#include <limits>

namespace downtimeline {

std::string htmlText(const QString &words)
{
    std::string text;
    for (const char c : words.toStdString()) {
        switch (c) {
        case '&':
            text += "&amp;";
            break;
        case '<':
            text += "&lt;";
            break;
        case '>':
            text += "&gt;";
            break;
        case '"':
            text += "&quot;";
            break;
        case '\'':
            text += "&#39;";
            break;
        default:
            text += c;
        }
    }
    return text;
}

std::string htmlText(std::string_view utf8)
{
    return htmlText(printable(utf8, std::numeric_limits<qsizetype>::max()));
}

std::string htmlParagraphs(std::string_view utf8, std::string_view element)
{
    std::string text;
    for (const QString &line : printableParagraphs(utf8)) {
        text.append("<").append(element).append(">").append(htmlText(line));
        text.append("</").append(element).append(">\n");
    }
    return text;
}

} // namespace downtimeline
