// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/documents/documentlines.h"

#include "models/documents/htmllines.h"
#include "models/documents/plainmarkup.h"
#include "models/documents/textscan.h"

#include <QCoreApplication>

#include <algorithm>

namespace downtimeline {
namespace {

using namespace textscan;

/// No table of events has more columns; what follows stays in the last cell.
constexpr std::size_t mostCells = 64;
constexpr std::size_t mostLines = 1'000'000;

std::string tooManyLines()
{
    return QCoreApplication::translate(
               "documents",
               "The document has more than 1,000,000 lines and list items: what stands below was not read.")
        .toStdString();
}

std::vector<std::string_view> rawLines(std::string_view text)
{
    std::vector<std::string_view> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

/// How many of the first lines are front matter between "---" or "+++".
std::size_t frontMatterLength(const std::vector<std::string_view> &lines)
{
    if (lines.empty() || (trimmed(lines[0]) != "---" && trimmed(lines[0]) != "+++"))
        return 0;
    const std::string_view mark = trimmed(lines[0]);
    for (std::size_t i = 1; i < std::min<std::size_t>(lines.size(), 200); ++i) {
        if (trimmed(lines[i]) == mark)
            return i + 1;
    }
    return 0;
}

std::string_view fenceOf(std::string_view line)
{
    const std::string_view text = trimmed(line);
    const std::string_view mark = text.substr(0, 3);
    if (mark != "```" && mark != "~~~")
        return {};
    return text.substr(3).find('`') == std::string_view::npos ? text : std::string_view();
}

/// Which lines stand in fenced code. An opening fence that meets another opening one, or nothing, is no fence.
std::vector<bool> codeLines(const std::vector<std::string_view> &lines)
{
    std::vector<bool> isCode(lines.size());
    std::size_t open = lines.size();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string_view fence = fenceOf(lines[i]);
        if (fence.empty())
            continue;
        isCode[i] = true;
        const bool isClosing = open < lines.size() && fence.size() == 3;
        if (isClosing)
            std::fill(
                isCode.begin() + static_cast<std::ptrdiff_t>(open), isCode.begin() + static_cast<std::ptrdiff_t>(i),
                true);
        open = isClosing ? lines.size() : i;
    }
    return isCode;
}

int indentOf(std::string_view line)
{
    int columns = 0;
    for (const char c : line) {
        if (c != ' ' && c != '\t')
            break;
        columns += c == '\t' ? 4 : 1;
    }
    return columns;
}

/// Bytes of the list's mark with its blank: "- ", "* ", "+ ", "3. ", "• ", or 0.
std::size_t itemMark(std::string_view text)
{
    if (text.starts_with("\xE2\x80\xA2"))
        return 3;
    const char first = at(text, 0);
    if (first == '-' || first == '*' || first == '+')
        return blankLength(text, 1) > 0 ? 2 : 0;
    const std::size_t digits = digitCount(text, 0);
    const bool isNumbered = digits > 0 && digits <= 3 && (at(text, digits) == '.' || at(text, digits) == ')');
    return isNumbered && blankLength(text, digits + 1) > 0 ? digits + 2 : 0;
}

bool isTableRule(std::string_view text)
{
    return text.find("--") != std::string_view::npos && text.find_first_not_of("|:-+ \t") == std::string_view::npos &&
           text.find('|') != std::string_view::npos;
}

bool isUnderline(std::string_view text, char mark)
{
    return text.size() >= 3 && text.find_first_not_of(mark) == std::string_view::npos;
}

std::vector<std::string> splitCells(std::string_view text, char separator)
{
    if (separator == '|' && text.starts_with('|'))
        text.remove_prefix(1);
    if (separator == '|' && text.ends_with('|'))
        text.remove_suffix(1);
    std::vector<std::string> cells;
    std::string cell;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (separator == '|' && text[i] == '\\' && at(text, i + 1) == '|') {
            cell += text[++i];
        } else if (text[i] == separator && cells.size() + 1 < mostCells) {
            cells.push_back(plainText(cell));
            cell.clear();
        } else {
            cell += text[i];
        }
    }
    cells.push_back(plainText(cell));
    return cells;
}

/// True where a tab stands between two texts: a table pasted from a page or a sheet.
bool isTabbed(std::string_view text)
{
    const std::size_t tab = text.find('\t');
    return tab != std::string_view::npos && tab > 0 && !trimmed(text.substr(tab)).empty() && itemMark(text) == 0;
}

/// "[fix]: https://..." names a link's target and is no text.
bool isLinkTarget(std::string_view text)
{
    const std::size_t end = text.starts_with('[') ? text.find("]: ") : std::string_view::npos;
    return end != std::string_view::npos && end < 80 && text.substr(end + 3).find("://") < 10;
}

bool isOwnAnchor(std::string_view raw)
{
    return raw.starts_with('[') && raw.find("](#") != std::string_view::npos && raw.ends_with(')');
}

/// Walks over the lines and names what each is.
class LineReader
{
public:
    explicit LineReader(std::string_view text) : m_raw(rawLines(text)), m_isCode(codeLines(m_raw)) {}

    DocumentText read()
    {
        const std::size_t front = frontMatterLength(m_raw);
        for (std::size_t i = 0; i < m_raw.size(); ++i) {
            if (m_lines.size() >= mostLines)
                return {std::move(m_lines), Skip{static_cast<int>(i) + 1, tooManyLines()}};
            if (i < front)
                add(i, LineRole::FrontMatter, trimmed(m_raw[i]));
            else if (m_isCode[i])
                add(i, LineRole::Code, m_raw[i]);
            else
                readLine(i);
        }
        return {std::move(m_lines), std::nullopt};
    }

private:
    DocumentLine &add(std::size_t index, LineRole role, std::string_view text)
    {
        DocumentLine line{.number = static_cast<int>(index) + 1, .role = role, .text = std::string(text), .cells = {}};
        line.indent = indentOf(m_raw[index]);
        m_lines.push_back(std::move(line));
        return m_lines.back();
    }

