// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/reportwords.h"

#include "models/analysis/errorbudget.h"
#include "models/report/runwrap.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace downtimeline {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

const QString dash = QStringLiteral("—");

bool isZoneUnstated(std::span<const Event> events)
{
    return std::ranges::any_of(events, [](const Event &event) {
        return event.at && event.time.clock && event.time.zoneOrigin == ZoneOrigin::Unstated;
    });
}

/// "16 Jan, " where times need it.
QString dayBefore(Instant at, const DisplayZone &zone, DateNeed need)
{
    return need == DateNeed::Clock ? QString() : briefDayText(at, zone, need) + QStringLiteral(", ");
}

/// With seconds where it has odd ones.
QString clockOf(Instant at, const DisplayZone &zone)
{
    return clockText(at, zone, at != std::chrono::floor<std::chrono::minutes>(at));
}

/// The impact, else from the first event to the last.
std::optional<TimeRange> extentOf(const ReportFacts &facts)
{
    if (!facts.analysis.impacts.empty())
        return TimeRange{facts.analysis.impacts.front().start, facts.analysis.impacts.back().end};
    std::optional<TimeRange> extent;
    for (const Event &event : facts.whole.events) {
        if (!event.at)
            continue;
        const TimeRange own{*event.at, *event.at + event.length.value_or(Duration::zero())};
        extent = extent ? TimeRange{std::min(extent->start, own.start), std::max(extent->end, own.end)} : own;
    }
    return extent;
}

/// The title of an event that indexOf() knows by that id.
QString titleOf(std::span<const Event> events, EventId id)
{
    for (std::size_t i = 0; i < events.size(); ++i) {
        const EventId own = events[i].id.isValid() ? events[i].id : EventId(static_cast<std::int64_t>(i) + 1);
        if (own == id)
            return printable(events[i].title, 200);
    }
    return {};
}

/// "10:00 Server outage begins"; the milestone's name where no event stands for it.
QString pointText(const MilestonePoint &point, const ReportFacts &facts)
{
    QString title = point.event ? titleOf(facts.whole.events, *point.event) : QString();
    if (title.endsWith(u'.') && !title.endsWith(QStringLiteral("..")))
        title.chop(1); // it stands within a sentence
    const QString day = dayBefore(point.at, facts.zone, needOfDates(facts.whole.events, facts.zone));
    return day + clockOf(point.at, facts.zone) + u' ' + (title.isEmpty() ? milestoneName(point) : title);
}

QString notKnown()
{
    return Words::tr("not known");
}

QString sentence(const QString &text)
{
    return text.endsWith(u'.') ? text : text + u'.';
}

ReportMeasure measureOf(const ResponseTime &time, const ReportFacts &facts)
{
    const auto value = time.value();
    ReportMeasure measure{
        .value = value ? durationText(*value) : notKnown(),
        .caption = responseMeasureName(time.measure),
        .isKnown = value.has_value()};
    measure.definition = sentence(responseMeasureDefinition(time.measure)) + u' ';
    if (value)
        measure.definition += Words::tr("From %1 to %2.").arg(pointText(*time.from, facts), pointText(*time.to, facts));
    else if (time.isReversed())
        measure.definition += Words::tr("It ended before it began: from %1 to %2.")
                                  .arg(pointText(*time.from, facts), pointText(*time.to, facts));
    else if (!time.from)
        measure.definition += Words::tr("No event tells the start.");
    else
        measure.definition += Words::tr("No event tells the end.");
    return measure;
}

ReportMeasure downtimeOf(const ReportFacts &facts)
{
    ReportMeasure measure{.value = notKnown(), .caption = Words::tr("Outage"), .isDowntime = true, .isKnown = false};
    const Duration downtime = facts.analysis.downtime;
    measure.definition = Words::tr("How long the impact lasted; outages that overlap count once.") + u' ';
    if (downtime <= Duration::zero()) {
        measure.definition += Words::tr("No event tells its start and its end.");
        return measure;
    }
    measure.value = durationText(downtime);
    measure.isKnown = true;
    QStringList ranges;
    for (const TimeRange &impact : facts.analysis.impacts)
        ranges << rangeText(impact, facts.zone);
    const ErrorBudget budget;
    const QString share = QString::number(std::lround(budget.share(downtime) * 100));
    measure.definition += sentence(ranges.join(QStringLiteral("; "))) + u' ' +
                          Words::tr("That is %1\u00A0% of what an objective of 99.9\u00A0% allows in 30 days (%2).")
                              .arg(share, durationText(budget.allowed()));
    return measure;
}

