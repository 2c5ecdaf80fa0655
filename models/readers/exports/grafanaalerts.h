// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/json/jsonreader.h"

namespace downtimeline {

/// Reads what Grafana's alerting posts to a webhook: Alertmanager's message with the values and links of Grafana.
class GrafanaAlertsReader final : public JsonReader
{
public:
    std::string_view key() const override { return "grafana"; }
    QString name() const override;

protected:
    std::vector<std::string> recordPlaces(const JsonSketch &sketch) const override;
    std::unique_ptr<JsonTaker> taker(const JsonSketch &sketch) const override;
};

} // namespace downtimeline
