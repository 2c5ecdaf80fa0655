// SPDX-License-Identifier: GPL-3.0-or-later
// The opening and the closing steps, and the notes: slides of words.
#include "widgets/present/slidecomposer.h"
#include "widgets/timeline/timelinelayout.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace downtimeline {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Presentation)
};

constexpr SlideFace titleFace{.pixels = 52, .weight = QFont::Bold};
constexpr SlideFace remarkFace{.pixels = 36};
constexpr SlideFace detailFace{.pixels = 28};
constexpr double titleTop = 126;
constexpr double listTop = 236;
constexpr double rowGap = 34;

SlideInk inkOf(HeaderMeasure::Tone tone)
{
    switch (tone) {
    case HeaderMeasure::Tone::Danger:
        return SlideInk::Danger;
    case HeaderMeasure::Tone::Warning:
        return SlideInk::Warning;
    case HeaderMeasure::Tone::Plain:
        break;
    }
    return SlideInk::Ink;
}

void putMeasures(SlideComposer &composer, double top)
{
    const std::vector<HeaderMeasure> &measures = composer.step().measures;
    if (measures.empty())
        return;
    constexpr SlideFace captionFace{.pixels = 26};
    constexpr double measureGap = 48; // less, and "not known" and the number beside it read as one
    constexpr double captionGap = 24;
    const double column = composer.width() / static_cast<double>(measures.size());
    double left = SlideComposer::margin;
    for (const HeaderMeasure &measure : measures) {
        const double width = column - measureGap;
        const SlideFace face = fitted(measure.value, QFont::Bold, width, 1, {64, 52, 44, 36, 30});
        const SlideInk ink = measure.isKnown ? inkOf(measure.tone) : SlideInk::Muted;
        composer.putLine({left, top, width, 80}, measure.value, face, ink);
        composer.putLines(
            {left, top + 84}, column - captionGap, linesOf(measure.caption, captionFace, column - captionGap, 2),
            captionFace, SlideInk::Muted);
        left += column;
    }
}

/// One phase with its place in all of them; answers where it ends.
double putPhase(SlideComposer &composer, const StepRow &row, double top)
{
    constexpr double nameWidth = 430;
    constexpr double valueWidth = 230;
    constexpr SlideFace valueFace{.pixels = 40, .weight = QFont::Bold};
    const double left = SlideComposer::margin + nameWidth + 24;
    const double width = composer.right() - valueWidth - 24 - left;
    const QString name = shown(row.name);
    const SlideFace face = fitted(name, QFont::DemiBold, nameWidth, 2, {36, 30, 26});
    composer.putLines({SlideComposer::margin, top}, nameWidth, linesOf(name, face, nameWidth, 2), face);
    const QRectF bar(left + row.from * width, top + 2, std::max(6.0, (row.to - row.from) * width), 40);
    composer.slide.bars.push_back({bar, row.phase ? kindOf(*row.phase) : EventKind::Note});
    composer.putLine({composer.right() - valueWidth, top, valueWidth, 46}, row.value, valueFace, SlideInk::Ink, true);
    const double detailWidth = composer.right() - left;
    const SlideFace detail = fitted(row.detail, QFont::Normal, detailWidth, 1, {28, 26, 24});
    composer.putLine({left, top + 52, detailWidth, detail.lineHeight()}, row.detail, detail, SlideInk::Muted);
    return top + 92;
}

