// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/paint/pdfmarks.h"

#include <QPainter>

#include <charconv>
#include <optional>

namespace downtimeline {
namespace {

constexpr double side = 7;
constexpr int beginTop = -100000;
constexpr int endTop = -200000;
constexpr int firstLeft = -100000; ///< of node 0; the next one lies one further left
constexpr std::string_view beginWords = " -100000 7 7 re";
constexpr std::string_view endWords = " -200000 7 7 re";

void paintMark(QPainter &painter, double left, int top)
{
    // The writer puts the numbers down as they are, whatever the painter scales by.
    painter.fillRect(QRectF(left, top, side, side), Qt::black);
}

/// A mark in the operators of a page.
struct Mark
{
    std::size_t from = 0;
    std::size_t to = 0; ///< behind its last operator
    std::optional<std::size_t> node;
};

/// The mark whose words stand at `at`; none where they are not Qt's rectangle and fill.
std::optional<Mark> markAt(std::string_view operators, std::size_t at, bool isBegin)
{
    std::size_t from = at;
    while (from > 0 && (operators[from - 1] == '-' || (operators[from - 1] >= '0' && operators[from - 1] <= '9')))
        --from;
    int left = 0;
    const char *end = operators.data() + at;
    if (const auto read = std::from_chars(operators.data() + from, end, left);
        read.ec != std::errc() || read.ptr != end)
        return std::nullopt;
    std::size_t to = at + beginWords.size();
    while (to < operators.size() && (operators[to] == '\n' || operators[to] == '\r' || operators[to] == ' '))
        ++to;
    if (to >= operators.size() || operators[to] != 'f' || left > firstLeft)
        return std::nullopt;
    ++to;
    to += to < operators.size() && operators[to] == '*' ? 1 : 0;
    Mark mark{.from = from, .to = to, .node = std::nullopt};
    if (isBegin)
        mark.node = static_cast<std::size_t>(firstLeft - left);
    return mark;
}

/// The next mark from there on; its `from` is npos where there is none.
Mark nextMark(std::string_view operators, std::size_t from, bool &isSound)
{
    constexpr std::size_t none = std::string_view::npos;
    const std::size_t begin = operators.find(beginWords, from);
    const std::size_t end = operators.find(endWords, from);
    const std::size_t at = std::min(begin, end);
    if (at == none)
        return {.from = none};
    const std::optional<Mark> mark = markAt(operators, at, at == begin);
    isSound = isSound && mark.has_value();
    return mark.value_or(Mark{.from = none});
}

} // namespace

void beginMark(QPainter &painter, std::size_t node)
{
    paintMark(painter, firstLeft - static_cast<double>(node), beginTop);
}

void endMark(QPainter &painter)
{
    paintMark(painter, firstLeft, endTop);
}

TaggedContent taggedContent(std::string_view operators, const std::function<std::string(std::size_t node)> &tagOf)
{
    static constexpr std::string_view beginDecoration = "/Artifact BMC\n";
    static constexpr std::string_view end = "\nEMC\n";
    TaggedContent content{.operators = std::string(beginDecoration), .nodes = {}};
    std::size_t done = 0;
    bool isOpen = false;
    for (Mark mark = nextMark(operators, 0, content.isSound); mark.from != std::string_view::npos;
         mark = nextMark(operators, done, content.isSound)) {
        content.isSound = content.isSound && isOpen != mark.node.has_value();
        isOpen = mark.node.has_value();
        content.operators.append(operators.substr(done, mark.from - done)).append(end);
        if (mark.node) {
            content.operators += tagOf(*mark.node) + " <</MCID " + std::to_string(content.nodes.size()) + ">> BDC\n";
            content.nodes.push_back(*mark.node);
        } else {
            content.operators += beginDecoration;
        }
        done = mark.to;
    }
    content.isSound = content.isSound && !isOpen;
    content.operators.append(operators.substr(done)).append(end);
    return content;
}

} // namespace downtimeline
