// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/incidentjson.h"

#include "models/analysis/impact.h"
#include "models/report/derivedends.h"
#include "models/report/eventjson.h"
#include "models/report/jsonwords.h"

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
    object.insert(name, jsonTextOrNull(isoText(*time)));
    putText(object, name + u"Text"_s, time->text);
    if (statedByUser(time))
        object.insert(name + u"From"_s, u"user"_s);
}

QJsonObject incidentObject(const Incident &incident)
{
    QJsonObject object;
    putUuid(object, incident.uuid);
    object.insert(u"title"_s, jsonTextOrNull(incident.title));
    object.insert(u"severity"_s, incident.severity ? jsonText(severityKey(*incident.severity)) : QJsonValue::Null);
    putText(object, u"status"_s, incident.status);
    putText(object, u"service"_s, incident.service);
    putStated(object, u"startedAt"_s, incident.startedAt);
    putStated(object, u"endedAt"_s, incident.endedAt);
    object.insert(u"utcOffset"_s, incident.offset ? jsonText(offsetText(*incident.offset)) : QJsonValue::Null);
    putText(object, u"zoneText"_s, incident.zone);
    putText(object, u"summary"_s, incident.summary);
    putText(object, u"impact"_s, incident.impact);
    putText(object, u"rootCause"_s, incident.rootCause);
    putText(object, u"resolution"_s, incident.resolution);
    if (!incident.authors.empty()) {
        QJsonArray authors;
        for (const std::string &author : incident.authors)
            authors.append(jsonText(author));
        object.insert(u"authors"_s, authors);
    }
    return object;
}

QJsonObject seriesObject(const WholeSeries &whole)
{
    QJsonObject object;
    putUuid(object, whole.series.uuid);
    object.insert(u"name"_s, jsonText(whole.series.name));
    object.insert(u"measure"_s, jsonText(measureKey(whole.series.measure)));
    object.insert(u"unit"_s, jsonTextOrNull(whole.series.unit));
    object.insert(u"stated"_s, false);
    object.insert(u"samples"_s, static_cast<qint64>(whole.sampleCount()));
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
        point.insert(u"words"_s, jsonText(claim.words));
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
    object.insert(u"text"_s, jsonText(action.text));
    object.insert(u"owner"_s, jsonTextOrNull(action.owner));
    object.insert(u"due"_s, jsonTextOrNull(action.due));
    object.insert(u"state"_s, action.state == Action::State::Done ? u"done"_s : u"open"_s);
    object.insert(u"line"_s, action.line);
    return object;
}

QJsonObject findingObject(const Finding &finding)
{
    static constexpr std::array<QLatin1StringView, 3> decisions{"open"_L1, "settled"_L1, "dismissed"_L1};
    QJsonObject object;
    object.insert(u"rule"_s, jsonText(finding.rule));
    putText(object, u"key"_s, finding.key);
    object.insert(u"title"_s, jsonText(finding.title));
    object.insert(
        u"message"_s, jsonText(finding.title.empty() ? finding.message : finding.title + ". " + finding.message));
    object.insert(u"lines"_s, lineList(finding.lines));
    object.insert(u"decision"_s, QString(decisions[static_cast<std::size_t>(finding.decision)]));
    return object;
}

QJsonObject explainedObject(const Explained &explained)
{
    return {
        {u"text"_s, jsonText(explained.text)},
        {u"from"_s, jsonText(explained.from)},
        {u"to"_s, jsonText(explained.to)},
        {u"line"_s, explained.line}};
}

QJsonObject questionObject(const Question &question)
{
    return {
        {u"about"_s, jsonText(aboutKey(question.about))},
        {u"message"_s, jsonText(question.message)},
        {u"line"_s, question.line}};
}

QJsonObject personObject(const Person &person)
{
    QJsonArray names;
    for (const std::string &name : person.names)
        names.append(jsonText(name));
    return {{u"names"_s, names}, {u"role"_s, jsonTextOrNull(person.role)}};
}

QJsonObject skipObject(const Skip &skip)
{
    return {{u"line"_s, skip.line}, {u"reason"_s, jsonText(skip.reason)}};
}

void put(std::ostream &out, const QJsonObject &object)
{
    out << QJsonDocument(object).toJson(QJsonDocument::Compact).constData();
}

/// A list with an element a line.
template<typename List, typename ToObject>
void putList(std::ostream &out, std::string_view name, const List &list, ToObject toObject)
{
    out << ",\n \"" << name << "\": [";
    const char *separator = "\n  ";
    for (const auto &element : list) {
        out << separator;
        put(out, toObject(element));
        separator = ",\n  ";
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

IncidentsJson::IncidentsJson(
    std::ostream &out, std::string_view format, std::size_t count, std::span<const Skip> skipped)
    : m_out(out), m_format(format), m_count(count), m_skipped(skipped)
{
    if (m_count != 1)
        m_out << "{\"incidents\": [";
}

void IncidentsJson::begin(const WholeIncident &incident)
{
    if (m_count != 1)
        m_out << (m_isFirst ? "\n" : ",\n");
    m_isFirst = false;
    m_out << "{\"format\": \"" << m_format << "\",\n \"incident\": ";
    put(m_out, incident.isStated ? incidentObject(incident.incident) : QJsonObject());
    if (!incident.persons.empty())
        putList(m_out, "persons", incident.persons, personObject);
    if (incident.namesHidden)
        m_out << ",\n \"namesHidden\": true";
    m_out << ",\n \"events\": [";
    m_separator = "\n  ";
}

void IncidentsJson::event(const Event &event, std::optional<Instant> until)
{
    m_out << m_separator;
    put(m_out, eventObject(event, until));
    m_separator = ",\n  ";
}

void IncidentsJson::end(const WholeIncident &incident)
{
    m_out << ']';
    putSeries(m_out, incident);
    if (m_format == ownFormat && hasSamples(incident))
        putSamples(m_out, incident.series);
    putList(m_out, "actions", incident.actions, actionObject);
    putList(m_out, "findings", incident.findings, findingObject);
    putList(m_out, "explained", incident.explained, explainedObject);
    putList(m_out, "questions", incident.questions, questionObject);
    putList(m_out, "skipped", m_skipped, skipObject);
    m_out << "}\n";
}

void IncidentsJson::finish()
{
    if (m_count != 1)
        m_out << "]}\n";
}

void writeIncidentJson(
    std::ostream &out, std::string_view format, const WholeIncident &incident, std::span<const Skip> skipped,
    const GoOn &goOn)
{
    writeIncidentsJson(out, format, std::span(&incident, 1), skipped, goOn);
}

void writeIncidentsJson(
    std::ostream &out, std::string_view format, std::span<const WholeIncident> incidents, std::span<const Skip> skipped,
    const GoOn &goOn)
{
    IncidentsJson json(out, format, incidents.size(), skipped);
    for (const WholeIncident &incident : incidents) {
        json.begin(incident);
        const std::vector<std::optional<Instant>> ends = endsOf(incident.events);
        RowWatch rows(goOn, incident.events.size());
        for (std::size_t i = 0; i < incident.events.size(); ++i) {
            json.event(incident.events[i], ends[i]);
            if (!rows.next())
                break;
        }
        json.end(incident);
    }
    json.finish();
}

} // namespace downtimeline
