// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace downtimeline {

class IncidentDocument;
class Settings;
class ViewState;
class WindowActions;

/// Keeps how the lanes of each incident are made, ordered and hidden, and follows the View menu.
class LaneChoice : public QObject
{
    Q_OBJECT

public:
    /// All outlive it. Made before the views of the document, so that they find its lanes when it opens.
    LaneChoice(
        IncidentDocument &document, ViewState &view, Settings &settings, WindowActions &actions, QObject *parent);

private:
    void recall();
    void keep();

    IncidentDocument &m_document;
    ViewState &m_view;
    Settings &m_settings;
    WindowActions &m_actions;
};

} // namespace downtimeline
