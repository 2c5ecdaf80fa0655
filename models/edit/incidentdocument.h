// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/edit/documentstate.h"
#include "models/edit/editcommands.h"
#include "models/edit/eventtextpages.h"
#include "models/edit/hiddennames.h"

#include <QObject>
#include <QUndoStack>

#include <cstdint>
#include <functional>
#include <set>

namespace downtimeline {

/// The open incident: its content, what follows from it, and its undo stack. An edit shows at once and is saving until
/// the file has it; one that cannot be saved is taken back and told.
class IncidentDocument : public QObject, public EventTextSource, public EventEditor, private EditTarget
{
    Q_OBJECT

public:
    /// The storage is not owned and must outlive the document.
    explicit IncidentDocument(DocumentStorage &storage, QObject *parent = nullptr);

    /// Reads it here and now; show() takes what a worker has read.
    Status open(IncidentId incident);
    /// Makes it the open incident and forgets what could be undone.
    void show(DocumentState state);
    /// Reads the open incident again, for example after another process has changed the file; while edits are saving,
    /// as soon as they are done.
    Status reload();
    void close() { show(DocumentState()); }
    bool isOpen() const { return incident().id.isValid(); }

    const Incident &incident() const { return shown().incident; }
    const std::vector<Finding> &findings() const { return shown().findings; }
    const std::vector<Explained> &explained() const { return shown().explained; }
    const std::vector<Source> &sources() const { return shown().sources; }
    const EventNames &names() const { return m_state.content().names; }
    const std::vector<Series> &series() const { return shown().series; }
    const std::vector<Action> &actions() const { return shown().actions; }
    /// Every event: those that have an instant in order of time, then the undated. What a table shows.
    const EventSnapshot &rows() const { return m_state.rows(); }
    /// Those that have an instant, the first of rows(): what can be drawn and measured.
    const EventSnapshot &events() const { return m_state.events(); }
    const std::vector<DerivedEnd> &derivedEnds() const { return m_state.derivedEnds(); }
    const ResponseAnalysis &analysis() const { return m_state.analysis(); }
    const std::vector<StatedTraffic> &statedTraffic() const
    {
        return m_names.isOn() ? m_names.traffic() : m_state.statedTraffic();
    }
    std::optional<TimeRange> extent() const { return m_state.extent(); }

    /// Of the event in that row of rows().
    EventText textAt(std::size_t row) const override;
    /// Of an event; empty words where the incident does not have it.
    EventText text(EventId event) const;
    /// The whole event, with the edits made so far.
    Result<Event> event(EventId event) const;
    /// A source with its text, unless names are hidden.
    Result<Source> source(SourceId source) const;

    /// Whoever asks this document for a text is told roles in the place of the names of the list, and of those whom the
    /// incident's own sources name. Edits keep the words that are behind them. None: names are shown.
    void hideNames(std::optional<Persons> list);
    bool hidesNames() const { return m_names.isOn(); }
    /// Any other text, as it may be shown.
    QString shownText(const QString &text) const { return m_names.shown(text); }

    QUndoStack &undoStack() { return m_undo; }
    bool isSaving() const { return !m_pending.empty(); }
    /// An edit of that incident is not in the file yet; it need not be the open one.
    bool isSaving(IncidentId incident) const { return m_pending.contains(incident); }
    /// How many changes were sent to the file so far: what a worker began to read before the last one may lack it.
    std::uint64_t changesSent() const { return m_sent; }

    bool isEditable() const override { return isOpen() && m_storage.isWritable(); }
    /// The event keeps its offset and whether it was stated; its own length moves with it. One that had no time is
    /// placed, at the incident's offset where it told none of its own.
    Status setEventTime(EventId event, Instant at) override;
    Status setEventKind(EventId event, EventKind kind) override;
    Status setEventTitle(EventId event, const QString &title) override;
    /// The user's own end, which wins over derived ones; none takes it away.
    Status setEventEnd(EventId event, std::optional<Instant> end);
    /// The events that a presentation is made of.
    Status setEventStarred(EventId event, bool starred);
    /// What the presenter wants to say there; line breaks are kept, an empty one takes it away.
    Status setEventNote(EventId event, const QString &note);
    /// Any other part of an event, as one step that can be undone.
    Status editEvent(EventId event, EditedField field, const std::function<void(Event &)> &change);
    /// It needs a time and a title; id, uuid and written time are made here. The id holds until the next reload.
    Result<EventId> addEvent(EventKind kind, Instant at, const QString &title);
    Status deleteEvent(EventId event);
    Status editIncident(IncidentField field, const std::function<void(Incident &)> &change);
    Status decideFinding(const std::string &key, Finding::Decision decision);
    /// Something to be done, in the user's words.
    Status addAction(const QString &text);
    /// What the samples contradict now; told by findingsChanged. No edit: only a decision on one is saved.
    void setMeasuredFindings(std::vector<Finding> measured);

Q_SIGNALS:
    /// Another incident, or the same one read again: everything may differ.
    void opened();
    /// Events, spans, milestones and measures.
    void eventsChanged();
    void incidentChanged();
    void findingsChanged();
    void actionsChanged();
    void savingChanged(bool saving);
    /// The edit was taken back; the message is for the user.
    void editFailed(const downtimeline::Error &error);
    /// The file could not be read.
    void readFailed(const downtimeline::Error &error) const;

private:
    void addEvent(const Event &event) override;
    void putEvent(const Event &before, const Event &after) override;
    void removeEvent(const Event &event) override;
    void putIncident(const Incident &before, const Incident &after) override;
    void showIncident(const Incident &incident);
    void putDecision(const Finding &before, const Finding &after) override;
    void addAction(const Action &action) override;
    void removeAction(const Action &action) override;

    const DocumentContent &shown() const { return m_names.isOn() ? m_names.content() : m_state.content(); }
    void showTexts() { m_names.show(m_state.content(), m_state.statedTraffic()); }
    void tellEvents();
    void tellActions();
    EventText told(std::size_t row, Result<EventText> stored) const;
    EventText withEdits(std::size_t row, Result<EventText> text) const;
    Result<Event> storedEvent(EventId event) const;

    EditTarget &target() { return *this; }
    Status checkEditable() const;
    void perform(std::unique_ptr<QUndoCommand> command);
    const Event *beforeLastEdit(EventId event, EditedField field) const;
    DocumentStorage::Answer saving(std::function<void()> takeBack);
    void saved(IncidentId incident, const Status &status, const std::function<void()> &takeBack, bool wasPushed);
    void takeBackOnly(const std::function<void()> &takeBack, bool wasPushed);
    void readAgain();

    DocumentStorage &m_storage;
    DocumentState m_state;
    HiddenNames m_names;
    mutable EventTextPages m_pages;
    mutable bool m_hasToldReadFailure = false;
    QUndoStack m_undo;
    QUndoCommand *m_lastPushed = nullptr; ///< the stack's; null where the last push went into an older step
    std::int64_t m_added = 0;             ///< how many provisional ids were given
    std::uint64_t m_generation = 0;       ///< of what is shown: answers to edits of an earlier one change nothing
    std::uint64_t m_sent = 0;
    std::multiset<IncidentId> m_pending; ///< whose edits the file does not have yet
    bool m_isReloadWanted = false;       ///< as soon as nothing is pending
    bool m_isPushing = false;            ///< inside perform()
    bool m_isMuted = false;              ///< the stack is put right after a failure: commands change nothing
};

} // namespace downtimeline
