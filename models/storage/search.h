// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "models/domain/instant.h"
#include "models/domain/result.h"
#include "models/storage/library.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace downtimeline {

/// A place where every word of a query stands.
struct SearchHit
{
    IncidentId incident;
    EventId event; ///< not valid where the incident's own texts fit
    std::optional<Instant> at;
    std::string title; ///< of the event, or of the incident

    bool operator==(const SearchHit &) const = default;
};

/// The user's words as a full-text query: each word literal, the last one as a beginning; empty where no word is left.
/// No text can make a syntax error.
std::string searchExpression(std::string_view words);

/// Full-text search over incidents and events.
class Search
{
public:
    explicit Search(Library &library) : m_library(library) {}

    /// At most `limit` hits, by incident, then the incident itself, then its events by time. Where more fit, the
    /// events that were stored first are told.
    Result<std::vector<SearchHit>> search(std::string_view words, int limit = 200);
    /// The events of one incident that fit, by instant and id.
    Result<std::vector<EventId>> events(IncidentId incident, std::string_view words);

private:
    Library &m_library;
};

} // namespace downtimeline
