// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/incidentdocument.h"

#include <QPointer>

namespace downtimeline {

IncidentDocument::IncidentDocument(DocumentStorage &storage, QObject *parent)
    : QObject(parent), m_storage(storage), m_pages(storage)
{}

Status IncidentDocument::open(IncidentId incident)
{
    Result<DocumentContent> content = m_storage.load(incident);
    if (!content)
        return std::unexpected(std::move(content).error());
    show(DocumentState(std::move(*content)));
    return {};
}

void IncidentDocument::show(DocumentState state)
{
    ++m_generation;
    m_isReloadWanted = false;
    m_lastPushed = nullptr;
    m_undo.clear();
    m_pages.clear();
    m_hasToldReadFailure = false;
    m_state = std::move(state);
    showTexts();
    Q_EMIT opened();
}

Status IncidentDocument::reload()
{
    if (!isOpen())
        return {};
    if (isSaving()) {
        m_isReloadWanted = true;
        return {};
    }
    return open(incident().id);
}

void IncidentDocument::hideNames(std::optional<Persons> list)
{
    m_names.setList(std::move(list));
    showTexts();
    Q_EMIT incidentChanged();
    Q_EMIT eventsChanged();
    Q_EMIT findingsChanged();
    Q_EMIT actionsChanged();
}

void IncidentDocument::tellEvents()
{
    showTexts(); // what is stated of the traffic has moved with them
    Q_EMIT eventsChanged();
}

void IncidentDocument::tellActions()
{
    showTexts();
    Q_EMIT actionsChanged();
}

EventText IncidentDocument::textAt(std::size_t row) const
{
    return row < rows()->size() ? told(row, m_pages.at(*rows(), row)) : EventText();
}

EventText IncidentDocument::told(std::size_t row, Result<EventText> stored) const
{
    EventText text = withEdits(row, std::move(stored));
    if (m_names.isOn())
        m_names.hideIn(text);
    return text;
}

EventText IncidentDocument::withEdits(std::size_t row, Result<EventText> text) const
{
    const EventIndex &index = *rows();
    if (!text) {
        if (!std::exchange(m_hasToldReadFailure, true)) // once, not once a row
            Q_EMIT readFailed(text.error());
        return {};
    }
    const Event *edited = m_state.editedEvent(index[row].id);
    if (!edited)
        return std::move(*text);
    text->title = edited->title;
    text->detail = edited->detail;
    text->timeText = edited->time.text;
    text->line = edited->line;
    const std::vector<Source> &sources = m_state.content().sources;
    const auto source = std::ranges::find(sources, edited->source, &Source::id);
    text->sourceName = source == sources.end() ? std::string() : source->name;
    return std::move(*text);
}

EventText IncidentDocument::text(EventId event) const
{
    const EventEntry *entry = m_state.entry(event);
    if (!entry)
        return {};
    const auto row = static_cast<std::size_t>(entry - rows()->data());
    return told(row, m_pages.alone(*rows(), row));
}

Result<Event> IncidentDocument::event(EventId event) const
{
    Result<Event> told = storedEvent(event);
    if (told && m_names.isOn())
        m_names.hideIn(*told);
    return told;
}

Result<Source> IncidentDocument::source(SourceId source) const
{
    Result<Source> told = m_storage.source(source);
    if (told && m_names.isOn())
        m_names.hideIn(*told);
    return told;
}

Result<Event> IncidentDocument::storedEvent(EventId event) const
{
    if (const Event *edited = m_state.editedEvent(event))
        return *edited;
    return m_storage.event(event);
}

void IncidentDocument::addEvent(const Event &event)
{
    if (m_isMuted)
        return;
    m_state.putEvent(event);
    tellEvents();
    m_storage.addEvent(incident().id, event, saving([this, event] {
                           m_state.removeEvent(event.id);
                           tellEvents();
                       }));
}

void IncidentDocument::putEvent(const Event &before, const Event &after)
{
    if (m_isMuted)
        return;
    m_state.putEvent(after);
    tellEvents();
    m_storage.updateEvent(before, after, saving([this, before] {
                              m_state.putEvent(before);
                              tellEvents();
                          }));
}

void IncidentDocument::removeEvent(const Event &event)
{
    if (m_isMuted)
        return;
    m_state.removeEvent(event.id);
    tellEvents();
    m_storage.removeEvent(event.id, saving([this, event] {
                              m_state.putEvent(event);
                              tellEvents();
                          }));
}

void IncidentDocument::putIncident(const Incident &before, const Incident &after)
{
    if (m_isMuted)
        return;
    showIncident(after);
    m_storage.updateIncident(before, after, saving([this, before] { showIncident(before); }));
}

void IncidentDocument::showIncident(const Incident &incident)
{
    const bool isOtherImpact = m_state.setIncident(incident);
    showTexts();
    Q_EMIT incidentChanged();
    if (isOtherImpact)
        tellEvents();
}

void IncidentDocument::putDecision(const Finding &before, const Finding &after)
{
    if (m_isMuted)
        return;
    m_state.setDecision(after.key, after.decision);
    showTexts();
    Q_EMIT findingsChanged();
    m_storage.decide(incident().id, after, saving([this, before] {
                         m_state.setDecision(before.key, before.decision);
                         showTexts();
                         Q_EMIT findingsChanged();
                     }));
}

void IncidentDocument::addAction(const Action &action)
{
    if (m_isMuted)
        return;
    m_state.addAction(action);
    tellActions();
    m_storage.addAction(incident().id, action, saving([this, uuid = action.uuid] {
                            m_state.removeAction(uuid);
                            tellActions();
                        }));
}

void IncidentDocument::removeAction(const Action &action)
{
    if (m_isMuted)
        return;
    m_state.removeAction(action.uuid);
    tellActions();
    m_storage.removeAction(action, saving([this, action] {
                               m_state.addAction(action);
                               tellActions();
                           }));
}

void IncidentDocument::setMeasuredFindings(std::vector<Finding> measured)
{
    if (m_state.setMeasuredFindings(std::move(measured))) {
        showTexts();
        Q_EMIT findingsChanged();
    }
}

void IncidentDocument::perform(std::unique_ptr<QUndoCommand> command)
{
    const int steps = m_undo.index();
    QUndoCommand *pushed = command.release();
    m_isPushing = true;
    m_undo.push(pushed);
    m_isPushing = false;
    m_lastPushed = m_undo.index() == steps + 1 ? pushed : nullptr; // else it was merged and is gone
}

DocumentStorage::Answer IncidentDocument::saving(std::function<void()> takeBack)
{
    ++m_sent;
    m_pending.insert(incident().id);
    if (m_pending.size() == 1)
        Q_EMIT savingChanged(true);
    return [document = QPointer(this), id = incident().id, generation = m_generation, takeBack = std::move(takeBack),
            wasPushed = m_isPushing](const Status &status) {
        if (!document)
            return;
        const bool isCurrent = generation == document->m_generation;
        document->saved(id, status, isCurrent ? takeBack : nullptr, wasPushed);
    };
}

/// Without takeBack the edit belongs to an incident that is no longer shown.
void IncidentDocument::saved(
    IncidentId incident, const Status &status, const std::function<void()> &takeBack, bool wasPushed)
{
    m_pending.extract(incident); // one of its edits
    const bool isLast = m_pending.empty();
    if (!status && takeBack) {
        if (isLast && !m_isReloadWanted)
            takeBackOnly(takeBack, wasPushed);
        else
            m_isReloadWanted = true; // later edits stand on this one: the file alone tells what holds
    }
    if (isLast && m_isReloadWanted)
        readAgain();
    if (!status)
        Q_EMIT editFailed(status.error());
    if (isLast)
        Q_EMIT savingChanged(false);
}

/// Nothing else was going on: memory goes back one step, and a step that was new leaves the stack. Where the edit went
/// into an older step the stack no longer tells what happened and is emptied.
void IncidentDocument::takeBackOnly(const std::function<void()> &takeBack, bool wasPushed)
{
    m_isMuted = true;
    if (wasPushed && m_lastPushed) {
        m_lastPushed->setObsolete(true);
        m_undo.undo();
    } else {
        m_undo.clear();
    }
    m_lastPushed = nullptr;
    m_isMuted = false;
    takeBack();
}

void IncidentDocument::readAgain()
{
    if (const Status status = open(incident().id); !status)
        Q_EMIT readFailed(status.error());
}

} // namespace downtimeline
