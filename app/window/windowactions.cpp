// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/windowactions.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>

namespace downtimeline {

WindowActions::WindowActions(QWidget *window)
    : QObject(window), m_window(window), m_looks(this), m_zones(this), m_papers(this)
{
    makeFileActions();
    makeEditActions();
    makeViewActions();
    makeChoices();
    makePapers();
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
    find = make(tr("&Find"), {QKeySequence::Find});
}

void WindowActions::makeViewActions()
{
    zoomIn = make(tr("Zoom &in"), {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    zoomOut = make(tr("Zoom &out"), {QKeySequence(Qt::CTRL | Qt::Key_Minus)});
    fit = make(tr("Show &all"), {QKeySequence(Qt::CTRL | Qt::Key_0)});
    nextEvent = make(tr("&Next event"), {QKeySequence(Qt::ALT | Qt::Key_Right)});
    previousEvent = make(tr("&Previous event"), {QKeySequence(Qt::ALT | Qt::Key_Left)});
    showSource = make(tr("Show the &source text"), {QKeySequence(Qt::CTRL | Qt::Key_U)});
    showSource->setCheckable(true);
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
    choice(m_zones, tr("Of the &incident"), static_cast<int>(Settings::Zone::Incident))
        ->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_I));
    choice(m_zones, tr("&UTC"), static_cast<int>(Settings::Zone::Utc))
        ->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_U));
    choice(m_zones, tr("&Where I am"), static_cast<int>(Settings::Zone::Local))
        ->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_W));
    choice(m_zones, tr("&Another…"), static_cast<int>(Settings::Zone::Named));
    connect(&m_looks, &QActionGroup::triggered, this, [this](const QAction *action) {
        Q_EMIT lookChosen(static_cast<Settings::Look>(action->data().toInt()));
    });
    connect(&m_zones, &QActionGroup::triggered, this, [this](const QAction *action) {
        Q_EMIT zoneChosen(static_cast<Settings::Zone>(action->data().toInt()));
    });
}

void WindowActions::makePapers()
{
    choice(m_papers, tr("&A4"), static_cast<int>(PaperSize::A4));
    choice(m_papers, tr("&Letter"), static_cast<int>(PaperSize::Letter));
    connect(&m_papers, &QActionGroup::triggered, this, [this](const QAction *action) {
        Q_EMIT paperChosen(static_cast<PaperSize>(action->data().toInt()));
    });
}

void WindowActions::fillMenus(QMenuBar &bar)
{
    QMenu *file = bar.addMenu(tr("&File"));
    file->addActions({importFiles, openLibrary, openSample});
    file->addSeparator();
    file->addAction(exportPdf);
    file->addMenu(tr("&Export"))
        ->addActions({exportPage, exportPostmortem, exportPicture, exportEvents, exportCalendar, exportRecord});
    file->addMenu(tr("Pa&ge size"))->addActions(m_papers.actions());
    file->addSeparator();
    file->addActions({backup, removeIncident});
    file->addSeparator();
    file->addAction(quit);
    QMenu *edit = bar.addMenu(tr("&Edit"));
    edit->addActions({undo, redo});
    edit->addSeparator();
    edit->addActions({copyIncident, pasteImport, editIncident, addEvent, deleteEvent});
    edit->addSeparator();
    edit->addAction(find);
    QMenu *view = bar.addMenu(tr("&View"));
    view->addActions({zoomIn, zoomOut, fit});
    view->addSeparator();
    view->addActions({nextEvent, previousEvent, showSource});
    view->addSeparator();
    view->addMenu(tr("&Theme"))->addActions(m_looks.actions());
    view->addMenu(tr("&Times"))->addActions(m_zones.actions());
    QMenu *help = bar.addMenu(tr("&Help"));
    help->addActions({keys, about});
}

QMenu *WindowActions::zoneMenu()
{
    auto *menu = new QMenu(m_window);
    menu->addActions(m_zones.actions());
    return menu;
}

QString WindowActions::keysText()
{
    return tr("In a plot: wheel or + and - zoom, drag pans, 0 shows all, arrows step through the events, Esc lets go.\n"
              "Alt+Left, Alt+Right: previous and next event.\n"
              "Ctrl+I: import. Ctrl+V: import what was copied. Ctrl+E: report as PDF. Ctrl+Shift+E: a picture.\n"
              "Ctrl+Shift+C: copies the incident, to be pasted into a mail or a document. Ctrl+F: find. Ctrl+U: source "
              "text.\n"
              "In the table: F2 or double click edits, Del deletes, Ctrl+Shift+N adds.\n"
              "Ctrl+Z, Ctrl+Shift+Z: undo and redo.");
}

void WindowActions::enable(bool isOpen, bool isWritable)
{
    for (QAction *action :
         {exportPdf, exportPicture, exportRecord, exportPage, exportPostmortem, exportEvents, exportCalendar,
          copyIncident, zoomIn, zoomOut, fit, nextEvent, previousEvent, showSource})
        action->setEnabled(isOpen);
    for (QAction *action : {editIncident, addEvent, deleteEvent, removeIncident})
        action->setEnabled(isOpen && isWritable);
    importFiles->setEnabled(isWritable);
    pasteImport->setEnabled(isWritable);
    openSample->setEnabled(isWritable);
}

void WindowActions::showLook(Settings::Look look)
{
    m_looks.actions().at(static_cast<int>(look))->setChecked(true);
}

void WindowActions::showPaper(PaperSize paper)
{
    m_papers.actions().at(static_cast<int>(paper))->setChecked(true);
}

void WindowActions::showZone(Settings::Zone zone)
{
    m_zones.actions().at(static_cast<int>(zone))->setChecked(true);
}

} // namespace downtimeline
