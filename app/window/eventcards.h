// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/edit/incidentdocument.h"
#include "models/items/viewstate.h"

#include <QObject>

#include <map>

namespace downtimeline {

class EventCardPanel;

/// Fills the details card from the open incident: it follows the selection while it is shown, and every edit.
class EventCards : public QObject
{
    Q_OBJECT

public:
    /// Document and view outlive it; the panel belongs to the parent.
    EventCards(IncidentDocument &document, ViewState &view, QWidget *parent);

    EventCardPanel *panel() const { return m_panel; }
    /// Fills the card; false where the event is not there.
    bool show(EventId event);

Q_SIGNALS:
    /// The event is gone or nothing is selected any more.
    void emptied();
    void failed(const QString &sentence);

private:
    void showAgain();
    const Source *sourceOf(const Event &event);
    void tell(const Status &status);

    IncidentDocument &m_document;
    ViewState &m_view;
    EventCardPanel *m_panel;
    std::map<SourceId, Source> m_sources; ///< with their texts, of the open incident
};

} // namespace downtimeline
