// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/postmortemclaims.h"

#include "models/documents/durations.h"
#include "models/documents/kindwords.h"
#include "models/documents/textscan.h"
#include "models/readers/postmortemevents.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <optional>

namespace downtimeline {
namespace {

using namespace textscan;
using std::chrono::minutes;

QString say(const char *text)
{
    return QCoreApplication::translate("postmortem", text);
}

QString words(const std::string &text)
{
    return QString::fromStdString(text);
}

bool isSentence(const ProseTime &time)
{
    return time.section != Section::Timeline && time.section != Section::Appendix && time.section != Section::Other;
}

bool isSameDay(const WrittenTime &a, const WrittenTime &b)
{
    return a.month == b.month && a.day == b.day && (!a.year || !b.year || a.year == b.year);
}

bool isSameClock(const WrittenTime &a, const WrittenTime &b)
{
    return a.clock && b.clock && a.clock->hour == b.clock->hour && a.clock->minute == b.clock->minute;
}

bool hasEventAt(const std::vector<Event> &events, const WrittenTime &time)
{
    return std::ranges::any_of(events, [&time](const Event &event) { return isSameClock(event.time, time); });
}

std::vector<int> linesOfDay(const std::vector<ProseTime> &times, const WrittenTime &day)
{
    std::vector<int> lines;
    for (const ProseTime &time : times) {
        if (time.found.time.month && isSentence(time) && isSameDay(time.found.time, day))
            lines.push_back(time.line);
    }
    return lines;
}

/// Another day in the sentences that has the clock of a listed event: the same happening, dated twice.
void findTwoDates(const ClaimedAgainst &document, std::vector<Finding> &findings)
{
    if (!document.document.date)
        return;
    const WrittenTime &day = *document.document.date;
    const bool isOneDay =
        std::ranges::all_of(document.events, [&day](const Event &event) { return isSameDay(event.time, day); });
    if (!isOneDay)
        return;
    for (const ProseTime &time : document.times) {
        const WrittenTime &other = time.found.time;
        if (!isSentence(time) || !other.month || !other.year || isSameDay(other, day) ||
            !hasEventAt(document.events, other))
            continue;
        std::vector<int> lines = linesOfDay(document.times, day);
        if (lines.empty())
            lines.push_back(document.document.dateLine);
        const QString message = say("%1 on %2; %3 on line %4.")
                                    .arg(
                                        words(dayInWords(day)), words(linesInWords(lines)), words(dayInWords(other)),
                                        QString::number(time.line));
        lines.push_back(time.line);
        findings.push_back(makeFinding("two-dates", say("Two dates for one outage"), message, lines));
        return;
    }
}

/// The words of the clause that ends with a time.
std::string_view clauseBefore(const ProseTime &time)
{
    const std::string_view before = time.text.substr(0, time.found.begin);
    const std::size_t from = before.size() > 160 ? before.size() - 160 : 0;
    const std::size_t stop = before.find_last_of(",;.!");
    return before.substr(stop == std::string_view::npos ? from : std::max(from, stop + 1));
}

/// The listed event that a clause tells again: the completed one of its kind, else the last.
const Event *toldAgain(const std::vector<Event> &events, EventKind kind)
{
    const Event *found = nullptr;
    for (const Event &event : events) {
        if (event.kind == kind && event.time.clock && (!found || found->progress != Progress::Completes))
            found = &event;
    }
    return found;
}

/// A sentence that gives a listed action another time.
void findTwoTimes(const ClaimedAgainst &document, std::vector<Finding> &findings)
{
    for (const ProseTime &time : document.times) {
        const WrittenTime &told = time.found.time;
        const bool isProse = isSentence(time) && time.section != Section::Impact && !time.isTitle && time.label.empty();
        if (!isProse || !told.clock || told.precision == Precision::Hour || hasEventAt(document.events, told))
            continue;
        const KindReading kind = kindOf(clauseBefore(time));
        const bool isAction = kind.kind == EventKind::Rollback || kind.kind == EventKind::Restart ||
                              kind.kind == EventKind::Escalation || kind.kind == EventKind::Acknowledgement;
        const Event *listed = isAction && kind.certainty > 0.5 ? toldAgain(document.events, kind.kind) : nullptr;
        if (!listed)
            continue;
        findings.push_back(makeFinding(
            "two-times", say("Two times for the %1").arg(kindName(kind.kind).toLower()),
            say("%1 on line %2; %3 on line %4.")
                .arg(
                    words(clockInWords(*listed->time.clock)), QString::number(listed->line), words(told.text),
                    QString::number(time.line)),
            {listed->line, time.line}));
    }
}

/// The outage's stated start and end against the first alert and the last event.
void findOtherBounds(const ClaimedAgainst &document, std::vector<Finding> &findings)
{
    const auto &events = document.events;
    for (const ProseTime &time : document.times) {
        const bool isSummary = time.section == Section::Summary || time.section == Section::None;
        if (!isSummary || !time.found.until || !time.found.time.clock || !time.found.until->clock || events.size() < 3)
            continue;
        const bool isPlain = !time.found.time.month || time.found.until->day == time.found.time.day;
        const bool isPlaced =
            std::ranges::all_of(events, [](const Event &event) { return event.at && event.time.clock; });
        const Event &first = isPlaced ? *std::ranges::min_element(events, {}, &Event::at) : events.front();
        const Event &last = isPlaced ? *std::ranges::max_element(events, {}, &Event::at) : events.back();
        if (!isPlain || !first.time.clock || !last.time.clock || first.time.day != last.time.day)
            return;
        const auto ofDay = [](const ClockTime &clock) { return minutes(clock.hour * 60 + clock.minute); };
        const ClockTime begin = *time.found.time.clock;
        const ClockTime end = *time.found.until->clock;
        const bool isAlertBefore =
            (first.kind == EventKind::Alert || first.kind == EventKind::Outage || first.kind == EventKind::Detection) &&
            ofDay(*first.time.clock) < ofDay(begin);
        const bool isEndLater = ofDay(end) > ofDay(*last.time.clock) + minutes(5);
        if (isAlertBefore)
            findings.push_back(makeFinding(
                "start", say("The first alert comes before the outage"),
                say("The outage begins at %1 on line %2; the first alert is at %3 on line %4.")
                    .arg(words(clockInWords(begin)))
                    .arg(time.line)
                    .arg(words(clockInWords(*first.time.clock)))
                    .arg(first.line),
                {time.line, first.line}));
        if (isEndLater)
            findings.push_back(makeFinding(
                "end", say("The outage ends after its last event"),
                say("The outage ends at %1 on line %2; the last event is at %3 on line %4.")
                    .arg(words(clockInWords(end)))
                    .arg(time.line)
                    .arg(words(clockInWords(*last.time.clock)))
                    .arg(last.line),
                {time.line, last.line}));
        return;
    }
}

/// An end before its start: "Incident from: 2021-01-28", "Incident till: 2021-01-23".
void findEndBeforeStart(const ClaimedAgainst &document, std::vector<Finding> &findings)
{
    const ProseTime *from = nullptr;
    for (const ProseTime &time : document.times) {
        const std::string label = folded(time.label);
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
                {from->line, time.line}));
    }
}

