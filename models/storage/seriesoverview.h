// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "models/domain/instant.h"
#include "models/storage/overviewcolumn.h"

#include <SQLiteCpp/Database.h>

#include <vector>

namespace downtimeline {

/// SeriesStore::overview() over instants without clock shift. Throws SQLite::Exception and DamagedValue.
std::vector<OverviewColumn> seriesOverview(SQLite::Database &database, SeriesId series, TimeRange range, int columns);

} // namespace downtimeline
