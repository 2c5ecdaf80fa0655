// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/json/jsonreader.h"

namespace downtimeline {

/// Reads incidents of VictorOps (Splunk On-Call) with their transitions.
class VictorOpsReader final : public JsonReader
{
public:
    std::string_view key() const override { return "victorops"; }
    QString name() const override;

protected:
    std::vector<std::string> recordPlaces(const JsonSketch &sketch) const override;
    std::unique_ptr<JsonTaker> taker(const JsonSketch &sketch) const override;
};

} // namespace downtimeline
