// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/trafficrecovery.h"
#include "models/domain/action.h"
#include "models/domain/finding.h"
#include "models/items/eventrows.h"
#include "models/items/headercontent.h"

#include <QString>

#include <functional>
#include <optional>
#include <span>

namespace downtimeline {

/// Which events get a step of their own. Hidden events never do.
struct StepChoice
{
    enum class Which : std::uint8_t {
        Important = 0, ///< the starred ones; without stars the ones that importantEvents() finds
        All = 1,
        Filter = 2, ///< those whose title, detail or kind has every one of the words
    };

    Which which = Which::Important;
    QString words; ///< of the filter

    bool operator==(const StepChoice &) const = default;
};

/// What a presentation is made from; nothing is owned.
struct PresentationFacts
{
    HeaderFacts header; ///< its events are those that have an instant, in their order
    std::span<const EventEntry> undated;
    std::span<const Finding> findings;
    std::span<const Action> actions;
    std::span<const StatedTraffic> stated;
    /// Measured traffic at an instant as a fraction of the baseline, none in a gap; not set where nothing was measured.
    std::function<std::optional<double>(Instant)> trafficAt;
    std::function<EventText(EventId)> textOf;
    StepChoice choice;
};

/// A number of a step and the words that define it: "10 min after the first page".
struct StepFigure
{
    QString text;
    QString definition;
    bool isKnown = true;

    bool operator==(const StepFigure &) const = default;
};

} // namespace downtimeline
