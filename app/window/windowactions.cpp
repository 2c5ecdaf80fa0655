// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/windowactions.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>

namespace downtimeline {

WindowActions::WindowActions(QWidget *window)
    : QObject(window), m_window(window), m_looks(this), m_motions(this), m_zones(this), m_secondZones(this),
      m_lanes(this)
{
    makeFileActions();
    makeEditActions();
    makeViewActions();
    makeChoices();
    makeSecondZones();
    makeLanes();
}

QAction *WindowActions::make(const QString &text, const QList<QKeySequence> &shortcuts)
{
    auto *action = new QAction(text, m_window);
    action->setShortcuts(shortcuts);
    m_window->addAction(action);
    return action;
}

QAction *WindowActions::choice(QActionGroup &group, const QString &text, int value)
{
    QAction *action = make(text);
    action->setCheckable(true);
    action->setData(value);
    group.addAction(action);
    return action;
}

void WindowActions::makeFileActions()
{
    importFiles = make(tr("&Import…"), {QKeySequence(Qt::CTRL | Qt::Key_I)});
    openLibrary = make(tr("&Open library…"), {QKeySequence::Open});
    openSample = make(tr("Open the &sample outage"));
    exportPdf = make(tr("Export report as &PDF…"), {QKeySequence(Qt::CTRL | Qt::Key_E)});
    printReport = make(tr("P&rint report…"), {QKeySequence(Qt::CTRL | Qt::Key_P)});
    exportPicture = make(tr("&Timeline or chart as a picture…"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E)});
    exportPage = make(tr("&HTML page…"));
    exportPostmortem = make(tr("&Markdown postmortem…"));
    exportEvents = make(tr("&Events as CSV…"));
    exportCalendar = make(tr("&Calendar of the incident and its actions…"));
    exportRecord = make(tr("&JSON, to be read again…"));
    backup = make(tr("&Back up the library…"));
    removeIncident = make(tr("&Remove the incident…"));
    quit = make(tr("&Quit"), {QKeySequence(Qt::CTRL | Qt::Key_Q)});
}

void WindowActions::makeEditActions()
{
    undo = make(tr("&Undo"), {QKeySequence::Undo});
    redo = make(tr("&Redo"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    pasteImport = make(tr("&Paste as import"), {QKeySequence::Paste});
    copyIncident = make(tr("&Copy incident"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)});
    editIncident = make(tr("Edit &incident…"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I)});
    addEvent = make(tr("&Add event"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)});
    deleteEvent = make(tr("&Delete event"));
    starEvent = make(tr("&Star event"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)});
    people = make(tr("&People…"), {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_P)});
    find = make(tr("&Find"), {QKeySequence::Find});
    filter = make(tr("Fi&lter events"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)});
}

