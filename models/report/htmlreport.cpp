// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/htmlreport.h"

#include "models/report/derivedends.h"
#include "models/report/htmlstyle.h"
#include "models/report/htmltext.h"
#include "models/report/reportevents.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>
#include <map>
#include <ostream>

namespace downtimeline {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

/// The only style of a page, and what its policy knows it by.
std::string policyFor(const std::string &style)
{
    const QByteArray hash =
        QCryptographicHash::hash(QByteArray::fromStdString(style), QCryptographicHash::Sha256).toBase64();
    return "default-src 'none'; style-src 'sha256-" + hash.toStdString() + "'; base-uri 'none'; form-action 'none'";
}

/// Writes the sections of one page.
class HtmlPage
{
public:
    HtmlPage(std::ostream &out, const ReportFacts &facts, const HtmlPictures &pictures, const GoOn &goOn)
        : m_out(out), m_facts(facts), m_pictures(pictures), m_goOn(goOn), m_rows(eventRows(facts))
    {
        for (const EventRow &row : m_rows) {
            const Event &event = *row.event;
            if (event.line > 0)
                m_places.try_emplace({event.source, event.line}, row.number);
        }
    }

    void write();

private:
    void putHead();
    void putHeader();
    void putContents();
    void putMeasures();
    void putProse(std::string_view id, const QString &heading, std::string_view utf8);
    void putFigures();
    void putEvents();
    void putRow(const EventRow &row);
    void putActions();
    void putFindings();
    void putLines(const Finding &finding);
    void putDefinitions();
    void putSources();
    void open(std::string_view id, const QString &heading);
    void close() { m_out << "</section>\n"; }

