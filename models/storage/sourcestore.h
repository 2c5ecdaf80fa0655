// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/source.h"
#include "models/storage/library.h"

#include <string_view>
#include <vector>

namespace downtimeline {

/// All SQL about what was read.
class SourceStore
{
public:
    explicit SourceStore(Library &library) : m_library(library) {}

    /// Of one incident, in the order in which they were read, without their texts.
    Result<std::vector<Source>> list(IncidentId incident);
    /// With its text.
    Result<Source> get(SourceId id);
    /// Sources read from the same bytes, or from a file of that name where the hash is empty, without their texts.
    Result<std::vector<Source>> find(std::string_view name, std::string_view sha256);
    /// A text is kept once, however many sources have it.
    Result<SourceId> add(const Source &source);
    /// Moves the times of all its events and samples when they are read out.
    Status setClockShift(SourceId id, Duration shift);
    /// Its events, series and findings go with it.
    Status remove(SourceId id);

private:
    Library &m_library;
};

} // namespace downtimeline
