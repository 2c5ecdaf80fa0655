// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/exports/dfiririsreader.h"

#include "models/documents/kindwords.h"
#include "models/readers/cells/csvkinds.h"

#include <QCoreApplication>

#include <array>

namespace downtimeline {
namespace {

constexpr auto telltaleColumns = std::to_array<std::string_view>({"event_date", "event_tz", "event_title"});
constexpr auto otherColumns = std::to_array<std::string_view>(
    {"event_id", "event_uuid", "event_category", "event_content", "event_raw", "event_source", "event_assets", "assets",
     "event_iocs", "iocs", "linked_assets", "linked_iocs", "event_tags", "tags"});

void takeKind(Event &event, const std::string &category, const std::string &content)
{
    constexpr double unknownWord = 0.3;
    if (const CellKind told = kindOfCell(category); told.certainty > unknownWord) {
        event.kind = told.kind;
        event.certainty = told.certainty;
        return;
    }
    const KindReading reading = kindOf(event.title, content);
    event.kind = reading.kind;
    event.certainty = std::min(reading.certainty, 0.7);
    event.progress = reading.progress;
}

} // namespace

QString DfirIrisReader::name() const
{
    return QCoreApplication::translate("DfirIrisReader", "a timeline of DFIR-IRIS (CSV)");
}

std::span<const std::string_view> DfirIrisReader::telltales() const
{
    return telltaleColumns;
}

std::span<const std::string_view> DfirIrisReader::others() const
{
    return otherColumns;
}

Status DfirIrisReader::take(const TableRow &row, JsonFlow &flow) const
{
    const std::string content = row.at("event_content");
    Event event = recordEvent(row.line(), EventKind::Note, row.at("event_title"), content);
    takeKind(event, row.at("event_category"), content);
    std::optional<WrittenTime> time = jsonTime(row.at("event_date"));
    placeInZone(time, row.at("event_tz"), ZoneOrigin::Line);
    placeAt(event, std::move(time));
    event.recordId = row.at("event_uuid");
    if (event.recordId.empty())
        event.recordId = row.at("event_id");
    for (const std::string_view name : otherColumns) {
        const bool isTold = name == "event_content" || name == "event_id" || name == "event_uuid";
        if (!isTold && (name != "event_raw" || row.at(name) != content))
            addDetail(event, name, row.at(name));
    }
    return flow.event(std::move(event));
}

} // namespace downtimeline
