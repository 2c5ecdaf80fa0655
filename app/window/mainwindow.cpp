// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/mainwindow.h"

#include "app/library/recoverytimes.h"
#include "app/window/eventfiltering.h"
#include "app/window/exportflow.h"
#include "app/window/importflow.h"
#include "app/window/incidentdialog.h"
#include "app/window/incidentpane.h"
#include "app/window/incidentreading.h"
#include "app/window/lanechoice.h"
#include "app/window/people.h"
#include "app/window/presentflow.h"
#include "app/window/reportflow.h"
#include "app/window/shownzones.h"
#include "app/window/statusline.h"
#include "app/window/systemlook.h"
#include "app/window/windowactions.h"
#include "models/edit/incidentdocument.h"
#include "models/storage/search.h"
#include "widgets/incidents/emptystate.h"
#include "widgets/incidents/librarylist.h"
#include "widgets/incidents/messagebar.h"
#include "widgets/paint/plaintext.h"
#include "widgets/paint/style.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>

#include <set>

namespace downtimeline {
namespace {

/// Long enough to be read; what needs an answer stays.
constexpr auto noticeLasts = std::chrono::seconds(8);

/// An incident that opens faster says nothing.
constexpr auto calmFor = std::chrono::milliseconds(400);

Instant now()
{
    return std::chrono::floor<Duration>(std::chrono::system_clock::now());
}

QStringList localFiles(const QMimeData *mime)
{
    QStringList paths;
    for (const QUrl &url : mime->urls()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}

} // namespace

MainWindow::MainWindow(std::unique_ptr<LibrarySession> session, Settings &settings, Dialogs *dialogs)
    : m_session(std::move(session)), m_settings(settings),
      m_ownDialogs(dialogs ? nullptr : std::make_unique<NativeDialogs>(this)),
      m_dialogs(dialogs ? *dialogs : *m_ownDialogs)
{
    setWindowTitle(QStringLiteral("%1 – Downtimeline").arg(QFileInfo(m_session->path()).completeBaseName()));
    setAcceptDrops(true);
    createModels();
    createWidgets();
    createToolBar();
    layOut();
    connectFileActions();
    connectEditActions();
    connectViewActions();
    connectRest();
    chooseLook(m_settings.look());
    if (!m_session->notice().isEmpty())
        warn(m_session->notice());
    showLibrary();
    if (!restoreGeometry(m_settings.geometry()))
        resize(1440, 900);
    m_pane->restore(m_settings);
}

MainWindow::~MainWindow()
{
    hide();
    m_present.reset();
    delete m_columns; // the views go before what they show, and that before the library
    delete m_people;  // waits for a list that is being saved
}

void MainWindow::createModels()
{
    m_storage = std::make_unique<LibraryDocumentStorage>(m_session->reader(), m_session->writer());
    m_document = std::make_unique<IncidentDocument>(*m_storage);
    m_people = new People(*m_session, *m_document, m_dialogs, this);
    m_imports = new ImportFlow(*m_session, m_tasks, m_dialogs, this);
    m_imports->rememberIn(m_settings);
    m_actions = new WindowActions(this);
    m_filtering = new EventFiltering(*m_document, m_view, m_session->reader(), this);
    new LaneChoice(*m_document, m_view, m_settings, *m_actions, this);
    m_reports = new ReportFlow(m_session->path(), m_settings, m_dialogs, this);
    m_exports = new ExportFlow(*m_session, *m_document, m_tasks, m_dialogs, m_settings, m_view, this);
}

void MainWindow::showLibrary()
{
    const auto incidents = m_session->incidents({});
    if (!incidents) {
        warn(incidents.error().message);
        return;
    }
    std::vector<IncidentEntry> entries;
    for (const IncidentSummary &summary : *incidents)
        entries.push_back(incidentEntry(summary));
    m_people->hideIn(entries);
    const bool isEmpty = entries.empty();
    m_list->setIncidents(entries, now());
    learnRecoveryTimes(std::move(entries));
    if (m_opening || m_document->isOpen())
        m_list->setCurrent(m_opening.value_or(m_document->incident().id));
    else if (!isEmpty)
        openIncident(incidents->front().id);
    showWhatIsOpen();
    m_status->tell();
}

void MainWindow::learnRecoveryTimes(std::vector<IncidentEntry> entries)
{
    std::vector<IncidentId> ids;
    for (const IncidentEntry &entry : entries)
        ids.push_back(entry.id);
    m_background.cancel(); // what is still being learnt is of an older list
    m_background.run<std::map<IncidentId, Duration>>(
        {}, this,
        [path = m_session->path(), ids = std::move(ids)](const TaskContext &context) {
            return recoveryTimes(path, ids, context.stop);
        },
        [this, entries = std::move(entries),
         mine = ++m_listings](const Result<std::map<IncidentId, Duration>> &times) mutable {
            if (!times || mine != m_listings)
                return; // the list stands without them; opening the incident tells what is wrong with the file
            for (IncidentEntry &entry : entries) {
                if (const auto found = times->find(entry.id); found != times->end())
                    entry.timeToRecover = found->second;
            }
            m_list->setIncidents(std::move(entries), now());
        });
}

void MainWindow::openIncident(IncidentId incident)
{
    stopOpening();
    m_opening = incident;
    m_list->setCurrent(incident);
    m_reading.run<LoadedIncident>(
        {}, this,
        [path = m_session->path(), incident](const TaskContext &context) {
            return readIncident(path, incident, context.stop);
        },
        [this, incident, mine = m_openings, before = m_document->changesSent()](Result<LoadedIncident> read) {
            if (mine == m_openings) // else another one is wanted by now
                showRead(incident, std::move(read), before);
        });
    QTimer::singleShot(calmFor, this, [this, mine = m_openings] {
        m_status->setOpensSlowly(m_opening && mine == m_openings);
        m_status->tell();
    });
    showWhatIsOpen();
}

void MainWindow::showRead(IncidentId incident, Result<LoadedIncident> read, std::uint64_t changesBefore)
{
    const bool isEdited = incident == m_document->incident().id && changesBefore != m_document->changesSent();
    if (read && (isEdited || m_document->isSaving(incident))) {
        readAgain(); // what was read may lack the last edit
        return;
    }
    stopOpening();
    if (read)
        m_pane->show(std::move(*read));
    else
        warn(read.error().message);
    m_list->setCurrent(m_document->incident().id);
    m_zones->apply();
    showWhatIsOpen();
    Q_EMIT openingDone();
}

/// What is still being read is no longer wanted.
void MainWindow::stopOpening()
{
    ++m_openings;
    m_reading.cancel();
    m_opening.reset();
    m_status->setOpensSlowly(false);
}

/// The file has changed, or has to have the last edit first.
void MainWindow::readAgain()
{
    const IncidentId wanted = m_opening.value_or(m_document->incident().id);
    if (!wanted.isValid())
        return;
    if (!m_document->isSaving(wanted)) {
        openIncident(wanted);
        return;
    }
    const auto unlessAnother = [this, mine = m_openings] {
        if (mine == m_openings)
            readAgain();
    };
    connect(m_document.get(), &IncidentDocument::savingChanged, this, unlessAnother, Qt::SingleShotConnection);
}

void MainWindow::showWhatIsOpen()
{
    enum Page { Incident, Welcome, Nothing };
    const bool isOpen = m_document->isOpen();
    m_pages->setCurrentIndex(isOpen ? Incident : m_opening ? Nothing : Welcome);
    m_actions->enable(isOpen, m_session->isWritable());
}

void MainWindow::searchFor(const QString &words)
{
    if (m_filtering->takeSearch(words) || words.trimmed().isEmpty()) {
        m_list->setFound(std::nullopt);
        return;
    }
    const auto found = m_session->incidents(words);
    if (!found) {
        warn(found.error().message);
        return;
    }
    std::set<IncidentId> ids;
    for (const IncidentSummary &summary : *found)
        ids.insert(summary.id);
    m_list->setFound(ids);
    if (!m_document->isOpen())
        return;
    const auto events = Search(m_session->reader()).events(m_document->incident().id, words.toStdString());
    if (events && !events->empty())
        m_view.select(events->front());
}

void MainWindow::chooseLook(Settings::Look look)
{
    m_settings.setLook(look);
    m_actions->showLook(look);
    const bool dark = look == Settings::Look::System ? isSystemDark() : look == Settings::Look::Dark;
    applyLook(*qApp, dark);
}

void MainWindow::importFiles(const QStringList &paths)
{
    if (!m_session->isWritable()) {
        warn(m_session->notice());
        return;
    }
    const bool isOpen = m_document->isOpen();
    m_imports->start(
        paths, isOpen ? std::optional(m_document->incident().id) : std::nullopt,
        QString::fromStdString(m_document->incident().title));
}

void MainWindow::importUnseen(const QStringList &paths)
{
    if (m_session->isWritable())
        m_imports->startUnseen(paths);
    else
        warn(m_session->notice());
}

void MainWindow::importClipboard()
{
    if (const QMimeData *copied = QApplication::clipboard()->mimeData())
        importMime(*copied);
}

void MainWindow::importMime(const QMimeData &mime)
{
    const QStringList files = localFiles(&mime);
    const QString text = mime.text();
    if (!files.isEmpty()) {
        importFiles(files);
    } else if (text.trimmed().isEmpty()) {
        say(tr("Nothing that can be imported was copied: copy a text or a file first."));
    } else if (!m_session->isWritable()) {
        warn(m_session->notice());
    } else {
        const Incident &open = m_document->incident();
        const auto id = m_document->isOpen() ? std::optional(open.id) : std::nullopt;
        m_imports->startText(text, id, QString::fromStdString(open.title));
    }
}

void MainWindow::openSample()
{
    m_imports->startSample();
}

void MainWindow::askFiles()
{
    const QStringList paths = m_dialogs.filesToOpen(
        tr("Import"), tr("Incident records (*.txt *.md *.markdown *.html *.htm *.csv *.tsv *.json *.jsonl *.ndjson "
                         "*.log *.zip *.pdf);;All files (*)"));
    if (!paths.isEmpty())
        importFiles(paths);
}

void MainWindow::askLibrary()
{
    const QStringList paths =
        m_dialogs.filesToOpen(tr("Open library"), tr("Libraries (*.downtimeline);;All files (*)"));
    if (!paths.isEmpty())
        Q_EMIT libraryChosen(paths.front());
}

void MainWindow::removeIncident()
{
    const QString title = QString::fromStdString(m_document->incident().title);
    const IncidentId incident = m_document->incident().id; // the dialog lets another one come
    if (!m_dialogs.confirm(
            tr("Remove"), tr("Remove \"%1\" with its events and metrics? This cannot be undone.").arg(title),
            tr("Remove")))
        return;
    if (m_document->incident().id == incident)
        m_document->close();
    if (m_opening == incident)
        stopOpening();
    if (const Status removed = m_session->removeIncident(incident); !removed)
        warn(removed.error().message);
    showLibrary();
}

void MainWindow::editIncident()
{
    IncidentDialog dialog(m_document->incident(), m_document->analysis(), m_view.zone(), this);
    const IncidentId asked = m_document->incident().id;
    if (dialog.exec() != QDialog::Accepted)
        return;
    if (m_document->incident().id != asked) {
        warn(tr("Another incident was opened meanwhile. Nothing was changed: edit the incident again."));
        return;
    }
    const Status edited =
        m_document->editIncident(IncidentField::All, [&dialog](Incident &incident) { incident = dialog.incident(); });
    if (!edited)
        warn(edited.error().message);
}

void MainWindow::say(const QString &sentence)
{
    const PlainText text = PlainText::foreign(QStringView(m_people->shown(sentence)));
    m_messages->showMessage(MessageBar::Tone::Notice, text);
    QTimer::singleShot(noticeLasts, m_messages, [this, shown = m_messages->text()] {
        if (m_messages->text() == shown)
            m_messages->dismiss();
    });
}

void MainWindow::warn(const QString &sentence)
{
    m_messages->showMessage(MessageBar::Tone::Warning, PlainText::foreign(QStringView(m_people->shown(sentence))));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_tasks.cancel();
    m_reading.cancel();
    m_settings.setGeometry(saveGeometry());
    m_pane->keep(m_settings);
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const bool hasContent = !localFiles(event->mimeData()).isEmpty() || event->mimeData()->hasText();
    if (m_session->isWritable() && hasContent)
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    importMime(*event->mimeData());
    event->acceptProposedAction();
}

QImage MainWindow::picture(double pixelRatio)
{
    QImage image(size() * pixelRatio, QImage::Format_RGB32);
    image.setDevicePixelRatio(pixelRatio);
    image.fill(palette().color(QPalette::Window));
    render(&image);
    return image;
}

} // namespace downtimeline
