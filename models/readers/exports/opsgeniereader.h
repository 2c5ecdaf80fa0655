// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/json/jsonreader.h"

namespace downtimeline {

/// Reads alerts of Opsgenie (a list, a page of the interface, or an alert a line) and the log of one alert.
class OpsgenieReader final : public JsonReader
{
public:
    std::string_view key() const override { return "opsgenie"; }
    QString name() const override;

protected:
    std::vector<std::string> recordPlaces(const JsonSketch &sketch) const override;
    std::unique_ptr<JsonTaker> taker(const JsonSketch &sketch) const override;
};

} // namespace downtimeline
