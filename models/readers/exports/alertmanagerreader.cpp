// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/exports/alertmanagerreader.h"

#include "models/readers/exports/alertrecord.h"

#include <QCoreApplication>

namespace downtimeline {
namespace {

class AlertmanagerTaker final : public JsonTaker
{
public:
    Status take(const JsonRecord &record, JsonFlow &flow) override { return flow.event(alertOf(record)); }

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
