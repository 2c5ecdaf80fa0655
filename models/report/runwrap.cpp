// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/runwrap.h"

#include <QRegularExpression>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <limits>

namespace downtimeline {
namespace {

constexpr QChar ellipsis(0x2026);
constexpr int mostMarks = 16;
constexpr qsizetype mostWhole = 200; ///< characters that are measured at once

/// Fills lines from left to right.
class LineFiller
{
public:
    LineFiller(double width, const PageMeasure &measure) : m_width(width), m_measure(measure) {}

    void add(const StyledRun &run)
    {
        QTextBoundaryFinder finder(QTextBoundaryFinder::Line, run.text);
        qsizetype from = 0;
        while (from < run.text.size()) {
            const qsizetype found = finder.toNextBoundary();
            const qsizetype to = found < 0 ? run.text.size() : found;
            addWord(run, run.text.mid(from, to - from));
            from = to;
        }
        closePiece();
    }

    std::vector<RunLine> finish()
    {
        closeLine();
        return std::move(m_lines);
    }

private:
    void addWord(const StyledRun &run, const QString &word)
    {
        const double bare = m_measure.width(trimmedEnd(word), run.face);
        if (m_x + bare > m_width && m_x > 0)
            closeLine();
        if (bare > m_width) {
            addBroken(run, word);
            return;
        }
        if (m_x <= 0 && word.trimmed().isEmpty())
            return; // no line begins with a blank
        append(run, word, m_measure.width(word, run.face));
    }

    /// A word wider than a line, cut between characters.
    void addBroken(const StyledRun &run, const QString &word)
    {
        QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, word);
        qsizetype from = 0;
        while (from < word.size()) {
            const qsizetype found = finder.toNextBoundary();
            const qsizetype to = found < 0 ? word.size() : found;
            const QString part = word.mid(from, to - from);
            const double width = m_measure.width(part, run.face);
            if (m_x + width > m_width && m_x > 0)
                closeLine();
            append(run, part, width);
            from = to;
        }
    }

    void append(const StyledRun &run, const QString &text, double width)
    {
        if (m_piece.run.text.isEmpty())
            m_piece = {.run = {.text = {}, .face = run.face, .ink = run.ink, .address = run.address}, .x = m_x};
        m_piece.run.text += text;
        m_x += width;
    }

    void closePiece()
    {
        if (!m_piece.run.text.isEmpty()) {
            m_line.height = std::max(m_line.height, shapeOf(m_piece.run.face).lineHeight);
            m_line.pieces.push_back(std::move(m_piece));
        }
        m_piece = {};
    }

    void closeLine()
    {
        closePiece();
        if (!m_line.pieces.empty()) {
            for (PlacedRun &piece : m_line.pieces) {
                piece.run.text = trimmedEnd(piece.run.text);
                piece.width = std::min(m_measure.width(piece.run.text, piece.run.face), m_width - piece.x);
            }
            m_lines.push_back(std::move(m_line));
        }
        m_line = {};
        m_x = 0;
    }

    static QString trimmedEnd(const QString &text)
    {
        qsizetype end = text.size();
        while (end > 0 && text.at(end - 1).isSpace())
            --end;
        return text.left(end);
    }

    double m_width;
    const PageMeasure &m_measure;
    std::vector<RunLine> m_lines;
    RunLine m_line;
    PlacedRun m_piece;
    double m_x = 0;
};

const QRegularExpression &addressPattern()
{
    static const QRegularExpression pattern(
        QStringLiteral("\\bhttps?://[^\\s<>\"“”|`]*[^\\s<>\"“”|`.,;:!?)\\]}'’]"),
        QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

/// The run, its addresses as runs of their own.
std::vector<StyledRun> withLinks(const StyledRun &run)
{
    if (!run.address.isEmpty() || !run.text.contains(QLatin1String("://")))
        return {run};
    std::vector<StyledRun> parts;
    const auto put = [&](const QString &text, const QString &address) {
        if (!text.isEmpty())
            parts.push_back({text, run.face, address.isEmpty() ? run.ink : PageInk::Accent, address});
    };
    qsizetype from = 0;
    QRegularExpressionMatchIterator matches = addressPattern().globalMatch(run.text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        put(run.text.mid(from, match.capturedStart() - from), {});
        put(match.captured(), match.captured());
        from = match.capturedEnd();
    }
    put(run.text.mid(from), {});
    return parts;
}

bool isVisible(char32_t c)
{
    if (c < 0x20 || (c >= 0x7F && c < 0xA0))
        return false;
    const bool isDirection = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    const bool isInvisible = (c >= 0x200B && c <= 0x200F) || c == 0xFEFF;
    return !isDirection && !isInvisible;
}

QString visible(const QString &text, qsizetype most)
{
    QString result;
    int marks = 0;
    for (const char32_t c : text.toUcs4()) {
        if (result.size() >= most) {
            result += ellipsis;
            break;
        }
        marks = QChar::isMark(c) ? marks + 1 : 0;
        if (marks > mostMarks)
            continue;
        if (QChar::isSpace(c))
            result += u' ';
        else
            result += isVisible(c) ? QString::fromUcs4(&c, 1) : QString(QChar::ReplacementCharacter);
    }
    return result.trimmed();
}

QString fromUtf8(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

} // namespace

std::vector<RunLine> wrapped(std::span<const StyledRun> runs, double width, const PageMeasure &measure)
{
    LineFiller filler(width, measure);
    for (const StyledRun &run : runs)
        for (const StyledRun &part : withLinks(run))
            filler.add(part);
    return filler.finish();
}

std::vector<RunLine> wrapped(const StyledRun &run, double width, const PageMeasure &measure)
{
    const bool isShort =
        !run.text.isEmpty() && run.text.size() <= mostWhole && !run.text.contains(QLatin1String("://"));
    const double whole = isShort ? measure.width(run.text, run.face) : std::numeric_limits<double>::infinity();
    if (whole <= width)
        return {RunLine{.pieces = {{.run = run, .x = 0, .width = whole}}, .height = shapeOf(run.face).lineHeight}};
    return wrapped(std::span(&run, 1), width, measure);
}

QString shortened(const QString &text, PageFace face, double width, const PageMeasure &measure)
{
    if (text.size() <= mostWhole && measure.width(text, face) <= width)
        return text;
    QString start = text.left(mostWhole);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, start);
    finder.toEnd();
    while (finder.toPreviousBoundary() > 0) {
        const QString tried = start.left(finder.position()).trimmed() + ellipsis;
        if (measure.width(tried, face) <= width)
            return tried;
    }
    return {};
}

QString printable(std::string_view utf8, qsizetype most)
{
    return visible(fromUtf8(utf8), most);
}

QStringList printableParagraphs(std::string_view utf8)
{
    QStringList paragraphs;
    for (const QString &line : fromUtf8(utf8).split(u'\n')) {
        if (const QString shown = visible(line, std::numeric_limits<qsizetype>::max()); !shown.isEmpty())
            paragraphs << shown;
    }
    return paragraphs;
}

} // namespace downtimeline
