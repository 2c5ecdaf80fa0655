// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/tables/csvclock.h"

#include "models/readers/answeringsink.h"
#include "models/readers/textsource.h"

#include "models/documents/zones.h"

#include <QCoreApplication>

#include <algorithm>

namespace downtimeline {
namespace {

bool isAbbreviation(std::string_view word)
{
    return word.size() >= 2 && word.size() <= 5 &&
           std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool namesZone(std::string_view text)
{
    const bool isIana = text.find('/') != std::string_view::npos && text.size() > 4;
    return isZoneName(text) && (isKnownZone(text) || isIana || isAbbreviation(text));
}

/// Between the last "(" or "[" and its partner; empty where there is none.
std::string_view framedPart(std::string_view header)
{
    const std::size_t open = header.find_last_of("([");
    if (open == std::string_view::npos)
        return {};
    const std::size_t close = header.find_first_of(")]", open);
    return close == std::string_view::npos ? std::string_view() : trimmed(header.substr(open + 1, close - open - 1));
}

std::string_view zoneSuffix(std::string_view folded)
{
    for (const std::string_view suffix : {"_utc", "_gmt", "_z"}) {
        if (folded.ends_with(suffix) && folded.size() > suffix.size())
            return suffix.substr(1);
    }
    return {};
}

std::chrono::year_month_day dayOf(const WrittenTime &time)
{
    using namespace std::chrono;
    return {year(*time.year), month(static_cast<unsigned>(*time.month)), day(static_cast<unsigned>(*time.day))};
}

void setDay(CellTime &time, std::chrono::year_month_day day)
{
    time.year = static_cast<int>(day.year());
    time.month = static_cast<int>(static_cast<unsigned>(day.month()));
    time.day = static_cast<int>(static_cast<unsigned>(day.day()));
}

Status askOne(ImportSink &sink, Question::About about, int line, const char *text)
{
    if (line == 0)
        return {};
    const QString message = QCoreApplication::translate("CsvClock", text).arg(line);
    return sink.question({.about = about, .message = message.toStdString(), .line = line});
}

} // namespace

void CsvClock::takeComments(const std::vector<std::string> &comments)
{
    for (const std::string &comment : comments) {
        if (foldedName(comment).find("time") == std::string::npos)
            continue;
        const auto zone = m_documentZone.empty() ? zoneIn(comment) : std::nullopt;
        if (zone)
            m_documentZone = zone->zone.text;
    }
}

std::optional<PlacedTime>
CsvClock::place(std::string_view cell, std::string_view zoneCell, const std::string &headerZone)
{
    const auto time = cellTime(cell, m_order);
    if (!time)
        return std::nullopt;
    PlacedTime placed{.time = *time};
    settleZone(placed, zoneCell, headerZone);
    return placed;
}

std::optional<PlacedTime>
CsvClock::place(std::string_view date, std::string_view clock, std::string_view zoneCell, const std::string &headerZone)
{
    const auto day = cellTime(date, m_order);
    const auto time = cellTime(clock, m_order);
    if (!day || !time || !time->hasClock())
        return std::nullopt;
    PlacedTime placed{.time = *time};
    placed.time.year = day->year;
    placed.time.month = day->month;
    placed.time.day = day->day;
    placed.time.isUndecided = day->isUndecided;
    settleZone(placed, zoneCell, headerZone);
    return placed;
}

std::optional<PlacedTime> CsvClock::placeEnd(std::string_view cell, const Event &start, const std::string &headerZone)
{
    const auto time = cellTime(cell, m_order);
    if (!time)
        return std::nullopt;
    PlacedTime placed{.time = *time};
    const bool isClockOnly = !time->hasDate() && !time->isUndecided && start.time.hasDate();
    if (isClockOnly)
        setDay(placed.time, dayOf(start.time));
    settleZone(placed, start.time.zone, headerZone);
    const bool isNextDay = isClockOnly && start.at && instantOf(placed.time) < *start.at - std::chrono::hours(12);
    if (!isNextDay)
        return placed;
    placed = {.time = *time};
    setDay(placed.time, std::chrono::sys_days(dayOf(start.time)) + std::chrono::days(1));
    settleZone(placed, start.time.zone, headerZone); // the clocks may be set over that midnight
    return placed;
}

void CsvClock::settleZone(PlacedTime &placed, std::string_view zoneCell, const std::string &headerZone)
{
    takeStatedZone(placed, zoneCell, headerZone);
    CellTime &time = placed.time;
    if (!m_answer || time.hasOffset || !time.hasClock() || !time.hasDate())
        return;
    time.hasOffset = true;
    time.offset = static_cast<int>(offsetOfLocal(*m_answer, instantOf(time)).count());
    placed.origin = ZoneOrigin::User;
}

void CsvClock::takeStatedZone(PlacedTime &placed, std::string_view zoneCell, const std::string &headerZone)
{
    CellTime &time = placed.time;
    if (time.hasOffset) {
        placed.origin = time.isEpoch ? ZoneOrigin::Assumed : ZoneOrigin::Line;
        return;
    }
    ZoneOrigin origin = ZoneOrigin::Line;
    std::string_view name = !time.zone.empty() ? time.zone : isZoneName(zoneCell) ? zoneCell : std::string_view();
    if (name.empty()) {
        origin = headerZone.empty() ? ZoneOrigin::Document : ZoneOrigin::Header;
        name = headerZone.empty() ? std::string_view(m_documentZone) : std::string_view(headerZone);
    }
    if (name.empty())
        return;
    m_zone.setName(name);
    time.zone = m_zone.name();
    const auto local = time.hasDate() ? std::optional(instantOf(time)) : std::nullopt;
    placed.waitsForDay = !local && m_zone.hasRules();
    if (const auto offset = m_zone.offsetAt(local)) {
        time.hasOffset = true;
        time.offset = static_cast<int>(offset->count());
        placed.origin = origin;
    }
}

void CsvClock::noteOpen(const PlacedTime &placed, int line)
{
    if (!placed.time.hasOffset && !placed.waitsForDay && placed.time.hasClock() && m_zoneLine == 0)
        m_zoneLine = line;
    if (placed.time.isUndecided && m_orderLine == 0)
        m_orderLine = line;
    if (!placed.time.hasDate() && !placed.time.isUndecided && m_dateLine == 0)
        m_dateLine = line;
}

Status CsvClock::ask(ImportSink &sink) const
{
    const Status zone = askOne(
        sink, Question::About::Zone, m_zoneLine,
        QT_TRANSLATE_NOOP("CsvClock", "In which time zone are the times? Line %1 is the first that does not tell."));
    if (!zone)
        return zone;
    const Status order = askOne(
        sink, Question::About::DayFirst, m_orderLine,
        QT_TRANSLATE_NOOP(
            "CsvClock", "Which comes first in the dates, the day or the month? No date tells; see line %1."));
    if (!order)
        return order;
    return askOne(
        sink, Question::About::Date, m_dateLine,
        QT_TRANSLATE_NOOP("CsvClock", "On which day are the times? They have a clock only; see line %1."));
}

std::string zoneOfHeader(std::string_view header)
{
    if (const std::string_view framed = framedPart(header); namesZone(framed))
        return std::string(framed);
    std::string suffix(zoneSuffix(foldedName(header)));
    std::ranges::transform(suffix, suffix.begin(), [](char c) { return static_cast<char>(c - 'a' + 'A'); });
    if (!suffix.empty())
        return suffix;
    const std::size_t space = header.find_last_of(" \t");
    const std::string_view last = space == std::string_view::npos ? std::string_view() : header.substr(space + 1);
    return last == "UTC" || last == "GMT" ? std::string(last) : std::string();
}

std::string nameOfTimeHeader(std::string_view header)
{
    const std::size_t open = header.find_last_of("([");
    if (open != std::string_view::npos && !trimmed(header.substr(0, open)).empty())
        header = header.substr(0, open);
    std::string name = foldedName(header);
    if (const std::string_view suffix = zoneSuffix(name); !suffix.empty())
        name.resize(name.size() - suffix.size() - 1);
    return name;
}

DateOrder orderOfCells(const std::vector<std::string_view> &cells)
{
    for (const std::string_view cell : cells) {
        if (const DateOrder order = orderToldBy(trimmed(cell)); order != DateOrder::Unknown)
            return order;
    }
    return DateOrder::Unknown;
}

bool hasUndecidedOrder(const std::vector<std::string_view> &cells)
{
    const auto isUndecided = [](std::string_view cell) {
        const auto time = cellTime(trimmed(cell), DateOrder::Unknown);
        return time && time->isUndecided;
    };
    return orderOfCells(cells) == DateOrder::Unknown && std::ranges::any_of(cells, isUndecided);
}

} // namespace downtimeline
