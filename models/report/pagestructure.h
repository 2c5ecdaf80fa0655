// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstddef>
#include <cstdint>
#include <limits>

namespace downtimeline {

/// What a part of a report is to someone who hears it read.
enum class PageTag : std::uint8_t {
    Document,
    Title,
    Heading,
    Subheading,
    Paragraph,
    Figure,
    Table,
    Row,
    HeaderCell,
    Cell,
    Link, ///< within a paragraph or a cell
};

/// A node of the document's tree; nodes stand in the order of reading.
struct PageNode
{
    PageTag tag = PageTag::Document;
    std::size_t parent = 0;
    QString alternative; ///< what a picture shows, in words

    bool operator==(const PageNode &) const = default;
};

/// In place of a node: decoration, which is not read out.
inline constexpr std::size_t artifact = std::numeric_limits<std::size_t>::max();

} // namespace downtimeline
