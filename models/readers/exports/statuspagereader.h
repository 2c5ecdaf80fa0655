// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/json/jsonreader.h"

namespace downtimeline {

/// Reads Statuspage incidents, the bare list of v1 and incidents.json of v2: an incident a record, its updates as
/// events.
class StatuspageReader final : public JsonReader
{
public:
    std::string_view key() const override { return "statuspage"; }
    QString name() const override;

protected:
    std::vector<std::string> recordPlaces(const JsonSketch &sketch) const override;
    std::unique_ptr<JsonTaker> taker(const JsonSketch &sketch) const override;
};

} // namespace downtimeline
