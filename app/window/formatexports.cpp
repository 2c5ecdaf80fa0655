// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/formatexports.h"

#include "app/exporting/excerpt.h"
#include "app/exporting/exporting.h"
#include "app/exporting/guiturn.h"
#include "app/library/librarysession.h"
#include "app/tasks/taskrunner.h"
#include "app/window/exportform.h"
#include "app/window/windowactions.h"
#include "models/edit/incidentdocument.h"
#include "models/items/viewstate.h"
#include "widgets/paint/theme.h"

#include <QAction>
#include <QClipboard>
#include <QCoreApplication>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>

#include <memory>

namespace downtimeline {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FormatExports)
};

/// The sorts of files that a format is offered as; the first one is proposed.
QString filterOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Html:
        return Words::tr("HTML pages (*.html)");
    case ExportFormat::Markdown:
        return Words::tr("Markdown (*.md)");
    case ExportFormat::Png:
    case ExportFormat::Svg:
        return Words::tr("PNG (*.png);;SVG (*.svg)");
    case ExportFormat::Csv:
        return Words::tr("CSV (*.csv)");
    case ExportFormat::Calendar:
        return Words::tr("Calendars (*.ics)");
    case ExportFormat::Pdf:
        return Words::tr("PDF (*.pdf)");
    case ExportFormat::Json:
        return Words::tr("JSON (*.json)");
    }
    return {};
}

QString endingOf(ExportFormat format)
{
    for (const QString &ending : exportEndings()) {
        if (exportFormatOf(ending) == format)
            return ending;
    }
    return {};
}

QString nameOf(const Incident &incident)
{
    const QString name = QString::fromStdString(incident.title).left(60).replace(QLatin1Char('/'), QLatin1Char('-'));
    return name.isEmpty() ? Words::tr("incident") : name;
}

Result<std::unique_ptr<Library>> opened(const QString &path, const TaskContext &context)
{
    Result<std::unique_ptr<Library>> library = Library::open(path, Library::Open::ReadOnly);
    if (library)
        (*library)->setStopToken(context.stop);
    return library;
}

void putOnClipboard(const IncidentExcerpt &excerpt)
{
    auto *mime = new QMimeData; // the clipboard owns it
    mime->setData(QStringLiteral("text/html"), excerpt.html);
    mime->setText(excerpt.text);
    if (!excerpt.picture.isNull())
        mime->setImageData(excerpt.picture);
    QGuiApplication::clipboard()->setMimeData(mime);
}

} // namespace

FormatExports::FormatExports(
    LibrarySession &session, IncidentDocument &document, TaskRunner &tasks, Dialogs &dialogs, const ViewState &view,
    QWidget *window)
    : QObject(window), m_session(session), m_document(document), m_tasks(tasks), m_dialogs(dialogs), m_view(view),
      m_window(window)
{}

void FormatExports::attach(const WindowActions &actions, const std::function<QStringList()> &charts)
{
    const auto on = [this, charts](const QAction *action, ExportFormat format) {
        connect(action, &QAction::triggered, this, [this, charts, format] { start(format, charts()); });
    };
    on(actions.exportPage, ExportFormat::Html);
    on(actions.exportPostmortem, ExportFormat::Markdown);
    on(actions.exportPicture, ExportFormat::Png);
    on(actions.exportEvents, ExportFormat::Csv);
    on(actions.exportCalendar, ExportFormat::Calendar);
    on(actions.exportRecord, ExportFormat::Json);
    connect(actions.copyIncident, &QAction::triggered, this, &FormatExports::copy);
}

void FormatExports::start(ExportFormat format, const QStringList &charts)
{
    auto *form = new ExportForm(format, shownScope(m_view, m_document.hidesNames()), charts, isDark(), m_window);
    form->setAttribute(Qt::WA_DeleteOnClose);
    const IncidentId incident = m_document.incident().id; // another one may come meanwhile
    connect(form, &QDialog::accepted, this, [this, form, incident, format] {
        askPlace(incident, format, form->request());
    });
    m_dialogs.show(*form);
}

void FormatExports::askPlace(IncidentId incident, ExportFormat format, ExportRequest request)
{
    const QString suggested = nameOf(m_document.incident()) + u'.' + endingOf(format);
    const auto path = m_dialogs.fileToSave(tr("Export"), suggested, filterOf(format));
    if (!path)
        return;
    request.path = *path;
    request.lanes = m_view.lanes();
    if (!exportFormatOf(QFileInfo(*path).suffix()))
        request.ending = endingOf(format);
    whenSaved([this, incident, request] { write(incident, request); });
}

void FormatExports::whenSaved(const std::function<void()> &go)
{
    if (!m_document.isSaving()) {
        go();
        return;
    }
    connect( // the file is read: it must have the last edit
        &m_document, &IncidentDocument::savingChanged, this, [go] { go(); }, Qt::SingleShotConnection);
}

void FormatExports::write(IncidentId incident, const ExportRequest &request)
{
    m_tasks.run<void>(
        tr("Writing %1").arg(QFileInfo(request.path).fileName()), this,
        [from = m_session.path(), incident, request](const TaskContext &context) -> Status {
            const Result<std::unique_ptr<Library>> library = opened(from, context);
            if (!library)
                return std::unexpected(library.error());
            const auto paint = [&context](const std::function<void()> &work) { return inGuiTurn(work, context.stop); };
            return exportIncident(
                **library, incident, request, {.stop = context.stop, .progress = context.progress, .paint = paint});
        },
        [this, path = request.path](const Status &written) {
            written ? Q_EMIT done(tr("Written to %1").arg(path)) : Q_EMIT failed(written.error().message);
        });
}

void FormatExports::copy()
{
    ExportRequest request;
    request.scope.zone = m_view.zone();
    request.hideNames = m_document.hidesNames();
    request.scope.secondZone = m_view.secondZone();
    request.lanes = m_view.lanes();
    request.dark = false; // it goes into mails and documents, which are light
    const IncidentId incident = m_document.incident().id;
    whenSaved([this, incident, request] {
        m_tasks.run<IncidentExcerpt>(
            tr("Copying the incident"), this,
            [from = m_session.path(), incident, request](const TaskContext &context) -> Result<IncidentExcerpt> {
                const Result<std::unique_ptr<Library>> library = opened(from, context);
                if (!library)
                    return std::unexpected(library.error());
                return excerptOf(**library, incident, request, {.stop = context.stop});
            },
            [this](const Result<IncidentExcerpt> &excerpt) {
                if (!excerpt) {
                    Q_EMIT failed(excerpt.error().message);
                    return;
                }
                putOnClipboard(*excerpt);
                Q_EMIT done(tr("Copied: summary, measures and events, with the timeline as a picture."));
            });
    });
}

bool FormatExports::isDark() const
{
    return Theme::of(m_window).isDark;
}

} // namespace downtimeline
