// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/exportformats.h"

#include "app/exporting/plotpictures.h"
#include "app/exporting/toldfindings.h"
#include "models/analysis/impact.h"
#include "models/report/calendarexport.h"
#include "models/report/derivedends.h"
#include "models/report/eventscsv.h"
#include "models/report/htmlreport.h"
#include "models/report/incidentjson.h"
#include "models/timeline/statedzone.h"
#include "widgets/timeline/timelineexport.h"

#include <QCoreApplication>

#include <sstream>

namespace downtimeline {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Export)
};

QByteArray bytesOf(const std::ostringstream &out)
{
    return QByteArray::fromStdString(out.str());
}

GoOn rowsOf(const ExportRun &run)
{
    return [&run](std::int64_t done, std::int64_t total) {
        if (run.progress)
            run.progress(done, total);
        return !run.stop.stop_requested();
    };
}

Result<QByteArray>
chartAlone(const IncidentPlots &plots, ExportFormat format, const ExportRequest &request, const ExportRun &run)
{
    const ChartOrder order{
        .name = request.chart,
        .width = request.pictureWidth,
        .height = request.pictureHeight,
        .scale = request.pictureScale,
        .dark = request.dark};
    Result<QByteArray> bytes;
    const Status turn = paintedThere(run, [&] { bytes = chartBytes(plots, order, format == ExportFormat::Svg); });
    return turn ? bytes : std::unexpected(turn.error());
}

Result<QByteArray> timelineBytes(
    const IncidentPlots &plots, ExportFormat format, const ExportRequest &request, const QString &title,
    const ExportRun &run)
{
    const TimelinePicture picture{
        .content = plots.timeline(),
        .look = plots.look(),
        .visible = plots.visible(),
        .width = request.pictureWidth,
        .height = request.pictureHeight,
        .dark = request.dark,
        .stop = run.stop,
    };
    return format == ExportFormat::Svg ? timelineSvg(picture, title) : timelinePng(picture, request.pictureScale);
}

void putMarkdown(std::ostream &out, const ScopedIncident &scope, const ExportRequest &request, const GoOn &goOn)
{
    const WholeIncident &whole = scope.whole;
    const ResponseAnalysis analysis = analyseResponse(indexOf(whole.events), statedImpact(whole.incident));
    const DisplayZone zone = zoneOf(whole, request);
    const std::vector<Finding> findings = toldFindings(whole, scope.sources, analysis, zone);
    const ReportFacts facts{
        .whole = whole, .analysis = analysis, .zone = zone, .findings = findings, .sources = scope.sources};
    writePostmortem(out, facts, request.style, goOn);
}

} // namespace

std::unexpected<Error> exportStopped()
{
    return failure(Error::Code::Cancelled, Words::tr("The export was cancelled. Nothing was changed."));
}

Status paintedThere(const ExportRun &run, const std::function<void()> &work)
{
    if (run.paint)
        return run.paint(work);
    work();
    return {};
}

DisplayZone zoneOf(const WholeIncident &whole, const ExportRequest &request)
{
    return request.scope.zone.value_or(statedZone(whole.incident.offset, whole.incident.zone));
}

IncidentPlots plotsOf(const ScopedIncident &scope, const ExportRequest &request)
{
    const EventChoice &events = request.scope.events;
    const bool isPart = events.which == EventChoice::Which::Range;
    return {
        scope.whole,
        scope.sources,
        zoneOf(scope.whole, request),
        isPart ? std::optional(events.range) : std::nullopt,
        request.scope.secondZone,
        request.lanes};
}

Result<QByteArray>
pictureBytes(const ScopedIncident &scope, ExportFormat format, const ExportRequest &request, const ExportRun &run)
{
    const IncidentPlots plots = plotsOf(scope, request);
    if (run.stop.stop_requested())
        return exportStopped();
    const QString title = QString::fromStdString(scope.whole.incident.title);
    const Result<QByteArray> bytes = request.chart.isEmpty() ? timelineBytes(plots, format, request, title, run)
                                                             : chartAlone(plots, format, request, run);
    return run.stop.stop_requested() ? Result<QByteArray>(exportStopped()) : bytes;
}

Result<QByteArray> htmlBytes(const ScopedIncident &scope, const ExportRequest &request, const ExportRun &run)
{
    const IncidentPlots plots = plotsOf(scope, request);
    const std::vector<Finding> findings = toldFindings(scope.whole, scope.sources, plots.analysis(), plots.zone());
    const ReportFacts facts{
        .whole = scope.whole,
        .analysis = plots.analysis(),
        .zone = plots.zone(),
        .findings = findings,
        .sources = scope.sources};
    if (run.stop.stop_requested())
        return exportStopped();
    const Result<HtmlPictures> pictures =
        htmlPictures(plots, [&run](const std::function<void()> &work) { return paintedThere(run, work); });
    if (!pictures)
        return std::unexpected(pictures.error());
    std::ostringstream out;
    writeHtmlReport(out, facts, *pictures, rowsOf(run));
    return run.stop.stop_requested() ? Result<QByteArray>(exportStopped()) : bytesOf(out);
}

Result<QByteArray> rowBytes(
    const ScopedIncident &scope, const WholeIncident &before, ExportFormat format, const ExportRequest &request,
    const ExportRun &run)
{
    const GoOn goOn = rowsOf(run);
    std::ostringstream out;
    Status written;
    if (format == ExportFormat::Json)
        writeIncidentJson(out, "downtimeline", withoutLeftOut(scope, before), {}, goOn);
    else if (format == ExportFormat::Csv)
        writeEventsCsv(out, scope, goOn);
    else if (format == ExportFormat::Markdown)
        putMarkdown(out, scope, request, goOn);
    else
        written = writeCalendar(out, scope.whole);
    if (!written)
        return std::unexpected(written.error());
    return run.stop.stop_requested() ? Result<QByteArray>(exportStopped()) : bytesOf(out);
}

} // namespace downtimeline
