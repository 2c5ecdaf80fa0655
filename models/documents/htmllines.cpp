// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/documents/htmllines.h"

#include "models/documents/plainmarkup.h"
#include "models/documents/textscan.h"

#include <algorithm>
#include <array>

namespace downtimeline {
namespace {

using namespace textscan;

constexpr std::array<std::string_view, 9> hiddenTags{"script",   "style",    "nav",    "footer", "svg",
                                                     "template", "noscript", "select", "button"};
constexpr std::array<std::string_view, 13> blockTags{"p",     "div",   "section",    "article", "ul",   "ol", "table",
                                                     "tbody", "thead", "blockquote", "header",  "main", "br"};

struct Tag
{
    std::string name;
    bool isClosing = false;
    std::string_view attributes;
};

Tag tagOf(std::string_view inside)
{
    Tag tag;
    tag.isClosing = inside.starts_with('/');
    inside.remove_prefix(tag.isClosing ? 1 : 0);
    std::size_t end = 0;
    while (isAlnum(at(inside, end)))
        ++end;
    tag.name = lowered(inside.substr(0, std::min<std::size_t>(end, 16)));
    tag.attributes = inside.substr(end);
    return tag;
}

class HtmlReader
{
public:
    explicit HtmlReader(std::string_view text) : m_text(text) {}

    std::vector<DocumentLine> read()
    {
        while (m_pos < m_text.size()) {
            if (m_text[m_pos] == '<' && readTag())
                continue;
            readCharacter();
        }
        flush();
        return std::move(m_lines);
    }

private:
    bool readTag();
    void readCharacter();
    void apply(const Tag &tag);
    void applyRow(const Tag &tag);
    void begin(LineRole role);
    void flush();
    bool skipHidden(const Tag &tag);
    void countTo(std::size_t pos);

    std::string_view m_text;
    std::size_t m_pos = 0;
    std::size_t m_counted = 0;
    int m_number = 1;
    DocumentLine m_line{.number = 1, .role = LineRole::Text, .text = {}, .cells = {}};
    std::vector<DocumentLine> m_lines;
    bool m_isPre = false;
    bool m_isInRow = false;
    bool m_isHiddenLink = false;
    std::array<bool, hiddenTags.size()> m_isNeverClosed{}; ///< looked for once: a page of open tags stays linear
};

void HtmlReader::countTo(std::size_t pos)
{
    m_number += static_cast<int>(std::count(
        m_text.begin() + static_cast<std::ptrdiff_t>(m_counted), m_text.begin() + static_cast<std::ptrdiff_t>(pos),
        '\n'));
    m_counted = pos;
}

void HtmlReader::flush()
{
    m_line.text = std::string(trimmed(m_line.text));
    if (!m_line.text.empty() || !m_line.cells.empty())
        m_lines.push_back(std::move(m_line));
    m_line = {.number = m_number, .role = m_isPre ? LineRole::Code : LineRole::Text, .text = {}, .cells = {}};
}

void HtmlReader::begin(LineRole role)
{
    flush();
    countTo(m_pos);
    m_line.number = m_number;
    m_line.role = role;
}

/// Jumps behind the end of an element that holds no text of the document.
bool HtmlReader::skipHidden(const Tag &tag)
{
    const auto hidden = std::ranges::find(hiddenTags, tag.name);
    if (tag.isClosing || hidden == hiddenTags.end())
        return false;
    const auto index = static_cast<std::size_t>(hidden - hiddenTags.begin());
    const std::size_t end = m_isNeverClosed[index] ? std::string_view::npos : m_text.find("</" + tag.name, m_pos);
    const std::size_t close = end == std::string_view::npos ? end : m_text.find('>', end);
    m_isNeverClosed[index] = close == std::string_view::npos;
    if (m_isNeverClosed[index])
        return false;
    m_pos = close + 1;
    return true;
}

void HtmlReader::applyRow(const Tag &tag)
{
    if (tag.name == "tr") {
        begin(LineRole::Row);
        m_isInRow = !tag.isClosing;
        m_line.role = m_isInRow ? LineRole::Row : LineRole::Text;
    } else if (m_isInRow && tag.isClosing) {
        m_line.cells.emplace_back(trimmed(m_line.text));
        m_line.text.clear();
    }
}

void HtmlReader::apply(const Tag &tag)
{
    const std::string &name = tag.name;
    if (name == "tr" || name == "td" || name == "th") {
        applyRow(tag);
    } else if (m_isInRow) {
        m_line.text += name == "br" ? " " : "";
    } else if (name.size() == 2 && name[0] == 'h' && isDigit(name[1])) {
        begin(tag.isClosing ? LineRole::Text : LineRole::Heading);
        m_line.level = tag.isClosing ? 0 : name[1] - '0';
    } else if (name == "title") {
        begin(tag.isClosing ? LineRole::Text : LineRole::FrontMatter);
        m_line.text = tag.isClosing ? "" : "title: ";
    } else if (name == "pre") {
        m_isPre = !tag.isClosing;
        begin(m_isPre ? LineRole::Code : LineRole::Text);
    } else if (name == "li") {
        begin(tag.isClosing ? LineRole::Text : LineRole::Item);
    } else if (name == "a") {
        const bool isWithin = tag.attributes.find("href=\"#") != std::string_view::npos;
        m_isHiddenLink = !tag.isClosing && isWithin && m_line.role == LineRole::Item;
    } else if (std::ranges::find(blockTags, name) != blockTags.end()) {
        const bool isInItem = m_line.role == LineRole::Item && m_line.text.empty();
        if (!isInItem)
            begin(m_isPre ? LineRole::Code : LineRole::Text);
    } else if (name == "strong" && !tag.isClosing && m_line.text.empty()) {
        m_line.startsBold = true;
    }
}

bool HtmlReader::readTag()
{
    if (m_text.substr(m_pos, 4) == "<!--") {
        const std::size_t end = m_text.find("-->", m_pos);
        m_pos = end == std::string_view::npos ? m_text.size() : end + 3;
        return true;
    }
    const char next = at(m_text, m_pos + 1);
    if (!isLetter(next) && next != '/' && next != '!')
        return false;
    const std::size_t end = m_text.find('>', m_pos);
    if (end == std::string_view::npos) {
        m_pos = m_text.size();
        return true;
    }
    const Tag tag = tagOf(m_text.substr(m_pos + 1, end - m_pos - 1));
    m_pos = end + 1;
    if (!skipHidden(tag))
        apply(tag);
    return true;
}

void HtmlReader::readCharacter()
{
    std::size_t end = m_pos + 1;
    std::string character = m_text[m_pos] == '&' ? entityAt(m_text, m_pos, end) : std::string();
    if (character.empty()) {
        end = m_pos + 1;
        character = m_text[m_pos];
    }
    if (character == "\n" && m_isPre) {
        begin(LineRole::Code);
    } else if (character == "\n" || character == "\t") {
        character = " ";
    }
    if (m_line.text.empty() && trimmed(character).empty()) {
        m_pos = end;
        return;
    }
    if (m_line.text.empty() && m_line.cells.empty()) {
        countTo(m_pos);
        m_line.number = m_number;
    }
    if (!m_isHiddenLink && !(character == " " && m_line.text.ends_with(' ')))
        m_line.text += character;
    m_pos = end;
}

} // namespace

std::vector<DocumentLine> htmlLines(std::string_view text)
{
    return HtmlReader(text).read();
}

} // namespace downtimeline
