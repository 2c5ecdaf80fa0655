// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/settings.h"
#include "models/items/lanes.h"

#include <QActionGroup>
#include <QObject>

class QAction;
class QMenu;
class QMenuBar;
class QWidget;

namespace downtimeline {

/// Every action of the window with its words and shortcut, and the menus that hold them all.
class WindowActions : public QObject
{
    Q_OBJECT

public:
    /// Actions belong to the window, so that their shortcuts hold in all of it.
    explicit WindowActions(QWidget *window);

    void fillMenus(QMenuBar &bar);
    /// The zones alone, for a button; made once, owned by the window.
    QMenu *zoneMenu();
    /// What every key and gesture does, for the help.
    static QString keysText();
    /// Those that need an open incident, and those that also need a library that may be written.
    void enable(bool isOpen, bool isWritable);
    void showLook(Settings::Look look);
    void showMotion(Settings::Motion motion);
    void showZone(Settings::Zone zone);
    void showLanes(LaneGrouping grouping);
    void showSecondZone(std::optional<Settings::Zone> zone);

    QAction *importFiles;
    QAction *openLibrary;
    QAction *openSample;
    QAction *exportPdf;
    QAction *printReport;
    QAction *exportPicture;
    QAction *exportRecord; ///< JSON
    QAction *exportPage;   ///< HTML
    QAction *exportPostmortem;
    QAction *exportEvents;
    QAction *exportCalendar;
    QAction *backup;
    QAction *removeIncident;
    QAction *quit;

    QAction *undo;
    QAction *redo;
    QAction *pasteImport;
    QAction *copyIncident;
    QAction *editIncident;
    QAction *addEvent;
    QAction *deleteEvent;
    QAction *starEvent;
    QAction *people;
    QAction *find;
    QAction *filter;

    QAction *zoomIn;
    QAction *zoomOut;
    QAction *fit;
    QAction *back;
    QAction *forward;
    QAction *measure;
    QAction *nextEvent;
    QAction *previousEvent;
    QAction *showSource;
    QAction *present;
    QAction *presentAs;
    QAction *hideNames;

    QAction *keys;
    QAction *about;

Q_SIGNALS:
    void lookChosen(downtimeline::Settings::Look look);
    void motionChosen(downtimeline::Settings::Motion motion);
    void zoneChosen(downtimeline::Settings::Zone zone);
    void lanesChosen(downtimeline::LaneGrouping grouping);
    void secondZoneChosen(std::optional<downtimeline::Settings::Zone> zone);

private:
    QAction *make(const QString &text, const QList<QKeySequence> &shortcuts = {});
    QAction *choice(QActionGroup &group, const QString &text, int value);
    void makeFileActions();
    void makeEditActions();
    void makeViewActions();
    void makeChoices();
    void makeSecondZones();
    void makeLanes();
    void fillTimes(QMenu &menu);

    QWidget *m_window;
    QActionGroup m_looks;
    QActionGroup m_motions;
    QActionGroup m_zones;
    QActionGroup m_secondZones;
    QActionGroup m_lanes;
};

} // namespace downtimeline