/// A single row in the zone of another place.
void findStrayZones(const ClaimedAgainst &document, std::vector<Finding> &findings)
{
    std::map<std::string, std::vector<int>> zones;
    for (const Event &event : document.events) {
        if (event.time.zoneOrigin == ZoneOrigin::Line)
            zones[event.time.zone].push_back(event.line);
    }
    if (zones.size() < 2)
        return;
    const auto usual = std::ranges::max_element(zones, {}, [](const auto &one) { return one.second.size(); });
    for (const auto &[zone, lines] : zones) {
        if (zone == usual->first)
            continue;
        const auto event = std::ranges::find(document.events, lines.front(), &Event::line);
        findings.push_back(makeFinding(
            "two-zones", say("Two zones in one list"),
            say("%1 on %2, where the other times are in %3.")
                .arg(words(event->time.text), words(linesInWords(lines)), words(usual->first)),
            lines));
    }
}

/// A row whose year or month is not that of the rows around it.
void findStrayDays(const ClaimedAgainst &document, std::vector<Finding> &findings)
{
    const auto &events = document.events;
    for (std::size_t i = 1; i + 1 < events.size(); ++i) {
        const WrittenTime &before = events[i - 1].time;
        const WrittenTime &here = events[i].time;
        const bool isBetween = before.hasDate() && isSameDay(before, events[i + 1].time) && here.hasDate();
        if (isBetween && !isSameDay(before, here))
            findings.push_back(makeFinding(
                "odd-date", say("One row has another date"),
                say("%1 on line %2 stands between rows of %3.")
                    .arg(words(here.text), QString::number(events[i].line), words(dayInWords(before))),
                {events[i].line}));
    }
}

