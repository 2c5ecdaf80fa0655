// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/exports/alertrecord.h"

namespace downtimeline {

Event alertOf(const JsonRecord &record)
{
    const JsonValue &value = record.value;
    const std::string alert = textAt(value, "labels.alertname");
    const std::string summary = firstTextAt(value, {"annotations.summary", "annotations.message"});
    Event event = recordEvent(record, EventKind::Alert, summary.empty() ? alert : summary);
    const std::string startsAt = textAt(value, "startsAt");
    placeAt(event, jsonTime(startsAt));
    endAt(event, jsonTime(textAt(value, "endsAt"))); // the year 1 means that it still fires
    event.service = firstTextAt(value, {"labels.service", "labels.job", "labels.instance"});
    event.recordId = textAt(value, "fingerprint") + "/" + textAt(value, "labels.instance") + "/" + startsAt;
    if (!summary.empty())
        addDetail(event, "alertname", alert);
    addDetail(event, {}, textAt(value, "annotations.description"));
    addDetail(event, "severity", textAt(value, "labels.severity"));
    addDetail(event, "status", firstTextAt(value, {"status.state", "status"}));
    return event;
}

void AlertTaker::aside(std::string_view place, std::string_view text)
{
    if (place == "truncatedAlerts")
        m_isTruncated = text != "0" && text != "null";
}

Status AlertTaker::finish(JsonFlow &flow)
{
    return m_isTruncated ? flow.skip(0, m_leftOut) : Status();
}

} // namespace downtimeline
