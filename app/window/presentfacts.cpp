// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/presentfacts.h"

#include "app/window/chartedseries.h"
#include "models/edit/incidentdocument.h"
#include "models/storage/library.h"
#include "widgets/charts/incidentcharts.h"
#include "widgets/charts/trafficchart.h"

#include <algorithm>

namespace downtimeline {
namespace {

/// The measured traffic; none where nothing was measured.
Result<std::optional<ChartedSeries>> trafficOf(const IncidentDocument &document, Library &reader)
{
    const auto series = std::ranges::find(document.series(), Measure::Traffic, &Series::measure);
    if (series == document.series().end())
        return std::nullopt;
    const std::vector<TimeRange> &impacts = document.analysis().impacts;
    const auto impact = impacts.empty() ? std::nullopt : std::optional(impacts.front());
    const Result<SeriesReading> read = readSeries(reader.path(), std::span(&*series, 1), impact, {});
    if (!read)
        return std::unexpected(read.error());
    std::vector<ChartedSeries> charted = chartedSeries(*read, document.sources(), impact);
    return charted.empty() ? std::nullopt : std::optional(std::move(charted.front()));
}

ChartContent chartOf(const IncidentDocument &document, const std::optional<ChartedSeries> &measured)
{
    TrafficChartContent content;
    content.stated = document.statedTraffic();
    content.impacts = document.analysis().impacts;
    const std::optional<TimeRange> extent = document.extent();
    content.start = extent ? extent->start : Instant{};
    if (measured) {
        content.measured = measured->curve;
        content.name = measured->series.name;
        content.unit = measured->series.unit;
        content.recovery = measured->recovery;
        content.isIllustrative = measured->isIllustrative;
    }
    return trafficChart(content);
}

std::function<std::optional<double>(Instant)> shareOf(const std::optional<ChartedSeries> &measured)
{
    if (!measured || !measured->recovery || measured->recovery->baseline <= 0)
        return {};
    return [valueAt = measured->curve.valueAt, baseline = measured->recovery->baseline](Instant at) {
        const std::optional<double> value = valueAt(at);
        return value ? std::optional(*value / baseline) : std::nullopt;
    };
}

PresentationSteps stepsOf(
    IncidentDocument &document, const PresentationContent &content, const StepChoice &choice,
    std::function<std::optional<double>(Instant)> trafficAt)
{
    const std::span<const EventEntry> rows = *document.rows();
    const auto open = std::ranges::count(document.findings(), Finding::Decision::Open, &Finding::decision);
    const PresentationFacts facts{
        .header =
            {.incident = document.incident(),
             .analysis = document.analysis(),
             .events = *document.events(),
             .sources = document.sources(),
             .openFindings = static_cast<int>(open),
             .titleOf = content.titleOf,
             .hasUndated = rows.size() > document.events()->size()},
        .undated = rows.subspan(document.events()->size()),
        .findings = document.findings(),
        .actions = document.actions(),
        .stated = document.statedTraffic(),
        .trafficAt = std::move(trafficAt),
        .textOf = [&document](EventId event) { return document.text(event); },
        .choice = choice};
    return presentationSteps(facts, content.zone);
}

} // namespace

Result<PresentationContent>
presentedContent(IncidentDocument &document, Library &reader, const DisplayZone &zone, const StepChoice &choice)
{
    const Result<std::optional<ChartedSeries>> measured = trafficOf(document, reader);
    if (!measured)
        return std::unexpected(measured.error());
    PresentationContent content;
    content.events = *document.events();
    content.ends = document.derivedEnds();
    content.analysis = document.analysis();
    content.zone = zone;
    content.areNamesHidden = document.hidesNames();
    content.traffic = chartOf(document, *measured);
    content.titleOf = [&document](EventId event) { return QString::fromStdString(document.text(event).title); };
    content.noteOf = [&document](EventId event) {
        const Result<Event> whole = document.event(event);
        return whole ? QString::fromStdString(whole->note) : QString();
    };
    content.steps = stepsOf(document, content, choice, shareOf(*measured));
    return content;
}

} // namespace downtimeline
