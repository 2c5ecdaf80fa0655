// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QString>
#include <QTimeZone>

#include <cstdint>
#include <optional>

namespace downtimeline {

/// The zone that times are shown in. For reading only: no instant changes by it.
class DisplayZone
{
public:
    /// UTC.
    DisplayZone();
    /// A fixed offset east of UTC, at most 14 hours either way; the label is what the user reads: "GMT+1". An empty
    /// label is made from the offset: "UTC+01:00". written: the words of a source for it, where they are others.
    DisplayZone(std::chrono::seconds offset, QString label, QString written = {});
    /// A zone with its daylight saving rules; an invalid one is UTC.
    explicit DisplayZone(const QTimeZone &zone);

    /// Times that count from an instant, T, and dates as the calendar zone has them. A clock then reads "T+10 min", and
    /// no date is needed beside it.
    static DisplayZone since(Instant zero, const DisplayZone &calendar);

    /// The instant that times count from; none where they are read from a clock.
    std::optional<Instant> zero() const { return m_zero; }
    /// East of UTC, daylight saving included; of the calendar where times count from T.
    std::chrono::seconds offsetAt(Instant instant) const;
    /// "UTC", "GMT+1", "Europe/Berlin"; "since 16 Jan 2024, 10:00 GMT+1".
    const QString &label() const { return m_label; }
    /// Where there is little room: the label of a fixed offset, else "UTC+01:00" as it holds at that instant; "T = 16
    /// Jan, 10:00" where times count from T.
    QString shortLabel(Instant instant) const;
    /// What a source calls it, for example "gulf standard time"; empty where that is the label.
    const QString &written() const { return m_written; }

    bool operator==(const DisplayZone &) const = default;

private:
    std::optional<Instant> m_zero;
    QTimeZone m_zone;
    std::chrono::seconds m_fixed{0};
    bool m_isFixed = true;
    QString m_label;
    QString m_written;
};

/// A civil time of day and date in some zone, for labels.
struct CivilTime
{
    int year = 1970;
    int month = 1; ///< 1 to 12
    int day = 1;   ///< 1 to 31
    int hour = 0;
    int minute = 0;
    int second = 0;
    int microsecond = 0;

    bool operator==(const CivilTime &) const = default;
};

/// What calendar and clock of the zone show; instants outside the years -32000 to 32000 count as their nearest end.
CivilTime civilTime(Instant instant, const DisplayZone &zone);

/// The day by the civil calendar, counted from 1970-01-01.
std::chrono::local_days civilDay(Instant instant, const DisplayZone &zone);
/// The first moment of a day in the zone: midnight, or the end of a daylight saving gap that swallows midnight; the
/// earlier one where midnight comes twice.
Instant startOfDay(std::chrono::local_days day, const DisplayZone &zone);

/// "10:15"; with seconds "10:15:30" where withSeconds is set. Where times count from T: "T+15 min", "T+15 min 30 s".
QString clockText(Instant instant, const DisplayZone &zone, bool withSeconds = false);
/// "16 January 2024", the month in the language of the default QLocale.
QString dayText(Instant instant, const DisplayZone &zone);
/// How much of the date the times of a range need beside their clock.
enum class DateNeed : std::uint8_t { Clock, Day, DayAndYear };

/// No date within one day of the zone, no year within one calendar year; no date at all where times count from T.
DateNeed dateNeed(TimeRange range, const DisplayZone &zone);

/// "16 Jan 2024" where the year is needed, else "16 Jan".
QString briefDayText(Instant instant, const DisplayZone &zone, DateNeed need);

/// "16 Jan".
QString shortDayText(Instant instant, const DisplayZone &zone);
/// "16 January 2024, 10:00 – 10:22 GMT+1", "T+0 – T+22 min since 16 Jan 2024, 10:00 GMT+1"; an empty range "16 January
/// 2024, 10:00 GMT+1"; over days "16 January 2024, 23:50 – 17 January 2024, 00:20 GMT+1".
QString rangeText(TimeRange range, const DisplayZone &zone);
/// For people: "0 min", "22 min", "1 h 14 min", "3 h 02 min", "2 d 4 h", "45 s", "250 ms"; negative with a minus sign.
/// Whole minutes where the length has no odd seconds or is an hour or longer; else "2 min 05 s". Rounded to the last
/// part that is shown: minutes from 1 hour on, hours from 2 days on, tenths of a second below 10 seconds.
QString durationText(Duration length);

} // namespace downtimeline
