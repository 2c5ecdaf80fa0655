// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"

#include <QObject>

namespace downtimeline {

class IncidentDocument;
class Library;
class ViewState;

/// Works out which events of the open incident pass the filter of the view state, and again after every edit.
class EventFiltering : public QObject
{
    Q_OBJECT

public:
    /// All outlive it. Made before the views of the document, so that they find its answer.
    EventFiltering(IncidentDocument &document, ViewState &view, Library &reader, QObject *parent);

    /// What was typed into the search field of the window: true where it names a filter. Emptying the field takes that
    /// filter away again.
    bool takeSearch(const QString &words);

Q_SIGNALS:
    void failed(const QString &sentence);

private:
    void apply();

    IncidentDocument &m_document;
    ViewState &m_view;
    Library &m_reader;
    IncidentId m_incident; ///< that the filter was made for
    bool m_isFromSearch = false;
};

} // namespace downtimeline
