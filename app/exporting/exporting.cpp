// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/exporting.h"

#include "app/exporting/exportformats.h"
#include "app/exporting/preparedreport.h"
#include "app/exporting/savedfile.h"
#include "models/domain/namehiding.h"
#include "models/domain/persons.h"
#include "models/readers/exports/pdfattachment.h"
#include "models/report/incidentjson.h"
#include "models/storage/personstore.h"
#include "models/storage/sourcestore.h"
#include "models/storage/wholeincidents.h"
#include "widgets/paint/pdfwriter.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QThread>

#include <memory>
#include <sstream>

namespace downtimeline {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Export)
};

/// A painting holds fonts of the thread that it was painted on, and goes there.
struct GoesToGuiThread
{
    void operator()(PdfPainting *painting) const
    {
        std::shared_ptr<PdfPainting> last(painting);
        if (QThread::currentThread() != qApp->thread())
            QMetaObject::invokeMethod(qApp, [last = std::move(last)] {}, Qt::QueuedConnection);
    }
};

/// A report's pages, painted one after another where the run wants them painted.
Result<QByteArray> paintedPages(const ReportPages &pages, std::span<const FigurePainter> painters, const ExportRun &run)
{
    const auto paint = [&run](const std::function<void()> &work) { return paintedThere(run, work); };
    std::unique_ptr<PdfPainting, GoesToGuiThread> painting;
    const auto total = static_cast<std::int64_t>(pages.pages.size());
    Status page;
    for (std::size_t i = 0; page && i < pages.pages.size(); ++i) {
        if (run.stop.stop_requested())
            return exportStopped();
        const Status turn = paint([&] {
            if (!painting)
                painting.reset(new PdfPainting(pages));
            page = painting->paintPage(i, painters);
        });
        if (!turn)
            return std::unexpected(turn.error());
        if (run.progress)
            run.progress(static_cast<std::int64_t>(i) + 1, total);
    }
    if (!page)
        return std::unexpected(page.error());
    Result<QByteArray> bytes;
    const Status turn = paint([&] {
        if (painting)
            bytes = painting->painted();
    });
    return turn ? bytes : std::unexpected(turn.error());
}

/// The incident as it is read back from the report: no more than goes out.
PdfAttachment dataOf(const ScopedIncident &scope, const WholeIncident &before)
{
    std::ostringstream out;
    writeIncidentJson(out, "downtimeline", withoutLeftOut(scope, before), {});
    return {
        .name = std::string(attachedName),
        .type = "application/json",
        .words = Words::tr("The incident's data: open this report in Downtimeline to have it back."),
        .bytes = QByteArray::fromStdString(out.str())};
}

/// before: the incident as it was scoped.
Result<QByteArray>
pdfBytes(const ScopedIncident &scope, const WholeIncident &before, const ExportRequest &request, const ExportRun &run)
{
    const PreparedReport report(scope, request);
    const Result<QByteArray> painted = paintedPages(report.pages(), report.painters(), run);
    if (!painted)
        return painted;
    PdfRequest pdf{.created = report.date()};
    if (request.report.attachesData)
        pdf.attachment = dataOf(scope, before);
    return finishedPdf(*painted, report.pages(), pdf);
}

std::unexpected<Error> unknownEnding(const QString &ending)
{
    return failure(
        Error::Code::Usage, Words::tr("Nothing is exported as “%1”: use one of %2.")
                                .arg(ending.left(20), exportEndings().join(QStringLiteral(", "))));
}

/// What every writer gets where names are hidden.
Result<QByteArray> bytesWithoutNames(
    const WholeIncident &whole, std::span<const Source> sources, ExportFormat format, ExportRequest request,
    const ExportRun &run)
{
    const ExportedIncident shown = withoutNames(whole, sources, std::move(request.persons));
    request.hideNames = false;
    request.persons.clear();
    return exportedBytes(shown.whole, shown.sources, format, request, run);
}

QString endingOf(const ExportRequest &request)
{
    return request.ending.isEmpty() ? QFileInfo(request.path).suffix() : request.ending;
}

} // namespace

ExportedIncident withoutNames(const WholeIncident &whole, std::span<const Source> sources, Persons persons)
{
    const NameMask mask(joinedPersons(std::move(persons), whole.persons));
    ExportedIncident shown{whole, {sources.begin(), sources.end()}};
    hideNames(mask, shown.whole);
    hideNames(mask, shown.sources);
    return shown;
}

Result<QByteArray> exportedBytes(
    const WholeIncident &whole, std::span<const Source> sources, ExportFormat format, const ExportRequest &request,
    const ExportRun &run)
{
    if (request.hideNames)
        return bytesWithoutNames(whole, sources, format, request, run);
    const ScopedIncident scope = scoped(whole, sources, request.scope);
    switch (format) {
    case ExportFormat::Pdf:
        return pdfBytes(scope, whole, request, run);
    case ExportFormat::Png:
    case ExportFormat::Svg:
        return pictureBytes(scope, format, request, run);
    case ExportFormat::Html:
        return htmlBytes(scope, request, run);
    case ExportFormat::Json:
    case ExportFormat::Csv:
    case ExportFormat::Markdown:
    case ExportFormat::Calendar:
        return rowBytes(scope, whole, format, request, run);
    }
    return unknownEnding(endingOf(request));
}

Status exportIncident(
    const WholeIncident &whole, std::span<const Source> sources, const ExportRequest &request, const ExportRun &run)
{
    const std::optional<ExportFormat> format = exportFormatOf(endingOf(request));
    if (!format)
        return unknownEnding(endingOf(request));
    const Result<QByteArray> bytes = exportedBytes(whole, sources, *format, request, run);
    if (!bytes)
        return std::unexpected(bytes.error());
    if (run.stop.stop_requested())
        return exportStopped();
    return writeFile(request.path, *bytes);
}

Result<std::vector<Source>> sourcesOf(Library &library, IncidentId incident, bool withTexts)
{
    SourceStore store(library);
    Result<std::vector<Source>> sources = store.list(incident);
    if (!sources || !withTexts)
        return sources;
    for (Source &source : *sources) {
        Result<Source> whole = store.get(source.id);
        if (!whole)
            return std::unexpected(whole.error());
        source.text = std::move(whole->text);
    }
    return sources;
}

Status exportIncident(Library &library, IncidentId incident, const ExportRequest &request, const ExportRun &run)
{
    const std::optional<ExportFormat> format = exportFormatOf(endingOf(request));
    if (!format)
        return unknownEnding(endingOf(request));
    const bool isTimeline = request.chart.isEmpty();
    const bool isPicture = format == ExportFormat::Png || format == ExportFormat::Svg;
    const bool isOfEvents = format == ExportFormat::Csv || format == ExportFormat::Calendar;
    const bool withSamples = isPicture ? !isTimeline : !isOfEvents;
    const Result<WholeIncident> whole = wholeIncident(library, incident, withSamples);
    if (!whole)
        return std::unexpected(whole.error());
    const bool withTexts = format == ExportFormat::Pdf && request.report.has(ReportSection::Appendix);
    const Result<std::vector<Source>> sources = sourcesOf(library, incident, withTexts);
    if (!sources)
        return std::unexpected(sources.error());
    if (run.stop.stop_requested())
        return exportStopped();
    ExportRequest complete = request;
    if (request.hideNames) {
        Result<Persons> listed = PersonStore(library).list();
        if (!listed)
            return std::unexpected(listed.error());
        complete.persons = joinedPersons(std::move(*listed), request.persons);
    }
    return exportIncident(*whole, *sources, complete, run);
}

} // namespace downtimeline
