// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/json/jsonreader.h"

namespace downtimeline {

/// Reads deployments of GitHub and their statuses, as lists, as single objects and as messages of a webhook.
/// Where an environment gets a commit again that another one had replaced, that is taken for a rollback.
class GithubReader final : public JsonReader
{
public:
    std::string_view key() const override { return "github"; }
    QString name() const override;

protected:
    std::vector<std::string> recordPlaces(const JsonSketch &sketch) const override;
    std::unique_ptr<JsonTaker> taker(const JsonSketch &sketch) const override;
};

} // namespace downtimeline
