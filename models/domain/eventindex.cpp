// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/eventindex.h"

namespace downtimeline {
namespace {

std::uint16_t flagsOf(const Event &event)
{
    unsigned flags = 0;
    const auto set = [&flags](bool on, EventEntry::Flag flag) { flags |= on ? static_cast<unsigned>(flag) : 0U; };
    set(event.progress == Progress::Begins, EventEntry::Begins);
    set(event.progress == Progress::Completes, EventEntry::Completes);
    set(event.progress == Progress::Fails, EventEntry::Fails);
    set(event.starred, EventEntry::Starred);
    set(event.hidden, EventEntry::Hidden);
    set(event.time.precision == Precision::Approximate, EventEntry::Approximate);
    set(event.time.precision == Precision::Hour, EventEntry::HourOnly);
    set(event.time.precision == Precision::Day, EventEntry::DayOnly);
    set(event.time.zoneOrigin == ZoneOrigin::Unstated, EventEntry::ZoneUnstated);
    set(event.length.has_value(), EventEntry::OwnEnd);
    set(!event.at, EventEntry::Undated);
    return static_cast<std::uint16_t>(flags);
}

} // namespace

EventEntry entryOf(const Event &event)
{
    const Instant at = event.at.value_or(Instant{});
    return {
        .id = event.id,
        .at = at,
        .end = at + event.length.value_or(Duration::zero()),
        .kind = event.kind,
        .lane = laneOf(event.kind),
        .flags = flagsOf(event),
    };
}

} // namespace downtimeline