void WindowActions::makeViewActions()
{
    zoomIn = make(tr("Zoom &in"), {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    zoomOut = make(tr("Zoom &out"), {QKeySequence(Qt::CTRL | Qt::Key_Minus)});
    fit = make(tr("Show &all"), {QKeySequence(Qt::CTRL | Qt::Key_0)});
    measure = make(tr("&Measure\tM")); // the plots take the key: a window's would be taken from what is typed
    measure->setCheckable(true);
    back = make(tr("&Back to the view before"), {QKeySequence(Qt::ALT | Qt::Key_Left)});
    forward = make(tr("&Forward again"), {QKeySequence(Qt::ALT | Qt::Key_Right)});
    nextEvent = make(tr("&Next event"), {QKeySequence(Qt::ALT | Qt::Key_Down)});
    previousEvent = make(tr("&Previous event"), {QKeySequence(Qt::ALT | Qt::Key_Up)});
    showSource = make(tr("Show the &source text"), {QKeySequence(Qt::CTRL | Qt::Key_U)});
    showSource->setCheckable(true);
    present = make(tr("&Present"), {QKeySequence(Qt::Key_F5)});
    presentAs = make(tr("Present &as…"), {QKeySequence(Qt::SHIFT | Qt::Key_F5)});
    hideNames = make(tr("Names &hidden"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H)});
    hideNames->setCheckable(true);
    keys = make(tr("&Keys"), {QKeySequence(Qt::Key_F1)});
    about = make(tr("&About Downtimeline"));
}

void WindowActions::makeChoices()
{
    choice(m_looks, tr("As the &system"), static_cast<int>(Settings::Look::System));
    choice(m_looks, tr("&Light"), static_cast<int>(Settings::Look::Light))
        ->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_L));
    choice(m_looks, tr("&Dark"), static_cast<int>(Settings::Look::Dark))
        ->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_D));
    choice(m_motions, tr("As the &system"), static_cast<int>(Settings::Motion::System));
    choice(m_motions, tr("&Always"), static_cast<int>(Settings::Motion::Always));
    choice(m_motions, tr("&Never"), static_cast<int>(Settings::Motion::Never));
    connect(&m_motions, &QActionGroup::triggered, this, [this](const QAction *action) {
        Q_EMIT motionChosen(static_cast<Settings::Motion>(action->data().toInt()));
    });
    choice(m_zones, tr("Of the &incident"), static_cast<int>(Settings::Zone::Incident))
        ->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_I));
    choice(m_zones, tr("&UTC"), static_cast<int>(Settings::Zone::Utc))
        ->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_U));
    choice(m_zones, tr("&Where I am"), static_cast<int>(Settings::Zone::Local))
        ->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_W));
    choice(m_zones, tr("&Another…"), static_cast<int>(Settings::Zone::Named));
    choice(m_zones, tr("&Since the impact (T+0)"), static_cast<int>(Settings::Zone::Impact))
        ->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_R));
    connect(&m_looks, &QActionGroup::triggered, this, [this](const QAction *action) {
        Q_EMIT lookChosen(static_cast<Settings::Look>(action->data().toInt()));
    });
    connect(&m_zones, &QActionGroup::triggered, this, [this](const QAction *action) {
        Q_EMIT zoneChosen(static_cast<Settings::Zone>(action->data().toInt()));
    });
}

/// One more than the zone; 0 is none.
void WindowActions::makeSecondZones()
{
    const QStringList names{tr("&None"),       tr("Of the &incident"), tr("&UTC"),
                            tr("&Where I am"), tr("&Another…"),        tr("&Since the impact (T+0)")};
    for (int i = 0; i < names.size(); ++i)
        choice(m_secondZones, names.at(i), i);
    connect(&m_secondZones, &QActionGroup::triggered, this, [this](const QAction *action) {
        const int value = action->data().toInt();
        Q_EMIT secondZoneChosen(value == 0 ? std::nullopt : std::optional(static_cast<Settings::Zone>(value - 1)));
    });
}

void WindowActions::makeLanes()
{
    choice(m_lanes, tr("By &kind"), static_cast<int>(LaneGrouping::Kind))
        ->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_1));
    choice(m_lanes, tr("By &service"), static_cast<int>(LaneGrouping::Service))
        ->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_2));
    choice(m_lanes, tr("By s&ource"), static_cast<int>(LaneGrouping::Source))
        ->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_3));
    connect(&m_lanes, &QActionGroup::triggered, this, [this](const QAction *action) {
        Q_EMIT lanesChosen(static_cast<LaneGrouping>(action->data().toInt()));
    });
}

void WindowActions::fillTimes(QMenu &menu)
{
    menu.addActions(m_zones.actions());
    menu.addSeparator();
    menu.addMenu(tr("&Beside them"))->addActions(m_secondZones.actions());
}

void WindowActions::fillMenus(QMenuBar &bar)
{
    QMenu *file = bar.addMenu(tr("&File"));
    file->addActions({importFiles, openLibrary, openSample});
    file->addSeparator();
    file->addAction(exportPdf);
    file->addMenu(tr("&Export"))
        ->addActions({exportPage, exportPostmortem, exportPicture, exportEvents, exportCalendar, exportRecord});
    file->addAction(printReport);
    file->addSeparator();
    file->addActions({backup, removeIncident});
    file->addSeparator();
    file->addAction(quit);
    QMenu *edit = bar.addMenu(tr("&Edit"));
    edit->addActions({undo, redo});
    edit->addSeparator();
    edit->addActions({copyIncident, pasteImport, editIncident, addEvent, deleteEvent, starEvent});
    edit->addSeparator();
    edit->addActions({people, find, filter});
    QMenu *view = bar.addMenu(tr("&View"));
    view->addActions({zoomIn, zoomOut, fit, back, forward, measure});
    view->addSeparator();
    view->addActions({nextEvent, previousEvent, showSource, hideNames});
    view->addSeparator();
    view->addActions({present, presentAs});
    view->addSeparator();
    view->addMenu(tr("&Theme"))->addActions(m_looks.actions());
    view->addMenu(tr("M&otion"))->addActions(m_motions.actions());
    view->addMenu(tr("&Lanes"))->addActions(m_lanes.actions());
    fillTimes(*view->addMenu(tr("&Times")));
    QMenu *help = bar.addMenu(tr("&Help"));
    help->addActions({keys, about});
}

