// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/exports/pagerdutysummaries.h"

#include <QCoreApplication>

#include <array>
#include <functional>

namespace downtimeline {
namespace {

constexpr auto telltaleColumns = std::to_array<std::string_view>({"incident_number", "created_on", "resolved_on"});
constexpr auto otherColumns = std::to_array<std::string_view>(
    {"id", "description", "title", "status", "service_name", "priority_name", "urgency", "team_name",
     "escalation_policy_name", "resolved_by_user_name", "acknowledged_by_user_names", "escalation_count",
     "seconds_to_first_ack", "seconds_to_engage", "seconds_to_mobilize", "seconds_to_resolve", "engaged_seconds"});
/// Fields that are kept as words.
constexpr auto wordColumns = std::to_array<std::string_view>(
    {"urgency", "team_name", "escalation_policy_name", "acknowledged_by_user_names", "escalation_count",
     "seconds_to_first_ack", "seconds_to_engage", "seconds_to_mobilize", "seconds_to_resolve", "engaged_seconds"});

using FieldOf = std::function<std::string(std::string_view)>;

/// An incident with what a summary tells of it.
struct Summary
{
    Incident incident;
    Event alert;
    std::optional<Event> end;
    std::string unreadEnd; ///< as written, where it is no time; empty where none is written
    int line = 0;
};

std::string firstOf(const FieldOf &field, std::initializer_list<std::string_view> names)
{
    for (const std::string_view name : names) {
        if (std::string text = field(name); !text.empty())
            return text;
    }
    return {};
}

Summary summaryOf(const FieldOf &field, int line)
{
    Summary summary{.line = line};
    Incident &incident = summary.incident;
    incident.title = firstOf(field, {"description", "title"});
    incident.status = field("status");
    incident.service = field("service_name");
    incident.severity = severityFromText(field("priority_name"));
    incident.startedAt = jsonTime(firstOf(field, {"created_at", "created_on"}));
    const std::string end = firstOf(field, {"resolved_at", "resolved_on"});
    incident.endedAt = jsonTime(end);
    if (!incident.endedAt)
        summary.unreadEnd = end;
    const std::string id = firstOf(field, {"id", "incident_number"});
    summary.alert = recordEvent(line, EventKind::Alert, incident.title);
    summary.alert.recordId = id + "/trigger";
    summary.alert.service = incident.service;
    for (const std::string_view name : wordColumns)
        addDetail(summary.alert, name, field(name));
    if (!incident.endedAt)
        return summary;
    Event resolved = recordEvent(line, EventKind::Recovery, {});
    resolved.certainty = 0.7; // what a responder claims, not what was measured
    resolved.recordId = id + "/resolve";
    resolved.service = incident.service;
    resolved.actor = field("resolved_by_user_name");
    summary.end = std::move(resolved);
    return summary;
}

Status hand(Summary summary, JsonFlow &flow)
{
    Incident &incident = summary.incident;
    placeAt(summary.alert, incident.startedAt);
    if (summary.end)
        placeAt(*summary.end, incident.endedAt);
    if (summary.end && summary.alert.at && summary.end->at && *summary.end->at < *summary.alert.at) {
        summary.end.reset();
        incident.endedAt.reset();
        const QString sentence = QCoreApplication::translate(
            "PagerDutySummaries", "The incident is resolved before it is created; its end is left out.");
        if (Status told = flow.skip(summary.line, sentence); !told)
            return told;
    }
    if (!summary.unreadEnd.empty()) {
        const QString sentence = QCoreApplication::translate(
            "PagerDutySummaries", "\"%1\" is no time that can be read; when the incident was resolved is left out.");
        if (Status told = flow.skip(summary.line, sentence.arg(QString::fromStdString(summary.unreadEnd))); !told)
            return told;
    }
    if (Status begun = flow.incident(incident); !begun)
        return begun;
    if (Status told = flow.event(std::move(summary.alert)); !told || !summary.end)
        return told;
    return flow.event(std::move(*summary.end));
}

/// The zone may stand behind the incidents: until it is known they wait.
class AnalyticsTaker final : public JsonTaker
{
public:
    explicit AnalyticsTaker(std::string_view zone) : m_zone(zone) {}

    Status take(const JsonRecord &record, JsonFlow &flow) override
    {
        const FieldOf field = [&record](std::string_view name) { return textAt(record.value, name); };
        ++m_count;
        Summary summary = summaryOf(field, record.line);
        if (!m_zone.empty() || m_waiting.size() >= mostWaiting)
            return place(std::move(summary), flow);
        m_waiting.push_back(std::move(summary));
        return {};
    }

    void aside(std::string_view name, std::string_view text) override
    {
        if (name == "time_zone" && text.size() > 2)
            m_zone = text.substr(1, text.size() - 2);
        if (name == "more")
            m_hasMore = text == "true";
    }

    Status finish(JsonFlow &flow) override
    {
        for (Summary &summary : m_waiting) {
            if (Status handed = place(std::move(summary), flow); !handed)
                return handed;
        }
        return tellPage(flow, m_count, m_hasMore, {});
    }

private:
    static constexpr std::size_t mostWaiting = 100'000;

    Status place(Summary summary, JsonFlow &flow) const
    {
        placeInZone(summary.incident.startedAt, m_zone, ZoneOrigin::Document);
        placeInZone(summary.incident.endedAt, m_zone, ZoneOrigin::Document);
        return hand(std::move(summary), flow);
    }

    std::string m_zone;
    std::vector<Summary> m_waiting;
    int m_count = 0;
    bool m_hasMore = false;
};

} // namespace

QString PagerDutyAnalyticsReader::name() const
{
    return QCoreApplication::translate("PagerDutySummaries", "analytics of PagerDuty");
}

std::vector<std::string> PagerDutyAnalyticsReader::recordPlaces(const JsonSketch &sketch) const
{
    return placeWith(sketch, {"data[]", "[]"}, {"incident_number", "created_at", "seconds_to_resolve"});
}

std::unique_ptr<JsonTaker> PagerDutyAnalyticsReader::taker(const JsonSketch &sketch) const
{
    return std::make_unique<AnalyticsTaker>(sketch.valueAt("time_zone"));
}

QString PagerDutyCsvReader::name() const
{
    return QCoreApplication::translate("PagerDutySummaries", "incidents of PagerDuty (CSV)");
}

std::span<const std::string_view> PagerDutyCsvReader::telltales() const
{
    return telltaleColumns;
}

std::span<const std::string_view> PagerDutyCsvReader::others() const
{
    return otherColumns;
}

Status PagerDutyCsvReader::take(const TableRow &row, JsonFlow &flow) const
{
    return hand(summaryOf([&row](std::string_view name) { return row.at(name); }, row.line()), flow);
}

} // namespace downtimeline
