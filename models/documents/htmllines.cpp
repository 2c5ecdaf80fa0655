// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/documents/htmllines.h"

#include "models/documents/htmllinebuilder.h"
#include "models/documents/textscan.h"

#include <QCoreApplication>

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <charconv>
#include <exception>
#include <memory>

namespace downtimeline {
namespace {

using namespace textscan;

constexpr std::size_t mostElements = 2'000'000;
constexpr std::size_t mostCells = 1'000'000;
constexpr std::size_t mostAttributes = 5'000; ///< libxml2 compares each with all before it
constexpr int mostStrayEnds = 16;
constexpr int mostOpen = 200'000;
constexpr std::int64_t mostSearches = 200'000'000; ///< open elements looked through for an end tag that has none

const char *const tooManyElements =
    QT_TRANSLATE_NOOP("documents", "The page has more than 2,000,000 elements: what stands below was not read.");
const char *const tooManyCells =
    QT_TRANSLATE_NOOP("documents", "The page's tables have more than 1,000,000 cells: what stands below was not read.");
const char *const tooManyAttributes = QT_TRANSLATE_NOOP(
    "documents", "A tag here has more than 5,000 attributes: the tag and what stands below it were not read.");
const char *const tooDeep =
    QT_TRANSLATE_NOOP("documents", "Too many of the page's elements are never closed: what stands below was not read.");

std::string_view viewOf(const xmlChar *text)
{
    return text ? std::string_view(reinterpret_cast<const char *>(text)) : std::string_view();
}

int spanOf(std::string_view digits)
{
    int span = 1;
    std::from_chars(digits.data(), digits.data() + digits.size(), span);
    return std::clamp(span, 1, 65534);
}

HtmlTag tagOf(const xmlChar *name, const xmlChar **attributes, int line)
{
    HtmlTag tag{.name = viewOf(name), .line = line};
    for (const xmlChar **one = attributes; one && one[0]; one += 2) {
        const std::string_view key = viewOf(one[0]);
        if (key == "href")
            tag.linksWithinPage = viewOf(one[1]).starts_with('#');
        else if (key == "colspan")
            tag.span.columns = spanOf(viewOf(one[1]));
        else if (key == "rowspan")
            tag.span.rows = spanOf(viewOf(one[1]));
    }
    return tag;
}

/// Behind the comment, or behind what a script or a style holds, that begins there; it is no markup.
std::size_t skipRaw(std::string_view text, std::size_t begin, std::size_t pos)
{
    if (text.substr(begin, 4) == "<!--") {
        for (pos = text.find("--", begin + 4); pos != std::string_view::npos; pos = text.find("--", pos + 1)) {
            if (at(text, pos + 2) == '>' || text.substr(pos + 2, 2) == "!>")
                return pos + 2;
        }
        return text.size();
    }
    for (const std::string_view name : {"script", "style"}) {
        if (!wordAt(text, begin + 1, name))
            continue;
        pos = text.find("</", pos);
        while (pos != std::string_view::npos && !wordAt(text, pos + 2, name))
            pos = text.find("</", pos + 1);
    }
    return std::min(pos, text.size());
}

/// The end of the tag that begins there, or nothing where it has more attributes than any page's. Values in quotes may
/// hold anything.
std::optional<std::size_t> tagEnd(std::string_view text, std::size_t pos)
{
    std::size_t attributes = 0;
    for (char before = ' '; pos < text.size() && text[pos] != '>'; ++pos) {
        const char c = text[pos];
        const bool isQuote = c == '"' || c == '\'';
        if (isQuote && before == '=')
            pos = std::min(text.find(c, pos + 1), text.size() - 1);
        const bool isBetween = isQuote || c == '/' || blankLength(text, pos) == 1 || c == '\n';
        if (isBetween && ++attributes > mostAttributes)
            return std::nullopt;
        before = c == ' ' || c == '\n' || c == '\t' ? before : c;
    }
    return pos;
}

/// Where a tag begins that has more attributes than any page's: the text's end where none does.
std::size_t endlessTag(std::string_view text)
{
    std::size_t begin = text.find('<');
    while (begin != std::string_view::npos) {
        std::size_t pos = begin + 1;
        if (isLetter(at(text, pos))) {
            const auto end = tagEnd(text, pos);
            if (!end)
                return begin;
            pos = *end;
        }
        begin = text.find('<', skipRaw(text, begin, pos));
    }
    return text.size();
}

/// Runs libxml2's HTML parser over a page. Nothing of it is opened, no tree is kept.
class PageParser
{
public:
    PageParser();
    DocumentText read(std::string_view text);

private:
    struct Free
    {
        void operator()(htmlParserCtxt *context) const { htmlFreeParserCtxt(context); }
    };

