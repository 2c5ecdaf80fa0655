// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/incident.h"

#include <SQLiteCpp/Statement.h>

namespace downtimeline {

/// The columns that incidentAt() reads, of table incident.
inline constexpr const char *incidentColumns =
    "id, uuid, title, severity, status, service, summary, impact, root_cause, resolution, "
    "started_at, started_marks, started_text, started_zone, started_offset, started_parts, "
    "ended_at, ended_marks, ended_text, ended_zone, ended_offset, ended_parts, utc_offset, zone, authors";

/// The incident of a row of incidentColumns. Throws SQLite::Exception and DamagedValue.
Incident incidentAt(const SQLite::Statement &row);

/// Writes a new row, or over that of incident.id. Throws SQLite::Exception. Answers with the row's id.
IncidentId insertIncident(SQLite::Database &database, const Incident &incident);
void updateIncident(SQLite::Database &database, const Incident &incident);

/// A JSON array of texts, and back; other content throws DamagedValue.
std::string jsonOf(const std::vector<std::string> &texts);
std::vector<std::string> textsOf(const std::string &json);

} // namespace downtimeline
