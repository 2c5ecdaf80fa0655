// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/present/slide.h"
#include "widgets/present/sliderequest.h"
#include "widgets/present/slidetext.h"

#include <QStringList>

namespace downtimeline {

/// Puts texts on a slide; what the parts of layoutSlide() share.
struct SlideComposer
{
    static constexpr double margin = 72;
    static constexpr double bottom = 1018; ///< where the content ends, in slides of the usual height

    const SlideRequest &request;
    Slide slide;

    const PresentationStep &step() const { return request.content.steps.steps.at(request.step); }
    double right() const { return slide.size.width() - margin; }
    double width() const { return slide.size.width() - 2 * margin; }
    /// Where content ends on this slide: a tall one has more room.
    double contentBottom() const { return slide.size.height() - (slideHeight - bottom); }

    /// One line in a box; shortened where it is wider.
    void putLine(
        QRectF rect, const QString &text, const SlideFace &face, SlideInk ink = SlideInk::Ink, bool isRight = false);
    /// Lines from top on; answers where they end.
    double putLines(
        QPointF corner, double width, const QStringList &lines, const SlideFace &face, SlideInk ink = SlideInk::Ink);
};

/// The incident in one sentence, with its measures.
void composeOpening(SlideComposer &composer);
/// Time, title and meaning of an event, above its plots.
void composeEvent(SlideComposer &composer);
/// Phases, findings or actions.
void composeList(SlideComposer &composer);
/// The presenter's note and the definitions, in the box.
void composeNotes(SlideComposer &composer, QRectF box);
/// The plots in the box, the step marked.
void composePlots(SlideComposer &composer, QRectF box);

} // namespace downtimeline
