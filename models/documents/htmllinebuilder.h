// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/documents/documentline.h"
#include "models/documents/tablecells.h"

#include <string_view>
#include <vector>

namespace downtimeline {

/// The beginning of an element.
struct HtmlTag
{
    std::string_view name; ///< in small letters
    int line = 0;          ///< where the tag ends in the source
    bool linksWithinPage = false;
    CellSpan span = {};
};

/// Makes the lines of a page out of its elements and texts in the order in which a parser meets them. Every element
/// that begins must end, or the page ends. Holds no tree: elements may be nested to any depth.
class HtmlLineBuilder
{
public:
    void start(const HtmlTag &tag);
    void end(std::string_view name);
    /// A piece of text, entities resolved, that begins on that line of the source.
    void text(std::string_view text, int line);
    /// How many cells of tables were made so far.
    std::size_t cellCount() const { return m_cells.made(); }
    /// The page is over. A hidden part that was never closed hides nothing.
    std::vector<DocumentLine> take();

private:
    /// What the text that is being read stands in.
    struct Place
    {
        bool isPre = false;
        bool isInRow = false;
        bool isHiddenLink = false;
    };
    /// A part that is no text of the document, such as a menu.
    struct Hidden
    {
        int depth = 0;
        std::size_t firstLine = 0;
        bool cutsLine = false; ///< the line before it goes on behind it
        LineRole role = LineRole::Text;
        int level = 0;
        Place place;
    };

    void startRowPart(const HtmlTag &tag);
    void startBlock(const HtmlTag &tag);
    void endRowPart(std::string_view name);
    void endBlock(std::string_view name);
    void hide();
    void unhide();
    void begin(LineRole role);
    void begin(LineRole role, int line);
    bool flush();
    void addBlank();
    LineRole textRole() const { return m_place.isPre ? LineRole::Code : LineRole::Text; }

    std::vector<DocumentLine> m_lines;
    DocumentLine m_line{.number = 1, .role = LineRole::Text, .text = {}, .cells = {}};
    bool m_hasNumber = false; ///< the line's first word was met
    Place m_place;
    CellSpan m_span;
    TableCells m_cells;
    std::vector<Hidden> m_hidden;
    int m_depth = 0;
};

} // namespace downtimeline