    std::ostream &m_out;
    const ReportFacts &m_facts;
    const HtmlPictures &m_pictures;
    const GoOn &m_goOn;
    std::vector<EventRow> m_rows;
    std::map<std::pair<SourceId, int>, std::size_t> m_places; ///< the row of a line
};

void HtmlPage::open(std::string_view id, const QString &heading)
{
    m_out << "<section id=\"" << id << "\" aria-labelledby=\"" << id << "-heading\">\n<h2 id=\"" << id << "-heading\">"
          << htmlText(heading) << "</h2>\n";
}

void HtmlPage::putHead()
{
    const std::string style = htmlStyle(m_pictures.lightRules, m_pictures.darkRules);
    m_out << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
          << "<meta http-equiv=\"Content-Security-Policy\" content=\"" << policyFor(style) << "\">\n"
          << "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
          << "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
          << "<meta name=\"generator\" content=\"Downtimeline\">\n<title>"
          << htmlText(reportTitle(m_facts.whole.incident)) << "</title>\n<style>" << style
          << "</style>\n</head>\n<body>\n<main>\n";
}

void HtmlPage::putHeader()
{
    const Incident &incident = m_facts.whole.incident;
    m_out << "<header>\n<p class=\"kicker" << (incident.severity ? " severe" : "") << "\">"
          << htmlText(kickerText(incident)) << "</p>\n<h1>" << htmlText(reportTitle(incident))
          << "</h1>\n<p class=\"when\">" << htmlText(whenText(m_facts)) << "</p>\n</header>\n";
}

void HtmlPage::putMeasures()
{
    m_out << "<dl class=\"measures\">\n";
    for (const ReportMeasure &measure : reportMeasures(m_facts)) {
        const char *look = !measure.isKnown ? " class=\"unknown\"" : measure.isDowntime ? " class=\"severe\"" : "";
        m_out << "<div title=\"" << htmlText(measure.definition) << "\"><dt>" << htmlText(measure.caption) << "</dt><dd"
              << look << '>' << htmlText(measure.value) << "</dd></div>\n";
    }
    m_out << "</dl>\n";
}

void HtmlPage::putContents()
{
    const WholeIncident &whole = m_facts.whole;
    const auto entry = [this](std::string_view id, const QString &words, bool isThere) {
        if (isThere)
            m_out << "<li><a href=\"#" << id << "\">" << htmlText(words) << "</a></li>\n";
    };
    const bool isOpen = std::ranges::any_of(
        m_facts.findings, [](const Finding &finding) { return finding.decision == Finding::Decision::Open; });
    m_out << "<nav aria-label=\"" << htmlText(Words::tr("Contents")) << "\">\n<ul>\n";
    entry("summary", Words::tr("Summary"), !whole.incident.summary.empty());
    entry("impact", Words::tr("Impact"), !whole.incident.impact.empty());
    entry("timeline", Words::tr("Timeline"), !m_pictures.figures.empty());
    entry("events", Words::tr("Events"), !m_rows.empty());
    entry("cause", Words::tr("Root cause"), !whole.incident.rootCause.empty());
    entry("resolution", Words::tr("Resolution"), !whole.incident.resolution.empty());
    entry("actions", Words::tr("Follow-up actions"), !whole.actions.empty());
    entry("findings", Words::tr("Findings to settle"), isOpen);
    entry("definitions", Words::tr("How the times are measured"), true);
    entry("sources", Words::tr("Sources"), !m_facts.sources.empty());
    m_out << "</ul>\n</nav>\n";
}

void HtmlPage::putProse(std::string_view id, const QString &heading, std::string_view utf8)
{
    const std::string paragraphs = htmlParagraphs(utf8);
    if (paragraphs.empty())
        return;
    open(id, heading);
    m_out << paragraphs;
    close();
}

void HtmlPage::putFigures()
{
    if (m_pictures.figures.empty())
        return;
    open("timeline", Words::tr("Timeline"));
    for (const std::string &figure : m_pictures.figures)
        m_out << "<figure tabindex=\"0\">\n" << figure << "</figure>\n";
    close();
}

void HtmlPage::putRow(const EventRow &row)
{
    const Event &event = *row.event;
    const std::string title = htmlText(event.title);
    m_out << "<tr id=\"event-" << row.number << "\"><td class=\"time\">" << htmlText(row.when)
          << "</td><td class=\"after\">" << htmlText(row.afterStart) << "</td><td class=\"kind\">"
          << m_pictures.marks[static_cast<std::size_t>(event.kind)] << htmlText(kindName(event.kind)) << "</td><td>"
          << (title.empty() ? "—" : title);
    const std::string detail = htmlParagraphs(event.detail, "div");
    if (!detail.empty())
        m_out << "<div class=\"detail\">" << detail << "</div>";
    std::string whose = htmlText(event.actor);
    if (!event.service.empty())
        whose += (whose.empty() ? "" : " · ") + htmlText(event.service);
    if (!whose.empty())
        m_out << "<div class=\"whose\">" << whose << "</div>";
    m_out << "</td></tr>\n";
}

void HtmlPage::putEvents()
{
    const auto hidden = std::ranges::count_if(m_facts.whole.events, &Event::hidden);
    if (m_rows.empty() && hidden == 0)
        return;
    open("events", Words::tr("Events"));
    m_out << "<table>\n<thead><tr><th scope=\"col\">" << htmlText(timeColumnTitle(m_facts)) << "</th><th scope=\"col\">"
          << htmlText(Words::tr("After start")) << "</th><th scope=\"col\">" << htmlText(Words::tr("Kind"))
          << "</th><th scope=\"col\">" << htmlText(Words::tr("Event")) << "</th></tr></thead>\n<tbody>\n";
    RowWatch watch(m_goOn, m_rows.size());
    for (const EventRow &row : m_rows) {
        putRow(row);
        if (!watch.next())
            break;
    }
    m_out << "</tbody>\n</table>\n";
    if (hidden > 0)
        m_out << "<p class=\"note\">" << htmlText(Words::tr("Events left out: %1.").arg(hidden)) << "</p>\n";
    close();
}

void HtmlPage::putActions()
{
    if (m_facts.whole.actions.empty())
        return;
    open("actions", Words::tr("Follow-up actions"));
    m_out << "<table>\n<thead><tr>";
    for (const QString &title : {Words::tr("Action"), Words::tr("Owner (role)"), Words::tr("Due"), Words::tr("State")})
        m_out << "<th scope=\"col\">" << htmlText(title) << "</th>";
    m_out << "</tr></thead>\n<tbody>\n";
    for (const Action &action : m_facts.whole.actions) {
        const QString state = action.state == Action::State::Done ? Words::tr("Done") : Words::tr("Open");
        m_out << "<tr>";
        for (const std::string *text : {&action.text, &action.owner, &action.due})
            m_out << "<td>" << (text->empty() ? "—" : htmlText(*text)) << "</td>";
        m_out << "<td>" << htmlText(state) << "</td></tr>\n";
    }
    m_out << "</tbody>\n</table>\n";
    close();
}

/// "lines 7, 11": those that an event stands on lead to its row.
void HtmlPage::putLines(const Finding &finding)
{
    const auto source = std::ranges::find(m_facts.sources, finding.source, &Source::id);
    if (m_facts.sources.size() > 1 && source != m_facts.sources.end())
        m_out << htmlText(source->name) << ", ";
    m_out << htmlText(finding.lines.size() == 1 ? Words::tr("line") : Words::tr("lines")) << ' ';
    const char *separator = "";
    for (const int line : finding.lines) {
        m_out << separator;
        separator = ", ";
        const auto row = m_places.find({finding.source, line});
        if (row == m_places.end())
            m_out << line;
        else
            m_out << "<a href=\"#event-" << row->second << "\">" << line << "</a>";
    }
}

void HtmlPage::putFindings()
{
    bool isFirst = true;
    std::size_t decided = 0;
    for (const Finding &finding : m_facts.findings) {
        if (finding.decision != Finding::Decision::Open) {
            ++decided;
            continue;
        }
        if (isFirst)
            open("findings", Words::tr("Findings to settle"));
        isFirst = false;
        m_out << "<div class=\"finding\"><p><strong>" << htmlText(finding.title) << "</strong></p>\n"
              << htmlParagraphs(finding.message);
        if (!finding.lines.empty()) {
            m_out << "<p class=\"where\">";
            putLines(finding);
            m_out << "</p>";
        }
        m_out << "</div>\n";
    }
    if (isFirst)
        return;
    if (decided > 0)
        m_out << "<p class=\"note\">"
              << htmlText(Words::tr("Findings settled or dismissed: %1.").arg(static_cast<qulonglong>(decided)))
              << "</p>\n";
    close();
}

void HtmlPage::putDefinitions()
{
    open("definitions", Words::tr("How the times are measured"));
    m_out << "<dl class=\"small\">\n";
    for (const ReportMeasure &measure : reportMeasures(m_facts)) {
        m_out << "<dt>" << htmlText(measure.caption) << ", " << htmlText(measure.value) << "</dt><dd>"
              << htmlText(measure.definition) << "</dd>\n";
    }
    for (const Explained &explained : m_facts.whole.explained) {
        const QString where = explained.line > 0
                                  ? linesText(std::span(&explained.line, 1), explained.source, m_facts.sources)
                                  : QString();
        m_out << "<dt>“" << htmlText(explained.text) << "”" << (where.isEmpty() ? "" : ", ") << htmlText(where)
              << "</dt><dd>" << htmlText(Words::tr("It fits the timeline: from")) << ' ' << htmlText(explained.from)
              << ' ' << htmlText(Words::tr("to")) << ' ' << htmlText(explained.to) << ".</dd>\n";
    }
    m_out << "</dl>\n";
    close();
}

void HtmlPage::putSources()
{
    if (m_facts.sources.empty())
        return;
    open("sources", Words::tr("Sources"));
    m_out << "<dl class=\"small\">\n";
    for (const Source &source : m_facts.sources) {
        const std::string name = htmlText(source.name);
        m_out << "<dt>" << (name.empty() ? "—" : name) << "</dt><dd>";
        if (source.illustrative)
            m_out << htmlText(Words::tr("Its figures are illustrative.")) << ' ';
        if (source.clockShift != Duration::zero())
            m_out << htmlText(Words::tr("Its clock is shifted by %1.").arg(afterStartText(source.clockShift))) << ' ';
        if (!source.sha256.empty())
            m_out << "SHA-256 <code>" << htmlText(source.sha256) << "</code>";
        m_out << "</dd>\n";
    }
    m_out << "</dl>\n";
    close();
}

void HtmlPage::write()
{
    const Incident &incident = m_facts.whole.incident;
    putHead();
    putHeader();
    putMeasures();
    putContents();
    putProse("summary", Words::tr("Summary"), incident.summary);
    putProse("impact", Words::tr("Impact"), incident.impact);
    putFigures();
    putEvents();
    putProse("cause", Words::tr("Root cause"), incident.rootCause);
    putProse("resolution", Words::tr("Resolution"), incident.resolution);
    putActions();
    putFindings();
    putDefinitions();
    putSources();
    if (m_facts.whole.namesHidden)
        m_out << "<p class=\"note\">" << htmlText(Words::tr("Names on your list hidden")) << "</p>\n";
    m_out << "</main>\n</body>\n</html>\n";
}

} // namespace

void writeHtmlReport(std::ostream &out, const ReportFacts &facts, const HtmlPictures &pictures, const GoOn &goOn)
{
    HtmlPage(out, facts, pictures, goOn).write();
}

} // namespace downtimeline
