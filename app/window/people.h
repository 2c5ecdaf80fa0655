// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tasks/taskrunner.h"
#include "models/domain/namemask.h"
#include "models/items/incidententry.h"

#include <QObject>

#include <vector>

namespace downtimeline {

class Dialogs;
class IncidentDocument;
class LibrarySession;

/// The user's list of people, and the switch that hides their names in all that a window shows and writes. The open
/// document hides them by itself; what else the window shows passes through here.
class People : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    People(LibrarySession &session, IncidentDocument &document, Dialogs &dialogs, QObject *parent);

    const Persons &list() const { return m_list; }
    bool areHidden() const { return m_areHidden; }
    void setHidden(bool hidden);
    /// Reads the list again: another window or an import has changed it.
    void readAgain();
    /// The dialog that edits the list.
    void edit();

    /// As it may be shown.
    QString shown(const QString &text) const { return m_mask.masked(text); }
    void hideIn(std::vector<IncidentEntry> &entries) const;

Q_SIGNALS:
    /// Whether names are hidden, or whose. The document has told what it shows already.
    void changed();
    void failed(const QString &sentence);
    void said(const QString &sentence);

private:
    void take(Persons list);
    void save(const Persons &before, const Persons &after);
    void apply();

    LibrarySession &m_session;
    IncidentDocument &m_document;
    Dialogs &m_dialogs;
    TaskRunner m_saving;
    Persons m_list;
    NameMask m_mask; ///< hides nothing while names are shown
    bool m_areHidden = false;
};

} // namespace downtimeline
