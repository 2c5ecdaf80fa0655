// SPDX-License-Identifier: GPL-3.0-or-later
// The step of an event: its time, its title and what it means, above the plots.
#include "widgets/present/slidecomposer.h"

#include <QCoreApplication>

#include <algorithm>

namespace downtimeline {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Presentation)
};

constexpr double meaningGap = 8;

/// Figures side by side, as many a line as fit; none is broken in two.
QStringList meaningLines(const std::vector<StepFigure> &figures, const SlideFace &face, double width)
{
    QStringList lines;
    for (const StepFigure &figure : figures) {
        const QString joined = lines.isEmpty() ? QString() : lines.last() + QStringLiteral(" · ") + figure.text;
        if (!joined.isEmpty() && face.width(joined) <= width)
            lines.last() = joined;
        else
            lines << figure.text;
    }
    return lines;
}

double putTime(SlideComposer &composer)
{
    constexpr QRectF box(SlideComposer::margin, 134, 0, 114);
    const PresentationStep &step = composer.step();
    const QString time = step.time.isEmpty() ? Words::tr("no time") : shown(step.time);
    const double most = composer.width() * 0.3;
    const SlideFace face = fitted(time, QFont::Bold, most, 1, {108, 84, 64, 48, 40});
    const double width = std::min(most, face.width(time) + 2);
    composer.putLine({box.left(), box.top(), width, box.height()}, time, face);
    if (step.day.isEmpty())
        return box.left() + width;
    constexpr SlideFace dayFace{.pixels = 30};
    const double dayWidth = std::min(most, dayFace.width(step.day) + 2);
    composer.putLine({box.left(), box.bottom(), dayWidth, dayFace.lineHeight()}, step.day, dayFace, SlideInk::Muted);
    return box.left() + std::max(width, dayWidth);
}

/// Answers where it ends.
double putTitle(SlideComposer &composer, double left)
{
    constexpr double lastBaseBox = 243; // where a single line of a title stands on the time's line
    const double width = composer.right() - left;
    const QString title =
        composer.step().title.isEmpty() ? Words::tr("(without a title)") : shown(composer.step().title);
    const int mostLines = 3;
    const SlideFace face = fitted(title, QFont::Bold, width, 2, {52, 44, 38});
    const QStringList lines = linesOf(title, face, width, mostLines);
    const double top = std::max(116.0, lastBaseBox - static_cast<double>(lines.size()) * face.lineHeight());
    const double end = composer.putLines({left, top}, width, lines, face);
    constexpr SlideFace meaningFace{.pixels = 28};
    const QStringList meaning = meaningLines(composer.step().figures, meaningFace, width);
    return composer.putLines({left, end + meaningGap}, width, meaning.mid(0, mostLines), meaningFace, SlideInk::Muted);
}

} // namespace

void composeEvent(SlideComposer &composer)
{
    constexpr double plotGap = 34;
    const double left = putTime(composer) + 40;
    const double end = std::max(putTitle(composer, left), composer.step().day.isEmpty() ? 0.0 : 290.0);
    const double top = std::max(318.0, end + plotGap);
    composePlots(composer, QRectF(SlideComposer::margin, top, composer.width(), composer.contentBottom() - top));
}

} // namespace downtimeline
