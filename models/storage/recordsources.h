// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"
#include "models/domain/source.h"

#include <SQLiteCpp/Database.h>

#include <optional>
#include <span>
#include <string_view>

namespace downtimeline {

/// Whether the ids that the format gives its records are one record's alone, whatever file it comes in: a message of
/// Slack is known by channel and time stamp in every export of the workspace.
bool hasRecordsOfOwn(std::string_view format);

/// The incident that holds the same records already, from whatever file: half of those read, or half of its own. None
/// where the format's ids tell nothing, or where no incident holds so many. Throws SQLite::Exception.
std::optional<IncidentId>
incidentOfRecords(SQLite::Database &database, const Source &source, std::span<const Event> events);

} // namespace downtimeline
