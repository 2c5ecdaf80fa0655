// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/htmlreport.h"
#include "models/report/htmltext.h"
#include "models/report/reportevents.h"
#include "models/report/runwrap.h"

#include <QCoreApplication>

#include <algorithm>

namespace downtimeline {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

// Mail programs and word processors keep what stands on the element itself.
constexpr std::string_view headCell =
    "<th align=\"left\" style=\"padding:3px 12px 3px 0;border-bottom:1px solid #1b2330;color:#5b6677\">";
constexpr std::string_view bodyCell =
    "<td valign=\"top\" style=\"padding:3px 12px 3px 0;border-bottom:1px solid #e1e6ed\">";

std::string cell(std::string_view element, const std::string &html)
{
    return std::string(element).append(html).append(element.substr(1, 2) == "th" ? "</th>" : "</td>");
}

/// A line of plain text that keeps its place in a table of tabs.
std::string plain(std::string_view utf8)
{
    return printable(utf8).toStdString();
}

} // namespace

std::string htmlExcerpt(const ReportFacts &facts)
{
    const Incident &incident = facts.whole.incident;
    std::string html = "<h2>" + htmlText(reportTitle(incident)) + "</h2>\n<p>" + htmlText(whenText(facts)) + "</p>\n";
    html += htmlParagraphs(incident.summary) + "<table cellspacing=\"0\">\n";
    for (const ReportMeasure &measure : reportMeasures(facts)) {
        html += "<tr>" + cell(bodyCell, "<b>" + htmlText(measure.caption) + "</b>") +
                cell(bodyCell, htmlText(measure.value)) + cell(bodyCell, htmlText(measure.definition)) + "</tr>\n";
    }
    html += "</table>\n<table cellspacing=\"0\">\n<tr>" + cell(headCell, htmlText(timeColumnTitle(facts))) +
            cell(headCell, htmlText(Words::tr("After start"))) + cell(headCell, htmlText(Words::tr("Kind"))) +
            cell(headCell, htmlText(Words::tr("Event"))) + "</tr>\n";
    for (const EventRow &row : eventRows(facts)) {
        html += "<tr>" + cell(bodyCell, htmlText(row.when)) + cell(bodyCell, htmlText(row.afterStart)) +
                cell(bodyCell, htmlText(kindName(row.event->kind))) + cell(bodyCell, htmlText(row.event->title)) +
                "</tr>\n";
    }
    html += "</table>\n";
    if (facts.whole.namesHidden)
        html += "<p>" + htmlText(Words::tr("Names on your list hidden")) + "</p>\n";
    return html;
}

std::string textExcerpt(const ReportFacts &facts)
{
    const Incident &incident = facts.whole.incident;
    std::string text = reportTitle(incident).toStdString() + "\n" + whenText(facts).toStdString() + "\n";
    for (const QString &paragraph : printableParagraphs(incident.summary))
        text += "\n" + paragraph.toStdString() + "\n";
    text += "\n";
    for (const ReportMeasure &measure : reportMeasures(facts)) {
        text += measure.caption.toStdString() + "\t" + measure.value.toStdString() + "\t" +
                measure.definition.toStdString() + "\n";
    }
    text += "\n" + timeColumnTitle(facts).toStdString() + "\t" + Words::tr("After start").toStdString() + "\t" +
            Words::tr("Kind").toStdString() + "\t" + Words::tr("Event").toStdString() + "\n";
    for (const EventRow &row : eventRows(facts)) {
        text += row.when.toStdString() + "\t" + row.afterStart.toStdString() + "\t" +
                kindName(row.event->kind).toStdString() + "\t" + plain(row.event->title) + "\n";
    }
    if (facts.whole.namesHidden)
        text += "\n" + Words::tr("Names on your list hidden").toStdString() + "\n";
    return text;
}

} // namespace downtimeline
