// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/documents/textscan.h"
#include "models/readers/postmortem/postmortemclaims.h"
#include "models/readers/postmortem/postmortemwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <optional>

namespace downtimeline {
namespace {

using namespace textscan;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

QString say(const char *text)
{
    return QCoreApplication::translate("postmortem", text);
}

QString words(const std::string &text)
{
    return QString::fromStdString(text);
}

/// From when to when the outage lasted, as its summary or its labels state it.
struct StatedBounds
{
    WrittenTime from;
    WrittenTime until;
    int fromLine = 0;
    int untilLine = 0;
    bool isRange = false; ///< both stand in one sentence
};

std::optional<StatedBounds> statedBounds(const ClaimedAgainst &document)
{
    for (const ProseTime &time : document.times) {
        const bool isSummary = time.section == Section::Summary || time.section == Section::None;
        if (isSummary && time.found.until && time.found.time.clock && time.found.until->clock)
            return StatedBounds{time.found.time, *time.found.until, time.line, time.line, true};
    }
    return std::nullopt;
}

minutes ofDay(const WrittenTime &time)
{
    return hours(time.clock->hour) + minutes(time.clock->minute);
}

/// How much later the second clock is, by the days where both are told, else by the shorter way around the day.
Duration clockStep(const WrittenTime &from, const WrittenTime &to)
{
    const auto day = [](const WrittenTime &time) { return time.hasDate() ? dayOf(time) : std::nullopt; };
    minutes step = ofDay(to) - ofDay(from);
    if (const auto a = day(from), b = day(to); a && b)
        return step + (std::chrono::sys_days(*b) - std::chrono::sys_days(*a));
    if (step > hours(12))
        step -= days(1);
    return step < -hours(12) ? step + days(1) : step;
}

Finding boundFinding(
    const char *rule, const QString &title, const QString &message, const WrittenTime &stated, int line,
    const Event &event)
{
    return makeFinding(
        rule, title,
        message.arg(words(clockInWords(*stated.clock)), QString::number(line))
            .arg(words(clockInWords(*event.time.clock)), QString::number(event.line)),
        {line, event.line}, {clockInWords(*stated.clock), clockInWords(*event.time.clock)});
}

/// The stated start against the first row: an alert before it, or the outage's own first row at another time.
void findOtherStart(const StatedBounds &stated, const std::vector<Event> &events, std::vector<Finding> &findings)
{
    const auto isPlaced = [](const Event &event) { return event.at && event.time.clock; };
    const bool areAllPlaced = std::ranges::all_of(events, isPlaced);
    const Event &first = areAllPlaced ? *std::ranges::min_element(events, {}, &Event::at) : events.front();
    const bool tellsOfIt =
        first.kind == EventKind::Alert || first.kind == EventKind::Outage || first.kind == EventKind::Detection;
    if (first.time.clock && tellsOfIt && clockStep(first.time, stated.from) > Duration(0)) {
        findings.push_back(boundFinding(
            "start", say("The first alert comes before the outage"),
            say("The outage begins at %1 on line %2; the first alert is at %3 on line %4."), stated.from,
            stated.fromLine, first));
        return;
    }
    const auto outage = std::ranges::find(events, EventKind::Outage, &Event::kind);
    const bool isOwnRow = outage != events.end() && outage->time.clock && outage->progress == Progress::Begins;
    if (isOwnRow && clockStep(stated.from, outage->time) > minutes(30))
        findings.push_back(boundFinding(
            "start", say("Two times for the start"),
            say("The outage begins at %1 on line %2; its row in the list is at %3 on line %4."), stated.from,
            stated.fromLine, *outage));
}

/// The stated end against the last row, and against the recovery.
void findOtherEnd(const StatedBounds &stated, const std::vector<Event> &events, std::vector<Finding> &findings)
{
    const bool areAllPlaced =
        std::ranges::all_of(events, [](const Event &event) { return event.at && event.time.clock; });
    const Event &last = areAllPlaced ? *std::ranges::max_element(events, {}, &Event::at) : events.back();
    if (!last.time.clock)
        return;
    if (clockStep(last.time, stated.until) > minutes(5)) {
        findings.push_back(boundFinding(
            "end", say("The outage ends after its last event"),
            say("The outage ends at %1 on line %2; the last event is at %3 on line %4."), stated.until,
            stated.untilLine, last));
        return;
    }
    const bool isRecovery = last.kind == EventKind::Recovery && last.progress != Progress::Fails;
    if (isRecovery && clockStep(stated.until, last.time) > minutes(30))
        findings.push_back(boundFinding(
            "end", say("Two times for the end"),
            say("The outage ends at %1 on line %2; the list has its recovery at %3 on line %4."), stated.until,
            stated.untilLine, last));
}

/// An end before its start: "Incident from: 2021-01-28", "Incident till: 2021-01-23".
void findEndBeforeStart(const ClaimedAgainst &document, std::vector<Finding> &findings)
{
    const ProseTime *from = nullptr;
    for (const ProseTime &time : document.times) {
        const std::string label = folded(time.label.substr(0, 60));
        if (label.starts_with("incident from") || label == "start time" || label == "start" || label == "start date")
            from = &time;
        const bool isEnd = label.starts_with("incident till") || label.starts_with("incident until") ||
                           label == "end time" || label == "end" || label == "end date";
        if (!isEnd || !from)
            continue;
        const auto begin = instantOf(from->found.time);
        const auto end = instantOf(time.found.time);
        if (begin && end && *end < *begin)
            findings.push_back(makeFinding(
                "end-before-start", say("The end comes before the start"),
                say("The incident begins on %1 (line %2) and ends on %3 (line %4).")
                    .arg(words(from->found.time.text))
                    .arg(from->line)
                    .arg(words(time.found.time.text))
                    .arg(time.line),
                {from->line, time.line}, {isoText(from->found.time), isoText(time.found.time)}));
    }
}

} // namespace

std::vector<Finding> boundFindings(const ClaimedAgainst &document)
{
    std::vector<Finding> findings;
    const auto stated = statedBounds(document);
    if (stated && document.events.size() >= 3) {
        findOtherStart(*stated, document.events, findings);
        findOtherEnd(*stated, document.events, findings);
    }
    findEndBeforeStart(document, findings);
    return findings;
}

} // namespace downtimeline
