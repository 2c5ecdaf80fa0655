// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/alertmanagerreader.h"

#include <QCoreApplication>

namespace downtimeline {
namespace {

class AlertmanagerTaker final : public JsonTaker
{
public:
    Status take(const JsonRecord &record, JsonFlow &flow) override
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
        return flow.event(std::move(event));
    }

    void aside(std::string_view place, std::string_view text) override
    {
        if (place == "truncatedAlerts")
            m_isTruncated = text != "0" && text != "null";
    }

    Status finish(JsonFlow &flow) override
    {
        if (!m_isTruncated)
            return {};
        return flow.skip(
            0, QCoreApplication::translate(
                   "AlertmanagerReader", "Alertmanager left alerts out of this message (truncatedAlerts)."));
    }

private:
    bool m_isTruncated = false;
};

} // namespace

QString AlertmanagerReader::name() const
{
    return QCoreApplication::translate("AlertmanagerReader", "alerts of Alertmanager");
}

std::vector<std::string> AlertmanagerReader::recordPlaces(const JsonSketch &sketch) const
{
    return placeWith(sketch, {"alerts[]", "[]"}, {"labels", "annotations", "startsAt"});
}

std::unique_ptr<JsonTaker> AlertmanagerReader::taker(const JsonSketch & /*sketch*/) const
{
    return std::make_unique<AlertmanagerTaker>();
}

} // namespace downtimeline
