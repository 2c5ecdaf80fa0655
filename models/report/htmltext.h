// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace downtimeline {

/// Words for an element or an attribute of HTML: none of them is markup.
std::string htmlText(const QString &words);
/// Foreign text as one line; control and direction characters become visible.
std::string htmlText(std::string_view utf8);
/// Foreign text as elements of that name, one for each of its lines that is not empty: "<p>a</p><p>b</p>".
std::string htmlParagraphs(std::string_view utf8, std::string_view element = "p");

} // namespace downtimeline
