// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/incidentjson.h"

#include "models/analysis/impact.h"
#include "models/report/derivedends.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <charconv>
#include <ostream>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

constexpr std::string_view ownFormat = "downtimeline"; ///< of what can be read back

QJsonValue text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QJsonValue textOrNull(std::string_view utf8)
{
    return utf8.empty() ? QJsonValue(QJsonValue::Null) : text(utf8);
}

void putText(QJsonObject &object, const QString &name, std::string_view utf8)
{
    if (!utf8.empty())
        object.insert(name, text(utf8));
}

void putUuid(QJsonObject &object, const QUuid &uuid)
{
    if (!uuid.isNull())
        object.insert(u"id"_s, uuid.toString(QUuid::WithoutBraces));
}

QJsonArray lineList(const std::vector<int> &lines)
{
    QJsonArray list;
    for (const int line : lines)
        list.append(line);
    return list;
}

/// A time of the incident; who states it is told where that is the user.
void putStated(QJsonObject &object, const QString &name, const std::optional<WrittenTime> &time)
{
    if (!time)
        return;
    object.insert(name, textOrNull(isoText(*time)));
    putText(object, name + u"Text"_s, time->text);
    if (statedByUser(time))
        object.insert(name + u"From"_s, u"user"_s);
}

QJsonObject incidentObject(const Incident &incident)
{
    QJsonObject object;
    putUuid(object, incident.uuid);
    object.insert(u"title"_s, textOrNull(incident.title));
    object.insert(u"severity"_s, incident.severity ? text(severityKey(*incident.severity)) : QJsonValue::Null);
    putText(object, u"status"_s, incident.status);
    putText(object, u"service"_s, incident.service);
    putStated(object, u"startedAt"_s, incident.startedAt);
    putStated(object, u"endedAt"_s, incident.endedAt);
    object.insert(u"utcOffset"_s, incident.offset ? text(offsetText(*incident.offset)) : QJsonValue::Null);
    putText(object, u"zoneText"_s, incident.zone);
    putText(object, u"summary"_s, incident.summary);
    putText(object, u"impact"_s, incident.impact);
    putText(object, u"rootCause"_s, incident.rootCause);
    putText(object, u"resolution"_s, incident.resolution);
    if (!incident.authors.empty()) {
        QJsonArray authors;
        for (const std::string &author : incident.authors)
            authors.append(text(author));
        object.insert(u"authors"_s, authors);
    }
    return object;
}

constexpr std::string_view precisionKey(Precision precision)
{
    constexpr std::array<std::string_view, 5> keys{"exact", "approximate", "hour", "day", "unknown"};
    return keys[static_cast<std::size_t>(precision)];
}

/// The word for how a thing came to be; none for the first, which is the usual one.
template<std::size_t count, typename Enum>
void putOrigin(QJsonObject &object, const QString &name, const std::array<std::string_view, count> &words, Enum origin)
{
    putText(object, name, words[static_cast<std::size_t>(origin)]);
}

/// What "at" alone does not tell, so that the event can be read back as it was.
void putTimeDetails(QJsonObject &object, const Event &event)
{
    static constexpr std::array<std::string_view, 6> zoneOrigins{"", "line", "header", "document", "user", "assumed"};
    const WrittenTime &time = event.time;
    putText(object, u"zoneText"_s, time.zone);
    putOrigin(object, u"zoneFrom"_s, zoneOrigins, time.zoneOrigin);
    const bool tellsOffset = time.precision == Precision::Exact || time.precision == Precision::Approximate;
    if (time.offset && !(tellsOffset && time.clock && time.hasDate()))
        object.insert(u"utcOffset"_s, text(offsetText(*time.offset)));
    if (event.at && (!tellsOffset || event.at != instantOf(time)))
        object.insert(
            u"instant"_s, text(isoText(writtenTimeOf(*event.at, std::chrono::seconds(0), ZoneOrigin::Assumed))));
}

/// Where an end comes from: the event's own LengthOrigin, or "event" where another event gives it.
std::string_view endKey(const Event &event)
{
    if (!event.length)
        return "event";
    switch (event.lengthOrigin) {
    case LengthOrigin::Written:
        return "written";
    case LengthOrigin::User:
        return "user";
    case LengthOrigin::None:
    case LengthOrigin::Record:
        break;
    }
    return "record";
}

