// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/postmortem/postmortemcounted.h"

#include "models/readers/postmortem/postmortemprose.h"
#include "models/readers/postmortem/postmortemwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace downtimeline {
namespace {

using namespace std::chrono;

QString say(const char *text)
{
    return QCoreApplication::translate("postmortem", text);
}

/// The day so many days on; nothing is left of a day that is not wholly known.
void moveDay(WrittenTime &time, days by)
{
    const auto day = dayOf(time);
    if (by == days(0))
        return;
    if (!day) {
        time.year.reset();
        time.month.reset();
        time.day.reset();
        return;
    }
    const year_month_day moved(sys_days(*day) + by);
    time.year = static_cast<int>(moved.year());
    time.month = static_cast<int>(static_cast<unsigned>(moved.month()));
    time.day = static_cast<int>(static_cast<unsigned>(moved.day()));
}

/// Whether rows that name no T can all count from one moment.
bool areRising(const std::vector<TimelineRow> &rows)
{
    std::optional<Duration> before;
    for (const TimelineRow &row : rows) {
        if (!row.counted || row.counted->namesZero || !row.counted->distance)
            continue;
        if (before && *row.counted->distance <= *before)
            return false;
        before = row.counted->distance;
    }
    return true;
}

void ask(CountedRows &counted, const QString &message, int line)
{
    counted.questions.push_back({Question::About::Date, message.toStdString(), line});
}

void askForZero(const TimelineRow &row, bool hasZero, CountedRows &counted)
{
    const QString text = QString::fromStdString(row.counted->text);
    if (!row.counted->distance)
        ask(counted,
            say("\"%1\" does not say in which unit it counts, so this row and those like it have no time.").arg(text),
            row.line);
    else if (!hasZero)
        ask(counted,
            say("\"%1\" counts from a moment that the document does not state, so this row and those like it have no "
                "time.")
                .arg(text),
            row.line);
    else
        ask(counted,
            say("\"%1\" may count from the start or from the row above, so this row and those like it have no time.")
                .arg(text),
            row.line);
}

void explain(const CountedFrom &zero, const TimelineRow &row, const Event &event, CountedRows &counted)
{
    const QString from =
        say("%1 on line %2").arg(QString::fromStdString(clockInWords(*zero.time.clock)), QString::number(zero.line));
    counted.explained.push_back(
        {.text = row.counted->text,
         .from = from.toStdString(),
         .to = clockInWords(*event.time.clock),
         .source = {},
         .line = row.line});
}

} // namespace

WrittenTime shifted(const WrittenTime &from, Duration by, const std::string &text)
{
    WrittenTime time = from;
    const auto ofDay = hours(from.clock->hour) + minutes(from.clock->minute) + seconds(from.clock->second.value_or(0)) +
                       floor<seconds>(by);
    const auto day = floor<days>(ofDay);
    const hh_mm_ss<seconds> clock(ofDay - day);
    const bool hasSeconds = from.clock->second || clock.seconds() != seconds(0);
    time.clock = ClockTime{
        .hour = static_cast<int>(clock.hours().count()),
        .minute = static_cast<int>(clock.minutes().count()),
        .second = hasSeconds ? std::optional(static_cast<int>(clock.seconds().count())) : std::nullopt,
        .microsecond = from.clock->microsecond};
    moveDay(time, day);
    time.text = text;
    return time;
}

CountedRows placeCountedRows(
    const std::vector<TimelineRow> &rows, const std::optional<CountedFrom> &zero, std::vector<Event> &events)
{
    Q_ASSERT(rows.size() == events.size());
    CountedRows counted;
    const bool isRising = areRising(rows);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const TimelineRow &row = rows[i];
        if (!row.counted)
            continue;
        const bool isPlaced = zero && row.counted->distance && (row.counted->namesZero || isRising);
        if (!isPlaced) {
            if (counted.questions.empty())
                askForZero(row, zero.has_value(), counted);
            continue;
        }
        events[i].time = shifted(zero->time, *row.counted->distance, row.counted->text);
        events[i].at = instantOf(events[i].time);
        if (counted.explained.empty() && row.line != zero->line)
            explain(*zero, row, events[i], counted);
    }
    return counted;
}

} // namespace downtimeline
