// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/tables/anytablereader.h"

#include "models/readers/json/jsonsketch.h"
#include "models/readers/textsource.h"

#include <QCoreApplication>

namespace downtimeline {

QString AnyTableReader::name() const
{
    return m_sort == TableSort::Events
               ? QCoreApplication::translate("AnyTableReader", "a list of events (CSV or JSON)")
               : QCoreApplication::translate("AnyTableReader", "a list of metrics (CSV or JSON)");
}

const Reader *AnyTableReader::formOfUser(std::string_view head) const
{
    return jsonSketchOf(utf8Head(head)).places.empty() ? forms().front() : forms().back();
}

} // namespace downtimeline
