// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "models/domain/kind.h"
#include "models/domain/writtentime.h"

#include <QUuid>

#include <cstdint>
#include <optional>
#include <string>

namespace downtimeline {

/// What an event's words say about the action it names. The numbers stand in library files.
enum class Progress : std::uint8_t {
    Unstated = 0,
    Begins = 1,    ///< "rollback initiated"
    Completes = 2, ///< "successful rollback"
    Fails = 3,     ///< "rollback fails"
};

/// Where an event's own length came from. Ends that follow from another event are derived when an incident is opened
/// (analysis/spans.h) and are not stored. The numbers stand in library files.
enum class LengthOrigin : std::uint8_t {
    None = 0,
    Written = 1, ///< the source wrote a range: "10:00 - 10:20"
    Record = 2,  ///< the record has an end field
    User = 3,
};

/// Something that happened, as one source tells it. Texts are UTF-8.
struct Event
{
    EventId id;
    QUuid uuid; ///< null until stored: readers are pure
    EventKind kind = EventKind::Note;
    double certainty = 1.0; ///< of the kind, 0 to 1
    Progress progress = Progress::Unstated;
    std::string title;
    std::string detail;
    WrittenTime time;
    std::optional<Instant> at;      ///< derived from time; none while its date is not known
    std::optional<Duration> length; ///< after at; none for an instant event
    LengthOrigin lengthOrigin = LengthOrigin::None;
    SourceId source;
    int line = 0;         ///< in the source, from 1; 0: no line
    std::string recordId; ///< the id that the source itself gives the record; may be empty
    std::string actor;
    std::string service;
    std::string note; ///< the presenter's
    bool starred = false;
    bool hidden = false;

    bool operator==(const Event &) const = default;
};

} // namespace downtimeline
