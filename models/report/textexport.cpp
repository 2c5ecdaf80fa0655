// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/textexport.h"

#include "models/analysis/impact.h"
#include "models/analysis/milestones.h"
#include "models/report/derivedends.h"
#include "models/timeline/displayzone.h"

#include <QCoreApplication>

#include <charconv>
#include <ostream>

namespace downtimeline {
namespace {

bool isNumber(std::string_view text)
{
    if (text.starts_with('+'))
        text.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size();
}

/// A spreadsheet runs what starts like this, also behind white space and in full width (OWASP, CSV injection).
bool looksLikeFormula(std::string_view text)
{
    if (text.empty() || isNumber(text))
        return false;
    if (text.front() == '\t' || text.front() == '\r' || text.front() == '\n')
        return true;
    const std::size_t first = text.find_first_not_of(" \"'");
    if (first == std::string_view::npos)
        return false;
    const std::string_view rest = text.substr(first);
    if (isNumber(rest))
        return false;
    for (const std::string_view sign : {"=", "+", "-", "@", "＝", "＋", "－", "＠"}) {
        if (rest.starts_with(sign))
            return true;
    }
    return false;
}

void putRow(std::ostream &out, std::initializer_list<std::string_view> fields)
{
    const char *separator = "";
    for (const std::string_view field : fields) {
        out << separator << csvField(field);
        separator = ",";
    }
    out << "\r\n";
}

std::string markdown(std::string_view utf8)
{
    std::string text;
    for (const char c : utf8) {
        if (std::string_view("\\`*_{}[]<>#|~!").find(c) != std::string_view::npos)
            text += '\\';
        text += c == '\n' || c == '\r' ? ' ' : c;
    }
    return text;
}

void putSection(std::ostream &out, std::string_view title, std::string_view text)
{
    if (!text.empty())
        out << "\n## " << title << "\n\n" << markdown(text) << '\n';
}

void putMeasures(std::ostream &out, const Incident &incident, const EventIndex &index)
{
    const ResponseAnalysis analysis = analyseResponse(index, statedImpact(incident));
    out << "\n## Response\n\n| Measure | Value | Definition |\n| --- | --- | --- |\n";
    for (const ResponseTime &time : analysis.times) {
        const auto value = time.value();
        out << "| " << responseMeasureName(time.measure).toStdString() << " | "
            << (value ? durationText(*value).toStdString() : "not known") << " | "
            << responseMeasureDefinition(time.measure).toStdString() << " |\n";
    }
}

/// What is known of it, else the words of the source.
std::string knownTime(const WrittenTime &time)
{
    std::string text = isoText(time);
    return text.empty() ? time.text : text;
}

void putTimeline(std::ostream &out, const WholeIncident &incident, const GoOn &goOn)
{
    RowWatch rows(goOn, incident.events.size());
    out << "\n## Timeline\n\n| Time | Until | Kind | Event |\n| --- | --- | --- | --- |\n";
    const std::vector<std::optional<Instant>> ends = endsOf(incident.events);
    for (std::size_t i = 0; i < incident.events.size(); ++i) {
        const Event &event = incident.events[i];
        const std::string until =
            ends[i] ? isoText(writtenTimeOf(*ends[i], event.time.offset, event.time.zoneOrigin)) : std::string();
        out << "| " << markdown(knownTime(event.time)) << " | " << until << " | " << kindName(event.kind).toStdString()
            << " | " << markdown(event.title) << " |\n";
        if (!rows.next())
            return;
    }
}

} // namespace

std::string csvField(std::string_view utf8)
{
    const bool guarded = looksLikeFormula(utf8);
    if (!guarded && utf8.find_first_of("\",\r\n;\t") == std::string_view::npos)
        return std::string(utf8);
    std::string field = guarded ? "\"'" : "\"";
    for (const char c : utf8) {
        if (c == '"')
            field += '"';
        field += c;
    }
    return field + '"';
}

void writeEventsCsv(std::ostream &out, const WholeIncident &incident, const GoOn &goOn)
{
    RowWatch rows(goOn, incident.events.size());
    putRow(out, {"time", "until", "kind", "title", "detail", "service", "actor", "line"});
    const std::vector<std::optional<Instant>> ends = endsOf(incident.events);
    for (std::size_t i = 0; i < incident.events.size(); ++i) {
        const Event &event = incident.events[i];
        const std::string until =
            ends[i] ? isoText(writtenTimeOf(*ends[i], event.time.offset, event.time.zoneOrigin)) : std::string();
        putRow(
            out, {knownTime(event.time), until, kindKey(event.kind), event.title, event.detail, event.service,
                  event.actor, event.line > 0 ? std::to_string(event.line) : std::string()});
        if (!rows.next())
            return;
    }
}

void writeMarkdown(std::ostream &out, const WholeIncident &incident, const GoOn &goOn)
{
    const Incident &head = incident.incident;
    out << "# " << markdown(head.title.empty() ? "Untitled incident" : head.title) << '\n';
    if (head.severity)
        out << "\nSeverity: " << severityKey(*head.severity) << '\n';
    putSection(out, "Summary", head.summary);
    putSection(out, "Impact", head.impact);
    const EventIndex index = indexOf(incident.events);
    if (!index.empty())
        putMeasures(out, incident.incident, index);
    if (!incident.events.empty())
        putTimeline(out, incident, goOn);
    putSection(out, "Root cause", head.rootCause);
    putSection(out, "Resolution", head.resolution);
    if (!incident.actions.empty())
        out << "\n## Actions\n\n";
    for (const Action &action : incident.actions) {
        out << (action.state == Action::State::Done ? "- [x] " : "- [ ] ") << markdown(action.text);
        out << (action.owner.empty() ? "" : " (" + markdown(action.owner) + ")") << '\n';
    }
    if (!incident.findings.empty())
        out << "\n## Findings to settle\n\n";
    for (const Finding &finding : incident.findings)
        out << "- **" << markdown(finding.title) << ".** " << markdown(finding.message) << '\n';
    if (incident.namesHidden)
        out << "\n" << QCoreApplication::translate("Report", "Names on your list hidden").toStdString() << '\n';
}

} // namespace downtimeline
