// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/exporting.h"

#include "app/exporting/reportfigures.h"
#include "app/exporting/savedfile.h"
#include "models/report/incidentjson.h"
#include "models/report/reportpages.h"
#include "models/report/textexport.h"
#include "models/storage/sourcestore.h"
#include "models/storage/wholeincidents.h"
#include "models/timeline/statedzone.h"
#include "widgets/paint/pagefonts.h"
#include "widgets/paint/pdfwriter.h"
#include "widgets/timeline/timelineexport.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <array>
#include <sstream>

namespace downtimeline {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Export)
};

struct Ending
{
    QLatin1String text;
    ExportFormat format;
};

constexpr std::array endings = {
    Ending{QLatin1String("pdf"), ExportFormat::Pdf}, Ending{QLatin1String("png"), ExportFormat::Png},
    Ending{QLatin1String("svg"), ExportFormat::Svg}, Ending{QLatin1String("md"), ExportFormat::Markdown},
    Ending{QLatin1String("csv"), ExportFormat::Csv}, Ending{QLatin1String("json"), ExportFormat::Json},
};

QByteArray bytesOf(const std::ostringstream &out)
{
    return QByteArray::fromStdString(out.str());
}

/// The end of the last event: a report has no other date that would not change from day to day.
std::optional<Instant> lastInstant(const EventIndex &events)
{
    std::optional<Instant> last;
    for (const EventEntry &entry : events)
        last = std::max(last.value_or(entry.end), entry.end);
    return last;
}

Result<QByteArray> pdfBytes(
    const WholeIncident &whole, std::span<const Source> sources, const DisplayZone &zone, const ExportRequest &request)
{
    const IncidentPlots plots(whole, sources, zone);
    const ReportFigures figures(plots, figureWidth(request.paper), mostFigureHeight(request.paper));
    const ReportFacts facts{.whole = whole, .analysis = plots.analysis(), .zone = zone, .sources = sources};
    const std::vector<double> heights = figures.heights();
    const ReportPages pages =
        layoutReport(facts, {.paper = request.paper, .figureHeights = heights}, PageFontMeasure());
    const std::vector<FigurePainter> painters = figures.painters();
    return writePdf(pages, {.figures = painters, .created = lastInstant(plots.timeline().events())});
}

Result<QByteArray> pictureBytes(
    const WholeIncident &whole, std::span<const Source> sources, const DisplayZone &zone, ExportFormat format,
    const ExportRequest &request)
{
    const IncidentPlots plots(whole, sources, zone);
    const TimelinePicture picture{
        .content = plots.timeline(),
        .look = plots.look(),
        .visible = plots.visible(),
        .width = request.pictureWidth,
        .dark = request.dark,
    };
    if (format == ExportFormat::Svg)
        return timelineSvg(picture, QString::fromStdString(whole.incident.title));
    return timelinePng(picture, request.pictureScale);
}

std::unexpected<Error> unknownEnding(const QString &ending)
{
    return failure(
        Error::Code::Usage, Words::tr("Nothing is exported as “%1”: use one of %2.")
                                .arg(ending.left(20), exportEndings().join(QStringLiteral(", "))));
}

QString endingOf(const ExportRequest &request)
{
    return request.ending.isEmpty() ? QFileInfo(request.path).suffix() : request.ending;
}

} // namespace

std::optional<ExportFormat> exportFormatOf(QStringView ending)
{
    const QStringView bare = ending.startsWith(u'.') ? ending.mid(1) : ending;
    for (const Ending &known : endings) {
        if (bare.compare(known.text, Qt::CaseInsensitive) == 0)
            return known.format;
    }
    return {};
}

QStringList exportEndings()
{
    QStringList list;
    for (const Ending &known : endings)
        list << known.text;
    return list;
}

Result<QByteArray> exportedBytes(
    const WholeIncident &whole, std::span<const Source> sources, ExportFormat format, const ExportRequest &request)
{
    const DisplayZone zone = request.zone.value_or(statedZone(whole.incident.offset, whole.incident.zone));
    std::ostringstream out;
    switch (format) {
    case ExportFormat::Pdf:
        return pdfBytes(whole, sources, zone, request);
    case ExportFormat::Png:
    case ExportFormat::Svg:
        return pictureBytes(whole, sources, zone, format, request);
    case ExportFormat::Json:
        writeIncidentJson(out, "downtimeline", whole, {});
        return bytesOf(out);
    case ExportFormat::Csv:
        writeEventsCsv(out, whole);
        return bytesOf(out);
    case ExportFormat::Markdown:
        writeMarkdown(out, whole);
        return bytesOf(out);
    }
    return unknownEnding(endingOf(request));
}

Status exportIncident(const WholeIncident &whole, std::span<const Source> sources, const ExportRequest &request)
{
    const std::optional<ExportFormat> format = exportFormatOf(endingOf(request));
    if (!format)
        return unknownEnding(endingOf(request));
    const Result<QByteArray> bytes = exportedBytes(whole, sources, *format, request);
    if (!bytes)
        return std::unexpected(bytes.error());
    return writeFile(request.path, *bytes);
}

Status exportIncident(Library &library, IncidentId incident, const ExportRequest &request)
{
    const std::optional<ExportFormat> format = exportFormatOf(endingOf(request));
    if (!format)
        return unknownEnding(endingOf(request));
    const bool withSamples = format == ExportFormat::Pdf || format == ExportFormat::Json;
    const Result<WholeIncident> whole = wholeIncident(library, incident, withSamples);
    if (!whole)
        return std::unexpected(whole.error());
    const Result<std::vector<Source>> sources = SourceStore(library).list(incident);
    if (!sources)
        return std::unexpected(sources.error());
    return exportIncident(*whole, *sources, request);
}

} // namespace downtimeline
