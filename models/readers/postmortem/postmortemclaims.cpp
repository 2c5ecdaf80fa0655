// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/postmortem/postmortemclaims.h"

#include "models/documents/durations.h"
#include "models/documents/kindwords.h"
#include "models/documents/textscan.h"
#include "models/readers/postmortem/postmortemwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>
#include <span>

namespace downtimeline {
namespace {

using namespace textscan;

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

/// The minute of the day that a time names.
std::optional<std::size_t> minuteOf(const WrittenTime &time)
{
    return time.clock ? std::optional(static_cast<std::size_t>(time.clock->hour * 60 + time.clock->minute))
                      : std::nullopt;
}

/// The listed events by the minute of their clock, one for each offset: many sentences beside many events stay linear.
class ListedClocks
{
public:
    explicit ListedClocks(const std::vector<Event> &events) : m_events(std::size_t{24} * 60)
    {
        for (const Event &event : events) {
            const auto minute = minuteOf(event.time);
            if (!minute)
                continue;
            auto &same = m_events[*minute];
            const bool isKnown = std::ranges::any_of(same, [&event](const Event *one) {
                return one->time.offset == event.time.offset && one->time.zoneOrigin == event.time.zoneOrigin;
            });
            if (!isKnown)
                same.push_back(&event);
        }
    }

    std::span<const Event *const> at(const WrittenTime &time) const
    {
        const auto minute = minuteOf(time);
        return minute ? std::span<const Event *const>(m_events[*minute]) : std::span<const Event *const>();
    }

private:
    std::vector<std::vector<const Event *>> m_events;
};

std::vector<int> linesOfDay(const std::vector<ProseTime> &times, const WrittenTime &day)
{
    std::vector<int> lines;
    for (const ProseTime &time : times) {
        if (time.found.time.month && isSentence(time) && isSameDay(time.found.time, day))
            lines.push_back(time.line);
    }
    return lines;
}

/// A day as the facts of a finding tell it: "2024-01-16", "--01-16".
std::string dayKey(WrittenTime day)
{
    day.clock.reset();
    day.precision = Precision::Day;
    return isoText(day);
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
    const ListedClocks listed(document.events);
    for (const ProseTime &time : document.times) {
        const WrittenTime &other = time.found.time;
        if (!isSentence(time) || !other.month || !other.year || isSameDay(other, day) || listed.at(other).empty())
            continue;
        std::vector<int> lines = linesOfDay(document.times, day);
        if (lines.empty())
            lines.push_back(document.document.dateLine);
        const QString message = say("%1 on %2; %3 on line %4.")
                                    .arg(
                                        words(dayInWords(day)), words(linesInWords(lines)), words(dayInWords(other)),
                                        QString::number(time.line));
        lines.push_back(time.line);
        findings.push_back(
            makeFinding("two-dates", say("Two dates for one outage"), message, lines, {dayKey(day), dayKey(other)}));
        return;
    }
}

/// The words of the clause that ends with a time.
std::string_view clauseBefore(const ProseTime &time)
{
    const std::size_t from = time.found.begin > 160 ? time.found.begin - 160 : 0;
    const std::string_view before = time.text.substr(from, time.found.begin - from);
    const std::size_t stop = before.find_last_of(",;.!");
    return before.substr(stop == std::string_view::npos ? 0 : stop + 1);
}

/// The listed event of each kind that a clause tells again: the completed one, else the last.
std::array<const Event *, eventKindCount> toldAgain(const std::vector<Event> &events)
{
    std::array<const Event *, eventKindCount> all{};
    for (const Event &event : events) {
        const Event *&found = all[static_cast<std::size_t>(event.kind)];
        if (event.time.clock && (!found || found->progress != Progress::Completes))
            found = &event;
    }
    return all;
}

/// A sentence that gives a listed action another time.
void findTwoTimes(const ClaimedAgainst &document, std::vector<Finding> &findings)
{
    const ListedClocks clocks(document.events);
    const auto again = toldAgain(document.events);
    for (const ProseTime &time : document.times) {
        const WrittenTime &told = time.found.time;
        const bool isProse = isSentence(time) && time.section != Section::Impact && !time.isTitle && time.label.empty();
        if (!isProse || !told.clock || told.precision == Precision::Hour || !clocks.at(told).empty())
            continue;
        const KindReading kind = kindOf(clauseBefore(time));
        const bool isAction = kind.kind == EventKind::Rollback || kind.kind == EventKind::Restart ||
                              kind.kind == EventKind::Escalation || kind.kind == EventKind::Acknowledgement;
        const Event *listed = isAction && kind.certainty > 0.5 ? again[static_cast<std::size_t>(kind.kind)] : nullptr;
        if (!listed)
            continue;
        findings.push_back(makeFinding(
            "two-times", say("Two times for the %1").arg(kindName(kind.kind).toLower()),
            say("%1 on line %2; %3 on line %4.")
                .arg(
                    words(clockInWords(*listed->time.clock)), QString::number(listed->line), words(told.text),
                    QString::number(time.line)),
            {listed->line, time.line},
            {std::string(kindKey(kind.kind)), clockInWords(*listed->time.clock), clockInWords(*told.clock)}));
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
            lines, {clockInWords(event->time.clock.value_or(ClockTime())), zone, usual->first}));
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
                {events[i].line}, {isoText(here), dayKey(before)}));
    }
}

/// "18:00 GMT" in a sentence, where the list has its 18:00 in another zone.
void findOtherZone(const ClaimedAgainst &document, std::vector<Finding> &findings)
{
    const ListedClocks clocks(document.events);
    for (const ProseTime &time : document.times) {
        if (!isSentence(time) || !time.found.time.offset || !time.found.time.clock)
            continue;
        const auto same = clocks.at(time.found.time);
        const auto found = std::ranges::find_if(same, [&time](const Event *one) {
            return one->time.offset && one->time.offset != time.found.time.offset &&
                   one->time.zoneOrigin != ZoneOrigin::Line;
        });
        if (found == same.end())
            continue;
        const Event *const event = *found;
        findings.push_back(makeFinding(
            "two-zones", say("One time in two zones"),
            say("%1 on line %2; %3 %4 on line %5.")
                .arg(words(time.found.time.text))
                .arg(time.line)
                .arg(words(clockInWords(*event->time.clock)), words(event->time.zone))
                .arg(event->line),
            {time.line, event->line}, {clockInWords(*event->time.clock), time.found.time.zone, event->time.zone}));
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
                say("%1 M on line %2 has neither AM nor PM.").arg(words(told.text)).arg(time.line), {time.line},
                {folded(told.text)}));
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
    std::ranges::move(boundFindings(document), std::back_inserter(findings));
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
