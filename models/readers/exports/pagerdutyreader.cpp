// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/exports/pagerdutyreader.h"

#include "models/readers/exports/pagerdutyjson.h"
#include "models/readers/exports/pagerdutysummaries.h"

#include <QCoreApplication>

#include <array>

namespace downtimeline {

QString PagerDutyReader::name() const
{
    return QCoreApplication::translate("PagerDutyReader", "incidents, log entries, changes or analytics of PagerDuty");
}

std::span<const Reader *const> PagerDutyReader::forms() const
{
    static const PagerDutyJsonReader json;
    static const PagerDutyAnalyticsReader analytics;
    static const PagerDutyCsvReader table;
    static const std::array<const Reader *, 3> all{&json, &analytics, &table};
    return all;
}

} // namespace downtimeline
