// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/excerpt.h"

#include "app/exporting/exportformats.h"
#include "models/domain/namehiding.h"
#include "models/domain/persons.h"
#include "models/report/htmlreport.h"
#include "models/storage/personstore.h"
#include "models/storage/sourcestore.h"
#include "models/storage/wholeincidents.h"
#include "widgets/timeline/timelineexport.h"

namespace downtimeline {

Result<IncidentExcerpt>
excerptOf(Library &library, IncidentId incident, const ExportRequest &request, const ExportRun &run)
{
    Result<WholeIncident> whole = wholeIncident(library, incident, false);
    if (!whole)
        return std::unexpected(whole.error());
    Result<std::vector<Source>> sources = SourceStore(library).list(incident);
    if (!sources)
        return std::unexpected(sources.error());
    if (request.hideNames) {
        const Result<Persons> persons = PersonStore(library).hiddenIn(incident);
        if (!persons)
            return std::unexpected(persons.error());
        const NameMask mask(*persons);
        hideNames(mask, *whole);
        hideNames(mask, *sources);
    }
    const ScopedIncident scope = scoped(*whole, *sources, request.scope);
    const IncidentPlots plots = plotsOf(scope, request);
    const ReportFacts facts{
        .whole = scope.whole,
        .analysis = plots.analysis(),
        .zone = plots.zone(),
        .findings = scope.whole.findings,
        .sources = scope.sources};
    IncidentExcerpt excerpt{
        .html = QByteArray::fromStdString(htmlExcerpt(facts)), .text = QString::fromStdString(textExcerpt(facts))};
    if (run.stop.stop_requested())
        return exportStopped();
    if (plots.visible().isEmpty())
        return excerpt;
    const TimelinePicture picture{
        .content = plots.timeline(),
        .look = plots.look(),
        .visible = plots.visible(),
        .width = request.pictureWidth,
        .dark = request.dark,
        .stop = run.stop,
    };
    Result<QImage> image = timelineImage(picture, request.pictureScale);
    if (run.stop.stop_requested())
        return exportStopped();
    if (image) // a timeline too tall for a picture is still told in words
        excerpt.picture = *std::move(image);
    return excerpt;
}

} // namespace downtimeline
