// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "models/domain/samplegroup.h"

#include <SQLiteCpp/Database.h>

#include <vector>

namespace downtimeline {

/// SeriesStore::groups() at instants without clock shift. Throws SQLite::Exception and DamagedValue.
std::vector<SampleGroup> seriesGroups(SQLite::Database &database, SeriesId series);

} // namespace downtimeline
