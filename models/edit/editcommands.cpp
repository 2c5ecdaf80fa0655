// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/editcommands.h"

#include <QCoreApplication>

namespace downtimeline {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(EditCommands)
};

// The ids that QUndoStack compares before it tries to merge.
constexpr int eventEdits = 100;
constexpr int incidentEdits = 200;

QString wordsFor(EditedField field)
{
    switch (field) {
    case EditedField::Time:
        return Words::tr("change of time");
    case EditedField::Kind:
        return Words::tr("change of kind");
    case EditedField::Title:
    case EditedField::Detail:
        return Words::tr("change of text");
    case EditedField::End:
        return Words::tr("change of end");
    case EditedField::Note:
        return Words::tr("change of note");
    case EditedField::Starred:
        return Words::tr("star");
    case EditedField::Hidden:
        return Words::tr("hiding");
    }
    return {};
}

} // namespace

EditEventCommand::EditEventCommand(EditTarget &target, EditedField field, Event before, Event after)
    : m_target(target), m_field(field), m_before(std::move(before)), m_after(std::move(after))
{
    setText(wordsFor(field));
}

int EditEventCommand::id() const
{
    return eventEdits + static_cast<int>(m_field);
}

bool EditEventCommand::mergeWith(const QUndoCommand *other)
{
    const auto *next = static_cast<const EditEventCommand *>(other); // the same id() means the same class
    if (next->m_after.id != m_after.id)
        return false;
    m_after = next->m_after;
    setObsolete(m_after == m_before);
    return true;
}

EditIncidentCommand::EditIncidentCommand(EditTarget &target, IncidentField field, Incident before, Incident after)
    : m_target(target), m_field(field), m_before(std::move(before)), m_after(std::move(after))
{
    setText(Words::tr("change of the incident"));
}

int EditIncidentCommand::id() const
{
    return incidentEdits + static_cast<int>(m_field);
}

bool EditIncidentCommand::mergeWith(const QUndoCommand *other)
{
    const auto *next = static_cast<const EditIncidentCommand *>(other);
    m_after = next->m_after;
    setObsolete(m_after == m_before);
    return true;
}

AddEventCommand::AddEventCommand(EditTarget &target, Event event) : m_target(target), m_event(std::move(event))
{
    setText(Words::tr("new event"));
}

RemoveEventCommand::RemoveEventCommand(EditTarget &target, Event event) : m_target(target), m_event(std::move(event))
{
    setText(Words::tr("deletion of an event"));
}

AddActionCommand::AddActionCommand(EditTarget &target, Action action) : m_target(target), m_action(std::move(action))
{
    setText(Words::tr("new action"));
}

DecideFindingCommand::DecideFindingCommand(EditTarget &target, Finding finding, Finding::Decision decision)
    : m_target(target), m_before(std::move(finding)), m_after(m_before)
{
    m_after.decision = decision;
    setText(Words::tr("decision on a finding"));
}

} // namespace downtimeline
