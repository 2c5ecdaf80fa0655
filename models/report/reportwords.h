// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/milestones.h"
#include "models/domain/source.h"
#include "models/domain/wholeincident.h"
#include "models/timeline/displayzone.h"

#include <QString>

#include <span>
#include <vector>

namespace downtimeline {

/// What a report is made from; nothing is owned.
struct ReportFacts
{
    const WholeIncident &whole;
    const ResponseAnalysis &analysis; ///< of indexOf(whole.events)
    DisplayZone zone;
    std::span<const Finding> findings = {}; ///< the incident's, and those from its samples
    std::span<const Source> sources = {};   ///< in the order in which they were read
};

/// One figure of a report, and the words that define it.
struct ReportMeasure
{
    QString value; ///< "22 min"; "not known" where an end is missing or came before the other
    QString caption;
    QString definition; ///< from what to what, with the times and events; or that an end is missing
    bool isDowntime = false;
    bool isKnown = true;

    bool operator==(const ReportMeasure &) const = default;
};

/// "Server outage after upgrade", or that there is no title.
QString reportTitle(const Incident &incident);
/// "SEV1 · INCIDENT REPORT", without a severity "INCIDENT REPORT".
QString kickerText(const Incident &incident);
/// "16 January 2024, 10:00 – 10:22 GMT+1 · all server infrastructure".
QString whenText(const ReportFacts &facts);
/// "incident report, SEV1, all servers, 16 January 2024": what a search for the file would use.
QString keywordsText(const ReportFacts &facts);
/// "Time (GMT+1)", or that the zone is not stated.
QString timeColumnTitle(const ReportFacts &facts);

/// Downtime, then the response times in their order.
std::vector<ReportMeasure> reportMeasures(const ReportFacts &facts);

/// What the events with a time need of the date to be told apart.
DateNeed needOfDates(std::span<const Event> events, const DisplayZone &zone);
/// An event's time as it is known: "10:15", "10:15 – 10:20", "~10:45", "14:??", "16 Jan"; without an instant what its
/// source says.
QString eventWhen(const Event &event, std::optional<Instant> end, const DisplayZone &zone, DateNeed need);
/// "+10 min", "−15 min", "+0 min".
QString afterStartText(Duration length);

/// "lines 7, 11, 24", with the source's name before it where there are several sources; empty without lines.
QString linesText(std::span<const int> lines, SourceId source, std::span<const Source> sources);

} // namespace downtimeline
