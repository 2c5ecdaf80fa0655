// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/present/slidelayout.h"

#include "widgets/present/slidecomposer.h"

#include <QCoreApplication>

#include <algorithm>

namespace downtimeline {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Presentation)
};

constexpr SlideFace headerFace{.pixels = 26};
constexpr SlideFace footerFace{.pixels = leastSlideText};
constexpr double headerTop = 50;
constexpr double hintGap = 30;

QString placeText(const SlideComposer &composer)
{
    const PresentationSteps &steps = composer.request.content.steps;
    const auto number = static_cast<int>(composer.request.step);
    if (composer.step().kind == PresentationStep::Kind::Opening)
        return steps.events == 1 ? Words::tr("1 step") : Words::tr("%1 steps").arg(steps.events);
    return composer.step().kind == PresentationStep::Kind::Event ? Words::tr("%1 of %2").arg(number).arg(steps.events)
                                                                 : QString();
}

void putHeader(SlideComposer &composer)
{
    const double height = headerFace.lineHeight();
    const QString typed = composer.request.typed;
    const QString place = typed.isEmpty() ? placeText(composer) : Words::tr("go to %1").arg(typed);
    const double placeWidth = place.isEmpty() ? 0 : headerFace.width(place) + 2;
    if (!place.isEmpty())
        composer.putLine(
            {composer.right() - placeWidth, headerTop, placeWidth, height}, place, headerFace,
            typed.isEmpty() ? SlideInk::Muted : SlideInk::Ink, true);
    if (composer.step().kind != PresentationStep::Kind::Opening)
        composer.putLine(
            {SlideComposer::margin, headerTop, composer.width() - placeWidth - hintGap, height},
            shown(composer.request.content.steps.title), headerFace, SlideInk::Muted);
}

/// The keys, as many as there is room for.
void putFooter(SlideComposer &composer)
{
    const double height = footerFace.lineHeight();
    const double top = composer.slide.size.height() - 24 - height;
    double right = composer.right();
    if (composer.request.content.areNamesHidden) {
        const QString hidden = Words::tr("Names hidden");
        const double width = footerFace.width(hidden) + 2;
        composer.putLine({right - width, top, width, height}, hidden, footerFace, SlideInk::Muted, true);
        right -= width + hintGap;
    }
    double left = SlideComposer::margin;
    for (const QString &hint :
         {Words::tr("← → step"), Words::tr("Home/End"), Words::tr("Z zoom to step"), Words::tr("O whole"),
          Words::tr("B blank"), Words::tr("N notes"), Words::tr("L light"), Words::tr("P point"),
          Words::tr("Esc leave")}) {
        const double width = footerFace.width(hint) + 2;
        if (left + width > right)
            return;
        composer.putLine({left, top, width, height}, hint, footerFace, SlideInk::Muted);
        left += width + hintGap;
    }
}

QString descriptionOf(const PresentationStep &step)
{
    QStringList sentences{step.time.isEmpty() ? step.title : step.time + u' ' + step.title, step.remark, step.line};
    for (const StepFigure &figure : step.figures)
        sentences << figure.text;
    for (const HeaderMeasure &measure : step.measures)
        sentences << measure.caption + u' ' + measure.value;
    for (const StepRow &row : step.rows)
        sentences << row.name + u' ' + row.value + QStringLiteral(", ") + row.detail;
    sentences.removeAll(QString());
    return shown(sentences.join(QStringLiteral(". ")));
}

} // namespace

Slide layoutSlide(const SlideRequest &request)
{
    SlideComposer composer{request, {.size = request.size}};
    putHeader(composer);
    switch (composer.step().kind) {
    case PresentationStep::Kind::Opening:
        composeOpening(composer);
        break;
    case PresentationStep::Kind::Event:
        composeEvent(composer);
        break;
    case PresentationStep::Kind::Phases:
    case PresentationStep::Kind::Findings:
    case PresentationStep::Kind::Actions:
        composeList(composer);
        break;
    }
    putFooter(composer);
    composer.slide.description = descriptionOf(composer.step());
    return std::move(composer.slide);
}

} // namespace downtimeline
