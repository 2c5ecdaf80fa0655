// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/present/presentationcontent.h"

#include <QSizeF>
#include <QString>

#include <array>

namespace downtimeline {

/// Which slide is wanted.
struct SlideRequest
{
    const PresentationContent &content;
    std::size_t step = 0;
    PresentView view = PresentView::SoFar;
    TimeRange visible;                                                     ///< of the plots
    std::array<bool, laneCount> lanes{true, true, true, true, true, true}; ///< those that are not hidden
    bool hasNotes = false;
    QString typed; ///< digits of a step that is being typed
    QSizeF size;   ///< of the slide
};

} // namespace downtimeline
