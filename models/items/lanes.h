// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/eventindex.h"
#include "models/domain/eventnames.h"
#include "models/domain/source.h"

#include <QString>
#include <QStringList>

#include <set>
#include <span>
#include <vector>

namespace downtimeline {

/// What puts events into one lane.
enum class LaneGrouping : std::uint8_t { Kind = 0, Service = 1, Source = 2 };

/// A horizontal row of related events.
struct TimelineLane
{
    QString key;                     ///< what choices of it are remembered by: "kind:alerts", "service:db"
    QString name;                    ///< what the user reads; foreign text where a service or a source is told
    EventKind ink = EventKind::Note; ///< the kind whose colour stands for the lane where it is drawn as a whole

    bool operator==(const TimelineLane &) const = default;
};

/// All lanes of one grouping, in their own order, and which of them an event belongs to: told from the index alone.
class LaneTable
{
public:
    /// Services or sources beyond so many, those with the fewest events, share one lane.
    static constexpr std::size_t mostLanes = 24;

    /// By kind.
    LaneTable();
    /// Services and sources by their first event; what has none comes last.
    LaneTable(
        LaneGrouping grouping, std::span<const EventEntry> events, const EventNames &names,
        std::span<const Source> sources);

    LaneGrouping grouping() const { return m_grouping; }
    const std::vector<TimelineLane> &lanes() const { return m_lanes; }
    std::size_t laneOf(const EventEntry &entry) const;

private:
    void addNamed(
        std::span<const std::uint32_t> counts, std::span<const std::uint16_t> byFirst,
        const std::vector<QString> &names);

    LaneGrouping m_grouping = LaneGrouping::Kind;
    std::vector<TimelineLane> m_lanes;
    std::vector<std::uint16_t> m_laneOfNumber; ///< of a service's or a source's number
    std::uint16_t m_others = 0;                ///< the lane of every other number
};

/// How the user wants the lanes: the grouping, and by keys what was moved, hidden or made thin. One value holds the
/// choices for every grouping.
struct LaneArrangement
{
    LaneGrouping grouping = LaneGrouping::Kind;
    QStringList order; ///< lanes that were moved and their neighbours; others follow in their own order
    std::set<QString> hidden;
    std::set<QString> collapsed;

    bool isHidden(const TimelineLane &lane) const { return hidden.contains(lane.key); }
    bool isCollapsed(const TimelineLane &lane) const { return collapsed.contains(lane.key); }

    bool operator==(const LaneArrangement &) const = default;
};

/// Where the lanes are those of the kinds: it is not hidden; else no kind is.
bool isKindLaneShown(const LaneArrangement &arrangement, Lane lane);

/// The lanes from top to bottom as indexes, hidden ones too.
std::vector<std::size_t> orderedLanes(std::span<const TimelineLane> lanes, const LaneArrangement &arrangement);

/// The lane comes to stand before the other one, or last where `before` is empty.
LaneArrangement withLaneBefore(
    LaneArrangement arrangement, std::span<const TimelineLane> lanes, const QString &lane, const QString &before);
LaneArrangement withLaneHidden(LaneArrangement arrangement, const QString &lane, bool hidden);
LaneArrangement withLaneCollapsed(LaneArrangement arrangement, const QString &lane, bool collapsed);
/// Brings every lane of the table back.
LaneArrangement withAllShown(LaneArrangement arrangement, std::span<const TimelineLane> lanes);

/// For a settings file; empty for what nobody changed. What cannot be read is the usual arrangement.
QByteArray toJson(const LaneArrangement &arrangement);
LaneArrangement laneArrangementFromJson(const QByteArray &json);

} // namespace downtimeline
