// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"
#include "models/readers/cells/csvtimes.h"
#include "models/readers/cells/csvzones.h"
#include "models/readers/tables/csvpass.h"

#include <optional>
#include <string>
#include <string_view>

namespace downtimeline {

/// A cell's time, its offset filled in from wherever the file tells it.
struct PlacedTime
{
    CellTime time;
    ZoneOrigin origin = ZoneOrigin::Unstated;
    bool waitsForDay = false; ///< the zone is known, but its offset depends on the day, which is not
};

/// Places the times of one file: knows the order of day and month, and the zones that the header and the comments tell,
/// and gathers the questions that are left.
class CsvClock
{
public:
    /// What comments say of all times, for example "all times are UTC".
    void takeComments(const std::vector<std::string> &comments);
    void setOrder(DateOrder order) { m_order = order; }
    /// The user's answer, for times that nothing else places.
    void setAnswer(std::optional<QTimeZone> zone) { m_answer = std::move(zone); }
    DateOrder order() const { return m_order; }

    /// The zone comes from the cell, else from the zone's cell, else from the header, else from the comments.
    std::optional<PlacedTime> place(std::string_view cell, std::string_view zoneCell, const std::string &headerZone);
    /// A day in one cell and a clock in another.
    std::optional<PlacedTime>
    place(std::string_view date, std::string_view clock, std::string_view zoneCell, const std::string &headerZone);
    /// An end, in the start's zone where it tells none. A clock alone is of the start's day, or of the next day where
    /// it would lie more than 12 hours before the start.
    std::optional<PlacedTime> placeEnd(std::string_view cell, const Event &start, const std::string &headerZone);
    /// Remembers what the time leaves open, and on which line first.
    void noteOpen(const PlacedTime &placed, int line);
    /// Asks what was left open, one question of each sort.
    Status ask(ImportSink &sink) const;

private:
    void takeStatedZone(PlacedTime &placed, std::string_view zoneCell, const std::string &headerZone);
    void settleZone(PlacedTime &placed, std::string_view zoneCell, const std::string &headerZone);

    DateOrder m_order = DateOrder::Unknown;
    std::string m_documentZone;
    CsvZone m_zone;
    std::optional<QTimeZone> m_answer;
    int m_zoneLine = 0;
    int m_dateLine = 0;
    int m_orderLine = 0;
};

/// The zone in a column's header, as written: "UTC" of "Time (UTC)" and of "time_utc"; else empty.
std::string zoneOfHeader(std::string_view header);

/// The header's folded name without the zone: "time" of "Time (UTC)" and of "time_utc".
std::string nameOfTimeHeader(std::string_view header);

/// The order that the first telling cell tells; Unknown where none does.
DateOrder orderOfCells(const std::vector<std::string_view> &cells);

/// Whether some cell is a numeric date whose order of day and month no cell tells.
bool hasUndecidedOrder(const std::vector<std::string_view> &cells);

} // namespace downtimeline
