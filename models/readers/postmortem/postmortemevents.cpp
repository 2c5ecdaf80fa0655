// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/postmortem/postmortemevents.h"

#include "models/documents/kindwords.h"
#include "models/readers/postmortem/postmortemcounted.h"
#include "models/readers/postmortem/postmortemwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace downtimeline {
namespace {

using namespace std::chrono;

QString say(const char *text)
{
    return QCoreApplication::translate("postmortem", text);
}

QString words(const std::string &text)
{
    return QString::fromStdString(text);
}

Duration timeOfDay(const ClockTime &clock)
{
    return hours(clock.hour) + minutes(clock.minute) + seconds(clock.second.value_or(0));
}

void setDay(WrittenTime &time, year_month_day day)
{
    time.year = static_cast<int>(day.year());
    time.month = static_cast<int>(static_cast<unsigned>(day.month()));
    time.day = static_cast<int>(static_cast<unsigned>(day.day()));
}

void copyDay(WrittenTime &to, const WrittenTime &from)
{
    to.year = from.year;
    to.month = from.month;
    to.day = from.day;
}

/// A list that runs from the newest to the oldest never crosses midnight downwards.
bool runsBackwards(const std::vector<TimelineRow> &rows)
{
    int down = 0;
    int up = 0;
    const WrittenTime *before = nullptr;
    for (const TimelineRow &row : rows) {
        const WrittenTime &time = row.found.time;
        if (!time.clock)
            continue;
        if (before && before->day == time.day) {
            down += timeOfDay(*time.clock) < timeOfDay(*before->clock) ? 1 : 0;
            up += timeOfDay(*time.clock) > timeOfDay(*before->clock) ? 1 : 0;
        }
        before = &time;
    }
    return down > 1 && up == 0;
}

/// A row whose clock is before that of a row above it.
struct BackStep
{
    std::size_t from;
    std::size_t to;
};

/// Goes down the rows with the day and the zone at hand.
class Placing
{
public:
    Placing(const std::vector<TimelineRow> &rows, const DocumentTimes &document)
        : m_document(document), m_isBackwards(runsBackwards(rows))
    {
        if (document.date)
            m_day = *document.date;
    }

    void place(const std::vector<TimelineRow> &rows);
    PlacedEvents take();

private:
    void placeRow(const TimelineRow &row);
    std::optional<CountedFrom> statedZero(const std::vector<TimelineRow> &rows);
    std::optional<CountedFrom> zeroFor(const std::vector<TimelineRow> &rows);
    void placeCounted(const std::vector<TimelineRow> &rows);
    void placeDay(const TimelineRow &row, WrittenTime &time);
    void placeZone(const TimelineRow &row, WrittenTime &time);
    void placeUntil(const TimelineRow &row, Event &event);
    std::optional<int> yearFor(const WrittenTime &time) const;
    void crossMidnight(const TimelineRow &row, WrittenTime &time);
    void noteDoubts(const TimelineRow &row, const WrittenTime &time);
    void askForMissing();
    void findBackSteps();

