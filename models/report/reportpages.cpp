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
    putTexts(flow, {.text = reportTitle(incident), .face = PageFace::Title});
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

void putFigures(PageFlow &flow, std::span<const double> heights)
{
    bool isFirst = true;
    for (std::size_t i = 0; i < heights.size(); ++i) {
        if (heights[i] <= 0)
            continue;
        const double height = std::min(heights[i], flow.bodyHeight());
        if (isFirst)
            flow.heading(Words::tr("Timeline"), height);
        isFirst = false;
        flow.keep(height);
        // Under the heading a picture as tall as a page has no room: it is painted that much smaller.
        const double room = std::min(height, flow.room());
        flow.page().figures.push_back({.figure = i, .rect = QRectF(flow.left(), flow.y(), flow.width(), room)});
        flow.advance(room + figureGap);
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

ReportPages layoutReport(const ReportFacts &facts, const ReportRequest &request, const PageMeasure &measure)
{
    const Incident &incident = facts.whole.incident;
    ReportPages report{.size = sizeOf(request.paper), .title = reportTitle(incident), .author = authorsOf(incident)};
    PageFlow flow(report, measure);
    const std::vector<ReportMeasure> measures = reportMeasures(facts);
    putHead(flow, facts);
    putMeasures(flow, measures);
    putProse(flow, Words::tr("Summary"), incident.summary);
    putProse(flow, Words::tr("Impact"), incident.impact);
    putFigures(flow, request.figureHeights);
    putEvents(flow, facts);
    putProse(flow, Words::tr("Root cause"), incident.rootCause);
    putProse(flow, Words::tr("Resolution"), incident.resolution);
    putActions(flow, facts.whole.actions);
    putFindings(flow, facts);
    putDefinitions(flow, measures, facts);
    putSources(flow, facts.sources);
    putFooters(report, facts.whole.namesHidden, measure);
    return report;
}

} // namespace downtimeline