/// `derived`: from another event; an own end outweighs it.
void putUntil(QJsonObject &object, const Event &event, std::optional<Instant> derived)
{
    const std::optional<Instant> until = event.at && event.length ? std::optional(*event.at + *event.length) : derived;
    if (!until)
        return;
    object.insert(u"until"_s, text(isoText(writtenTimeOf(*until, event.time.offset, event.time.zoneOrigin))));
    object.insert(u"untilFrom"_s, text(endKey(event)));
}

QJsonObject eventObject(const Event &event, std::optional<Instant> until)
{
    static constexpr std::array<std::string_view, 4> progresses{"", "begins", "completes", "fails"};
    QJsonObject object;
    putUuid(object, event.uuid);
    object.insert(u"at"_s, textOrNull(isoText(event.time)));
    object.insert(u"atText"_s, text(event.time.text));
    object.insert(u"precision"_s, text(precisionKey(event.time.precision)));
    putTimeDetails(object, event);
    putUntil(object, event, until);
    putOrigin(object, u"progress"_s, progresses, event.progress);
    object.insert(u"kind"_s, text(kindKey(event.kind)));
    object.insert(u"title"_s, text(event.title));
    object.insert(u"detail"_s, text(event.detail));
    putText(object, u"actor"_s, event.actor);
    putText(object, u"service"_s, event.service);
    putText(object, u"recordId"_s, event.recordId);
    putText(object, u"note"_s, event.note);
    if (event.starred)
        object.insert(u"starred"_s, true);
    if (event.hidden)
        object.insert(u"hidden"_s, true);
    if (event.line > 0)
        object.insert(u"line"_s, event.line);
    object.insert(u"certainty"_s, event.certainty);
    return object;
}

QJsonObject seriesObject(const WholeSeries &whole)
{
    QJsonObject object;
    putUuid(object, whole.series.uuid);
    object.insert(u"name"_s, text(whole.series.name));
    object.insert(u"measure"_s, text(measureKey(whole.series.measure)));
    object.insert(u"unit"_s, textOrNull(whole.series.unit));
    object.insert(u"stated"_s, false);
    object.insert(u"samples"_s, static_cast<qint64>(whole.samples.size()));
    return object;
}

/// What the document states of the traffic, as a series of its own.
QJsonObject statedObject(const std::vector<TrafficClaim> &claims)
{
    QJsonArray points;
    for (const TrafficClaim &claim : claims) {
        QJsonObject point;
        point.insert(u"percent"_s, claim.percent);
        point.insert(u"derived"_s, claim.derived);
        point.insert(u"words"_s, text(claim.words));
        point.insert(u"at"_s, claim.anchor == TrafficClaim::Anchor::ImpactStart ? u"impact start"_s : u"event"_s);
        point.insert(u"line"_s, claim.line);
        points.append(point);
    }
    return {{u"name"_s, u"Traffic"_s}, {u"measure"_s, u"traffic"_s},  {u"unit"_s, u"percent"_s},
            {u"stated"_s, true},       {u"samples"_s, points.size()}, {u"points"_s, points}};
}

QJsonObject actionObject(const Action &action)
{
    QJsonObject object;
    putUuid(object, action.uuid);
    object.insert(u"text"_s, text(action.text));
    object.insert(u"owner"_s, textOrNull(action.owner));
    object.insert(u"due"_s, textOrNull(action.due));
    object.insert(u"state"_s, action.state == Action::State::Done ? u"done"_s : u"open"_s);
    object.insert(u"line"_s, action.line);
    return object;
}

QJsonObject findingObject(const Finding &finding)
{
    static constexpr std::array<QLatin1StringView, 3> decisions{"open"_L1, "settled"_L1, "dismissed"_L1};
    QJsonObject object;
    object.insert(u"rule"_s, text(finding.rule));
    putText(object, u"key"_s, finding.key);
    object.insert(u"title"_s, text(finding.title));
    object.insert(u"message"_s, text(finding.title.empty() ? finding.message : finding.title + ". " + finding.message));
    object.insert(u"lines"_s, lineList(finding.lines));
    object.insert(u"decision"_s, QString(decisions[static_cast<std::size_t>(finding.decision)]));
    return object;
}

QJsonObject explainedObject(const Explained &explained)
{
    return {
        {u"text"_s, text(explained.text)},
        {u"from"_s, text(explained.from)},
        {u"to"_s, text(explained.to)},
        {u"line"_s, explained.line}};
}

QJsonObject questionObject(const Question &question)
{
    return {
        {u"about"_s, text(aboutKey(question.about))},
        {u"message"_s, text(question.message)},
        {u"line"_s, question.line}};
}

