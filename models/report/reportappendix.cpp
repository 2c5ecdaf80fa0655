// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/reportsections.h"

#include <QCoreApplication>

#include <algorithm>

namespace downtimeline {
namespace {

constexpr double numberRoom = 34; ///< of the number, which ends there
constexpr double textLeft = 46;
constexpr double indentStep = 3; ///< of a blank at the start of a line
constexpr int mostIndent = 40;
constexpr int tabWidth = 4;
constexpr qsizetype mostOfLine = 2000; ///< characters
constexpr double gapAbove = 8;         ///< between two sources

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

double indentOf(std::string_view line)
{
    int columns = 0;
    for (const char c : line) {
        if (c != ' ' && c != '\t')
            break;
        columns += c == '\t' ? tabWidth : 1;
    }
    return std::min(columns, mostIndent) * indentStep;
}

void putLine(PageFlow &flow, std::string_view line, int number, const QString &anchor)
{
    const double indent = textLeft + indentOf(line);
    const StyledRun text{.text = printable(line, mostOfLine), .face = PageFace::Small};
    const std::vector<RunLine> lines = wrapped(text, flow.width() - indent, flow.measure());
    flow.keep(shapeOf(PageFace::Small).lineHeight * static_cast<double>(std::clamp<std::size_t>(lines.size(), 1, 3)));
    flow.anchor(anchor);
    const Inside paragraph(flow, PageTag::Paragraph);
    const StyledRun digits{.text = QString::number(number), .face = PageFace::Small, .ink = PageInk::Muted};
    flow.text(flow.left() + numberRoom - flow.measure().width(digits.text, digits.face), flow.y(), digits);
    if (lines.empty())
        flow.advance(shapeOf(PageFace::Small).lineHeight);
    else
        flow.lines(lines, indent);
}

void putNote(PageFlow &flow, const QString &words)
{
    const StyledRun run{.text = words, .face = PageFace::Small, .ink = PageInk::Muted};
    flow.lines(wrapped(run, flow.width() - textLeft, flow.measure()), textLeft);
}

void putText(PageFlow &flow, std::size_t source, const LineLinks &links)
{
    int before = 0;
    for (const int number : links.printed(source)) {
        if (number > before + 1)
            putNote(flow, QStringLiteral("…"));
        const std::string_view line = links.linesOf(source)[static_cast<std::size_t>(number) - 1];
        putLine(flow, line, number, LineLinks::lineAnchor(source, number));
        before = number;
    }
    const std::size_t left = links.linesOf(source).size() - links.printed(source).size();
    if (left > 0)
        putNote(flow, Words::tr("Lines that nothing here speaks of are left out: %1.").arg(left));
}

} // namespace

void putAppendix(PageFlow &flow, std::span<const Source> sources, const LineLinks &links)
{
    bool isFirst = true;
    for (std::size_t i = 0; i < links.count(); ++i) {
        if (links.linesOf(i).empty())
            continue;
        const double nameHeight = shapeOf(PageFace::SmallStrong).lineHeight;
        if (isFirst)
            flow.heading(Words::tr("Text of the sources"), 3 * nameHeight);
        else
            flow.skip(gapAbove);
        isFirst = false;
        flow.keep(3 * nameHeight);
        const QString name = printable(sources[i].name, 200);
        {
            const Inside title(flow, PageTag::Subheading);
            const StyledRun run{.text = name.isEmpty() ? QStringLiteral("—") : name, .face = PageFace::SmallStrong};
            flow.lines(wrapped(run, flow.width(), flow.measure()));
        }
        putText(flow, i, links);
    }
}

} // namespace downtimeline
