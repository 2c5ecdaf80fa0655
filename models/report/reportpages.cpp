// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/reportpages.h"

#include "models/report/pageflow.h"
#include "models/report/reportsections.h"
#include "models/report/runwrap.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace downtimeline {
namespace {

constexpr double figureGap = 8;
constexpr double leastShrink = 0.88; ///< of a page: a taller picture may be painted smaller

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

void putTexts(PageFlow &flow, const StyledRun &run)
{
    flow.paragraph(std::span(&run, 1));
}

void putHead(PageFlow &flow, const ReportFacts &facts)
{
    const Incident &incident = facts.whole.incident;
    const PageInk ink = incident.severity ? PageInk::Danger : PageInk::Muted;
    putTexts(flow, {.text = kickerText(incident), .face = PageFace::Kicker, .ink = ink});
    flow.advance(2);
    {
        const Inside title(flow, PageTag::Title);
        putTexts(flow, {.text = reportTitle(incident), .face = PageFace::Title});
    }
    flow.advance(2);
    putTexts(flow, {.text = whenText(facts), .face = PageFace::Subtitle, .ink = PageInk::Muted});
    flow.advance(20);
    flow.hairline(flow.y(), PageInk::Ink);
    flow.advance(11);
}

/// What is not known has no figure to be seen from afar.
PageFace faceOf(const ReportMeasure &measure)
{
    return measure.isKnown ? PageFace::Measure : PageFace::Body;
}

PageInk inkOf(const ReportMeasure &measure)
{
    if (!measure.isKnown)
        return PageInk::Muted;
    return measure.isDowntime ? PageInk::Danger : PageInk::Ink;
}

double widthOf(const ReportMeasure &measure, const PageMeasure &texts)
{
    return std::max(texts.width(measure.value, faceOf(measure)), texts.width(measure.caption, PageFace::Caption));
}

/// The measures in one row from margin to margin, with equal gaps.
void putMeasures(PageFlow &flow, std::span<const ReportMeasure> measures)
{
    double taken = 0;
    for (const ReportMeasure &measure : measures)
        taken += widthOf(measure, flow.measure());
    const double gap = (flow.width() - taken) / static_cast<double>(std::max<std::size_t>(1, measures.size() - 1));
    const double valueHeight = shapeOf(PageFace::Measure).lineHeight;
    double x = flow.left();
    for (const ReportMeasure &measure : measures) {
        const double lift = valueHeight - shapeOf(faceOf(measure)).lineHeight;
        flow.text(x, flow.y() + lift, {.text = measure.value, .face = faceOf(measure), .ink = inkOf(measure)});
        flow.text(
            x, flow.y() + valueHeight, {.text = measure.caption, .face = PageFace::Caption, .ink = PageInk::Muted});
        x += widthOf(measure, flow.measure()) + gap;
    }
    flow.advance(valueHeight + shapeOf(PageFace::Caption).lineHeight + 12);
    flow.hairline(flow.y() - 1);
}

void putFigure(PageFlow &flow, const ReportFigure &figure, std::size_t place)
{
    const double line = figure.above.isEmpty() ? 0 : shapeOf(PageFace::Caption).lineHeight;
    const double height = std::min(figure.height, flow.bodyHeight() - line);
    // Under a heading a picture as tall as a page has no room: it is painted that much smaller.
    const double nearlyAPage = flow.bodyHeight() * leastShrink;
    if (height + line <= nearlyAPage || flow.room() < nearlyAPage)
        flow.keep(height + line);
    if (line > 0)
        putTexts(flow, {.text = figure.above, .face = PageFace::Caption, .ink = PageInk::Muted});
    const double room = std::min(height, flow.room());
    const QRectF rect(flow.left(), flow.y(), flow.width(), room);
    flow.page().figures.push_back(
        {.figure = place, .rect = rect, .node = flow.addNode(PageTag::Figure, figure.alternative)});
    flow.advance(room + figureGap);
}

/// The pictures of the timeline, or the charts; charts that follow the timeline need no heading of their own.
void putFigures(PageFlow &flow, std::span<const ReportFigure> figures, bool areCharts, bool hasHeading)
{
    for (std::size_t i = 0; i < figures.size(); ++i) {
        if (figures[i].height <= 0 || figures[i].isChart != areCharts)
            continue;
        const double line = figures[i].above.isEmpty() ? 0 : shapeOf(PageFace::Caption).lineHeight;
        if (!hasHeading)
            flow.heading(areCharts ? Words::tr("Charts") : Words::tr("Timeline"), figures[i].height + line);
        hasHeading = true;
        putFigure(flow, figures[i], i);
    }
}

void putFooters(ReportPages &report, bool namesHidden, const PageMeasure &measure)
{
    const double top = report.size.height() - PageFlow::footerTop;
    const double left = PageFlow::margin;
    const double right = report.size.width() - PageFlow::margin;
    const double height = shapeOf(PageFace::Footer).lineHeight;
    const auto place = [&](double x, const QString &text) {
        const QRectF rect(x, top + 8, measure.width(text, PageFace::Footer), height);
        return PageText{.rect = rect, .text = text, .face = PageFace::Footer, .ink = PageInk::Muted};
    };
    for (std::size_t i = 0; i < report.pages.size(); ++i) {
        ReportPage &page = report.pages[i];
        page.fills.push_back({.rect = QRectF(left, top, right - left, 1), .ink = PageInk::Hairline});
        const QString number = Words::tr("Page %1 of %2").arg(i + 1).arg(report.pages.size());
        const double numberLeft = right - measure.width(number, PageFace::Footer);
        const QString hidden = namesHidden ? QStringLiteral(" · ") + Words::tr("Names on your list hidden") : QString();
        const QString words = QStringLiteral(" · ") + Words::tr("incident report") + hidden;
        const double room = numberLeft - left - 24 - measure.width(words, PageFace::Footer);
        page.texts.push_back(place(left, shortened(report.title, PageFace::Footer, room, measure) + words));
        page.texts.push_back(place(numberLeft, number));
    }
}

QString authorsOf(const Incident &incident)
{
    QStringList authors;
    for (const std::string &author : incident.authors)
        authors << printable(author, 200);
    authors.removeAll(QString());
    return authors.join(QStringLiteral(", "));
}

} // namespace

