// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/librarysession.h"
#include "app/tasks/taskrunner.h"
#include "app/window/dialogs.h"
#include "app/window/settings.h"
#include "models/edit/documentstate.h"
#include "models/edit/librarydocumentstorage.h"
#include "models/items/viewstate.h"

#include <QMainWindow>

#include <memory>
#include <optional>

class QLineEdit;
class QMimeData;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace downtimeline {

class EmptyState;
class EventFiltering;
class ExportFlow;
class ImportFlow;
class IncidentDocument;
class IncidentPane;
class LibraryList;
class MessageBar;
class People;
class PresentFlow;
class ReportFlow;
class ShownZones;
class StatusLine;
class WindowActions;
struct LoadedIncident;

/// The window: the library at the left, the open incident at the right, one search, one message bar.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// Settings and dialogs must outlive it; without dialogs it uses the platform's.
    MainWindow(std::unique_ptr<LibrarySession> session, Settings &settings, Dialogs *dialogs = nullptr);
    ~MainWindow() override;

    /// Shows what the files hold, to be imported from there.
    void importFiles(const QStringList &paths);
    /// Imports without showing them first.
    void importUnseen(const QStringList &paths);
    /// Files or a text that were copied, as above.
    void importClipboard();
    void openSample();
    /// Reads it beside the window; until it is there the one that was open stays. Only the last that is wanted is
    /// shown.
    void openIncident(IncidentId incident);
    /// The whole window as a picture, with that many pixels a logical one.
    QImage picture(double pixelRatio);

    IncidentPane *pane() const { return m_pane; }
    ViewState &view() { return m_view; }
    IncidentDocument *document() const { return m_document.get(); }
    PresentFlow *presenting() const { return m_present.get(); }
    LibraryList *list() const { return m_list; }
    QLineEdit *search() const { return m_search; }
    People *people() const { return m_people; }
    WindowActions *actionsOfWindow() const { return m_actions; }
    ReportFlow *reports() const { return m_reports; }
    MessageBar *messages() const { return m_messages; }
    bool isBusy() const { return m_tasks.isBusy(); }
    /// An incident is being read that is not shown yet.
    bool isOpening() const { return m_opening.has_value(); }

Q_SIGNALS:
    /// A file was imported, or could not be; nothing is left to import.
    void importsDone();
    /// The incident that was wanted is shown, or was told why not.
    void openingDone();
    /// Another library was chosen: the application opens it.
    void libraryChosen(const QString &path);

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void createModels();
    void createWidgets();
    void createToolBar();
    void layOut();
    void connectFileActions();
    void connectEditActions();
    void connectViewActions();
    void connectRest();

    void showLibrary();
    void readAgain();
    void stopOpening();
    void showRead(IncidentId incident, Result<LoadedIncident> read, std::uint64_t changesBefore);
    void showWhatIsOpen();
    void searchFor(const QString &words);
    void chooseLook(Settings::Look look);
    void chooseMotion(Settings::Motion motion);
    void importMime(const QMimeData &mime);
    void askFiles();
    void askLibrary();
    void removeIncident();
    void editIncident();
    void learnRecoveryTimes(std::vector<IncidentEntry> entries);
    void say(const QString &sentence);
    void warn(const QString &sentence);

    std::unique_ptr<LibrarySession> m_session;
    Settings &m_settings;
    std::unique_ptr<Dialogs> m_ownDialogs;
    Dialogs &m_dialogs;
    TaskRunner m_tasks;
    TaskRunner m_reading;    ///< the incident that is wanted
    TaskRunner m_background; ///< what the user did not ask for: no progress is shown
    ViewState m_view;
    std::unique_ptr<LibraryDocumentStorage> m_storage;
    std::unique_ptr<IncidentDocument> m_document;
    std::optional<IncidentId> m_opening; ///< wanted and not shown yet
    std::uint64_t m_openings = 0;
    std::uint64_t m_listings = 0; ///< what was learnt for an older list is dropped
    ImportFlow *m_imports = nullptr;
    ExportFlow *m_exports = nullptr;
    ReportFlow *m_reports = nullptr;
    ShownZones *m_zones = nullptr;
    StatusLine *m_status = nullptr;
    EventFiltering *m_filtering = nullptr;
    People *m_people = nullptr;
    WindowActions *m_actions = nullptr;
    LibraryList *m_list = nullptr;
    IncidentPane *m_pane = nullptr;
    EmptyState *m_empty = nullptr;
    QStackedWidget *m_pages = nullptr;
    QSplitter *m_columns = nullptr;
    MessageBar *m_messages = nullptr;
    QLineEdit *m_search = nullptr;
    QToolButton *m_zoneButton = nullptr;
    std::unique_ptr<PresentFlow> m_present; ///< last: it goes before all that it shows
};

} // namespace downtimeline
