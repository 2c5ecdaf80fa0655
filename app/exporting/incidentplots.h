// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/milestones.h"
#include "models/domain/source.h"
#include "models/domain/wholeincident.h"
#include "widgets/charts/chartcontent.h"
#include "widgets/charts/chartevents.h"
#include "widgets/timeline/layoutmetrics.h"
#include "widgets/timeline/timelinecontent.h"

#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace downtimeline {

/// The timeline and the charts of one incident that is whole in memory, as they go on paper or into a picture: the same
/// contents that the window shows.
class IncidentPlots
{
public:
    /// shown: the range that is looked at; none: the incident with air around it. second: another row of the ruler.
    IncidentPlots(
        const WholeIncident &whole, std::span<const Source> sources, DisplayZone zone,
        std::optional<TimeRange> shown = {}, std::optional<DisplayZone> second = {}, LaneArrangement lanes = {});

    const ResponseAnalysis &analysis() const { return m_timeline.analysis(); }
    const TimelineContent &timeline() const { return m_timeline; }
    /// Holds a copy of the titles: it may outlive the plots.
    TimelineLook look() const;
    const std::vector<ChartContent> &charts() const { return m_charts; }
    /// The events' marks through the charts.
    const ChartEvents &events() const { return m_events; }
    /// What is looked at; empty where nothing has a time.
    TimeRange visible() const { return m_visible; }
    const DisplayZone &zone() const { return m_zone; }

private:
    TimelineContent m_timeline;
    std::unordered_map<EventId, QString> m_titles;
    std::vector<ChartContent> m_charts;
    ChartEvents m_events;
    TimeRange m_visible;
    DisplayZone m_zone;
    std::optional<DisplayZone> m_second;
    LaneArrangement m_lanes;
};

} // namespace downtimeline