double figureWidth(PaperSize paper)
{
    return sizeOf(paper).width() - 2 * PageFlow::margin;
}

double mostFigureHeight(PaperSize paper)
{
    ReportPages empty{.size = sizeOf(paper)};
    class NoTexts : public PageMeasure
    {
        double width(const QString &, PageFace) const override { return 0; }
    } const noTexts;
    return PageFlow(empty, noTexts).bodyHeight();
}

double mostPartHeight(PaperSize paper)
{
    constexpr double heading = 30;
    return mostFigureHeight(paper) - heading - shapeOf(PageFace::Caption).lineHeight;
}

namespace {

/// Puts one section after another.
class ReportWriter
{
public:
    ReportWriter(const ReportFacts &facts, const ReportRequest &request, const PageMeasure &measure)
        : m_facts(facts), m_request(request), m_links(facts, request.sections), m_measures(reportMeasures(facts)),
          m_report{
              .size = sizeOf(request.paper),
              .title = reportTitle(facts.whole.incident),
              .author = authorsOf(facts.whole.incident),
              .keywords = keywordsText(facts)},
          m_flow(m_report, measure)
    {}

    ReportPages write()
    {
        if (m_request.paper == PaperSize::Slides)
            m_flow.keepSectionsApart();
        putHead(m_flow, m_facts);
        std::optional<ReportSection> before;
        for (const ReportSection section : m_request.sections) {
            put(section, before);
            before = section;
        }
        putFooters(m_report, m_facts.whole.namesHidden, m_flow.measure());
        return std::move(m_report);
    }

private:
    void put(ReportSection section, std::optional<ReportSection> before)
    {
        const WholeIncident &whole = m_facts.whole;
        switch (section) {
        case ReportSection::Measures:
            putMeasures(m_flow, m_measures);
            if (std::ranges::find(m_request.sections, ReportSection::Definitions) == m_request.sections.end())
                putDefinitions(m_flow, m_measures, m_facts, m_links);
            break;
        case ReportSection::Summary:
            putProse(m_flow, Words::tr("Summary"), whole.incident.summary);
            putProse(m_flow, Words::tr("Impact"), whole.incident.impact);
            break;
        case ReportSection::Timeline:
            putFigures(m_flow, m_request.figures, false, false);
            break;
        case ReportSection::Charts:
            putFigures(m_flow, m_request.figures, true, before == ReportSection::Timeline && hasTimeline());
            break;
        case ReportSection::Events:
            putEvents(m_flow, m_facts, m_links);
            break;
        case ReportSection::Cause:
            putProse(m_flow, Words::tr("Root cause"), whole.incident.rootCause);
            putProse(m_flow, Words::tr("Resolution"), whole.incident.resolution);
            break;
        case ReportSection::Actions:
            putActions(m_flow, whole.actions, m_links);
            break;
        case ReportSection::Findings:
            putFindings(m_flow, m_facts, m_links);
            break;
        case ReportSection::Definitions:
            putDefinitions(m_flow, m_measures, m_facts, m_links);
            break;
        case ReportSection::Sources:
            putSources(m_flow, m_facts.sources);
            break;
        case ReportSection::Appendix:
            putAppendix(m_flow, m_facts.sources, m_links);
            break;
        }
    }

    bool hasTimeline() const
    {
        return std::ranges::any_of(
            m_request.figures, [](const ReportFigure &figure) { return !figure.isChart && figure.height > 0; });
    }

    const ReportFacts &m_facts;
    const ReportRequest &m_request;
    LineLinks m_links;
    std::vector<ReportMeasure> m_measures;
    ReportPages m_report;
    PageFlow m_flow;
};

} // namespace

ReportPages layoutReport(const ReportFacts &facts, const ReportRequest &request, const PageMeasure &measure)
{
    return ReportWriter(facts, request, measure).write();
}

} // namespace downtimeline
