// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace downtimeline {

/// Case and spaces away: "Deploy  Started " and "deploy started" are one.
std::string foldedText(std::string_view text);

/// What a second reading of the same source knows an event by: the record's id, else folded title and clock.
std::string originKey(const Event &event);

/// The events that an incident has from sources of one name, those too that the user removed, to be met again by a new
/// reading. Each is met once: the n-th event of a key meets the n-th one that is known.
class KnownEvents
{
public:
    /// What an event is met by. An export of the library knows events of every source, by their uuids where it tells
    /// them.
    enum class By { Origin, Uuid };

    /// Of a format whose records have ids of their own (see recordsources.h) files of every name are one source. Throws
    /// SQLite::Exception and DamagedValue.
    KnownEvents(
        SQLite::Database &database, IncidentId incident, std::string_view sourceName, By by = By::Origin,
        std::string_view format = {});

    struct Match
    {
        EventId id;         ///< not valid: the user removed it
        bool isSame = true; ///< the reading tells nothing else than the library has
    };

    bool isEmpty() const { return m_entries.empty(); }
    /// None where the event is new.
    std::optional<Match> take(const Event &event);

private:
    struct Entry
    {
        std::string key;
        std::int64_t row = 0;
        std::uint64_t digest = 0;
        bool taken = false;
    };

    std::string keyOf(const Event &event) const;
    void readEvents(SQLite::Statement &rows);
    void readRemoved(SQLite::Statement &rows);

    By m_by;
    std::vector<Entry> m_entries; ///< by key, then row: sorted, not hashed, for its keys are foreign text
};

} // namespace downtimeline
