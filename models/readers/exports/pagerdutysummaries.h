// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/json/jsonreader.h"
#include "models/readers/tables/tablereader.h"

namespace downtimeline {

/// Reads the raw incidents of PagerDuty's analytics: an incident a record, its times in the zone that the file names.
class PagerDutyAnalyticsReader final : public JsonReader
{
public:
    std::string_view key() const override { return "pagerduty"; }
    QString name() const override;

protected:
    std::vector<std::string> recordPlaces(const JsonSketch &sketch) const override;
    std::unique_ptr<JsonTaker> taker(const JsonSketch &sketch) const override;
};

/// Reads PagerDuty's table of incidents, one a row. Columns of durations are kept as words: they are no events.
class PagerDutyCsvReader final : public TableReader
{
public:
    std::string_view key() const override { return "pagerduty"; }
    QString name() const override;

protected:
    std::span<const std::string_view> telltales() const override;
    std::span<const std::string_view> others() const override;
    Status take(const TableRow &row, JsonFlow &flow) const override;
};

} // namespace downtimeline
