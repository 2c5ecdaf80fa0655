// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/formsreader.h"

namespace downtimeline {

/// Reads a timeline of Timesketch, as JSON Lines and as CSV.
class TimesketchReader final : public FormsReader
{
public:
    std::string_view key() const override { return "timesketch"; }
    QString name() const override;

protected:
    std::span<const Reader *const> forms() const override;
};

} // namespace downtimeline