QMenu *WindowActions::zoneMenu()
{
    auto *menu = new QMenu(m_window);
    fillTimes(*menu);
    return menu;
}

QString WindowActions::keysText()
{
    return tr(
        "In a plot: wheel, pinch or + and - zoom, drag or Shift+arrows pan, 0 or a double click shows all, a double "
        "click on a span, a phase or a count zooms in, Esc lets go.\n"
        "In the timeline: arrows step through the events, N and P through those of the same kind, Home and End go to "
        "the first and the last, F fits the selected one, Enter shows its details, Space the list of a count. In a "
        "chart: arrows move the cursor.\n"
        "Lanes: Up and Down choose one; H hides it, T makes it thin, Ctrl+Up and Ctrl+Down move it, Shift+H shows "
        "all.\n"
        "In the overview: drag the window or its edges, click to go there, arrows, Page Up and Page Down move it.\n"
        "Measuring: Shift and drag, or M and drag, marks a range, Alt lets it stand anywhere, [ and ] set its ends at "
        "the cursor, A and B set two markers there, Ctrl+C copies what it comes to, Esc ends it.\n"
        "Alt+Left, Alt+Right or the mouse's back and forward buttons: past views. Alt+Up, Alt+Down: previous and next "
        "event.\n"
        "F5: present, Shift+F5: present with options. While presenting: arrows, space and page keys step, Z zooms to "
        "the step, O shows the whole, B blanks, N notes, L light, a number and Enter goes there, Esc leaves. P shows a "
        "dot as of a laser, Shift and arrows move it; so does a drag.\n"
        "Ctrl+I: import. Ctrl+V: import what was copied. Ctrl+E: report as PDF. Ctrl+P: print it. Ctrl+Shift+E: a "
        "picture.\n"
        "Ctrl+Shift+C: copies the incident, to be pasted into a mail or a document. Ctrl+F: find. Ctrl+U: source "
        "text.\n"
        "In the table: F2 or double click edits, Del deletes, Ctrl+Shift+N adds.\n"
        "S in timeline or table, Ctrl+Shift+S anywhere: star the selected event, or take its star away.\n"
        "Ctrl+Shift+F: show only some events, as kind:alert service:db star: words; Esc shows all again.\n"
        "Ctrl+Shift+H: roles in the place of names. Ctrl+Alt+P: people and their roles.\n"
        "Ctrl+Z, Ctrl+Shift+Z: undo and redo.");
}

void WindowActions::enable(bool isOpen, bool isWritable)
{
    for (QAction *action : {exportPdf,    printReport,    exportPicture, exportRecord, exportPage,    exportPostmortem,
                            exportEvents, exportCalendar, copyIncident,  zoomIn,       zoomOut,       fit,
                            back,         forward,        measure,       nextEvent,    previousEvent, showSource,
                            filter,       present,        presentAs})
        action->setEnabled(isOpen);
    for (QAction *action : {editIncident, addEvent, deleteEvent, starEvent, removeIncident})
        action->setEnabled(isOpen && isWritable);
    importFiles->setEnabled(isWritable);
    pasteImport->setEnabled(isWritable);
    openSample->setEnabled(isWritable);
}

void WindowActions::showLook(Settings::Look look)
{
    m_looks.actions().at(static_cast<int>(look))->setChecked(true);
}

void WindowActions::showMotion(Settings::Motion motion)
{
    m_motions.actions().at(static_cast<int>(motion))->setChecked(true);
}

void WindowActions::showLanes(LaneGrouping grouping)
{
    m_lanes.actions().at(static_cast<int>(grouping))->setChecked(true);
}

void WindowActions::showSecondZone(std::optional<Settings::Zone> zone)
{
    m_secondZones.actions().at(zone ? static_cast<int>(*zone) + 1 : 0)->setChecked(true);
}

void WindowActions::showZone(Settings::Zone zone)
{
    m_zones.actions().at(static_cast<int>(zone))->setChecked(true);
}

} // namespace downtimeline