QJsonObject personObject(const Person &person)
{
    QJsonArray names;
    for (const std::string &name : person.names)
        names.append(text(name));
    return {{u"names"_s, names}, {u"role"_s, textOrNull(person.role)}};
}

QJsonObject skipObject(const Skip &skip)
{
    return {{u"line"_s, skip.line}, {u"reason"_s, text(skip.reason)}};
}

void put(std::ostream &out, const QJsonObject &object)
{
    out << QJsonDocument(object).toJson(QJsonDocument::Compact).constData();
}

/// A list with an element a line.
template<typename List, typename ToObject>
void putList(std::ostream &out, std::string_view name, const List &list, ToObject toObject, const GoOn &goOn = {})
{
    RowWatch rows(goOn, std::size(list));
    out << ",\n \"" << name << "\": [";
    const char *separator = "\n  ";
    for (const auto &element : list) {
        out << separator;
        put(out, toObject(element));
        separator = ",\n  ";
        if (!rows.next())
            break;
    }
    out << ']';
}

void putSeries(std::ostream &out, const WholeIncident &incident)
{
    std::vector<QJsonObject> objects;
    for (const WholeSeries &whole : incident.series)
        objects.push_back(seriesObject(whole));
    if (!incident.trafficClaims.empty())
        objects.push_back(statedObject(incident.trafficClaims));
    putList(out, "series", objects, [](const QJsonObject &object) { return object; });
}

template<typename Number>
void putNumber(std::ostream &out, Number number)
{
    std::array<char, 40> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    out.write(digits.data(), end.ptr - digits.data());
}

/// [UTC microseconds, value] of each sample, a few thousand a line; "series" counts the series of the list above from
/// 0.
void putSamples(std::ostream &out, const std::vector<WholeSeries> &list)
{
    constexpr std::size_t samplesOfLine = 4096;
    out << ",\n \"samples\": [";
    const char *separator = "\n  ";
    for (std::size_t series = 0; series < list.size(); ++series) {
        const std::vector<Sample> &samples = list[series].samples;
        for (std::size_t at = 0; at < samples.size(); ++at) {
            if (at % samplesOfLine == 0) {
                out << (at == 0 ? "" : "]}") << separator << "{\"series\":" << series << ",\"points\":[";
                separator = ",\n  ";
            }
            out << (at % samplesOfLine == 0 ? "[" : ",[");
            putNumber(out, microseconds(samples[at].at));
            out << ',';
            putNumber(out, samples[at].value);
            out << ']';
        }
        if (!samples.empty())
            out << "]}";
    }
    out << ']';
}

bool hasSamples(const WholeIncident &incident)
{
    return std::ranges::any_of(incident.series, [](const WholeSeries &whole) { return !whole.samples.empty(); });
}

} // namespace

void writeIncidentJson(
    std::ostream &out, std::string_view format, const WholeIncident &incident, std::span<const Skip> skipped,
    const GoOn &goOn)
{
    out << "{\"format\": \"" << format << "\",\n \"incident\": ";
    put(out, incident.isStated ? incidentObject(incident.incident) : QJsonObject());
    if (!incident.persons.empty())
        putList(out, "persons", incident.persons, personObject);
    if (incident.namesHidden)
        out << ",\n \"namesHidden\": true";
    const std::vector<std::optional<Instant>> ends = endsOf(incident.events);
    std::size_t next = 0;
    putList(out, "events", incident.events, [&](const Event &event) { return eventObject(event, ends[next++]); }, goOn);
    putSeries(out, incident);
    if (format == ownFormat && hasSamples(incident))
        putSamples(out, incident.series);
    putList(out, "actions", incident.actions, actionObject);
    putList(out, "findings", incident.findings, findingObject);
    putList(out, "explained", incident.explained, explainedObject);
    putList(out, "questions", incident.questions, questionObject);
    putList(out, "skipped", skipped, skipObject);
    out << "}\n";
}

void writeIncidentsJson(
    std::ostream &out, std::string_view format, std::span<const WholeIncident> incidents, std::span<const Skip> skipped)
{
    if (incidents.size() == 1) {
        writeIncidentJson(out, format, incidents.front(), skipped);
        return;
    }
    out << "{\"incidents\": [";
    const char *separator = "\n";
    for (const WholeIncident &incident : incidents) {
        out << separator;
        writeIncidentJson(out, format, incident, skipped);
        separator = ",\n";
    }
    out << "]}\n";
}

} // namespace downtimeline
