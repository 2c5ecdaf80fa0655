// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/report/reportwords.h"

#include <QString>

#include <cstddef>
#include <vector>

namespace downtimeline {

/// One event of a report's table, in words.
struct EventRow
{
    const Event *event = nullptr; ///< of the facts
    std::size_t number = 0;       ///< from 1
    QString when;
    QString afterStart; ///< "+10 min" after the impact's start; empty where nothing tells it
};

/// Every event that is not hidden, by time, those without an instant last in their order.
std::vector<EventRow> eventRows(const ReportFacts &facts);

} // namespace downtimeline
