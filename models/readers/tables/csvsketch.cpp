// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/tables/csvsketch.h"

#include "models/readers/cells/csvtimes.h"
#include "models/readers/textsource.h"

#include <algorithm>

namespace downtimeline {
namespace {

constexpr std::size_t mostSampleRows = 200;

void keepRow(CsvSketch &sketch, std::span<const std::string_view> fields)
{
    ++sketch.rowCount;
    sketch.regularCount += fields.size() == sketch.header.size() ? 1 : 0;
    if (sketch.rows.size() < mostSampleRows)
        sketch.rows.emplace_back(fields.begin(), fields.end());
}

/// A first row that holds a time is a row already: headers name things.
void settleHeader(CsvSketch &sketch)
{
    const auto isTime = [](const std::string &cell) { return isCellTime(cell); };
    if (std::ranges::none_of(sketch.header, isTime))
        return;
    sketch.rows.insert(sketch.rows.begin(), sketch.header);
    sketch.hasHeader = false;
    ++sketch.rowCount;
    ++sketch.regularCount;
    std::ranges::fill(sketch.header, std::string());
}

CsvSketch sketchWith(std::string_view head, char separator)
{
    CsvSketch sketch;
    sketch.separator = separator;
    const auto source = memorySource({}, std::string(head));
    CsvParser parser(*source, separator);
    Result<CsvParser::Step> step = goToHeader(parser, &sketch.comments);
    if (!step || *step != CsvParser::Step::Row)
        return sketch;
    sketch.header.assign(parser.fields().begin(), parser.fields().end());
    sketch.headerLine = parser.line();
    while ((step = parser.next()) && *step != CsvParser::Step::End) {
        if (*step == CsvParser::Step::Row && !isBlankRow(parser.fields()))
            keepRow(sketch, parser.fields());
    }
    // The last row of a head may be cut off in the middle.
    if (sketch.rowCount > 1 && head.size() >= headSize && parser.fields().size() < sketch.header.size()) {
        --sketch.rowCount;
        if (static_cast<std::size_t>(sketch.rowCount) < sketch.rows.size())
            sketch.rows.pop_back();
    }
    settleHeader(sketch);
    return sketch;
}

double worth(const CsvSketch &sketch)
{
    if (sketch.header.size() < 2)
        return 0;
    const double regular = sketch.rowCount == 0 ? 0.5 : static_cast<double>(sketch.regularCount) / sketch.rowCount;
    return regular + 0.001 * static_cast<double>(std::min<std::size_t>(sketch.header.size(), 100));
}

} // namespace

bool CsvSketch::isTable() const
{
    if (separator == '|' && !header.empty() && trimmed(header.front()).empty())
        return false; // a table of Markdown
    return header.size() >= 2 && header.size() <= CsvParser::mostFields && regularCount * 10 >= rowCount * 8;
}

std::vector<std::string_view> CsvSketch::column(std::size_t index) const
{
    std::vector<std::string_view> cells;
    for (const std::vector<std::string> &row : rows) {
        if (index < row.size())
            cells.emplace_back(row[index]);
    }
    return cells;
}

CsvSketch sketchOf(std::string_view head)
{
    if (const std::size_t stated = head.find("sep="); stated <= 3 && stated + 4 < head.size())
        return sketchWith(head, head[stated + 4]);
    CsvSketch best = sketchWith(head, ',');
    for (const char separator : {';', '\t', '|'}) {
        if (head.find(separator) == std::string_view::npos)
            continue;
        CsvSketch other = sketchWith(head, separator);
        if (worth(other) > worth(best))
            best = std::move(other);
    }
    return best;
}

Result<CsvParser::Step> goToHeader(CsvParser &parser, std::vector<std::string> *comments)
{
    while (true) {
        const auto comment = parser.comment();
        if (!comment)
            return std::unexpected(comment.error());
        if (*comment) {
            if (comments && (*comment)->starts_with('#'))
                comments->push_back(cleanText(trimmed((*comment)->substr(1))));
            continue;
        }
        Result<CsvParser::Step> step = parser.next();
        if (!step || *step != CsvParser::Step::Row || !isBlankRow(parser.fields()))
            return step;
    }
}

bool isBlankRow(std::span<const std::string_view> fields)
{
    return fields.size() == 1 && trimmed(fields[0]).empty();
}

std::string foldedName(std::string_view name)
{
    std::string folded;
    bool isApart = false;
    for (const char c : name) {
        const bool isUpper = c >= 'A' && c <= 'Z';
        const bool isWord = isUpper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '%' || c < 0;
        if (!isWord) {
            isApart = true;
            continue;
        }
        if (isApart && !folded.empty())
            folded += '_';
        isApart = false;
        folded += isUpper ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return folded;
}

} // namespace downtimeline