    std::string_view withoutComment(std::string_view text);
    void readLine(std::size_t index);
    bool readStructure(std::size_t index, std::string_view text);
    void readItems(std::size_t index, std::string_view text);
    bool isPipeRow(std::size_t index, std::string_view text) const;

    std::vector<std::string_view> m_raw;
    std::vector<bool> m_isCode;
    std::vector<DocumentLine> m_lines;
    bool m_isInComment = false;
};

/// What is left of a line outside <!-- comments -->.
std::string_view LineReader::withoutComment(std::string_view text)
{
    if (m_isInComment) {
        const std::size_t end = text.find("-->");
        m_isInComment = end == std::string_view::npos;
        return m_isInComment ? std::string_view() : trimmed(text.substr(end + 3));
    }
    const std::size_t begin = text.find("<!--");
    if (begin != std::string_view::npos && text.find("-->", begin) == std::string_view::npos) {
        m_isInComment = true;
        return trimmed(text.substr(0, begin));
    }
    return text;
}

bool LineReader::isPipeRow(std::size_t index, std::string_view text) const
{
    if (text.starts_with('|'))
        return true;
    if (text.find('|') == std::string_view::npos)
        return false;
    const bool followsRow =
        !m_lines.empty() && m_lines.back().role == LineRole::Row && m_lines.back().number == static_cast<int>(index) &&
        (m_lines.back().cells.size() > 1 || m_lines.back().cells == std::vector<std::string>{"---"});
    return followsRow || (index + 1 < m_raw.size() && isTableRule(trimmed(m_raw[index + 1])));
}

/// Headings, rules and tables; false for text and list items.
bool LineReader::readStructure(std::size_t index, std::string_view text)
{
    const std::size_t hashes = std::min(text.find_first_not_of('#'), text.size());
    if (hashes >= 1 && hashes <= 6 && (hashes == text.size() || blankLength(text, hashes) > 0)) {
        std::string_view title = trimmed(text.substr(hashes));
        while (title.ends_with('#'))
            title = trimmed(title.substr(0, title.size() - 1));
        add(index, LineRole::Heading, plainText(title)).level = static_cast<int>(hashes);
        return true;
    }
    const bool isRule =
        isUnderline(text, '-') || isUnderline(text, '=') || isUnderline(text, '_') || isUnderline(text, '*');
    if (isRule) {
        const bool underlines = !m_lines.empty() && m_lines.back().role == LineRole::Text &&
                                !m_lines.back().text.empty() && m_lines.back().text.size() < 120 &&
                                m_lines.back().number == static_cast<int>(index);
        if (underlines && (text[0] == '=' || text[0] == '-')) {
            m_lines.back().role = LineRole::Heading;
            m_lines.back().level = text[0] == '=' ? 1 : 2;
        }
        add(index, LineRole::Blank, {});
        return true;
    }
    if (isTableRule(text)) {
        add(index, LineRole::Blank, {}).cells = {"---"};
        m_lines.back().role = LineRole::Row;
        return true;
    }
    const bool isPipe = isPipeRow(index, text);
    if (!isPipe && !isTabbed(text))
        return false;
    DocumentLine &row = add(index, LineRole::Row, plainText(text));
    row.cells = splitCells(text, isPipe ? '|' : '\t');
    return true;
}

/// A line of text, or several list items that share it.
void LineReader::readItems(std::size_t index, std::string_view text)
{
    for (bool isFirst = true; isFirst || !text.empty(); isFirst = false) {
        const std::size_t next = text.find("<li>", text.starts_with("<li>") ? 4 : 0);
        const std::string_view part = trimmed(text.substr(0, next));
        text = next == std::string_view::npos ? std::string_view() : text.substr(next);
        const std::size_t tag = part.starts_with("<li>") ? 4 : 0;
        const std::size_t mark = tag > 0 ? tag : itemMark(part);
        const std::string_view body = trimmed(part.substr(std::min(mark, part.size())));
        std::string plain = plainText(body);
        if (plain.empty() && !isFirst)
            continue;
        const LineRole role = plain.empty() ? LineRole::Blank : (mark > 0 ? LineRole::Item : LineRole::Text);
        DocumentLine &line = add(index, role, plain);
        line.startsBold =
            body.starts_with("**") || body.starts_with("__") || body.starts_with("<strong>") || body.starts_with("<b>");
        line.isAnchor = isOwnAnchor(body);
    }
}

void LineReader::readLine(std::size_t index)
{
    std::string_view text = trimmed(m_raw[index]);
    while (text.starts_with('>'))
        text = trimmed(text.substr(1));
    text = withoutComment(text);
    if (text.empty() || isLinkTarget(text))
        add(index, LineRole::Blank, {});
    else if (!readStructure(index, text))
        readItems(index, text);
}

} // namespace

bool isHtmlPage(std::string_view text)
{
    const std::string head = lowered(trimmed(text.substr(0, 512)));
    const std::size_t first = head.find_first_not_of(" \t\n");
    const std::string_view start =
        first == std::string::npos ? std::string_view() : std::string_view(head).substr(first);
    return start.starts_with("<!doctype html") || start.starts_with("<html") || start.starts_with("<head");
}

DocumentText readDocument(std::string_view text)
{
    return isHtmlPage(text) ? readHtml(text) : LineReader(text).read();
}

} // namespace downtimeline
