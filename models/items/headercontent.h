// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/milestones.h"
#include "models/domain/incident.h"
#include "models/domain/source.h"
#include "models/timeline/displayzone.h"

#include <QString>

#include <functional>
#include <span>
#include <vector>

namespace downtimeline {

/// One figure of the header with the words that define it.
struct HeaderMeasure
{
    enum class Tone { Plain, Danger, Warning }; ///< what it means; colour is the widget's

    QString value;       ///< "22 min"; "not known" where an end is missing or came before the other
    QString caption;     ///< "Time to recover"
    QString explanation; ///< the definition, both events with their times; or what is missing
    Tone tone = Tone::Plain;
    bool isKnown = true;

    bool operator==(const HeaderMeasure &) const = default;
};

/// The words above the timeline.
struct HeaderContent
{
    QString title;
    /// "16 January 2024, 10:00 – 10:22 GMT+1 · All server infrastructure · … · from 0x19-postmortem.txt"; service and
    /// impact shortened.
    QString line;
    QString lineEnd; ///< what of it comes after the service and the impact: " · from 0x19-postmortem.txt"
    std::vector<HeaderMeasure> measures;

    bool operator==(const HeaderContent &) const = default;
};

/// What the header is made from; nothing is owned.
struct HeaderFacts
{
    const Incident &incident;
    const ResponseAnalysis &analysis;
    std::span<const EventEntry> events; ///< that have an instant
    std::span<const Source> sources;
    int openFindings = 0;
    std::function<QString(EventId)> titleOf; ///< an event's title
    bool hasUndated = false;                 ///< there are events without an instant as well
};

/// Pure. Times are told in that zone; where no source states the zone the line says so.
HeaderContent headerContent(const HeaderFacts &facts, const DisplayZone &zone);

} // namespace downtimeline
