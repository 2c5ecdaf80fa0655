// SPDX-License-Identifier: GPL-3.0-or-later
// How the window is put together; what it does is in mainwindow.cpp.
#include "app/window/counted.h"
#include "app/window/eventfiltering.h"
#include "app/window/exportflow.h"
#include "app/window/formatexports.h"
#include "app/window/importflow.h"
#include "app/window/incidentcharting.h"
#include "app/window/incidentpane.h"
#include "app/window/mainwindow.h"
#include "app/window/people.h"
#include "app/window/plotsarea.h"
#include "app/window/presentflow.h"
#include "app/window/reportflow.h"
#include "app/window/shownzones.h"
#include "app/window/statusline.h"
#include "app/window/systemmotion.h"
#include "app/window/windowactions.h"
#include "models/edit/incidentdocument.h"
#include "models/timeline/timescale.h"
#include "widgets/incidents/emptystate.h"
#include "widgets/incidents/eventtable.h"
#include "widgets/incidents/filterbar.h"
#include "widgets/incidents/librarylist.h"
#include "widgets/incidents/messagebar.h"
#include "widgets/paint/plaintext.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace downtimeline {
namespace {

constexpr int listWidth = 296;
constexpr int searchWidth = 270;
constexpr int barMargin = 10;

/// A button that stays in step with its action, under shorter words than the menu's.
QToolButton *button(QAction *action, const QString &text, const char *role)
{
    auto *made = new QToolButton;
    action->setIconText(text);
    made->setDefaultAction(action);
    made->setFocusPolicy(Qt::TabFocus);
    made->setProperty("role", QString::fromLatin1(role));
    return made;
}

QWidget *air()
{
    auto *space = new QWidget;
    space->setFixedWidth(barMargin);
    return space;
}

QWidget *spring()
{
    auto *space = new QWidget;
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    return space;
}

} // namespace

void MainWindow::createWidgets()
{
    m_list = new LibraryList(this);
    m_pane = new IncidentPane(*m_document, m_view, m_session->reader(), this);
    m_pane->charting()->serve(m_settings, m_dialogs);
    m_empty = new EmptyState(this);
    m_messages = new MessageBar(this);
    m_messages->hide();
    m_status = new StatusLine(*statusBar(), *m_session, *m_document, m_view, m_tasks, this);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_pane);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(new QWidget(this)); // while the first incident is read
}

