// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/json/jsonreader.h"

namespace downtimeline {

/// Reads Alertmanager's webhook (also as Grafana sends it) and /api/v2/alerts: a span an alert, never a recovery.
class AlertmanagerReader final : public JsonReader
{
public:
    std::string_view key() const override { return "alertmanager"; }
    QString name() const override;

protected:
    std::vector<std::string> recordPlaces(const JsonSketch &sketch) const override;
    std::unique_ptr<JsonTaker> taker(const JsonSketch &sketch) const override;
};

} // namespace downtimeline
