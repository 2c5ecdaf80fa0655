// SPDX-License-Identifier: GPL-3.0-or-later
// The edits of IncidentDocument: each checks what it is given and becomes one step of the undo stack.
#include "models/edit/incidentdocument.h"

namespace downtimeline {
namespace {

std::string trimmedUtf8(const QString &text)
{
    return text.simplified().toStdString();
}

/// The zone of what the user says is the incident's; where nobody stated that, it stays unstated.
WrittenTime timeOf(const Incident &incident, Instant at)
{
    return writtenTimeOf(at, incident.offset, incident.offset ? ZoneOrigin::User : ZoneOrigin::Unstated);
}

WrittenTime movedTime(const Event &event, const Incident &incident, Instant at)
{
    const WrittenTime &before = event.time;
    if (!event.at && !before.offset)
        return timeOf(incident, at);
    WrittenTime time = writtenTimeOf(at, before.offset, before.zoneOrigin);
    time.zone = before.zone;
    return time;
}

} // namespace

Status IncidentDocument::checkEditable() const
{
    if (!isOpen())
        return failure(Error::Code::Usage, tr("No incident is open."));
    if (!m_storage.isWritable())
        return failure(
            Error::Code::ReadOnly, tr("The library may only be read: save a copy of it to change something."));
    return {};
}

/// The event before the step that an edit of that part would go into; null where it makes a step of its own.
const Event *IncidentDocument::beforeLastEdit(EventId event, EditedField field) const
{
    if (m_undo.index() == 0)
        return nullptr;
    const auto *last = dynamic_cast<const EditEventCommand *>(m_undo.command(m_undo.index() - 1));
    return last && last->field() == field && last->before().id == event ? &last->before() : nullptr;
}

Status IncidentDocument::editEvent(EventId event, EditedField field, const std::function<void(Event &)> &change)
{
    if (Status editable = checkEditable(); !editable)
        return editable;
    Result<Event> before = storedEvent(event);
    if (!before)
        return std::unexpected(std::move(before).error());
    Event after = *before;
    change(after);
    if (const Status kept = m_names.isOn() ? m_names.keepWords(*before, after) : Status(); !kept)
        return kept;
    if (after != *before)
        perform(std::make_unique<EditEventCommand>(target(), field, std::move(*before), std::move(after)));
    return {};
}

Status IncidentDocument::setEventTime(EventId event, Instant at)
{
    return editEvent(event, EditedField::Time, [this, at](Event &changed) {
        const Event *original = beforeLastEdit(changed.id, EditedField::Time);
        const bool isBack = original && original->at == at;
        changed.time =
            isBack ? original->time : movedTime(changed, incident(), at); // back: the source's own words again
        changed.at = at;
    });
}

Status IncidentDocument::setEventKind(EventId event, EventKind kind)
{
    return editEvent(event, EditedField::Kind, [this, kind](Event &changed) {
        if (changed.kind == kind)
            return;
        const Event *original = beforeLastEdit(changed.id, EditedField::Kind);
        const bool isBack = original && original->kind == kind;
        changed.kind = kind;
        changed.certainty = isBack ? original->certainty : 1.0; // the user says so
    });
}

Status IncidentDocument::setEventTitle(EventId event, const QString &title)
{
    if (title.simplified().isEmpty())
        return failure(Error::Code::Usage, tr("An event needs a title: type what happened, or delete the event."));
    return editEvent(event, EditedField::Title, [&title](Event &changed) { changed.title = trimmedUtf8(title); });
}

Status IncidentDocument::setEventEnd(EventId event, std::optional<Instant> end)
{
    const EventEntry *entry = m_state.entry(event);
    if (entry && end && entry->isUndated())
        return failure(Error::Code::Usage, tr("An event without a time has no end: type its time first."));
    if (entry && end && *end <= entry->at)
        return failure(Error::Code::Usage, tr("An event cannot end before it begins: choose a later end."));
    return editEvent(event, EditedField::End, [end](Event &changed) {
        changed.length = end && changed.at ? std::optional(*end - *changed.at) : std::nullopt;
        changed.lengthOrigin = changed.length ? LengthOrigin::User : LengthOrigin::None;
    });
}

Status IncidentDocument::setEventStarred(EventId event, bool starred)
{
    return editEvent(event, EditedField::Starred, [starred](Event &changed) { changed.starred = starred; });
}

Status IncidentDocument::setEventNote(EventId event, const QString &note)
{
    return editEvent(
        event, EditedField::Note, [&note](Event &changed) { changed.note = note.trimmed().toStdString(); });
}

Result<EventId> IncidentDocument::addEvent(EventKind kind, Instant at, const QString &title)
{
    if (Status editable = checkEditable(); !editable)
        return std::unexpected(std::move(editable).error());
    if (title.simplified().isEmpty())
        return failure(Error::Code::Usage, tr("An event needs a title: type what happened."));
    Event event;
    event.id = provisionalEventId(++m_added);
    event.uuid = QUuid::createUuid();
    event.kind = kind;
    event.title = trimmedUtf8(title);
    event.time = timeOf(incident(), at);
    event.at = at;
    const EventId id = event.id;
    perform(std::make_unique<AddEventCommand>(target(), std::move(event)));
    return id;
}

Status IncidentDocument::deleteEvent(EventId event)
{
    if (Status editable = checkEditable(); !editable)
        return editable;
    Result<Event> whole = storedEvent(event);
    if (!whole)
        return std::unexpected(std::move(whole).error());
    perform(std::make_unique<RemoveEventCommand>(target(), std::move(*whole)));
    return {};
}

Status IncidentDocument::editIncident(IncidentField field, const std::function<void(Incident &)> &change)
{
    if (Status editable = checkEditable(); !editable)
        return editable;
    const Incident &before = m_state.content().incident;
    Incident after = before;
    change(after);
    if (const Status kept = m_names.isOn() ? m_names.keepWords(before, after) : Status(); !kept)
        return kept;
    if (after.title.find_first_not_of(" \t\r\n") == std::string::npos)
        return failure(Error::Code::Usage, tr("An incident needs a title."));
    if (after != before)
        perform(std::make_unique<EditIncidentCommand>(target(), field, before, std::move(after)));
    return {};
}

Status IncidentDocument::addAction(const QString &text)
{
    if (Status editable = checkEditable(); !editable)
        return editable;
    if (text.simplified().isEmpty())
        return failure(Error::Code::Usage, tr("An action needs words: type what is to be done."));
    Action action;
    action.uuid = QUuid::createUuid();
    action.text = trimmedUtf8(text);
    perform(std::make_unique<AddActionCommand>(target(), std::move(action)));
    return {};
}

Status IncidentDocument::decideFinding(const std::string &key, Finding::Decision decision)
{
    if (Status editable = checkEditable(); !editable)
        return editable;
    const std::vector<Finding> &stored = m_state.content().findings;
    const auto found = std::ranges::find(stored, key, &Finding::key);
    if (found == stored.end())
        return failure(Error::Code::NotFound, tr("This finding is no longer there."));
    if (found->decision != decision)
        perform(std::make_unique<DecideFindingCommand>(target(), *found, decision));
    return {};
}

} // namespace downtimeline
