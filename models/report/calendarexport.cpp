// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/calendarexport.h"

#include "models/analysis/impact.h"
#include "models/analysis/milestones.h"
#include "models/report/derivedends.h"
#include "models/report/runwrap.h"
#include "models/timeline/displayzone.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDate>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ostream>

namespace downtimeline {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Export)
};

constexpr std::size_t mostOctets = 75;

bool continues(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// "20240116T090000Z": an instant, to the second before it.
std::string utcStamp(Instant at)
{
    const CivilTime time = civilTime(at, DisplayZone());
    std::array<char, 96> text{};
    const int length = std::snprintf(
        text.data(), text.size(), "%04d%02d%02dT%02d%02d%02dZ", std::clamp(time.year, 0, 9999), time.month, time.day,
        time.hour, time.minute, time.second);
    return {text.data(), static_cast<std::size_t>(std::max(0, length))};
}

/// A whole second more where the instant has a part of one: an end never comes before its event's.
Instant upToSecond(Instant at)
{
    return std::chrono::ceil<std::chrono::seconds>(at);
}

std::optional<TimeRange> extentOf(const WholeIncident &incident)
{
    const EventIndex index = indexOf(incident.events);
    const ResponseAnalysis analysis = analyseResponse(index, statedImpact(incident.incident));
    if (!analysis.impacts.empty())
        return TimeRange{analysis.impacts.front().start, analysis.impacts.back().end};
    if (index.empty())
        return {};
    Instant end = index.front().end;
    for (const EventEntry &entry : index)
        end = std::max(end, entry.end);
    return TimeRange{index.front().at, end};
}

/// The last time that is known of the incident; the first moment that the calendar can tell without one.
Instant stampOf(const WholeIncident &incident)
{
    std::optional<Instant> last;
    for (const EventEntry &entry : indexOf(incident.events))
        last = std::max(last.value_or(entry.end), entry.end);
    if (const auto extent = extentOf(incident))
        last = std::max(last.value_or(extent->end), extent->end);
    return last.value_or(instantFromMicroseconds(0));
}

/// The stored id; of what is not stored, one that follows from its texts, so that it is the same the next time.
std::string idOf(const QUuid &uuid, std::initializer_list<std::string_view> texts)
{
    if (!uuid.isNull())
        return uuid.toString(QUuid::WithoutBraces).toStdString();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const std::string_view text : texts) {
        hash.addData(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
        hash.addData(QByteArray(1, '\0'));
    }
    return hash.result().toHex().left(32).toStdString();
}

class Calendar
{
public:
    explicit Calendar(std::ostream &out) : m_out(out) {}

    void put(std::string_view name, std::string_view value)
    {
        m_out << calendarLine(std::string(name) + ":" + std::string(value));
    }
    void putText(std::string_view name, std::string_view utf8)
    {
        if (!utf8.empty())
            put(name, calendarText(utf8));
    }

private:
    std::ostream &m_out;
};

std::string titleOf(const Incident &head)
{
    std::string title = head.title.empty() ? "Untitled incident" : head.title;
    if (head.severity)
        title = "SEV" + std::to_string(static_cast<int>(*head.severity)) + ": " + title;
    return title;
}

std::string descriptionOf(const WholeIncident &incident)
{
    const Incident &head = incident.incident;
    std::string text;
    for (const std::string *part : {&head.summary, &head.impact, &head.rootCause, &head.resolution}) {
        if (!part->empty())
            text += (text.empty() ? "" : "\n\n") + *part;
    }
    const bool isUnstated = std::ranges::any_of(incident.events, [](const Event &event) {
        return event.at && event.time.clock && event.time.zoneOrigin == ZoneOrigin::Unstated;
    });
    if (isUnstated)
        text += std::string(text.empty() ? "" : "\n\n") + "The zone of the times is not stated; they are told as UTC.";
    return text;
}

void putIncident(
    Calendar &calendar, const WholeIncident &incident, TimeRange extent, const std::string &id, Instant stamp)
{
    calendar.put("BEGIN", "VEVENT");
    calendar.put("UID", id + "@downtimeline");
    calendar.put("DTSTAMP", utcStamp(stamp));
    calendar.put("DTSTART", utcStamp(extent.start));
    if (upToSecond(extent.end) > extent.start) // an event of no length has no end (RFC 5545, 3.6.1)
        calendar.put("DTEND", utcStamp(upToSecond(extent.end)));
    calendar.putText("SUMMARY", titleOf(incident.incident));
    calendar.putText("DESCRIPTION", descriptionOf(incident));
    calendar.putText("CATEGORIES", "Incident");
    calendar.put("TRANSP", "TRANSPARENT"); // it takes nobody's time
    calendar.put("END", "VEVENT");
}

void putAction(Calendar &calendar, const Action &action, const std::string &incident, Instant stamp)
{
    const bool isDone = action.state == Action::State::Done;
    calendar.put("BEGIN", "VTODO");
    calendar.put("UID", idOf(action.uuid, {incident, action.text, std::to_string(action.line)}) + "@downtimeline");
    calendar.put("DTSTAMP", utcStamp(stamp));
    calendar.putText("SUMMARY", action.text.empty() ? std::string("Action without a text") : action.text);
    const QDate due = QDate::fromString(QString::fromStdString(action.due), Qt::ISODate);
    if (due.isValid() && due.year() > 0 && due.year() <= 9999)
        calendar.put("DUE;VALUE=DATE", due.toString(QStringLiteral("yyyyMMdd")).toStdString());
    std::string description = action.owner.empty() ? std::string() : "Owner: " + action.owner;
    if (!due.isValid() && !action.due.empty())
        description += (description.empty() ? "Due: " : "\nDue: ") + action.due;
    calendar.putText("DESCRIPTION", description);
    calendar.put("STATUS", isDone ? "COMPLETED" : "NEEDS-ACTION");
    calendar.put("RELATED-TO", incident + "@downtimeline");
    calendar.put("END", "VTODO");
}

} // namespace

