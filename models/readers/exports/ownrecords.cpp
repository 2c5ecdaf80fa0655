// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/exports/ownrecords.h"

#include "models/readers/exports/owntimes.h"

#include <algorithm>
#include <array>
#include <limits>

namespace downtimeline {
namespace {

// In the order of the enumerators.
constexpr std::array<std::string_view, 5> precisions{"exact", "approximate", "hour", "day", "unknown"};
constexpr std::array<std::string_view, 6> zoneOrigins{"", "line", "header", "document", "user", "assumed"};
constexpr std::array<std::string_view, 4> progresses{"", "begins", "completes", "fails"};
constexpr std::array<std::string_view, 4> lengthOrigins{"", "written", "record", "user"};
constexpr std::array<std::string_view, 3> decisions{"open", "settled", "dismissed"};

/// The place of a word in its list; the first where it is none of them.
template<typename Enum, std::size_t count>
Enum enumAt(JsonValue record, std::string_view name, const std::array<std::string_view, count> &words)
{
    const auto found = std::ranges::find(words, textAt(record, name));
    return static_cast<Enum>(found == words.end() ? 0 : found - words.begin());
}

QUuid uuidAt(JsonValue record)
{
    return QUuid::fromString(QString::fromStdString(textAt(record, "id")));
}

double numberAt(JsonValue record, std::string_view name, double otherwise)
{
    const std::optional<JsonValue> value = valueAt(record, name);
    double number = otherwise;
    if (value && value->get_double().get(number) != simdjson::SUCCESS)
        return otherwise;
    return number;
}

std::optional<WrittenTime> statedTime(JsonValue record, std::string_view name)
{
    const std::string text = textAt(record, name);
    std::optional<WrittenTime> time = timeOfIso(text);
    if (!time)
        return std::nullopt;
    const bool isUsers = textAt(record, std::string(name) + "From") == "user";
    time->text = isUsers ? std::string() : textAt(record, std::string(name) + "Text");
    const bool isHour = time->clock && text.size() == 13; // "2024-01-16T14"
    time->precision = !time->clock ? Precision::Day : isHour ? Precision::Hour : Precision::Exact;
    time->zoneOrigin = isUsers ? ZoneOrigin::User : time->offset ? ZoneOrigin::Line : ZoneOrigin::Unstated;
    return time;
}

WrittenTime timeOfEvent(JsonValue record)
{
    WrittenTime time = timeOfIso(textAt(record, "at")).value_or(WrittenTime());
    time.text = textAt(record, "atText");
    time.zone = textAt(record, "zoneText");
    if (!time.offset)
        time.offset = offsetOfText(textAt(record, "utcOffset"));
    time.precision = enumAt<Precision>(record, "precision", precisions);
    time.zoneOrigin = enumAt<ZoneOrigin>(record, "zoneFrom", zoneOrigins);
    if (time.offset && time.zoneOrigin == ZoneOrigin::Unstated)
        time.zoneOrigin = ZoneOrigin::Line; // of a file that does not tell
    return time;
}

std::optional<Instant> instantAt(JsonValue record, std::string_view name)
{
    const std::optional<WrittenTime> time = timeOfIso(textAt(record, name));
    return time ? instantOf(*time) : std::nullopt;
}

} // namespace

int ownLine(JsonValue record)
{
    const std::int64_t line = wholeAt(record, "line").value_or(0);
    return line > 0 && line <= std::numeric_limits<int>::max() ? static_cast<int>(line) : 0;
}

Incident ownIncident(JsonValue record)
{
    Incident incident;
    incident.uuid = uuidAt(record);
    incident.title = textAt(record, "title");
    incident.severity = severityFromText(textAt(record, "severity"));
    incident.status = textAt(record, "status");
    incident.service = textAt(record, "service");
    incident.summary = textAt(record, "summary");
    incident.impact = textAt(record, "impact");
    incident.rootCause = textAt(record, "rootCause");
    incident.resolution = textAt(record, "resolution");
    incident.startedAt = statedTime(record, "startedAt");
    incident.endedAt = statedTime(record, "endedAt");
    incident.offset = offsetOfText(textAt(record, "utcOffset"));
    incident.zone = textAt(record, "zoneText");
    for (const JsonValue author : elementsAt(record, "authors"))
        incident.authors.push_back(textOf(author));
    return incident;
}

Event ownEvent(JsonValue record)
{
    Event event;
    event.uuid = uuidAt(record);
    event.kind = kindFromKey(textAt(record, "kind")).value_or(EventKind::Note);
    event.certainty = std::clamp(numberAt(record, "certainty", 1.0), 0.0, 1.0);
    event.progress = enumAt<Progress>(record, "progress", progresses);
    event.title = textAt(record, "title");
    event.detail = textAt(record, "detail");
    event.time = timeOfEvent(record);
    event.at = instantAt(record, "instant");
    if (!event.at)
        event.at = instantOf(event.time);
    event.line = ownLine(record);
    event.recordId = textAt(record, "recordId");
    event.actor = textAt(record, "actor");
    event.service = textAt(record, "service");
    event.note = textAt(record, "note");
    event.starred = isTrueAt(record, "starred");
    event.hidden = isTrueAt(record, "hidden");
    const auto lengthOrigin = enumAt<LengthOrigin>(record, "untilFrom", lengthOrigins);
    const std::optional<Instant> until = instantAt(record, "until");
    if (lengthOrigin != LengthOrigin::None && until && event.at && *until > *event.at) {
        event.length = *until - *event.at;
        event.lengthOrigin = lengthOrigin;
    }
    return event;
}

Series ownSeries(JsonValue record)
{
    Series series;
    series.uuid = uuidAt(record);
    series.name = textAt(record, "name");
    series.unit = textAt(record, "unit");
    const std::string measure = textAt(record, "measure");
    for (const Measure known : {Measure::Traffic, Measure::ResponseTime, Measure::ErrorRate}) {
        if (measureKey(known) == measure)
            series.measure = known;
    }
    return series;
}

std::vector<TrafficClaim> ownClaims(JsonValue record)
{
    std::vector<TrafficClaim> claims;
    for (const JsonValue point : elementsAt(record, "points")) {
        TrafficClaim claim;
        claim.percent = numberAt(point, "percent", 0);
        claim.anchor =
            textAt(point, "at") == "impact start" ? TrafficClaim::Anchor::ImpactStart : TrafficClaim::Anchor::Event;
        claim.derived = isTrueAt(point, "derived");
        claim.words = textAt(point, "words");
        claim.line = ownLine(point);
        claims.push_back(std::move(claim));
    }
    return claims;
}

Person ownPerson(JsonValue record)
{
    Person person;
    for (const JsonValue name : elementsAt(record, "names"))
        person.names.push_back(textOf(name));
    person.role = textAt(record, "role");
    return person;
}

Action ownAction(JsonValue record)
{
    Action action;
    action.uuid = uuidAt(record);
    action.text = textAt(record, "text");
    action.owner = textAt(record, "owner");
    action.due = textAt(record, "due");
    action.state = textAt(record, "state") == "done" ? Action::State::Done : Action::State::Open;
    action.line = ownLine(record);
    return action;
}

Finding ownFinding(JsonValue record)
{
    Finding finding;
    finding.rule = textAt(record, "rule");
    finding.title = textAt(record, "title");
    finding.message = textAt(record, "message");
    if (!finding.title.empty() && finding.message.starts_with(finding.title + ". "))
        finding.message.erase(0, finding.title.size() + 2); // the message tells the title again
    for (const JsonValue line : elementsAt(record, "lines")) {
        std::int64_t number = 0;
        if (line.get_int64().get(number) == simdjson::SUCCESS && number > 0 &&
            number <= std::numeric_limits<int>::max())
            finding.lines.push_back(static_cast<int>(number));
    }
    finding.decision = enumAt<Finding::Decision>(record, "decision", decisions);
    finding.key = textAt(record, "key");
    if (finding.key.empty())
        finding.key = finding.rule + ": " + finding.message; // of a file that does not tell
    return finding;
}

Explained ownExplained(JsonValue record)
{
    return {
        .text = textAt(record, "text"),
        .from = textAt(record, "from"),
        .to = textAt(record, "to"),
        .line = ownLine(record)};
}

} // namespace downtimeline
