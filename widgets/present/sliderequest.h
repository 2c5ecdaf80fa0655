// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lanes.h"
#include "widgets/present/presentationcontent.h"

#include <QSizeF>
#include <QString>

namespace downtimeline {

/// Which slide is wanted.
struct SlideRequest
{
    const PresentationContent &content;
    std::size_t step = 0;
    PresentView view = PresentView::SoFar;
    TimeRange visible; ///< of the plots
    LaneArrangement lanes;
    bool hasNotes = false;
    QString typed; ///< digits of a step that is being typed
    QSizeF size;   ///< of the slide
};

} // namespace downtimeline
