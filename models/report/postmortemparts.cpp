// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/postmortemparts.h"

#include "models/report/derivedends.h"
#include "models/report/markdowntext.h"
#include "models/report/runwrap.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ostream>
#include <set>

namespace downtimeline {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

constexpr std::string_view notKnown = "*Not known.*";

std::string text(const QString &words)
{
    return words.toStdString();
}

/// A sentence of the program that quotes foreign titles.
std::string sentence(const QString &words)
{
    return markdownText(words.toStdString());
}

std::string dayOf(const CivilTime &time)
{
    std::array<char, 64> day{};
    std::snprintf(day.data(), day.size(), "%04d-%02d-%02d", std::clamp(time.year, 0, 9999), time.month, time.day);
    return day.data();
}

/// "10:15", "10:15:30", "10:15:30.25".
std::string clockOf(const CivilTime &time)
{
    std::array<char, 64> clock{};
    std::snprintf(
        clock.data(), clock.size(), "%02d:%02d:%02d.%06d", time.hour, time.minute, time.second, time.microsecond);
    std::string shown = clock.data();
    if (time.microsecond > 0)
        return shown.substr(0, shown.find_last_not_of('0') + 1);
    return shown.substr(0, time.second > 0 ? 8 : 5);
}

bool isUnstated(const Event &event)
{
    return event.time.clock && event.time.zoneOrigin == ZoneOrigin::Unstated;
}

/// "UTC", "UTC+01:00"; empty where the zone of the event is not stated.
std::string zoneText(const Event &event, const DisplayZone &zone)
{
    if (isUnstated(event) || !event.time.clock)
        return {};
    const std::chrono::seconds offset = zone.offsetAt(*event.at);
    return offset == std::chrono::seconds(0) ? "UTC" : "UTC" + offsetText(offset);
}

/// As the event's time is known, and no more exact.
std::string timeText(const Event &event, std::optional<Instant> end, const DisplayZone &shown)
{
    const DisplayZone zone = isUnstated(event) || !event.time.clock ? DisplayZone() : shown;
    const CivilTime start = civilTime(*event.at, zone);
    if (event.time.precision == Precision::Day)
        return dayOf(start);
    if (event.time.precision == Precision::Hour)
        return dayOf(start) + " " + clockOf(start).substr(0, 3) + "??";
    std::string when = dayOf(start) + (event.time.precision == Precision::Approximate ? " ~" : " ") + clockOf(start);
    if (!end || *end <= *event.at)
        return when;
    const CivilTime last = civilTime(*end, zone);
    return when + " – " + (dayOf(last) == dayOf(start) ? "" : dayOf(last) + " ") + clockOf(last);
}

} // namespace

PostmortemParts::PostmortemParts(std::ostream &out, const ReportFacts &facts, const GoOn &goOn)
    : m_out(out), m_facts(facts), m_goOn(goOn), m_ends(endsOf(facts.whole.events))
{
    const std::vector<Event> &events = facts.whole.events;
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (!events[i].hidden)
            (events[i].at ? m_placed : m_undated).push_back(i);
    }
    std::ranges::stable_sort(m_placed, {}, [&events](std::size_t i) { return *events[i].at; });
}

void PostmortemParts::title(std::string_view before)
{
    m_out << "# " << before << sentence(reportTitle(m_facts.whole.incident)) << '\n';
}

void PostmortemParts::heading(std::string_view words, int level, bool isFollowed)
{
    m_out << '\n' << std::string(static_cast<std::size_t>(level), '#') << ' ' << words << (isFollowed ? "\n\n" : "\n");
}

void PostmortemParts::field(std::string_view name, std::string_view utf8)
{
    const std::string value = markdownText(utf8);
    m_out << "- **" << name << ":** " << (value.empty() ? notKnown : value) << '\n';
}

void PostmortemParts::prose(std::string_view utf8)
{
    std::string paragraphs = markdownParagraphs(utf8);
    if (paragraphs.empty()) {
        m_out << notKnown << '\n';
        return;
    }
    paragraphs.pop_back(); // the blank line comes with the next heading
    m_out << paragraphs;
}

