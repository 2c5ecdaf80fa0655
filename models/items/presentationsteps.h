// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/presentationfacts.h"

#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace downtimeline {

/// A line of a closing step: a phase, a finding or an action.
struct StepRow
{
    QString name;
    QString value;  ///< "10 min"; empty where the row has no figure
    QString detail; ///< "10:00 – 10:10, from Detected to Acknowledged"; the finding's message; owner and day
    std::optional<Phase> phase;
    double from = 0; ///< where a phase lies in all of them, 0 to 1
    double to = 0;

    bool operator==(const StepRow &) const = default;
};

/// What is told at one time. Titles, details and messages are foreign text.
struct PresentationStep
{
    enum class Kind : std::uint8_t { Opening, Event, Phases, Findings, Actions };

    Kind kind = Kind::Opening;
    std::optional<EventId> event;
    std::optional<Instant> at; ///< up to where the timeline is told; none: all of it (closing) or nothing (opening)
    QString time;              ///< "10:10", "~10:45", "16 Jan"; as its source writes it where it has no instant
    QString day;               ///< "16 Jan", where the events lie on several days
    QString title;
    QString remark;                      ///< the incident in one sentence; or that there is nothing to list
    QString line;                        ///< of the opening: service, impact, sources
    std::vector<StepFigure> figures;     ///< of an event
    std::vector<HeaderMeasure> measures; ///< of the opening
    std::vector<StepRow> rows;           ///< of a closing step

    bool operator==(const PresentationStep &) const = default;
};

struct PresentationSteps
{
    QString title;                       ///< "Server outage after upgrade · 16 January 2024"
    std::vector<PresentationStep> steps; ///< the opening, the events, then phases, findings and actions
    int events = 0;                      ///< how many steps have an event: steps 1 to events

    bool operator==(const PresentationSteps &) const = default;
};

inline constexpr std::size_t mostImportantEvents = 24;
inline constexpr std::size_t mostSteps = 2000; ///< of events; the opening says where there are more
inline constexpr std::size_t findingsAStep = 3;
inline constexpr std::size_t actionsAStep = 4;

/// What is told where nobody set a star: every outage, rollback, restart, mitigation and recovery; the first alert,
/// detection, acknowledgement and escalation; the last deploy before the impact, else the first one. Where that is more
/// than mostImportantEvents: those of them that a milestone rests on, and the first and the last of each kind. Nothing
/// of all that: every event.
std::vector<EventEntry> importantEvents(std::span<const EventEntry> events, const ResponseAnalysis &analysis);

/// Pure. Times are told in that zone.
PresentationSteps presentationSteps(const PresentationFacts &facts, const DisplayZone &zone);

} // namespace downtimeline
