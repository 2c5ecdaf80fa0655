// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/action.h"
#include "models/domain/finding.h"
#include "models/domain/incident.h"
#include "models/items/viewstate.h"
#include "tests/widgets/timeline/foundingtimeline.h"
#include "widgets/present/presentation.h"
#include "widgets/present/presentationcontent.h"

#include <map>

class QWidget;

namespace downtimeline {

/// An incident as a test wants it presented.
struct PresentedIncident
{
    PresentationContent content() const;
    /// Its own range with air, as the window would show it.
    void putInto(ViewState &view) const;

    FoundingTimeline timeline;
    Incident incident;
    std::vector<Finding> findings;
    std::vector<Action> actions;
    std::map<EventId, QString> notes;
    StepChoice choice;
    bool hasTraffic = true;
    bool areNamesHidden = false;
};

/// The founding outage after its owner edited it, with measured traffic, two findings, two actions and a note.
PresentedIncident foundingPresented();
/// Four events, nothing measured, nothing to settle.
PresentedIncident smallPresented();
/// That many events over two hours, of all kinds, every seventh with a title of several lines.
PresentedIncident densePresented(int count);

/// A presentation of it with a copy of its view.
struct RunningPresentation
{
    explicit RunningPresentation(const PresentedIncident &incident);

    ViewState view;
    std::unique_ptr<Presentation> presentation;
};

/// Every slide of it at a size, in order.
std::vector<Slide> slidesOf(const Presentation &presentation, QSizeF size = {1920, slideHeight});

void savePicture(QWidget &widget, const QString &name);

} // namespace downtimeline