    const DocumentTimes &m_document;
    bool m_isBackwards;
    PlacedEvents m_placed;
    WrittenTime m_day;
    int m_aboveLine = 0;
    std::optional<WrittenTime> m_before;
    std::size_t m_beforeIndex = 0;
    int m_list = 0;
    std::vector<BackStep> m_backSteps;
    std::vector<int> m_slipLines;
    std::string m_slipYear; ///< as written: "20202"
    int m_openOrderLine = 0;
    std::vector<std::pair<std::string, int>> m_openZones;
};

std::optional<int> Placing::yearFor(const WrittenTime &time) const
{
    if (time.year)
        return time.year;
    const std::optional<int> year = m_day.year ? m_day.year : (m_document.date ? m_document.date->year : std::nullopt);
    const bool isNextYear = year && m_day.month && *m_day.month == 12 && time.month == 1;
    return isNextYear ? std::optional(*year + 1) : year;
}

void Placing::crossMidnight(const TimelineRow &row, WrittenTime &time)
{
    const bool isSameDay =
        m_before && m_before->clock && time.clock && m_before->month == time.month && m_before->day == time.day;
    if (!isSameDay || m_isBackwards || row.found.time.precision == Precision::Hour)
        return;
    const auto back = timeOfDay(*m_before->clock) - timeOfDay(*time.clock);
    if (back <= Duration(0))
        return;
    const auto day = dayOf(time);
    if (back < hours(12) || row.found.time.month) {
        if (back >= minutes(1))
            m_backSteps.push_back({m_beforeIndex, m_placed.events.size()});
        return;
    }
    if (!day)
        return;
    setDay(time, year_month_day(sys_days(*day) + days(1)));
    m_placed.questions.push_back(
        {Question::About::Date,
         say("The times fall back from %1 to %2 on line %3: this row and those below are read as the next day, %4.")
             .arg(
                 words(clockInWords(*m_before->clock)), words(clockInWords(*time.clock)), QString::number(row.line),
                 words(dayInWords(time)))
             .toStdString(),
         row.line});
}

void Placing::placeDay(const TimelineRow &row, WrittenTime &time)
{
    if (row.dateAbove && row.dateAboveLine != m_aboveLine) {
        m_aboveLine = row.dateAboveLine;
        WrittenTime above = *row.dateAbove;
        above.year = yearFor(above);
        m_day = above;
        m_before.reset();
    }
    if (time.month) {
        time.year = yearFor(time);
    } else {
        copyDay(time, m_day);
    }
    crossMidnight(row, time);
    if (time.month)
        copyDay(m_day, time);
}

void Placing::placeZone(const TimelineRow &row, WrittenTime &time)
{
    const auto day = dayOf(time);
    const auto fill = [&](const WrittenZone &zone, ZoneOrigin origin) {
        time.offset = offsetOn(zone, day);
        if (time.zone.empty())
            time.zone = zone.text;
        time.zoneOrigin = origin;
    };
    if (!row.found.zone.text.empty()) {
        fill(row.found.zone, ZoneOrigin::Line);
        if (!time.offset && row.headerZone)
            fill(*row.headerZone, ZoneOrigin::Header);
    } else if (row.headerZone) {
        fill(*row.headerZone, ZoneOrigin::Header);
    } else if (m_document.zone) {
        fill(*m_document.zone, ZoneOrigin::Document);
    }
    if (!time.offset && !time.zone.empty())
        m_openZones.emplace_back(time.zone, row.line);
}

void Placing::placeUntil(const TimelineRow &row, Event &event)
{
    if (!row.found.until || !event.at)
        return;
    WrittenTime until = *row.found.until;
    if (!until.month)
        copyDay(until, event.time);
    until.year = until.year ? until.year : event.time.year;
    until.offset = until.offset ? until.offset : event.time.offset;
    auto end = instantOf(until);
    if (end && *end < *event.at && *event.at - *end > hours(12) && !row.found.until->month)
        *end += days(1);
    if (!end || *end < *event.at)
        return;
    event.length = *end - *event.at;
    event.lengthOrigin = LengthOrigin::Written;
}

void Placing::noteDoubts(const TimelineRow &row, const WrittenTime &time)
{
    if (row.found.isSlip) {
        const std::string &text = row.found.time.text;
        if (m_slipYear.empty())
            m_slipYear = text.substr(0, std::min(text.find_first_of("-/."), text.size()));
        m_slipLines.push_back(row.line);
    }
    if (row.found.isOrderOpen && m_openOrderLine == 0)
        m_openOrderLine = row.line;
    if (time.clock) {
        m_before = time;
        m_beforeIndex = m_placed.events.size();
    }
}

void Placing::placeRow(const TimelineRow &row)
{
    Event event;
    event.time = row.found.time;
    if (row.list != m_list)
        m_before.reset();
    m_list = row.list;
    if (!row.counted) {
        placeDay(row, event.time);
        placeZone(row, event.time);
        event.at = instantOf(event.time);
    }
    event.title = row.title;
    event.detail = row.detail;
    event.actor = row.actor;
    event.line = row.line;
    const KindReading kind = kindOf(row.title, row.detail);
    event.kind = row.kind.value_or(kind.kind);
    event.certainty = row.kind ? 1.0 : kind.certainty;
    event.progress = kind.progress;
    placeUntil(row, event);
    noteDoubts(row, event.time);
    m_placed.events.push_back(std::move(event));
}

/// "T0 = 14:02 UTC" in a sentence: its day and zone are those of the rows that count from it.
std::optional<CountedFrom> Placing::statedZero(const std::vector<TimelineRow> &rows)
{
    const auto first = std::ranges::find_if(rows, [](const TimelineRow &row) { return row.counted.has_value(); });
    if (!m_document.zero || first == rows.end())
        return std::nullopt;
    TimelineRow row = *first;
    row.found = *m_document.zero;
    WrittenTime time = row.found.time;
    m_aboveLine = 0;
    placeDay(row, time);
    placeZone(row, time);
    return CountedFrom{time, m_document.zeroLine};
}

/// What rows count from: the moment called T, else the stated start, else the row of the outage.
std::optional<CountedFrom> Placing::zeroFor(const std::vector<TimelineRow> &rows)
{
    const auto &events = m_placed.events;
    if (m_document.zero) {
        const auto own = std::ranges::find_if(
            events, [this](const Event &event) { return event.line == m_document.zeroLine && event.time.clock; });
        return own == events.end() ? statedZero(rows) : std::optional(CountedFrom{own->time, own->line});
    }
    if (m_document.start)
        return CountedFrom{*m_document.start, m_document.startLine};
    const auto outage = std::ranges::find_if(events, [](const Event &event) {
        return event.kind == EventKind::Outage && event.time.clock && event.time.precision != Precision::Hour;
    });
    return outage == events.end() ? std::nullopt : std::optional(CountedFrom{outage->time, outage->line});
}

void Placing::placeCounted(const std::vector<TimelineRow> &rows)
{
    const bool hasCounted = std::ranges::any_of(rows, [](const TimelineRow &row) { return row.counted.has_value(); });
    if (!hasCounted)
        return;
    CountedRows counted = placeCountedRows(rows, zeroFor(rows), m_placed.events);
    m_placed.explained = std::move(counted.explained);
    std::ranges::move(counted.questions, std::back_inserter(m_placed.questions));
}

void Placing::place(const std::vector<TimelineRow> &rows)
{
    for (const TimelineRow &row : rows)
        placeRow(row);
    m_before.reset();
    if (m_document.date)
        m_day = *m_document.date;
    placeCounted(rows);
}

void Placing::askForMissing()
{
    const auto ask = [this](Question::About about, const QString &text, int line) {
        m_placed.questions.push_back({about, text.toStdString(), line});
    };
    const auto &events = m_placed.events;
    const auto first = [&events](auto lacks) {
        const auto found = std::ranges::find_if(events, [&lacks](const Event &event) { return lacks(event.time); });
        return found == events.end() ? 0 : found->line;
    };
    if (const int line = first([](const WrittenTime &time) { return !time.month && time.clock; }))
        ask(Question::About::Date, say("The document does not say on which day this happened."), line);
    if (const int line = first([](const WrittenTime &time) { return time.month && !time.year; }))
        ask(Question::About::Year, say("The document does not say in which year this happened."), line);
    if (m_openOrderLine != 0)
        ask(Question::About::DayFirst, say("A date can be read day first or month first; it is read month first."),
            m_openOrderLine);
    if (!m_openZones.empty()) {
        const auto &[zone, line] = m_openZones.front();
        ask(Question::About::Zone,
            say("Several places use the zone name \"%1\": its offset is left open.").arg(words(zone)), line);
    } else if (const int line = first([](const WrittenTime &time) {
                   return time.clock && time.zone.empty() && !time.offset;
               })) {
        ask(Question::About::Zone, say("The document does not say in which zone its times are."), line);
    }
}

/// Clocks in two zones may fall while the time goes on: that is no contradiction.
void Placing::findBackSteps()
{
    QStringList steps;
    std::vector<int> lines;
    std::vector<std::string> facts;
    for (const auto &[fromIndex, toIndex] : m_backSteps) {
        const Event &from = m_placed.events[fromIndex];
        const Event &to = m_placed.events[toIndex];
        if (from.at && to.at && *to.at >= *from.at)
            continue;
        lines.insert(lines.end(), {from.line, to.line});
        if (steps.size() >= 5)
            continue;
        facts.insert(facts.end(), {isoText(from.time), isoText(to.time)});
        steps << say("%1 on line %2 is followed by %3 on line %4")
                     .arg(
                         words(clockInWords(*from.time.clock)), QString::number(from.line),
                         words(clockInWords(*to.time.clock)), QString::number(to.line));
    }
    if (!lines.empty())
        m_placed.findings.push_back(makeFinding(
            "order", say("Times run backwards"), steps.join(QStringLiteral("; ")) + QLatin1Char('.'), lines, facts));
}

PlacedEvents Placing::take()
{
    askForMissing();
    findBackSteps();
    if (!m_slipLines.empty())
        m_placed.findings.push_back(makeFinding(
            "odd-date", say("A year with five digits"),
            say("The year is written as %1 on %2; its first four digits are read.")
                .arg(words(m_slipYear), words(linesInWords(m_slipLines))),
            m_slipLines, {m_slipYear}));
    return std::move(m_placed);
}

} // namespace

PlacedEvents placeEvents(const std::vector<TimelineRow> &rows, const DocumentTimes &document)
{
    Placing placing(rows, document);
    placing.place(rows);
    return placing.take();
}

} // namespace downtimeline
