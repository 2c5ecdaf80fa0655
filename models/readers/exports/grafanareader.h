// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/formsreader.h"

namespace downtimeline {

/// Reads what Grafana hands out: annotations and messages of its alerting as JSON, panels as CSV.
class GrafanaReader final : public FormsReader
{
public:
    std::string_view key() const override { return "grafana"; }
    QString name() const override;

protected:
    std::span<const Reader *const> forms() const override;
};

} // namespace downtimeline
