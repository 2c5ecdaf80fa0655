// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/dialogs.h"
#include "app/window/settings.h"

#include <QObject>

class QToolButton;

namespace downtimeline {

struct Incident;
class ViewState;
class WindowActions;

/// Which zone times are shown in: the incident's, UTC, the computer's or one by its name. It keeps the choice, sets the
/// view state and says it on its button.
class ZoneChoice : public QObject
{
    Q_OBJECT

public:
    /// All of them must outlive it.
    ZoneChoice(
        Settings &settings, Dialogs &dialogs, WindowActions &actions, ViewState &view, QObject *parent = nullptr);

    /// The button with the menu of zones; made once, for a tool bar.
    QToolButton *makeButton();
    /// Asks for the name where it is to be one by its name.
    void choose(Settings::Zone zone);
    /// Another incident is open, or its zone was edited.
    void apply(const Incident &incident);

Q_SIGNALS:
    /// The zone is to be applied to the open incident.
    void chosen();
    void refused(const QString &sentence);

private:
    Settings &m_settings;
    Dialogs &m_dialogs;
    WindowActions &m_actions;
    ViewState &m_view;
    QToolButton *m_button = nullptr;
};

} // namespace downtimeline
