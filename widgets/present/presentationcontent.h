// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/presentationsteps.h"
#include "widgets/charts/chartcontent.h"
#include "widgets/timeline/layoutmetrics.h"
#include "widgets/timeline/timelinecontent.h"

#include <functional>
#include <optional>
#include <vector>

namespace downtimeline {

/// How much of the incident a step shows.
enum class PresentView : std::uint8_t {
    SoFar, ///< the whole time, the told events up to the step
    Near,  ///< around the step, every event up to it
    Whole, ///< the whole time, every told event, also what comes after
};

/// Everything that a presentation shows of one incident. A value, made anew after an edit.
struct PresentationContent
{
    PresentationSteps steps;
    EventIndex events; ///< that have an instant, in their order, with derived ends
    std::vector<DerivedEnd> ends;
    ResponseAnalysis analysis;
    ChartContent traffic; ///< empty where nothing is known of it
    DisplayZone zone;
    std::function<QString(EventId)> titleOf;
    std::function<QString(EventId)> noteOf; ///< the presenter's
    bool areNamesHidden = false;
};

/// The events that a step's timeline shows. Lanes that will be needed later are kept.
TimelineContent timelineOfStep(const PresentationContent &content, std::size_t step, PresentView view);
/// How the presentation looks at it: the step has a ring.
TimelineLook lookOfStep(const PresentationContent &content, std::size_t step, PresentView view);
/// The traffic as it was known up to an instant; all of it without one.
ChartContent trafficUpTo(ChartContent traffic, std::optional<Instant> until);
/// The range around a step that shows it from near.
TimeRange rangeNear(const PresentationContent &content, std::size_t step, TimeRange whole);

} // namespace downtimeline