void PostmortemParts::line(const std::string &markdown)
{
    m_out << markdown << '\n';
}

void PostmortemParts::toBeWritten(std::string_view what)
{
    m_out << "*To be written: " << what << ".*\n";
}

void PostmortemParts::measures()
{
    m_out << "| Measure | Value | Definition |\n| --- | --- | --- |\n";
    for (const ReportMeasure &measure : reportMeasures(m_facts)) {
        m_out << "| " << text(measure.caption) << " | " << text(measure.value) << " | " << sentence(measure.definition)
              << " |\n";
    }
    for (const Explained &explained : m_facts.whole.explained) {
        m_out << "\n“" << markdownText(explained.text) << "” fits the timeline: from " << markdownText(explained.from)
              << " to " << markdownText(explained.to) << ".\n";
    }
}

void PostmortemParts::putRow(
    std::size_t place, const std::string &zone, bool hasWho, bool hasDetail, std::string_view link)
{
    const Event &event = m_facts.whole.events[place];
    std::string when = timeText(event, m_ends[place], m_facts.zone);
    if (zone != zoneText(event, m_facts.zone) && event.time.clock) {
        const std::string own = zoneText(event, m_facts.zone);
        const std::size_t end = when.find(" – ");
        if (!own.empty())
            when.insert(std::min(end, when.size()), " " + own);
    }
    const std::string title = markdownCell(event.title);
    m_out << "| " << when << " | " << text(kindName(event.kind)) << " | " << (title.empty() ? "—" : title) << " |";
    if (hasWho)
        m_out << ' ' << markdownCell(event.actor) << " |";
    if (hasDetail)
        m_out << ' ' << markdownCell(event.detail) << " |";
    m_out << (link.empty() ? "\n" : " |\n");
}

void PostmortemParts::timeline(std::string_view linkColumn)
{
    const std::vector<Event> &events = m_facts.whole.events;
    std::set<std::string> zones;
    bool hasWho = false;
    bool hasDetail = false;
    for (const std::size_t i : m_placed) {
        if (events[i].time.clock)
            zones.insert(zoneText(events[i], m_facts.zone));
        hasWho = hasWho || !events[i].actor.empty();
        hasDetail = hasDetail || !events[i].detail.empty();
    }
    const std::string zone = zones.size() == 1 ? *zones.begin() : std::string();
    const bool isStated = zones.size() > 1 || !zone.empty();
    if (m_placed.empty() && m_undated.empty()) {
        m_out << notKnown << '\n';
        return;
    }
    if (!m_placed.empty()) {
        m_out << "| Time" << (zone.empty() ? (isStated ? "" : " (zone not stated)") : " (" + zone + ")")
              << " | Kind | Event |" << (hasWho ? " Who |" : "") << (hasDetail ? " Detail |" : "");
        if (!linkColumn.empty())
            m_out << ' ' << linkColumn << " |";
        m_out << "\n| --- | --- | --- |" << (hasWho ? " --- |" : "") << (hasDetail ? " --- |" : "")
              << (linkColumn.empty() ? "\n" : " --- |\n");
    }
    RowWatch rows(m_goOn, m_placed.size());
    for (const std::size_t i : m_placed) {
        putRow(i, zone, hasWho, hasDetail, linkColumn);
        if (!rows.next())
            return;
    }
    putUndated();
}

/// Below the table: in it a row without a day would seem to be of the day above.
void PostmortemParts::putUndated()
{
    const auto hidden = std::ranges::count_if(m_facts.whole.events, &Event::hidden);
    if (hidden > 0)
        m_out << "\nEvents left out: " << hidden << ".\n";
    if (m_undated.empty())
        return;
    heading("Events whose day is not known", 3);
    for (const std::size_t i : m_undated) {
        const Event &event = m_facts.whole.events[i];
        const std::string written = event.time.text.empty() ? isoText(event.time) : event.time.text;
        m_out << "- " << text(kindName(event.kind)) << ": " << markdownText(event.title);
        m_out << (written.empty() ? "" : " (its time as written: “" + markdownText(written) + "”)") << '\n';
    }
}

