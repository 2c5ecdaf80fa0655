// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/documents/documentline.h"
#include <string_view>

namespace downtimeline {

/// The lines of a text, Markdown or HTML document, in order. Marks are taken off, table rows split into cells. A fence
/// that is never closed hides nothing. Linear in the text. Reading ends, and that is told, at 1,000,000 lines and where
/// readHtml() ends it.
DocumentText readDocument(std::string_view text);

/// True where the text is an HTML page rather than Markdown with tags in it.
bool isHtmlPage(std::string_view text);

} // namespace downtimeline
