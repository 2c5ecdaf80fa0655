// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/settings.h"
#include "models/timeline/displayzone.h"

#include <QObject>

#include <optional>

class QToolButton;

namespace downtimeline {

class Dialogs;
class IncidentDocument;
class ViewState;
class WindowActions;

/// Which times the window shows: of the incident, of a zone, of two, or counted from the start of the impact. It keeps
/// the choice and follows the open incident.
class ShownZones : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive it; the button tells what is chosen.
    ShownZones(
        IncidentDocument &document, ViewState &view, Settings &settings, WindowActions &actions, Dialogs &dialogs,
        QToolButton *button);

    /// Shows what is chosen for the incident that is open.
    void apply();
    /// Asks for a name where the zone has none yet; a name that means nothing changes nothing.
    void choose(Settings::Zone zone);
    /// Beside the first; none takes it away.
    void chooseSecond(std::optional<Settings::Zone> zone);

Q_SIGNALS:
    void applied();
    void refused(const QString &sentence);

private:
    DisplayZone zoneOf(Settings::Zone zone, const QString &named) const;
    DisplayZone statedZone() const;
    std::optional<QString> askName(const QString &before);
    void tell(const DisplayZone &zone, const std::optional<DisplayZone> &second);

    IncidentDocument &m_document;
    ViewState &m_view;
    Settings &m_settings;
    WindowActions &m_actions;
    Dialogs &m_dialogs;
    QToolButton *m_button;
};

} // namespace downtimeline