    static void startElement(void *self, const xmlChar *name, const xmlChar **attributes);
    static void endElement(void *self, const xmlChar *name);
    static void characters(void *self, const xmlChar *text, int length);
    static void passOver(void *, const xmlChar *, int) {}

    void start(const xmlChar *name, const xmlChar **attributes);
    void stumble();
    void cut(const char *reason, int line);
    int line() const { return m_context->input ? m_context->input->line : 0; }
    bool isAtEnd() const { return !m_context->input || m_context->input->cur >= m_context->input->end; }
    template<typename Step>
    void guarded(Step step);

    std::unique_ptr<htmlParserCtxt, Free> m_context;
    HtmlLineBuilder m_builder;
    std::optional<Skip> m_cut;
    std::exception_ptr m_thrown; ///< carried past the parser, which is C
    std::size_t m_elements = 0;
    std::int64_t m_searches = 0;
};

PageParser::PageParser()
{
    static const bool isReady = (xmlInitParser(), true);
    Q_UNUSED(isReady)
    xmlSAXHandler handler{};
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElement = startElement;
    handler.endElement = endElement;
    handler.characters = characters;
    handler.ignorableWhitespace = characters;
    handler.cdataBlock = passOver; // scripts and styles
    // One lambda for libxml2 before and after 2.12, which made the error constant.
    handler.serror = [](void *self, auto *) {
        auto *parser = static_cast<PageParser *>(self);
        parser->guarded([=] { parser->stumble(); });
    };
    m_context.reset(htmlCreatePushParserCtxt(&handler, this, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8));
    if (!m_context)
        throw std::bad_alloc();
    htmlCtxtUseOptions(
        m_context.get(),
        HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_IGNORE_ENC);
}

template<typename Step>
void PageParser::guarded(Step step)
{
    if (m_cut || m_thrown)
        return;
    try {
        step();
    } catch (...) {
        m_thrown = std::current_exception();
    }
}

void PageParser::startElement(void *self, const xmlChar *name, const xmlChar **attributes)
{
    auto *parser = static_cast<PageParser *>(self);
    parser->guarded([=] { parser->start(name, attributes); });
}

/// At the page's end the parser closes what was left open; that is no end tag. A line end was put behind the page, so
/// that no tag of its own ends there.
void PageParser::endElement(void *self, const xmlChar *name)
{
    auto *parser = static_cast<PageParser *>(self);
    parser->guarded([=] {
        if (!parser->isAtEnd())
            parser->m_builder.end(viewOf(name));
    });
}

/// The parser stands behind the text; its line ends are in it.
void PageParser::characters(void *self, const xmlChar *text, int length)
{
    auto *parser = static_cast<PageParser *>(self);
    const std::string_view piece(reinterpret_cast<const char *>(text), static_cast<std::size_t>(length));
    parser->guarded([=] {
        const auto lineEnds = static_cast<int>(std::ranges::count(piece, '\n'));
        parser->m_builder.text(piece, parser->line() - lineEnds);
    });
}

void PageParser::start(const xmlChar *name, const xmlChar **attributes)
{
    m_builder.start(tagOf(name, attributes, line()));
    if (++m_elements > mostElements)
        cut(tooManyElements, line());
    else if (m_builder.cellCount() > mostCells)
        cut(tooManyCells, line());
    else if (m_context->nameNr > mostOpen)
        cut(tooDeep, line());
}

/// An end tag without a beginning made the parser look through all that is open.
void PageParser::stumble()
{
    m_searches += m_context ? m_context->nameNr : 0;
    if (m_searches > mostSearches)
        cut(tooDeep, line());
}

void PageParser::cut(const char *reason, int line)
{
    if (m_cut)
        return;
    m_cut = Skip{line, QCoreApplication::translate("documents", reason).toStdString()};
    xmlStopParser(m_context.get());
}

DocumentText PageParser::read(std::string_view text)
{
    const std::size_t end = endlessTag(text);
    // What stands first makes a piece of a page whole, also one that ends a body which it never began. In one portion:
    // between portions libxml2 2.9 sometimes waits for a '>' that it has passed.
    std::string page;
    for (int i = 0; i < mostStrayEnds; ++i)
        page += "<body>";
    page += text.substr(0, end);
    page += '\n';
    htmlParseChunk(m_context.get(), page.data(), static_cast<int>(page.size()), 1);
    if (m_thrown)
        std::rethrow_exception(m_thrown);
    if (end < text.size())
        cut(tooManyAttributes, 1 + static_cast<int>(std::ranges::count(text.substr(0, end), '\n')));
    return {.lines = m_builder.take(), .cut = std::move(m_cut)};
}

} // namespace

DocumentText readHtml(std::string_view text)
{
    return PageParser().read(text);
}

} // namespace downtimeline
