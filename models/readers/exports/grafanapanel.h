// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/reader.h"

namespace downtimeline {

/// Reads what Grafana's panel inspector downloads as CSV: a column "Time" and one for each series, values perhaps with
/// units. It is read as any table of metrics; only the name of its maker is known besides.
class GrafanaPanelReader final : public Reader
{
public:
    std::string_view key() const override { return "grafana"; }
    QString name() const override;
    int recognises(std::string_view head) const override;
    Status read(ByteSource &source, const ReadOptions &options, ImportSink &sink, std::stop_token stop) const override;
};

} // namespace downtimeline
