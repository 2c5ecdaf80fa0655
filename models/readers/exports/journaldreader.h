// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/json/jsonreader.h"

namespace downtimeline {

/// Reads what journalctl -o json prints: an entry a line, every field a text, a list of bytes or null.
class JournaldReader final : public JsonReader
{
public:
    std::string_view key() const override { return "journald"; }
    QString name() const override;

protected:
    std::vector<std::string> recordPlaces(const JsonSketch &sketch) const override;
    std::unique_ptr<JsonTaker> taker(const JsonSketch &sketch) const override;
};

} // namespace downtimeline
