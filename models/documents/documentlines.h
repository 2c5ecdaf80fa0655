// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/documents/documentline.h"
#include <string>
#include <string_view>
#include <vector>

namespace downtimeline {

/// The lines of a text, Markdown or HTML document, in order. Marks are taken off, table rows split into cells. A fence
/// that is never closed hides nothing. Linear in the text.
std::vector<DocumentLine> documentLines(std::string_view text);

/// True where the text is an HTML page rather than Markdown with tags in it.
bool isHtmlPage(std::string_view text);

} // namespace downtimeline
