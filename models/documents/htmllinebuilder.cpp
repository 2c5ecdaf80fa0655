// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/documents/htmllinebuilder.h"

#include "models/documents/textscan.h"

#include <algorithm>
#include <array>
#include <utility>

namespace downtimeline {
namespace {

using namespace textscan;

constexpr std::array<std::string_view, 9> hiddenTags{"script",   "style",    "nav",    "footer", "svg",
                                                     "template", "noscript", "select", "button"};
constexpr std::array<std::string_view, 24> blockTags{
    "p",     "div",        "section", "article", "ul",         "ol",      "table",   "tbody",
    "thead", "blockquote", "header",  "main",    "br",         "tfoot",   "dl",      "dt",
    "dd",    "hr",         "aside",   "figure",  "figcaption", "details", "summary", "caption"};
/// A part of the page that lies deeper is read as if it lay here: browsers do the same.
constexpr int deepestPart = 512;
constexpr std::string_view titleLabel = "title: ";

bool isOneOf(std::string_view name, const auto &names)
{
    return std::ranges::find(names, name) != names.end();
}

bool isHeading(std::string_view name)
{
    return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

} // namespace

/// The line that was begun is done: true where it held anything.
bool HtmlLineBuilder::flush()
{
    m_line.text = std::string(trimmed(m_line.text));
    if (m_line.role == LineRole::Row)
        m_line.cells = m_cells.takeRow();
    const bool holds = !m_line.text.empty() || !m_line.cells.empty();
    if (holds)
        m_lines.push_back(std::move(m_line));
    m_line = {.number = 0, .role = textRole(), .text = {}, .cells = {}};
    m_hasNumber = false;
    return holds;
}

void HtmlLineBuilder::begin(LineRole role)
{
    flush();
    m_line.role = role;
}

void HtmlLineBuilder::begin(LineRole role, int line)
{
    begin(role);
    m_line.number = line;
}

void HtmlLineBuilder::addBlank()
{
    if (!m_line.text.empty() && !m_line.text.ends_with(' '))
        m_line.text += ' ';
}

/// Within a row a hidden part is passed over at once; the row's end closes it. Elsewhere its lines are kept until it
/// ends: where it never does, they are the document's.
void HtmlLineBuilder::hide()
{
    Hidden hidden{.depth = m_depth, .role = m_line.role, .level = m_line.level, .place = m_place};
    if (!m_place.isInRow) {
        hidden.cutsLine = flush();
        hidden.firstLine = m_lines.size();
    }
    m_hidden.push_back(hidden);
}

void HtmlLineBuilder::unhide()
{
    const Hidden hidden = m_hidden.back();
    m_hidden.pop_back();
    m_place = hidden.place;
    if (m_place.isInRow)
        return;
    flush();
    m_lines.resize(hidden.firstLine);
    m_line.role = hidden.role;
    m_line.level = hidden.level;
    if (!hidden.cutsLine)
        return;
    m_line = std::move(m_lines.back());
    m_lines.pop_back();
    m_hasNumber = true;
    addBlank();
}

void HtmlLineBuilder::startRowPart(const HtmlTag &tag)
{
    if (tag.name == "tr") {
        begin(LineRole::Row, tag.line);
        m_place.isInRow = true;
    } else if (m_place.isInRow) {
        m_span = tag.span;
    } else {
        addBlank();
    }
}

void HtmlLineBuilder::endRowPart(std::string_view name)
{
    if (name == "tr") {
        m_place.isInRow = false;
        begin(textRole());
    } else if (m_place.isInRow) {
        m_cells.add(trimmed(m_line.text), m_span);
        m_line.text.clear();
        m_span = {};
    }
}

void HtmlLineBuilder::startBlock(const HtmlTag &tag)
{
    const std::string_view name = tag.name;
    if (isHeading(name)) {
        begin(LineRole::Heading);
        m_line.level = name[1] - '0';
    } else if (name == "title") {
        begin(LineRole::FrontMatter, tag.line);
        m_line.text = titleLabel;
        m_hasNumber = true;
    } else if (name == "pre") {
        m_place.isPre = true;
        begin(LineRole::Code);
    } else if (name == "li") {
        begin(LineRole::Item);
    } else if (name == "a") {
        m_place.isHiddenLink = tag.linksWithinPage && m_line.role == LineRole::Item;
    } else if (isOneOf(name, blockTags)) {
        const bool isInItem = m_line.role == LineRole::Item && m_line.text.empty();
        if (!isInItem)
            begin(textRole());
    } else if ((name == "strong" || name == "b") && m_line.text.empty()) {
        m_line.startsBold = true;
    }
}

void HtmlLineBuilder::endBlock(std::string_view name)
{
    if (name == "pre") {
        m_place.isPre = false;
        begin(LineRole::Text);
    } else if (name == "a") {
        m_place.isHiddenLink = false;
    } else if (name == "title") {
        if (m_line.text == titleLabel)
            m_line.text.clear();
        begin(LineRole::Text);
    } else if (isHeading(name) || name == "li") {
        begin(LineRole::Text);
    } else if (isOneOf(name, blockTags) && name != "br") {
        const bool isInItem = m_line.role == LineRole::Item && m_line.text.empty();
        if (!isInItem)
            begin(textRole());
    }
}

void HtmlLineBuilder::start(const HtmlTag &tag)
{
    ++m_depth;
    const bool isPassedOver = !m_hidden.empty() && m_hidden.back().place.isInRow;
    if (isPassedOver)
        return;
    if (tag.name == "table")
        m_cells.beginTable();
    if (isOneOf(tag.name, hiddenTags) && m_depth <= deepestPart)
        hide();
    else if (tag.name == "tr" || tag.name == "td" || tag.name == "th")
        startRowPart(tag);
    else if (!m_place.isInRow)
        startBlock(tag);
    else if (tag.name == "li" || isOneOf(tag.name, blockTags))
        addBlank();
}

void HtmlLineBuilder::end(std::string_view name)
{
    const int depth = m_depth--;
    if (!m_hidden.empty() && m_hidden.back().depth == depth) {
        unhide();
        return;
    }
    const bool isPassedOver = !m_hidden.empty() && m_hidden.back().place.isInRow;
    if (isPassedOver)
        return;
    if (name == "tr" || name == "td" || name == "th")
        endRowPart(name);
    else if (!m_place.isInRow)
        endBlock(name);
    else if (name == "li" || isOneOf(name, blockTags))
        addBlank();
}

void HtmlLineBuilder::text(std::string_view text, int line)
{
    const bool isPassedOver = !m_hidden.empty() && m_hidden.back().place.isInRow;
    if (isPassedOver)
        return;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t blank = text[i] == '\n' ? 1 : blankLength(text, i);
        const bool isLineEnd = text[i] == '\n';
        line += isLineEnd ? 1 : 0;
        if (isLineEnd && m_place.isPre && !m_place.isInRow) {
            begin(LineRole::Code);
        } else if (blank == 0 && !m_place.isHiddenLink) {
            m_line.number = m_hasNumber ? m_line.number : line;
            m_hasNumber = true;
            m_line.text += text[i];
        } else if (blank == 1) {
            addBlank();
        } else if (blank > 1 && !m_line.text.empty()) {
            m_line.text += text.substr(i, blank);
        }
        i += std::max<std::size_t>(blank, 1);
    }
}

std::vector<DocumentLine> HtmlLineBuilder::take()
{
    // A page that is cut off ends within a cell, whose end nobody tells.
    if (m_place.isInRow && !m_line.text.empty())
        endRowPart("td");
    flush();
    return std::exchange(m_lines, {});
}

} // namespace downtimeline
