// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/json/jsonreader.h"

namespace downtimeline {

/// An alert as Alertmanager and Grafana send it, with its span; where it still fires it has no end.
Event alertOf(const JsonRecord &record);

/// Takes the alerts of a message, and says where its sender left some out ("truncatedAlerts").
class AlertTaker : public JsonTaker
{
public:
    /// The sentence that says so.
    explicit AlertTaker(QString leftOut) : m_leftOut(std::move(leftOut)) {}

    Status take(const JsonRecord &record, JsonFlow &flow) override { return flow.event(alertOf(record)); }
    void aside(std::string_view place, std::string_view text) final;
    Status finish(JsonFlow &flow) final;

private:
    QString m_leftOut;
    bool m_isTruncated = false;
};

} // namespace downtimeline