/// "18:00 GMT" in a sentence, where the list has its 18:00 in another zone.
void findOtherZone(const ClaimedAgainst &document, std::vector<Finding> &findings)
{
    for (const ProseTime &time : document.times) {
        if (!isSentence(time) || !time.found.time.offset || !time.found.time.clock)
            continue;
        const auto event = std::ranges::find_if(document.events, [&time](const Event &one) {
            return isSameClock(one.time, time.found.time) && one.time.offset &&
                   one.time.offset != time.found.time.offset && one.time.zoneOrigin != ZoneOrigin::Line;
        });
        if (event == document.events.end())
            continue;
        findings.push_back(makeFinding(
            "two-zones", say("One time in two zones"),
            say("%1 on line %2; %3 %4 on line %5.")
                .arg(words(time.found.time.text))
                .arg(time.line)
                .arg(words(clockInWords(*event->time.clock)), words(event->time.zone))
                .arg(event->line),
            {time.line, event->line}));
        return;
    }
}

/// "10:00 M": the letter that tells the half of the day is missing.
void findBrokenHalves(const ClaimedAgainst &document, std::vector<Finding> &findings)
{
    for (const ProseTime &time : document.times) {
        const WrittenTime &told = time.found.time;
        if (!told.clock || told.clock->hour > 12 || !told.clock->hour || isLetter(told.text.back()))
            continue;
        const std::size_t next = skipBlanks(time.text, time.found.end);
        if (at(time.text, next) == 'M' && !isAlnum(at(time.text, next + 1)))
            findings.push_back(makeFinding(
                "odd-time", say("A time with neither AM nor PM"),
                say("%1 M on line %2 has neither AM nor PM.").arg(words(told.text)).arg(time.line), {time.line}));
    }
}

bool speaksOfTraffic(std::string_view text)
{
    const std::string plain = " " + folded(text) + " ";
    constexpr std::string_view traffic[] = {" traffic ", " online ", " requests ", " restored ", " operational "};
    return std::ranges::any_of(
        traffic, [&plain](std::string_view word) { return plain.find(word) != std::string::npos; });
}

} // namespace

std::vector<Finding> contradictions(const ClaimedAgainst &document)
{
    std::vector<Finding> findings;
    findTwoDates(document, findings);
    findTwoTimes(document, findings);
    findOtherBounds(document, findings);
    findEndBeforeStart(document, findings);
    findStrayZones(document, findings);
    findStrayDays(document, findings);
    findOtherZone(document, findings);
    findBrokenHalves(document, findings);
    return findings;
}

std::vector<TrafficClaim> trafficClaims(const ClaimedAgainst &document)
{
    std::vector<TrafficClaim> claims;
    for (const Event &event : document.events) {
        const auto found = percentagesIn(event.title);
        if (event.kind == EventKind::Recovery && found.size() == 1 && speaksOfTraffic(event.title))
            claims.push_back(
                {.percent = found[0].value,
                 .anchor = TrafficClaim::Anchor::Event,
                 .derived = false,
                 .words = event.title,
                 .source = {},
                 .line = event.line});
    }
    for (const SectionedLine &placed : document.lines) {
        const bool isProse =
            placed.section == Section::None || placed.section == Section::Summary || placed.section == Section::Impact;
        const std::string_view text = placed.line->text;
        if (!isProse || placed.line->role == LineRole::Row || placed.line->role == LineRole::Code)
            continue;
        for (const FoundPercentage &found : percentagesIn(text)) {
            const std::size_t pos = skipBlanks(text, found.end);
            const bool isWhole = found.value >= 100 && (wordAt(text, pos, "impact") || wordAt(text, pos, "outage") ||
                                                        wordAt(text, pos, "downtime"));
            if (!isWhole)
                continue;
            const std::size_t end = pos + letters(text, pos).size();
            claims.push_back(
                {.percent = 0,
                 .anchor = TrafficClaim::Anchor::ImpactStart,
                 .derived = true,
                 .words = std::string(text.substr(found.begin, end - found.begin)),
                 .source = {},
                 .line = placed.line->number});
            return claims;
        }
    }
    return claims;
}

} // namespace downtimeline