std::string calendarText(std::string_view utf8)
{
    std::string text(utf8);
    for (std::size_t at = text.find('\r'); at != std::string::npos; at = text.find('\r', at))
        text.replace(at, at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1, "\n");
    std::string out;
    std::size_t from = 0;
    while (from <= text.size()) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        for (const char c : printable(std::string_view(text).substr(from, end - from), 10'000).toStdString()) {
            if (c == '\\' || c == ';' || c == ',')
                out += '\\';
            out += c;
        }
        if (end < text.size())
            out += "\\n";
        from = end + 1;
    }
    return out;
}

std::string calendarLine(std::string_view content)
{
    std::string line;
    std::size_t room = mostOctets;
    while (content.size() > room) {
        std::size_t cut = room;
        while (cut > 1 && continues(content[cut]))
            --cut;
        line.append(content.substr(0, cut)).append("\r\n ");
        content.remove_prefix(cut);
        room = mostOctets - 1; // the blank that a line goes on with counts
    }
    return line.append(content).append("\r\n");
}

Status writeCalendar(std::ostream &out, const WholeIncident &incident)
{
    const std::optional<TimeRange> extent = extentOf(incident);
    if (!extent && incident.actions.empty()) // a calendar without anything in it is none
        return failure(
            Error::Code::Usage, Words::tr("A calendar would be empty: no event has a time, and there are no actions."));
    const Incident &head = incident.incident;
    const std::string id = idOf(head.uuid, {head.title, head.service, head.summary});
    const Instant stamp = stampOf(incident);
    Calendar calendar(out);
    calendar.put("BEGIN", "VCALENDAR");
    calendar.put("VERSION", "2.0");
    calendar.put("PRODID", "-//Downtimeline//Downtimeline//EN");
    if (extent)
        putIncident(calendar, incident, *extent, id, stamp);
    for (const Action &action : incident.actions)
        putAction(calendar, action, id, stamp);
    calendar.put("END", "VCALENDAR");
    return {};
}

} // namespace downtimeline