void MainWindow::createToolBar()
{
    m_actions->fillMenus(*menuBar());
    QToolBar *bar = addToolBar(tr("Tools"));
    bar->setMovable(false);
    bar->setFloatable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    m_search = new QLineEdit;
    m_search->setPlaceholderText(tr("Search incidents and events   Ctrl+F"));
    m_search->setAccessibleName(tr("Search incidents and events"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(searchWidth);
    m_zoneButton = new QToolButton;
    m_zoneButton->setFocusPolicy(Qt::TabFocus);
    m_zoneButton->setPopupMode(QToolButton::InstantPopup);
    m_zoneButton->setMenu(m_actions->zoneMenu());
    bar->addWidget(air());
    bar->addWidget(button(m_actions->importFiles, tr("Import…"), "primary"));
    bar->addWidget(button(m_actions->addEvent, tr("Add event"), "flat"));
    bar->addWidget(button(m_actions->undo, tr("Undo"), "flat"));
    bar->addWidget(button(m_actions->redo, tr("Redo"), "flat"));
    bar->addWidget(spring());
    bar->addWidget(m_search);
    bar->addWidget(spring());
    bar->addWidget(m_zoneButton);
    bar->addWidget(button(m_actions->present, tr("Present"), "flat"));
    bar->addWidget(button(m_actions->exportPdf, tr("Export PDF"), "outline"));
    bar->addWidget(air());
}

void MainWindow::layOut()
{
    auto *right = new QWidget(this);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_messages);
    column->addWidget(m_pages, 1);
    m_columns = new QSplitter(Qt::Horizontal, this);
    m_columns->addWidget(m_list);
    m_columns->addWidget(right);
    m_columns->setStretchFactor(0, 0);
    m_columns->setStretchFactor(1, 1);
    m_columns->setChildrenCollapsible(false);
    m_columns->setHandleWidth(1);
    m_columns->setSizes({listWidth, width() - listWidth});
    setCentralWidget(m_columns);
}

void MainWindow::connectFileActions()
{
    connect(m_actions->importFiles, &QAction::triggered, this, &MainWindow::askFiles);
    connect(m_actions->pasteImport, &QAction::triggered, this, &MainWindow::importClipboard);
    connect(m_actions->openLibrary, &QAction::triggered, this, &MainWindow::askLibrary);
    connect(m_actions->openSample, &QAction::triggered, this, &MainWindow::openSample);
    const auto openReport = [this](ReportDialog::Purpose purpose) {
        const auto open = [this, incident = m_document->incident().id, purpose] {
            m_reports->open(incident, purpose, shownScope(m_view, m_document->hidesNames()));
        };
        if (!m_document->isSaving())
            return open();
        connect( // the file is read: it must have the last edit
            m_document.get(), &IncidentDocument::savingChanged, m_reports, open, Qt::SingleShotConnection);
    };
    connect(m_actions->exportPdf, &QAction::triggered, this, [=] { openReport(ReportDialog::Purpose::Export); });
    connect(m_actions->printReport, &QAction::triggered, this, [=] { openReport(ReportDialog::Purpose::Print); });
    connect(m_reports, &ReportFlow::exportWanted, this, [this](const ExportScope &scope, bool hideNames) {
        m_exports->exportAs(tr("Export report"), tr("PDF (*.pdf)"), QStringLiteral(".pdf"), scope, hideNames);
    });
    connect(m_reports, &ReportFlow::printed, this, &MainWindow::say);
    connect(m_reports, &ReportFlow::failed, this, &MainWindow::warn);
    auto *formats = new FormatExports(*m_session, *m_document, m_tasks, m_dialogs, m_view, this);
    formats->attach(*m_actions, [this] { return m_pane->plots()->chartTitles(); });
    connect(formats, &FormatExports::done, this, &MainWindow::say);
    connect(formats, &FormatExports::failed, this, &MainWindow::warn);
    connect(m_actions->backup, &QAction::triggered, m_exports, &ExportFlow::backUp);
    connect(m_actions->removeIncident, &QAction::triggered, this, &MainWindow::removeIncident);
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
}

void MainWindow::connectEditActions()
{
    QUndoStack &undo = m_document->undoStack();
    connect(m_actions->undo, &QAction::triggered, &undo, &QUndoStack::undo);
    connect(m_actions->redo, &QAction::triggered, &undo, &QUndoStack::redo);
    connect(&undo, &QUndoStack::canUndoChanged, m_actions->undo, &QAction::setEnabled);
    connect(&undo, &QUndoStack::canRedoChanged, m_actions->redo, &QAction::setEnabled);
    m_actions->undo->setEnabled(undo.canUndo());
    m_actions->redo->setEnabled(undo.canRedo());
    connect(m_actions->editIncident, &QAction::triggered, this, &MainWindow::editIncident);
    connect(m_actions->addEvent, &QAction::triggered, m_pane, &IncidentPane::addEvent);
    connect(m_actions->deleteEvent, &QAction::triggered, m_pane, &IncidentPane::deleteSelectedEvent);
    connect(m_actions->starEvent, &QAction::triggered, m_pane, &IncidentPane::toggleStar);
    connect(m_actions->people, &QAction::triggered, m_people, &People::edit);
    connect(m_actions->find, &QAction::triggered, m_search, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    connect(m_actions->filter, &QAction::triggered, this, [this] { m_pane->filterBar()->open(); });
    connect(m_filtering, &EventFiltering::failed, this, &MainWindow::warn);
    connect(m_search, &QLineEdit::textChanged, this, &MainWindow::searchFor);
    connect(m_search, &QLineEdit::returnPressed, m_list, &LibraryList::chooseOnly);
}

void MainWindow::connectViewActions()
{
    const auto zoom = [this](double factor) {
        const TimeRange visible = m_view.visible();
        m_view.setVisible(
            downtimeline::zoomed(visible, factor, m_view.cursor().value_or(visible.start + visible.length() / 2)));
    };
    connect(m_actions->zoomIn, &QAction::triggered, this, [zoom] { zoom(1.5); });
    connect(m_actions->zoomOut, &QAction::triggered, this, [zoom] { zoom(1 / 1.5); });
    connect(m_actions->fit, &QAction::triggered, this, [this] { m_view.fit(); });
    connect(m_actions->back, &QAction::triggered, this, [this] { m_view.goBack(); });
    connect(m_actions->forward, &QAction::triggered, this, [this] { m_view.goForward(); });
    connect(m_actions->measure, &QAction::toggled, &m_view, &ViewState::setMeasuring);
    connect(&m_view, &ViewState::measuringChanged, m_actions->measure, &QAction::setChecked);
    connect(m_actions->nextEvent, &QAction::triggered, m_pane, [this] { m_pane->stepEvent(1); });
    connect(m_actions->previousEvent, &QAction::triggered, m_pane, [this] { m_pane->stepEvent(-1); });
    connect(m_actions->showSource, &QAction::toggled, m_pane, &IncidentPane::showSource);
    connect(m_actions->hideNames, &QAction::toggled, m_people, &People::setHidden);
    connect(m_people, &People::changed, m_pane, &IncidentPane::showSourceAgain);
    connect(m_people, &People::changed, this, [this, title = windowTitle()] {
        setWindowTitle(m_people->shown(title));
        if (m_people->areHidden())
            m_messages->dismiss(); // it may tell a name
        m_status->tell();
    });
    connect(m_people, &People::failed, this, &MainWindow::warn);
    connect(m_people, &People::said, this, &MainWindow::say);
    connect(m_pane, &IncidentPane::sourceShown, m_actions->showSource, &QAction::setChecked);
    m_present = std::make_unique<PresentFlow>(*m_document, m_view, m_session->reader(), m_settings, this);
    connect(m_actions->present, &QAction::triggered, m_present.get(), &PresentFlow::start);
    connect(m_actions->presentAs, &QAction::triggered, m_present.get(), &PresentFlow::askAndStart);
    connect(m_present.get(), &PresentFlow::failed, this, &MainWindow::warn);
    connect(m_actions, &WindowActions::lookChosen, this, &MainWindow::chooseLook);
    m_zones = new ShownZones(*m_document, m_view, m_settings, *m_actions, m_dialogs, m_zoneButton);
    connect(m_zones, &ShownZones::refused, this, &MainWindow::warn);
    connect(m_actions, &WindowActions::motionChosen, this, &MainWindow::chooseMotion);
    chooseMotion(m_settings.motion());
    connect(
        m_actions->keys, &QAction::triggered, this, [this] { m_dialogs.tell(tr("Keys"), WindowActions::keysText()); });
    connect(m_actions->about, &QAction::triggered, this, [this] {
        m_dialogs.tell(
            tr("About Downtimeline"), tr("Downtimeline %1\n\nReview outages, present them, take the timeline "
                                         "away.\nFree software under the GPL, version 3 or later.")
                                          .arg(QCoreApplication::applicationVersion()));
    });
}

void MainWindow::chooseMotion(Settings::Motion motion)
{
    m_settings.setMotion(motion);
    m_actions->showMotion(motion);
    if (motion != Settings::Motion::System) {
        m_view.motion().setWanted(motion == Settings::Motion::Always);
        return;
    }
    askSystemMotion(this, [this](bool wanted) {
        if (m_settings.motion() == Settings::Motion::System)
            m_view.motion().setWanted(wanted);
    });
}

void MainWindow::connectRest()
{
    connect(m_list, &LibraryList::incidentChosen, this, &MainWindow::openIncident);
    connect(m_empty, &EmptyState::importRequested, this, &MainWindow::askFiles);
    connect(m_empty, &EmptyState::sampleRequested, this, &MainWindow::openSample);
    connect(m_empty, &EmptyState::filesDropped, this, &MainWindow::importFiles);
    connect(m_pane, &IncidentPane::failed, this, &MainWindow::warn);
    connect(m_document.get(), &IncidentDocument::editFailed, this, [this](const Error &error) { warn(error.message); });
    connect(m_document.get(), &IncidentDocument::readFailed, this, [this](const Error &error) { warn(error.message); });
    connect(m_document.get(), &IncidentDocument::incidentChanged, this, &MainWindow::showLibrary);
    connect(m_session.get(), &LibrarySession::changedOutside, this, [this] {
        m_people->readAgain();
        showLibrary();
        readAgain();
    });
    connect(m_imports, &ImportFlow::imported, this, [this](IncidentId incident, const QString &sentence) {
        m_people->readAgain();
        say(sentence);
        openIncident(incident);
        showLibrary();
    });
    connect(m_imports, &ImportFlow::failed, this, &MainWindow::warn);
    connect(m_exports, &ExportFlow::written, this, &MainWindow::say);
    connect(m_exports, &ExportFlow::failed, this, &MainWindow::warn);
    connect(m_imports, &ImportFlow::finished, this, &MainWindow::importsDone);
}

} // namespace downtimeline
