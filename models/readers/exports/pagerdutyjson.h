// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/json/jsonreader.h"

namespace downtimeline {

/// Reads PagerDuty's incidents, log entries and change events, wrapped or as bare lists.
class PagerDutyJsonReader final : public JsonReader
{
public:
    std::string_view key() const override { return "pagerduty"; }
    QString name() const override;

protected:
    std::vector<std::string> recordPlaces(const JsonSketch &sketch) const override;
    std::unique_ptr<JsonTaker> taker(const JsonSketch &sketch) const override;
};

} // namespace downtimeline
