// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/exports/grafanaalerts.h"

#include "models/readers/exports/alertrecord.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace downtimeline {
namespace {

class GrafanaAlertsTaker final : public AlertTaker
{
public:
    GrafanaAlertsTaker()
        : AlertTaker(QCoreApplication::translate(
              "GrafanaAlertsReader", "Grafana left alerts out of this message (truncatedAlerts)."))
    {}

    Status take(const JsonRecord &record, JsonFlow &flow) override
    {
        Event event = alertOf(record);
        addDetail(event, "values", textAt(record.value, "valueString"));
        addDetail(event, "panel", firstTextAt(record.value, {"panelURL", "dashboardURL", "generatorURL"}));
        return flow.event(std::move(event));
    }
};

} // namespace

QString GrafanaAlertsReader::name() const
{
    return QCoreApplication::translate("GrafanaAlertsReader", "alerts of Grafana");
}

std::vector<std::string> GrafanaAlertsReader::recordPlaces(const JsonSketch &sketch) const
{
    static constexpr std::array<std::string_view, 6> ofGrafana{"orgId",
                                                               "alerts[].orgId",
                                                               "alerts[].silenceURL",
                                                               "alerts[].dashboardURL",
                                                               "alerts[].panelURL",
                                                               "alerts[].valueString"};
    const bool isGrafana =
        std::ranges::any_of(ofGrafana, [&sketch](std::string_view place) { return sketch.has(place); });
    return isGrafana ? placeWith(sketch, {"alerts[]"}, {"labels", "annotations", "startsAt"})
                     : std::vector<std::string>();
}

std::unique_ptr<JsonTaker> GrafanaAlertsReader::taker(const JsonSketch & /*sketch*/) const
{
    return std::make_unique<GrafanaAlertsTaker>();
}

} // namespace downtimeline
