// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/action.h"
#include "models/domain/event.h"
#include "models/domain/finding.h"
#include "models/domain/incident.h"

#include <QUndoCommand>

namespace downtimeline {

/// What commands act on: each call changes the incident in memory and sends the change to the file.
class EditTarget
{
public:
    virtual ~EditTarget() = default;

    virtual void addEvent(const Event &event) = 0;
    virtual void putEvent(const Event &before, const Event &after) = 0;
    virtual void removeEvent(const Event &event) = 0;
    virtual void putIncident(const Incident &before, const Incident &after) = 0;
    virtual void putDecision(const Finding &before, const Finding &after) = 0;
    virtual void addAction(const Action &action) = 0;
    virtual void removeAction(const Action &action) = 0;

protected:
    EditTarget() = default;
    EditTarget(const EditTarget &) = default;
    EditTarget &operator=(const EditTarget &) = default;
};

/// Which part of an event an edit changes; edits of one part of one event become one step.
enum class EditedField { Time, Kind, Title, Detail, End, Note, Starred, Hidden };

/// Which part of an incident's header an edit changes.
enum class IncidentField { Title, Severity, Service, Summary, Impact, RootCause, Resolution, State, All };

class EditEventCommand : public QUndoCommand
{
public:
    EditEventCommand(EditTarget &target, EditedField field, Event before, Event after);

    void undo() override { m_target.putEvent(m_after, m_before); }
    void redo() override { m_target.putEvent(m_before, m_after); }
    int id() const override;
    /// Takes over the next edit of the same part; obsolete where that brings back what was.
    bool mergeWith(const QUndoCommand *other) override;

    EditedField field() const { return m_field; }
    const Event &before() const { return m_before; }

private:
    EditTarget &m_target;
    EditedField m_field;
    Event m_before;
    Event m_after;
};

class EditIncidentCommand : public QUndoCommand
{
public:
    EditIncidentCommand(EditTarget &target, IncidentField field, Incident before, Incident after);

    void undo() override { m_target.putIncident(m_after, m_before); }
    void redo() override { m_target.putIncident(m_before, m_after); }
    int id() const override;
    bool mergeWith(const QUndoCommand *other) override;

private:
    EditTarget &m_target;
    IncidentField m_field;
    Incident m_before;
    Incident m_after;
};

class AddEventCommand : public QUndoCommand
{
public:
    AddEventCommand(EditTarget &target, Event event);

    void undo() override { m_target.removeEvent(m_event); }
    void redo() override { m_target.addEvent(m_event); }

private:
    EditTarget &m_target;
    Event m_event;
};

class RemoveEventCommand : public QUndoCommand
{
public:
    RemoveEventCommand(EditTarget &target, Event event);

    void undo() override { m_target.addEvent(m_event); }
    void redo() override { m_target.removeEvent(m_event); }

private:
    EditTarget &m_target;
    Event m_event;
};

class AddActionCommand : public QUndoCommand
{
public:
    AddActionCommand(EditTarget &target, Action action);

    void undo() override { m_target.removeAction(m_action); }
    void redo() override { m_target.addAction(m_action); }

private:
    EditTarget &m_target;
    Action m_action;
};

class DecideFindingCommand : public QUndoCommand
{
public:
    DecideFindingCommand(EditTarget &target, Finding finding, Finding::Decision decision);

    void undo() override { m_target.putDecision(m_after, m_before); }
    void redo() override { m_target.putDecision(m_before, m_after); }

private:
    EditTarget &m_target;
    Finding m_before;
    Finding m_after;
};

} // namespace downtimeline
