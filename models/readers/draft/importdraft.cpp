// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/draft/importdraft.h"

#include "models/domain/persons.h"
#include "models/domain/placeabletime.h"
#include "models/readers/answeringsink.h"
#include "models/readers/draft/personsmet.h"

#include <algorithm>

namespace downtimeline {
namespace {

using namespace std::chrono;

std::optional<sys_days> dateOf(const WrittenTime &time)
{
    if (!time.hasDate())
        return {};
    const year_month_day date(
        year(*time.year), month(static_cast<unsigned>(*time.month)), day(static_cast<unsigned>(*time.day)));
    return date.ok() ? std::optional<sys_days>(date) : std::nullopt;
}

QDate qtDate(sys_days date)
{
    return QDate(1970, 1, 1).addDays(date.time_since_epoch().count());
}

/// The day and the zone that the user chose, to be applied to one time after the other.
class Placement
{
public:
    explicit Placement(const DraftIncident &incident) : m_incident(incident)
    {
        const std::optional<QDate> read = earliest();
        if (incident.day && read)
            m_move = days(read->daysTo(*incident.day));
    }

    days move() const { return m_move; }

    /// The earliest whole date, of samples where no event has one.
    std::optional<QDate> earliest() const
    {
        std::optional<sys_days> first;
        const auto meet = [&first](std::optional<sys_days> date) {
            if (date && (!first || *date < *first))
                first = date;
        };
        for (const Event &event : m_incident.read.events)
            meet(dateOf(inOrder(event.time)));
        if (!first) {
            for (const ReadSeries &series : m_incident.read.series) {
                if (!series.samples.empty())
                    meet(floor<days>(series.samples.front().at));
            }
        }
        return first ? std::optional(qtDate(*first)) : std::nullopt;
    }

    WrittenTime operator()(const WrittenTime &read) const
    {
        WrittenTime time = inOrder(read);
        if (const std::optional<sys_days> date = dateOf(time)) {
            const year_month_day moved(*date + m_move);
            time.year = static_cast<int>(moved.year());
            time.month = static_cast<int>(static_cast<unsigned>(moved.month()));
            time.day = static_cast<int>(static_cast<unsigned>(moved.day()));
        }
        ImportAnswers answers{.zone = m_incident.zone, .date = m_incident.day};
        const bool isOwn = time.zoneOrigin == ZoneOrigin::Line || time.zoneOrigin == ZoneOrigin::Assumed;
        if (m_incident.zone && !isOwn)
            time.offset.reset();
        return answered(time, answers);
    }

private:
    WrittenTime inOrder(const WrittenTime &read) const
    {
        WrittenTime time = read;
        if (m_incident.swapsDayAndMonth && time.month && time.day && *time.day <= 12)
            std::swap(*time.month, *time.day);
        return time;
    }

