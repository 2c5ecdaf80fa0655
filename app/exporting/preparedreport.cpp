// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/preparedreport.h"

#include "app/exporting/exportformats.h"
#include "app/exporting/toldfindings.h"
#include "models/documents/textdecoding.h"
#include "models/report/reportpages.h"
#include "widgets/paint/pagefonts.h"

#include <algorithm>

namespace downtimeline {
namespace {

/// The sources with their texts as a person reads them.
std::vector<Source> readable(std::span<const Source> sources)
{
    std::vector<Source> read(sources.begin(), sources.end());
    for (Source &source : read) {
        if (source.text)
            source.text = decodedText(*source.text);
    }
    return read;
}

} // namespace

PreparedReport::PreparedReport(const ScopedIncident &scope, const ExportRequest &request)
    : m_plots(plotsOf(scope, request)), m_figures(m_plots, request.report.paper, request.report.timeline),
      m_painters(m_figures.painters())
{
    const std::vector<Source> read = readable(scope.sources);
    const std::vector<Finding> findings = toldFindings(scope.whole, read, m_plots.analysis(), m_plots.zone());
    const ReportFacts facts{
        .whole = scope.whole,
        .analysis = m_plots.analysis(),
        .zone = m_plots.zone(),
        .findings = findings,
        .sources = read};
    const std::vector<ReportFigure> figures = m_figures.figures();
    m_pages = layoutReport(
        facts, {.paper = request.report.paper, .figures = figures, .sections = request.report.sections},
        PageFontMeasure());
}

std::optional<Instant> PreparedReport::date() const
{
    std::optional<Instant> last;
    for (const EventEntry &entry : m_plots.timeline().events())
        last = std::max(last.value_or(entry.end), entry.end);
    return last;
}

} // namespace downtimeline
