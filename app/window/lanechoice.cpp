// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/lanechoice.h"

#include "app/window/settings.h"
#include "app/window/windowactions.h"
#include "models/edit/incidentdocument.h"
#include "models/items/viewstate.h"

namespace downtimeline {

LaneChoice::LaneChoice(
    IncidentDocument &document, ViewState &view, Settings &settings, WindowActions &actions, QObject *parent)
    : QObject(parent), m_document(document), m_view(view), m_settings(settings), m_actions(actions)
{
    connect(&document, &IncidentDocument::opened, this, &LaneChoice::recall);
    connect(&view, &ViewState::lanesChanged, this, &LaneChoice::keep);
    connect(&actions, &WindowActions::lanesChosen, this, [this](LaneGrouping grouping) {
        LaneArrangement lanes = m_view.lanes();
        lanes.grouping = grouping;
        m_view.setLanes(std::move(lanes));
    });
    m_actions.showLanes(view.lanes().grouping);
}

void LaneChoice::recall()
{
    if (m_document.isOpen())
        m_view.setLanes(laneArrangementFromJson(m_settings.lanes(m_document.incident().uuid)));
}

void LaneChoice::keep()
{
    m_actions.showLanes(m_view.lanes().grouping);
    if (m_document.isOpen())
        m_settings.setLanes(m_document.incident().uuid, toJson(m_view.lanes()));
}

} // namespace downtimeline
