// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"
#include "models/domain/result.h"
#include "models/storage/library.h"

#include <string_view>
#include <vector>

namespace downtimeline {

/// All SQL about contradictions, the decisions on them, and stated durations that fit.
class FindingStore
{
public:
    explicit FindingStore(Library &library) : m_library(library) {}

    /// In the order in which they were found.
    Result<std::vector<Finding>> list(IncidentId incident);
    /// Adds it, or renews the texts of the one with the same key: its decision stays.
    Result<FindingId> put(IncidentId incident, const Finding &finding);
    Status decide(IncidentId incident, std::string_view key, Finding::Decision decision);
    Status remove(FindingId id);

    Result<std::vector<Explained>> explained(IncidentId incident);
    /// Once for the same source, line and text.
    Status putExplained(IncidentId incident, const Explained &explained);

private:
    Library &m_library;
};

} // namespace downtimeline