bool PostmortemParts::eventsOf(std::initializer_list<EventKind> kinds, bool beforeImpact)
{
    const auto &start = m_facts.analysis.at(Milestone::ImpactStart);
    bool isAny = false;
    for (const std::size_t i : m_placed) {
        const Event &event = m_facts.whole.events[i];
        const bool isEarly = start && *event.at < start->at;
        if (std::ranges::find(kinds, event.kind) == kinds.end() || (beforeImpact && !isEarly))
            continue;
        m_out << "- " << text(kindName(event.kind)) << ": " << markdownText(event.title) << '\n';
        isAny = true;
    }
    return isAny;
}

void PostmortemParts::measure(ResponseMeasure which)
{
    const std::vector<ReportMeasure> measures = reportMeasures(m_facts);
    const std::size_t place = 1 + static_cast<std::size_t>(which); // the downtime comes first
    if (place >= measures.size())
        return;
    const ReportMeasure &measure = measures[place];
    m_out << "\n**" << text(measure.caption) << ":** " << text(measure.value) << ". "
          << text(responseMeasureDefinition(which)) << ".\n";
}

void PostmortemParts::actions(std::initializer_list<std::string_view> moreColumns)
{
    if (m_facts.whole.actions.empty()) {
        m_out << notKnown << '\n';
        return;
    }
    m_out << "| Action item | Owner | Due | State |";
    for (const std::string_view column : moreColumns)
        m_out << ' ' << column << " |";
    m_out << "\n| --- | --- | --- | --- |";
    for (std::size_t i = 0; i < moreColumns.size(); ++i)
        m_out << " --- |";
    m_out << '\n';
    for (const Action &action : m_facts.whole.actions) {
        m_out << "| " << markdownCell(action.text) << " | " << markdownCell(action.owner) << " | "
              << markdownCell(action.due) << " | " << (action.state == Action::State::Done ? "Done" : "Open") << " |";
        for (std::size_t i = 0; i < moreColumns.size(); ++i)
            m_out << " |";
        m_out << '\n';
    }
}

void PostmortemParts::findings(std::string_view words)
{
    bool isFirst = true;
    for (const Finding &finding : m_facts.findings) {
        if (finding.decision != Finding::Decision::Open)
            continue;
        if (isFirst)
            heading(words);
        isFirst = false;
        const std::string title = markdownText(finding.title);
        m_out << "- " << (title.empty() ? "" : "**" + title + ".** ") << markdownText(finding.message) << '\n';
    }
}

void PostmortemParts::sources()
{
    if (m_facts.sources.empty())
        return;
    heading("Sources");
    for (const Source &source : m_facts.sources) {
        m_out << "- " << markdownText(source.name) << (source.illustrative ? ", its figures are illustrative" : "");
        m_out << (source.sha256.empty() ? "" : ", SHA-256 " + markdownText(source.sha256)) << '\n';
    }
}

void PostmortemParts::hiddenNames()
{
    if (m_facts.whole.namesHidden)
        m_out << "\n*" << Words::tr("Names on your list hidden").toStdString() << ".*\n";
}

void PostmortemParts::people()
{
    std::vector<std::string> names;
    const auto add = [&names](const std::string &name) {
        if (!name.empty() && std::ranges::find(names, name) == names.end())
            names.push_back(name);
    };
    for (const std::size_t i : m_placed)
        add(m_facts.whole.events[i].actor);
    for (const std::string &name : names)
        m_out << "- " << markdownText(name) << '\n';
    if (names.empty())
        m_out << notKnown << '\n';
}

std::string PostmortemParts::severity() const
{
    const auto severity = m_facts.whole.incident.severity;
    return severity ? "SEV" + std::to_string(static_cast<int>(*severity)) : std::string();
}

std::string PostmortemParts::owners() const
{
    std::string names;
    for (const std::string &author : m_facts.whole.incident.authors)
        names += (names.empty() ? "" : ", ") + author;
    return names;
}

} // namespace downtimeline