/// A finding or an action, in larger letters where there are few; answers where it ends.
double putCard(SlideComposer &composer, const StepRow &row, double top, double height)
{
    const bool isOneOfFew = composer.step().rows.size() < 3;
    const SlideFace nameFace{.pixels = isOneOfFew ? 46 : 36, .weight = QFont::DemiBold};
    const SlideFace wordsFace{.pixels = isOneOfFew ? 34 : 28};
    const double left = SlideComposer::margin + 34;
    const double valueWidth = row.value.isEmpty() ? 0 : nameFace.width(row.value) + 2;
    const double width = composer.right() - left - (valueWidth > 0 ? valueWidth + 40 : 0);
    const QString name = row.name.isEmpty() ? Words::tr("(without words)") : shown(row.name);
    const double forName = height - wordsFace.lineHeight() - 6;
    const int most =
        isOneOfFew ? static_cast<int>(std::clamp(std::floor(forName / nameFace.lineHeight()), 2.0, 4.0)) : 2;
    double end = composer.putLines({left, top}, width, linesOf(name, nameFace, width, most), nameFace);
    if (valueWidth > 0)
        composer.putLine(
            {composer.right() - valueWidth, top, valueWidth, nameFace.lineHeight()}, row.value, nameFace,
            SlideInk::Muted, true);
    const double detailWidth = composer.right() - left;
    const int room = static_cast<int>(std::floor((top + height - end - 6) / wordsFace.lineHeight()));
    const QStringList words = linesOf(shown(row.detail), wordsFace, detailWidth, std::min(4, room));
    end = composer.putLines({left, end + 6}, detailWidth, words, wordsFace, SlideInk::Muted);
    composer.slide.bars.push_back({QRectF(SlideComposer::margin, top + 4, 6, end - top - 4), EventKind::Note, true});
    return end;
}

} // namespace

void composeOpening(SlideComposer &composer)
{
    const PresentationStep &step = composer.step();
    const QString title = shown(step.title);
    const SlideFace face = fitted(title, QFont::Bold, composer.width(), 2, {84, 72, 60, 52});
    constexpr SlideFace sentenceFace{.pixels = 40};
    double top = 200;
    const double width = composer.width();
    top = composer.putLines({SlideComposer::margin, top}, width, linesOf(title, face, width, 3), face) + 28;
    top = composer.putLines(
              {SlideComposer::margin, top}, width, linesOf(shown(step.remark), sentenceFace, width, 3), sentenceFace) +
          20;
    top = composer.putLines(
        {SlideComposer::margin, top}, width, linesOf(shown(step.line), detailFace, width, 2), detailFace,
        SlideInk::Muted);
    const double least = top + 40;
    putMeasures(composer, std::max(least, composer.contentBottom() - 300));
}

void composeList(SlideComposer &composer)
{
    const PresentationStep &step = composer.step();
    composer.putLine(
        {SlideComposer::margin, titleTop, composer.width(), titleFace.lineHeight()}, shown(step.title), titleFace);
    double top = listTop;
    const double remarkRoom = step.remark.isEmpty() ? 0 : 60;
    const auto count = std::max<std::size_t>(1, step.rows.size());
    const double room = (composer.contentBottom() - remarkRoom - listTop) / static_cast<double>(count) - rowGap;
    for (const StepRow &row : step.rows)
        top = (row.phase ? putPhase(composer, row, top) : putCard(composer, row, top, room)) + rowGap;
    composer.putLines(
        {SlideComposer::margin, top}, composer.width(),
        linesOf(shown(step.remark), remarkFace, composer.width(), step.rows.empty() ? 4 : 1), remarkFace,
        SlideInk::Muted);
}

void composeNotes(SlideComposer &composer, QRectF box)
{
    const PresentationStep &step = composer.step();
    constexpr SlideFace captionFace{.pixels = leastSlideText, .weight = QFont::DemiBold};
    const QString note =
        step.event && composer.request.content.noteOf ? composer.request.content.noteOf(*step.event) : QString();
    double top = composer.putLines({box.left(), box.top()}, box.width(), {Words::tr("Notes")}, captionFace);
    QStringList paragraphs;
    for (const QString &line : note.split(u'\n'))
        paragraphs << shown(line);
    QString words = paragraphs.join(u'\n').trimmed();
    if (words.isEmpty())
        words = Words::tr("No note.");
    const auto room = [&box](double from) {
        return static_cast<int>(std::floor((box.bottom() - from) / detailFace.lineHeight()));
    };
    top = composer.putLines(
        {box.left(), top + 4}, box.width(), linesOf(words, detailFace, box.width(), room(top + 4)), detailFace);
    for (const StepFigure &figure : step.figures) {
        constexpr SlideFace face{.pixels = leastSlideText};
        const QString meaning = shown(figure.text + QStringLiteral(": ") + figure.definition);
        if (top + 8 + face.lineHeight() > box.bottom())
            return;
        top = composer.putLines(
            {box.left(), top + 8}, box.width(), linesOf(meaning, face, box.width(), 1), face, SlideInk::Muted);
    }
}

} // namespace downtimeline
