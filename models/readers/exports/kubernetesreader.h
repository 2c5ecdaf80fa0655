// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/json/jsonreader.h"

namespace downtimeline {

/// Reads Kubernetes events as kubectl prints them in JSON, of core/v1 and of events.k8s.io.
class KubernetesReader final : public JsonReader
{
public:
    std::string_view key() const override { return "kubernetes"; }
    QString name() const override;

protected:
    std::vector<std::string> recordPlaces(const JsonSketch &sketch) const override;
    std::unique_ptr<JsonTaker> taker(const JsonSketch &sketch) const override;
};

} // namespace downtimeline
