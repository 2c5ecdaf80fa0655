// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "models/domain/instant.h"

#include <cstdint>
#include <optional>

namespace downtimeline {

/// The moments that every response is measured between, in their usual order.
enum class Milestone : std::uint8_t { ImpactStart, Detected, Acknowledged, MitigationBegun, Mitigated, Recovered };
inline constexpr std::size_t milestoneCount = 6;

/// When a milestone was reached, and by which event. No event: it rests on what is stated of the incident as a whole.
struct MilestonePoint
{
    Milestone milestone = Milestone::ImpactStart;
    Instant at;
    std::optional<EventId> event;
    bool byUser = false; ///< without an event: the user states it, else a source does

    bool operator==(const MilestonePoint &) const = default;
};

/// The impact as somebody states it of the whole incident; each end may be missing.
struct StatedImpact
{
    std::optional<Instant> start;
    std::optional<Instant> end;
    bool startByUser =
        false; ///< what the user states outweighs events; what a source states counts where they are silent
    bool endByUser = false;

    bool operator==(const StatedImpact &) const = default;
};

} // namespace downtimeline
