// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/tables/metricsreader.h"

#include "models/readers/json/jsonsketch.h"
#include "models/readers/tables/metricscsvreader.h"
#include "models/readers/tables/metricsjsonreader.h"
#include "models/readers/textsource.h"

#include <QCoreApplication>

#include <array>

namespace downtimeline {

QString MetricsReader::name() const
{
    return QCoreApplication::translate("MetricsReader", "a list of metrics (CSV or JSON)");
}

std::span<const Reader *const> MetricsReader::forms() const
{
    static const MetricsCsvReader table;
    static const MetricsJsonReader json;
    static const std::array<const Reader *, 2> all{&table, &json};
    return all;
}

const Reader *MetricsReader::formOfUser(std::string_view head) const
{
    return jsonSketchOf(utf8Head(head)).places.empty() ? forms().front() : forms().back();
}

} // namespace downtimeline