/// A moment of an event, no more exact than it is known.
QString momentText(const Event &event, Instant at, const DisplayZone &zone, DateNeed need)
{
    const QString day = dayBefore(at, zone, need);
    if (event.time.precision == Precision::Hour && !zone.zero())
        return day + clockText(at, zone).left(3) + QStringLiteral("??");
    const bool isAbout = event.time.precision == Precision::Approximate || event.time.precision == Precision::Hour;
    return day + (isAbout ? QStringLiteral("~") : QString()) + clockOf(at, zone);
}

} // namespace

QString reportTitle(const Incident &incident)
{
    const QString title = printable(incident.title, 400);
    return title.isEmpty() ? Words::tr("Untitled incident") : title;
}

QString kickerText(const Incident &incident)
{
    QString words = Words::tr("INCIDENT REPORT");
    if (!incident.severity)
        return words;
    return QStringLiteral("SEV%1 · ").arg(static_cast<int>(*incident.severity)) + words;
}

QString whenText(const ReportFacts &facts)
{
    QStringList parts;
    if (const auto extent = extentOf(facts))
        parts << rangeText(*extent, facts.zone);
    else
        parts << Words::tr("no event has a time");
    if (isZoneUnstated(facts.whole.events))
        parts << Words::tr("zone not stated");
    parts << printable(facts.whole.incident.service, 400);
    if (std::ranges::any_of(facts.sources, &Source::illustrative))
        parts << Words::tr("illustrative");
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString keywordsText(const ReportFacts &facts)
{
    const Incident &incident = facts.whole.incident;
    QStringList words{Words::tr("incident report"), Words::tr("postmortem"), Words::tr("timeline")};
    if (incident.severity)
        words << QStringLiteral("SEV%1").arg(static_cast<int>(*incident.severity));
    // A comma parts keywords.
    words << printable(incident.service, 100).replace(u',', u';');
    if (const auto extent = extentOf(facts))
        words << dayText(extent->start, facts.zone);
    words.removeAll(QString());
    return words.join(QStringLiteral(", "));
}

QString timeColumnTitle(const ReportFacts &facts)
{
    const bool isUnstated = isZoneUnstated(facts.whole.events);
    return Words::tr("Time (%1)").arg(isUnstated ? Words::tr("zone not stated") : facts.zone.label());
}

std::vector<ReportMeasure> reportMeasures(const ReportFacts &facts)
{
    std::vector<ReportMeasure> measures{downtimeOf(facts)};
    for (const ResponseTime &time : facts.analysis.times)
        measures.push_back(measureOf(time, facts));
    return measures;
}

DateNeed needOfDates(std::span<const Event> events, const DisplayZone &zone)
{
    std::optional<TimeRange> extent;
    for (const Event &event : events) {
        if (!event.at)
            continue;
        const TimeRange before = extent.value_or(TimeRange{*event.at, *event.at});
        extent = TimeRange{std::min(before.start, *event.at), std::max(before.end, *event.at)};
    }
    return extent ? dateNeed(*extent, zone) : DateNeed::Clock;
}

QString eventWhen(const Event &event, std::optional<Instant> end, const DisplayZone &zone, DateNeed need)
{
    if (!event.at) {
        const QString written = printable(event.time.text.empty() ? isoText(event.time) : event.time.text, 60);
        return written.isEmpty() ? dash : written;
    }
    if (event.time.precision == Precision::Day)
        return briefDayText(*event.at, zone, need);
    QString start = momentText(event, *event.at, zone, need);
    if (!end || *end <= *event.at)
        return start;
    const DateNeed endNeed = dateNeed({*event.at, *end}, zone);
    return start + QStringLiteral(" – ") +
           dayBefore(*end, zone, endNeed == DateNeed::Clock ? endNeed : std::max(need, endNeed)) + clockOf(*end, zone);
}

QString afterStartText(Duration length)
{
    return length < Duration::zero() ? durationText(length) : u'+' + durationText(length);
}

QString linesText(std::span<const int> lines, SourceId source, std::span<const Source> sources)
{
    QStringList numbers;
    for (const int line : lines)
        numbers << QString::number(line);
    if (numbers.isEmpty())
        return {};
    const QString words = lines.size() == 1 ? Words::tr("line\u00A0%1") : Words::tr("lines\u00A0%1");
    const auto found = std::ranges::find(sources, source, &Source::id);
    const bool isNamed = sources.size() > 1 && found != sources.end();
    const QString name = isNamed ? printable(found->name, 120) + QStringLiteral(", ") : QString();
    return name + words.arg(numbers.join(QStringLiteral(",\u00A0")));
}

} // namespace downtimeline
