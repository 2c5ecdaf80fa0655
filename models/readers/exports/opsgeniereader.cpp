// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/exports/opsgeniereader.h"

#include <QCoreApplication>

#include <array>

namespace downtimeline {
namespace {

struct WordKind
{
    std::string_view word;
    EventKind kind;
};

// Of the words of a log, which are free text; the first that stands in it counts.
constexpr std::array<WordKind, 6> wordKinds{
    {{"acknowledged", EventKind::Acknowledgement},
     {"escalat", EventKind::Escalation},
     {"closed", EventKind::Recovery},
     {"note", EventKind::Note},
     {"created", EventKind::Alert},
     {"notif", EventKind::Alert}}};

EventKind kindOfLog(std::string_view log)
{
    const std::string words = folded(log);
    for (const WordKind &known : wordKinds) {
        const std::size_t at = words.find(known.word);
        const bool isUndone = at != std::string::npos && std::string_view(words).substr(0, at).ends_with("un");
        if (at != std::string::npos && !isUndone)
            return known.kind;
    }
    return EventKind::Note;
}

/// The time so many milliseconds after the alert; the report states it only so.
std::optional<WrittenTime> timeAfter(const Event &alert, std::optional<std::int64_t> milliseconds)
{
    constexpr std::int64_t most = 315'360'000'000; // ten years
    if (!alert.at || !milliseconds || *milliseconds <= 0 || *milliseconds > most)
        return std::nullopt;
    const Instant at = *alert.at + std::chrono::milliseconds(*milliseconds);
    WrittenTime time = writtenTimeOf(at, alert.time.offset.value_or(std::chrono::seconds(0)), alert.time.zoneOrigin);
    time.zone = alert.time.zone;
    time.text = alert.time.text + " + " + std::to_string(*milliseconds) + " ms";
    return time;
}

/// Alerts and entries of a log are told apart by the record.
class OpsgenieTaker final : public JsonTaker
{
public:
    Status take(const JsonRecord &record, JsonFlow &flow) override
    {
        return valueAt(record.value, "log") ? takeLog(record, flow) : takeAlert(record, flow);
    }

private:
    static Status takeLog(const JsonRecord &record, JsonFlow &flow)
    {
        const std::string log = textAt(record.value, "log");
        Event event = recordEvent(record, kindOfLog(log), log);
        event.certainty = 0.7;
        event.recordId = textAt(record.value, "offset");
        event.actor = textAt(record.value, "owner");
        placeAt(event, jsonTime(textAt(record.value, "createdAt")));
        addDetail(event, "type", textAt(record.value, "type"));
        return flow.event(std::move(event));
    }

    static Status takeAlert(const JsonRecord &record, JsonFlow &flow)
    {
        const JsonValue &value = record.value;
        Event alert = recordEvent(record, EventKind::Alert, textAt(value, "message"));
        alert.recordId = textAt(value, "id");
        alert.service = firstTextAt(value, {"entity", "source"});
        placeAt(alert, jsonTime(textAt(value, "createdAt")));
        endAt(alert, timeAfter(alert, wholeAt(value, "report.closeTime")));
        addDetail(alert, {}, textAt(value, "description"));
        addDetail(alert, "priority", textAt(value, "priority"));
        addDetail(alert, "status", textAt(value, "status"));
        addDetail(alert, "closed by", textAt(value, "report.closedBy"));
        Event acknowledgement = recordEvent(record, EventKind::Acknowledgement, alert.title);
        acknowledgement.recordId = alert.recordId + "/acknowledgement";
        acknowledgement.service = alert.service;
        acknowledgement.actor = textAt(value, "report.acknowledgedBy");
        placeAt(acknowledgement, timeAfter(alert, wholeAt(value, "report.ackTime")));
        if (Status told = flow.event(std::move(alert)); !told || !acknowledgement.at)
            return told;
        return flow.event(std::move(acknowledgement));
    }
};

} // namespace

QString OpsgenieReader::name() const
{
    return QCoreApplication::translate("OpsgenieReader", "alerts or the log of an alert of Opsgenie");
}

std::vector<std::string> OpsgenieReader::recordPlaces(const JsonSketch &sketch) const
{
    auto places = placeWith(sketch, {"[]", "data[]", ""}, {"tinyId", "message", "createdAt"});
    return places.empty() ? placeWith(sketch, {"data[]", "[]", ""}, {"log", "createdAt", "offset"}) : places;
}

std::unique_ptr<JsonTaker> OpsgenieReader::taker(const JsonSketch & /*sketch*/) const
{
    return std::make_unique<OpsgenieTaker>();
}

} // namespace downtimeline
