// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/incidentplots.h"

#include "models/analysis/impact.h"
#include "models/analysis/spans.h"
#include "models/analysis/trafficrecovery.h"
#include "models/report/derivedends.h"
#include "models/timeline/wholerange.h"
#include "widgets/charts/incidentcharts.h"

#include <algorithm>
#include <optional>

namespace downtimeline {
namespace {

void nameEntries(EventIndex &index, std::span<const Event> events, EventNames &names)
{
    std::unordered_map<EventId, const Event *> byId;
    for (std::size_t i = 0; i < events.size(); ++i)
        byId.emplace(idOf(events[i], i), &events[i]);
    for (EventEntry &entry : index)
        if (const auto event = byId.find(entry.id); event != byId.end())
            names.name(entry, *event->second);
}

TimelineContent contentOf(const WholeIncident &whole, std::span<const Source> sources, LaneGrouping grouping)
{
    EventIndex index = indexOf(whole.events);
    const std::vector<DerivedEnd> ends = deriveEnds(index);
    ResponseAnalysis analysis = analyseResponse(index, statedImpact(whole.incident));
    EventNames names;
    nameEntries(index, whole.events, names);
    LaneTable lanes(grouping, index, names, sources);
    return {std::move(index), ends, std::move(analysis), std::move(lanes)};
}

std::unordered_map<EventId, QString> titlesOf(std::span<const Event> events)
{
    std::unordered_map<EventId, QString> titles;
    for (std::size_t i = 0; i < events.size(); ++i) {
        titles.emplace(idOf(events[i], i), QString::fromStdString(events[i].title));
    }
    return titles;
}

std::optional<TimeRange> seriesExtent(std::span<const WholeSeries> series)
{
    std::optional<TimeRange> extent;
    for (const WholeSeries &each : series) {
        if (each.samples.empty())
            continue;
        const TimeRange own{each.samples.front().at, each.samples.back().at + Duration(1)};
        extent = extent ? TimeRange{std::min(extent->start, own.start), std::max(extent->end, own.end)} : own;
    }
    return extent;
}

std::vector<StatedTraffic> statedOf(const WholeIncident &whole, const ResponseAnalysis &analysis)
{
    std::vector<ClaimAnchor> anchors;
    for (const Event &event : whole.events) {
        if (event.at && event.line > 0)
            anchors.push_back({.source = event.source, .line = event.line, .at = *event.at});
    }
    const auto &start = analysis.at(Milestone::ImpactStart);
    return placeClaims(whole.trafficClaims, anchors, start ? std::optional(start->at) : std::nullopt);
}

ChartedSeries chartedOf(const WholeSeries &whole, std::span<const Source> sources, const ResponseAnalysis &analysis)
{
    ChartedSeries charted{.series = whole.series, .curve = curveOf(whole.samples), .recovery = {}};
    if (whole.series.measure == Measure::Traffic && !analysis.impacts.empty()) {
        const TimeRange impact{analysis.impacts.front().start, analysis.impacts.back().end};
        charted.recovery = analyseTraffic(whole.samples, whole.series.unit, impact);
    }
    const auto source = std::ranges::find(sources, whole.series.source, &Source::id);
    charted.isIllustrative = source != sources.end() && source->illustrative;
    return charted;
}

} // namespace

IncidentPlots::IncidentPlots(
    const WholeIncident &whole, std::span<const Source> sources, DisplayZone zone, std::optional<TimeRange> shown,
    std::optional<DisplayZone> second, LaneArrangement lanes)
    : m_timeline(contentOf(whole, sources, lanes.grouping)), m_titles(titlesOf(whole.events)), m_zone(std::move(zone)),
      m_second(std::move(second)), m_lanes(std::move(lanes))
{
    m_visible = wholeRange(eventsExtent(m_timeline.events()), seriesExtent(whole.series));
    if (m_visible.isEmpty())
        return;
    m_events = chartEvents(std::make_shared<const EventIndex>(m_timeline.events()), {}, m_lanes);
    if (shown && !shown->isEmpty())
        m_visible = *shown;
    std::vector<ChartedSeries> series;
    for (const WholeSeries &each : whole.series) {
        if (!each.samples.empty())
            series.push_back(chartedOf(each, sources, analysis()));
    }
    const std::vector<StatedTraffic> stated = statedOf(whole, analysis());
    const auto &start = analysis().at(Milestone::ImpactStart);
    m_charts = incidentCharts(
        {.analysis = analysis(),
         .stated = stated,
         .series = series,
         .start = start ? start->at : m_visible.start,
         .title = QString::fromStdString(whole.incident.title),
         .isZoneStated = !m_timeline.hasUnstatedZone()});
}

TimelineLook IncidentPlots::look() const
{
    TimelineLook look;
    look.zone = m_zone;
    look.second = m_second;
    look.lanes = m_lanes;
    look.title = [titles = m_titles](EventId id) {
        const auto found = titles.find(id);
        return found == titles.end() ? QString() : found->second;
    };
    return look;
}

} // namespace downtimeline
