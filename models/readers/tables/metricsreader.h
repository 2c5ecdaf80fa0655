// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/formsreader.h"

namespace downtimeline {

/// Reads a list of metrics of any make, as a table or as JSON.
class MetricsReader final : public FormsReader
{
public:
    std::string_view key() const override { return "metrics"; }
    QString name() const override;

protected:
    std::span<const Reader *const> forms() const override;
    const Reader *formOfUser(std::string_view head) const override;
};

} // namespace downtimeline
