// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/report/derivedends.h"
#include "models/report/reportpages.h"
#include "tests/models/report/founding.h"

#include <optional>
#include <vector>

namespace downtimeline {

/// Every character is half as wide as its font is high: the same on every machine.
class FixedMeasure : public PageMeasure
{
public:
    double width(const QString &text, PageFace face) const override
    {
        return static_cast<double>(text.size()) * shapeOf(face).pixelSize * 0.5;
    }
};

/// Pictures of those heights: the timeline first, then the charts.
inline std::vector<ReportFigure> figuresOf(const std::vector<double> &heights)
{
    std::vector<ReportFigure> figures;
    for (const double height : heights)
        figures.push_back({.height = height, .alternative = QStringLiteral("A picture"), .isChart = !figures.empty()});
    return figures;
}

/// An incident with its analysis, laid out on paper with fixed widths.
struct LaidOutReport
{
    explicit LaidOutReport(
        WholeIncident incident, PaperSize paper = PaperSize::A4, const std::vector<double> &heights = {},
        std::vector<Source> read = {}, std::span<const ReportSection> sections = allReportSections())
        : whole(std::move(incident)), sources(std::move(read)), analysis(analyseResponse(indexOf(whole.events)))
    {
        const std::vector<ReportFigure> figures = figuresOf(heights);
        report = layoutReport(facts(), {.paper = paper, .figures = figures, .sections = sections}, FixedMeasure());
    }

    ReportFacts facts() const
    {
        const DisplayZone zone(std::chrono::hours(1), QStringLiteral("GMT+1"));
        return {.whole = whole, .analysis = analysis, .zone = zone, .findings = whole.findings, .sources = sources};
    }

    /// The texts, or those of one face, in the order in which they are painted.
    QStringList texts(std::optional<PageFace> face = {}) const
    {
        QStringList list;
        for (const ReportPage &page : report.pages)
            for (const PageText &text : page.texts)
                if (text.face == face.value_or(text.face))
                    list << text.text;
        return list;
    }

    WholeIncident whole;
    std::vector<Source> sources;
    ResponseAnalysis analysis;
    ReportPages report;
};

/// The founding incident as its owner edited it.
inline WholeIncident editedFounding()
{
    WholeIncident whole = foundingIncident();
    whole.incident.severity = Severity::Sev1;
    whole.incident.service = "all servers";
    whole.incident.summary = "All servers were down for 22 minutes after an upgrade. It was rolled back.\n\nNobody had "
                             "tried it before, see https://example.org/upgrade.";
    whole.incident.rootCause = "The new files asked for a login that the old software did not know.";
    whole.incident.authors = {"Ada", "Grace"};
    return whole;
}

/// That many events, a minute apart, of all kinds; every seventh title is long.
inline WholeIncident longIncident(int count)
{
    WholeIncident whole;
    whole.isStated = true;
    whole.incident.title = "A long night";
    whole.incident.offset = std::chrono::hours(1);
    for (int i = 0; i < count; ++i) {
        const EventKind kind = allEventKinds()[static_cast<std::size_t>(i) % eventKindCount];
        std::string title = "Event number " + std::to_string(i);
        if (i % 7 == 0)
            title += " with so many words that they take more than a single line of the table to be told";
        whole.events.push_back(foundingEvent(i / 60 % 24, i % 60, kind, Progress::Unstated, title));
    }
    return whole;
}

} // namespace downtimeline
