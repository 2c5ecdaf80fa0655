// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/draft/importbatch.h"

#include <QDate>
#include <QString>
#include <QTimeZone>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace downtimeline {

/// Where the library stands with an event that was read.
enum class EventStanding : std::uint8_t {
    New,
    Known,   ///< it is there
    Differs, ///< it is there and tells something else, which is kept
    Removed, ///< it was there and the user removed it
};

/// An event that is there already where a reading is to go, from another source. The title is UTF-8.
struct StandingEvent
{
    Instant at;
    EventKind kind = EventKind::Note;
    std::string title;

    bool operator==(const StandingEvent &) const = default;
};

/// What is known and what the user chose of one event that was read; what is not set stays as it was read.
struct DraftEvent
{
    EventStanding standing = EventStanding::New;
    std::string kept;                  ///< of one that differs: what the library has, in words; UTF-8
    std::optional<StandingEvent> like; ///< likely the same event, told by another source
    std::optional<bool> taken;         ///< the user's choice; none: taken where it is new and like no other
    std::optional<EventKind> kind;
    std::optional<Instant> at; ///< with the clock shift
    std::optional<std::string> title;

    /// What is known already cannot be taken again.
    bool canBeTaken() const { return standing == EventStanding::New || standing == EventStanding::Removed; }
    bool isTaken() const { return canBeTaken() && taken.value_or(standing == EventStanding::New && !like); }
    bool isEdited() const { return kind || at || title; }

    bool operator==(const DraftEvent &) const = default;
};

/// One incident as it was read, with what the user chose of it.
struct DraftIncident
{
    ReadIncident read; ///< never changed
    std::optional<std::string> title;
    std::optional<std::optional<Severity>> severity;
    std::optional<QDate> day;        ///< of its first event; the others move with it
    bool swapsDayAndMonth = false;   ///< where 03/04 was read the wrong way round
    std::optional<QTimeZone> zone;   ///< of every time but those that state their own
    std::vector<DraftEvent> choices; ///< one an event of `read`
    std::vector<Event> placed;       ///< events of `read` after place(): day and zone, without edits and shift

    bool operator==(const DraftIncident &) const = default;
};

/// Somebody whom a reading met, proposed for the user's list of people.
struct DraftPerson
{
    Person person;
    bool isTaken = true;

    bool operator==(const DraftPerson &) const = default;
};

/// A reading before it is stored. Everything of it can be changed; nothing that was read is lost by a change.
struct ImportDraft
{
    std::vector<DraftIncident> incidents;
    std::vector<Skip> skipped;
    std::vector<DraftPerson> persons; ///< of all incidents
    bool illustrative = false;
    Duration clockShift{0}; ///< added to every time of the source

    bool operator==(const ImportDraft &) const = default;
};

ImportDraft draftOf(ImportBatch batch);
/// Takes over what the user chose in a draft of another reading of the same source, as far as it still fits: title,
/// severity, zone and clock shift, the day where the first one is read as before, and what was chosen of an event whose
/// line tells one again.
void carryChoices(const ImportDraft &before, ImportDraft &after);
/// Those who are on the list by all their names need not be proposed.
void leaveOutKnown(ImportDraft &draft, const Persons &list);
/// Whom the user takes.
Persons takenPersons(const ImportDraft &draft);

/// Works out `placed` anew. Call it after a change of day, day order or zone.
void place(DraftIncident &incident);
/// The event as it will be read out: placed, shifted, edited.
Event chosenEvent(const ImportDraft &draft, const DraftIncident &incident, std::size_t event);
/// The civil day of the earliest time, by its own offset; of a file of samples in UTC. None where no date is complete.
std::optional<QDate> firstDay(const DraftIncident &incident);
/// False where every time states its own zone or needs none.
bool followsZone(const DraftIncident &incident);
/// Questions that no choice has answered.
std::vector<Question> openQuestions(const DraftIncident &incident);
/// The first event that is taken and has no instant: a date is needed.
std::optional<std::size_t> firstWithoutInstant(const DraftIncident &incident);
/// How many events are taken, of all incidents.
int takenCount(const ImportDraft &draft);
/// The user took none of its events, and nothing of it is known: it is not stored.
bool isLeftOut(const DraftIncident &incident);

/// What is stored first: placed events, title and severity, without the clock shift and single edits. Incidents that
/// are left out are not in it.
ImportBatch placedBatch(const ImportDraft &draft);
/// What is read out in the end: the events that are taken, with every choice applied.
ImportBatch chosenBatch(const ImportDraft &draft);

/// A day that a document could mean, and the lines that name it.
struct DayOption
{
    QDate day;
    std::vector<int> lines; ///< from 1; empty where it follows from all of them
    bool isSwapped = false; ///< day and month the other way round

    bool operator==(const DayOption &) const = default;
};

/// The first day as read, the days of its findings about dates, and the other order where that is open.
std::vector<DayOption> dayOptions(const DraftIncident &incident, const std::vector<std::string_view> &lines);
/// The line that states the zone of the timeline; 0 where none does.
int zoneLine(const DraftIncident &incident, const std::vector<std::string_view> &lines);
/// The lines of a text as readers count them, without their ends.
std::vector<std::string_view> linesOf(std::string_view text);

/// A whole date in any form that documents are read in; none for anything else.
std::optional<QDate> dayFromText(const QString &text);
/// "Europe/Berlin", "UTC", "+01:00", "GMT+1"; none for a name that is no zone or stands for several.
std::optional<QTimeZone> zoneFromText(const QString &text);

} // namespace downtimeline
