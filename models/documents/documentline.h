// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"

#include <optional>
#include <string>
#include <vector>

namespace downtimeline {

/// What a line of a document is.
enum class LineRole {
    Blank,
    Text,
    Heading,     ///< "## Timeline", an underlined line, <h2>
    Item,        ///< of a list
    Row,         ///< of a table; its cells are apart
    Code,        ///< fenced or <pre>: logs and diffs, no events
    FrontMatter, ///< "title: ..." before the text, and an HTML page's <title>
};

/// A line of a document, or one of several list items that share a source line. Texts are UTF-8 and plain.
struct DocumentLine
{
    int number = 0; ///< in the source, from 1
    LineRole role = LineRole::Blank;
    int level = 0;  ///< of a heading, 1 to 6
    int indent = 0; ///< columns before the text or the list's mark
    std::string text;
    std::vector<std::string> cells; ///< of a table row
    bool startsBold = false;        ///< the text begins in bold: a label or a heading of its own
    bool isAnchor = false;          ///< nothing but a link within the page: a table of contents

    bool operator==(const DocumentLine &) const = default;
};

/// A document's lines, in order.
struct DocumentText
{
    std::vector<DocumentLine> lines;
    std::optional<Skip> cut; ///< the line where reading ended before the text did, and why

    bool operator==(const DocumentText &) const = default;
};

} // namespace downtimeline
