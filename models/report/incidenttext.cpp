// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/incidenttext.h"

#include "models/analysis/errorbudget.h"
#include "models/analysis/impact.h"
#include "models/analysis/milestones.h"
#include "models/timeline/statedzone.h"

#include <cmath>
#include <ostream>

namespace downtimeline {
namespace {

/// Text padded to a width in characters, not bytes.
std::string padded(const QString &text, int width)
{
    return text.leftJustified(width).toStdString();
}

std::string endText(const MilestonePoint &point, const TitleOfEvent &titleOf, const DisplayZone &zone)
{
    std::string text = clockText(point.at, zone).toStdString();
    const std::optional<std::string> title = point.event ? titleOf(*point.event) : std::nullopt;
    return text + " " + (title ? terminalText(*title) : milestoneName(point).toStdString());
}

void putHead(std::ostream &out, const WholeIncident &incident, const EventIndex &index, const DisplayZone &zone)
{
    const Incident &head = incident.incident;
    out << (head.title.empty() ? "Untitled" : terminalText(head.title)) << '\n';
    if (!index.empty()) {
        Instant end = index.front().at;
        for (const EventEntry &entry : index)
            end = std::max(end, entry.end);
        out << rangeText({index.front().at, end}, zone).toStdString();
        out << (head.offset ? "" : ", zone not stated") << '\n';
    }
    if (head.severity)
        out << "Severity: " << severityKey(*head.severity) << '\n';
    if (!head.service.empty())
        out << "Service: " << terminalText(head.service) << '\n';
    if (incident.namesHidden)
        out << "Names on your list hidden\n";
}

void putMeasures(
    std::ostream &out, const ResponseAnalysis &analysis, const TitleOfEvent &titleOf, const DisplayZone &zone)
{
    if (analysis.downtime > Duration::zero()) {
        const double share = ErrorBudget{}.share(analysis.downtime);
        out << "\nDowntime " << durationText(analysis.downtime).toStdString() << ", " << std::lround(share * 100)
            << " % of the error budget (99.9 % over 30 days)\n";
    }
    for (const ResponseTime &time : analysis.times) {
        out << padded(responseMeasureName(time.measure), 22);
        if (const auto value = time.value()) {
            out << padded(durationText(*value), 12) << endText(*time.from, titleOf, zone) << " -> "
                << endText(*time.to, titleOf, zone) << '\n';
        } else if (time.isReversed()) {
            out << padded(QStringLiteral("not known"), 12)
                << "it ended before it began: " << endText(*time.from, titleOf, zone) << " -> "
                << endText(*time.to, titleOf, zone) << '\n';
        } else {
            out << "not known\n";
        }
    }
}

std::string linesText(const std::vector<int> &lines)
{
    std::string text;
    for (const int line : lines)
        text += (text.empty() ? (lines.size() == 1 ? "line " : "lines ") : ", ") + std::to_string(line);
    return text;
}

void putFindings(std::ostream &out, const WholeIncident &incident)
{
    if (!incident.findings.empty())
        out << "\nFindings: " << incident.findings.size() << '\n';
    for (const Finding &finding : incident.findings) {
        out << "  " << terminalText(finding.title) << ". " << terminalText(finding.message) << " ("
            << linesText(finding.lines) << ")\n";
    }
    for (const Explained &explained : incident.explained) {
        out << "  Explained: \"" << terminalText(explained.text) << "\", line " << explained.line << ": from "
            << terminalText(explained.from) << " to " << terminalText(explained.to) << '\n';
    }
}

void putRest(std::ostream &out, const WholeIncident &incident, std::span<const Skip> skipped)
{
    for (const WholeSeries &whole : incident.series) {
        out << "\nSeries: " << terminalText(whole.series.name) << ", " << measureKey(whole.series.measure) << ", unit "
            << (whole.series.unit.empty() ? "not stated" : terminalText(whole.series.unit)) << ", "
            << whole.sampleCount() << " samples";
    }
    if (!incident.series.empty())
        out << '\n';
    if (!incident.actions.empty())
        out << "\nActions: " << incident.actions.size() << '\n';
    for (const Action &action : incident.actions)
        out << "  " << terminalText(action.text)
            << (action.owner.empty() ? "" : " (" + terminalText(action.owner) + ")") << '\n';
    if (!incident.questions.empty())
        out << "\nTo be settled: " << incident.questions.size() << '\n';
    for (const Question &question : incident.questions)
        out << "  " << terminalText(question.message) << '\n';
    if (!skipped.empty())
        out << "\nNot read: " << skipped.size() << '\n';
    for (const Skip &skip : skipped)
        out << "  line " << skip.line << ": " << terminalText(skip.reason) << '\n';
}

bool mayStand(char32_t c)
{
    if (c < 0x20 || (c >= 0x7F && c < 0xA0))
        return false;
    const bool isDirection = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    const bool isInvisible = (c >= 0x200B && c <= 0x200F) || c == 0xFEFF;
    return !isDirection && !isInvisible;
}

} // namespace

std::string terminalText(std::string_view utf8)
{
    QString text;
    for (const char32_t c : QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())).toUcs4()) {
        if (c == U'\n' || c == U'\t')
            text += u' ';
        else
            text += mayStand(c) ? QString::fromUcs4(&c, 1) : QStringLiteral("\uFFFD");
    }
    return text.toStdString();
}

std::vector<EventId> eventsNamed(const EventIndex &index, const Incident &incident)
{
    std::vector<EventId> ids;
    for (const ResponseTime &time : analyseResponse(index, statedImpact(incident)).times) {
        for (const auto &point : {time.from, time.to}) {
            if (point && point->event)
                ids.push_back(*point->event);
        }
    }
    return ids;
}

void writeTextBefore(
    std::ostream &out, const WholeIncident &incident, const EventIndex &index, std::size_t events,
    const TitleOfEvent &titleOf)
{
    const DisplayZone zone = statedZone(incident.incident.offset, incident.incident.zone);
    putHead(out, incident, index, zone);
    if (!index.empty())
        putMeasures(out, analyseResponse(index, statedImpact(incident.incident)), titleOf, zone);
    if (events > 0)
        out << "\nEvents: " << events << '\n';
}

void writeTextEvent(std::ostream &out, const Event &event, std::optional<Instant> end)
{
    std::string when = event.time.precision == Precision::Approximate ? "about " : "";
    when += isoText(event.time);
    if (end && event.at)
        when += " (" + durationText(*end - *event.at).toStdString() + ")";
    out << "  " << padded(QString::fromStdString(when), 36) << padded(kindName(event.kind), 17)
        << terminalText(event.title);
    if (event.line > 0)
        out << "  line " << event.line;
    out << '\n';
}

void writeTextBehind(std::ostream &out, const WholeIncident &incident, std::span<const Skip> skipped)
{
    putFindings(out, incident);
    putRest(out, incident, skipped);
}

void writeIncidentText(std::ostream &out, const WholeIncident &incident, std::span<const Skip> skipped)
{
    const EventIndex index = indexOf(incident.events);
    const EventEnds ends(index);
    const auto titleOf = [&incident](EventId id) -> std::optional<std::string> {
        for (std::size_t i = 0; i < incident.events.size(); ++i) {
            if (idOf(incident.events[i], i) == id)
                return incident.events[i].title;
        }
        return std::nullopt;
    };
    writeTextBefore(out, incident, index, incident.events.size(), titleOf);
    for (std::size_t i = 0; i < incident.events.size(); ++i)
        writeTextEvent(out, incident.events[i], ends.of(incident.events[i], i));
    writeTextBehind(out, incident, skipped);
}

} // namespace downtimeline