    const DraftIncident &m_incident;
    days m_move{0};
};

bool asks(const DraftIncident &incident, Question::About about)
{
    return std::ranges::find(incident.read.questions, about, &Question::about) != incident.read.questions.end();
}

void moveSamples(const DraftIncident &draft, days move, ReadIncident &incident)
{
    const bool hasZone = draft.zone && asks(draft, Question::About::Zone);
    if (!hasZone && move == days(0))
        return;
    for (ReadSeries &series : incident.series) {
        for (Sample &sample : series.samples) {
            sample.at += move;
            if (hasZone)
                sample.at -= offsetOfLocal(*draft.zone, sample.at);
        }
    }
}

/// Whom the user left out is not hidden either.
void leaveOutUnwanted(const ImportDraft &draft, Persons &persons)
{
    std::erase_if(persons, [&draft](const Person &person) {
        const auto met = std::ranges::find_if(draft.persons, [&person](const DraftPerson &one) {
            return std::ranges::find(one.person.names, person.name()) != one.person.names.end();
        });
        return met != draft.persons.end() && !met->isTaken;
    });
}

/// Everything but the events.
ReadIncident settled(const DraftIncident &draft)
{
    const Placement placement(draft);
    ReadIncident result = draft.read;
    result.events.clear();
    Incident &incident = result.incident;
    if (incident.startedAt)
        incident.startedAt = placement(*incident.startedAt);
    if (incident.endedAt)
        incident.endedAt = placement(*incident.endedAt);
    if (draft.title)
        incident.title = *draft.title;
    if (draft.severity)
        incident.severity = *draft.severity;
    const auto stated =
        std::ranges::find_if(draft.placed, [](const Event &event) { return event.time.offset.has_value(); });
    if (stated != draft.placed.end() && (draft.zone || !incident.offset))
        incident.offset = stated->time.offset;
    if (draft.zone && followsZone(draft))
        incident.zone = draft.zone->id().toStdString();
    if (draft.title || draft.severity)
        result.isStated = true;
    result.questions = openQuestions(draft);
    moveSamples(draft, placement.move(), result);
    return result;
}

} // namespace

ImportDraft draftOf(ImportBatch batch)
{
    ImportDraft draft;
    draft.skipped = std::move(batch.skipped);
    draft.illustrative = batch.illustrative;
    for (ReadIncident &read : batch.incidents) {
        DraftIncident &incident = draft.incidents.emplace_back();
        incident.read = std::move(read);
        incident.choices.resize(incident.read.events.size());
        place(incident);
    }
    Persons met;
    for (const DraftIncident &incident : draft.incidents)
        met = joinedPersons(std::move(met), personsMet(incident.read));
    for (Person &person : met)
        draft.persons.push_back({.person = std::move(person)});
    return draft;
}

void leaveOutKnown(ImportDraft &draft, const Persons &list)
{
    std::erase_if(draft.persons, [&list](const DraftPerson &met) {
        Persons joined = list;
        return !addPerson(joined, met.person);
    });
}

Persons takenPersons(const ImportDraft &draft)
{
    Persons taken;
    for (const DraftPerson &met : draft.persons) {
        if (met.isTaken)
            taken.push_back(met.person);
    }
    return taken;
}

void place(DraftIncident &incident)
{
    incident.placed = incident.read.events;
    if (!incident.day && !incident.zone && !incident.swapsDayAndMonth)
        return;
    const Placement placement(incident);
    for (Event &event : incident.placed) {
        event.time = placement(event.time);
        event.at = instantOf(event.time);
    }
}

Event chosenEvent(const ImportDraft &draft, const DraftIncident &incident, std::size_t event)
{
    Event chosen = incident.placed[event];
    const DraftEvent &choice = incident.choices[event];
    if (chosen.at)
        *chosen.at += draft.clockShift;
    if (choice.at) {
        const WrittenTime read = chosen.time;
        // Kept is what the source's clock would have shown, so that the shift applies to it as to the others.
        chosen.time = writtenTimeOf(*choice.at - draft.clockShift, read.offset, read.zoneOrigin);
        chosen.time.zone = read.zone;
        chosen.at = *choice.at;
    }
    chosen.kind = choice.kind.value_or(chosen.kind);
    if (choice.kind)
        chosen.certainty = 1; // the user says so
    if (choice.title)
        chosen.title = *choice.title;
    return chosen;
}

std::optional<QDate> firstDay(const DraftIncident &incident)
{
    const std::optional<QDate> read = Placement(incident).earliest();
    return incident.day ? incident.day : read;
}

bool followsZone(const DraftIncident &incident)
{
    const auto follows = [](const Event &event) {
        return event.time.zoneOrigin != ZoneOrigin::Line && event.time.zoneOrigin != ZoneOrigin::Assumed;
    };
    return asks(incident, Question::About::Zone) || std::ranges::any_of(incident.read.events, follows);
}

std::vector<Question> openQuestions(const DraftIncident &incident)
{
    std::vector<Question> open;
    for (const Question &question : incident.read.questions) {
        const bool isDate = question.about == Question::About::Date || question.about == Question::About::Year ||
                            question.about == Question::About::DayFirst;
        const bool hasDay = incident.day || incident.swapsDayAndMonth;
        const bool isAnswered = isDate ? hasDay : question.about == Question::About::Zone && incident.zone.has_value();
        if (!isAnswered)
            open.push_back(question);
    }
    return open;
}

std::optional<std::size_t> firstWithoutInstant(const DraftIncident &incident)
{
    for (std::size_t i = 0; i < incident.placed.size(); ++i) {
        if (incident.choices[i].isTaken() && !incident.placed[i].at && !incident.choices[i].at &&
            isPlaceable(incident.placed[i].time))
            return i;
    }
    return {};
}

int takenCount(const ImportDraft &draft)
{
    std::ptrdiff_t count = 0;
    for (const DraftIncident &incident : draft.incidents)
        count += std::ranges::count_if(incident.choices, &DraftEvent::isTaken);
    return static_cast<int>(count);
}

bool isLeftOut(const DraftIncident &incident)
{
    return !incident.choices.empty() && std::ranges::all_of(incident.choices, [](const DraftEvent &event) {
        return event.standing == EventStanding::New && !event.isTaken();
    });
}

ImportBatch placedBatch(const ImportDraft &draft)
{
    ImportBatch batch{.incidents = {}, .skipped = draft.skipped, .illustrative = draft.illustrative};
    for (const DraftIncident &incident : draft.incidents) {
        if (isLeftOut(incident))
            continue;
        batch.incidents.push_back(settled(incident));
        leaveOutUnwanted(draft, batch.incidents.back().persons);
        batch.incidents.back().events = incident.placed;
    }
    return batch;
}

ImportBatch chosenBatch(const ImportDraft &draft)
{
    ImportBatch batch{.incidents = {}, .skipped = draft.skipped, .illustrative = draft.illustrative};
    for (const DraftIncident &incident : draft.incidents) {
        if (isLeftOut(incident))
            continue;
        ReadIncident &chosen = batch.incidents.emplace_back(settled(incident));
        for (ReadSeries &series : chosen.series) {
            for (Sample &sample : series.samples)
                sample.at += draft.clockShift;
        }
        for (std::size_t i = 0; i < incident.choices.size(); ++i) {
            if (incident.choices[i].isTaken())
                chosen.events.push_back(chosenEvent(draft, incident, i));
        }
    }
    return batch;
}

} // namespace downtimeline
