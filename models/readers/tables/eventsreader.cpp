// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/tables/eventsreader.h"

#include "models/readers/json/jsonsketch.h"
#include "models/readers/tables/eventscsvreader.h"
#include "models/readers/tables/eventsjsonreader.h"
#include "models/readers/textsource.h"

#include <QCoreApplication>

#include <array>

namespace downtimeline {

QString EventsReader::name() const
{
    return QCoreApplication::translate("EventsReader", "a list of events (CSV or JSON)");
}

std::span<const Reader *const> EventsReader::forms() const
{
    static const EventsCsvReader table;
    static const EventsJsonReader json;
    static const std::array<const Reader *, 2> all{&table, &json};
    return all;
}

const Reader *EventsReader::formOfUser(std::string_view head) const
{
    return jsonSketchOf(utf8Head(head)).places.empty() ? forms().front() : forms().back();
}

} // namespace downtimeline
