// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/formsreader.h"

namespace downtimeline {

/// Reads what PagerDuty hands out: incidents, log entries, change events and analytics as JSON, incidents as CSV.
class PagerDutyReader final : public FormsReader
{
public:
    std::string_view key() const override { return "pagerduty"; }
    QString name() const override;

protected:
    std::span<const Reader *const> forms() const override;
};

} // namespace downtimeline
