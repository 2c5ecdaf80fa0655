// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/json/jsonreader.h"

namespace downtimeline {

/// Reads Downtimeline's own JSON back, as models/report/incidentjson.h writes it, with the ids of what is in it. Ends
/// that follow from other events are left to follow again.
class DowntimelineReader final : public JsonReader
{
public:
    std::string_view key() const override { return "downtimeline"; }
    QString name() const override;

protected:
    std::vector<std::string> recordPlaces(const JsonSketch &sketch) const override;
    std::unique_ptr<JsonTaker> taker(const JsonSketch &sketch) const override;
};

} // namespace downtimeline
