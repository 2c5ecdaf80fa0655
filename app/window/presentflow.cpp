// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/presentflow.h"

#include "app/window/presentdialog.h"
#include "app/window/presentfacts.h"
#include "app/window/presentscreens.h"
#include "models/edit/incidentdocument.h"
#include "models/items/viewstate.h"
#include "widgets/present/presentation.h"
#include "widgets/present/presenterscreen.h"
#include "widgets/present/slideview.h"

#include <QEvent>
#include <QGuiApplication>
#include <QScreen>
#include <QTimer>
#include <QWidget>

namespace downtimeline {
namespace {

template<typename Object>
void deleteSoon(std::unique_ptr<Object> &object)
{
    if (object)
        object.release()->deleteLater(); // it may be what is being told now
}

} // namespace

PresentFlow::PresentFlow(
    IncidentDocument &document, ViewState &view, Library &reader, Settings &settings, QWidget *window)
    : m_document(document), m_view(view), m_reader(reader), m_settings(settings), m_window(window)
{
    m_window->installEventFilter(this);
    for (const auto changed :
         {&IncidentDocument::opened, &IncidentDocument::eventsChanged, &IncidentDocument::incidentChanged,
          &IncidentDocument::findingsChanged, &IncidentDocument::actionsChanged})
        connect(&m_document, changed, this, &PresentFlow::readAgain);
    connect(&m_document, &IncidentDocument::editFailed, this, [this](const Error &error) {
        if (m_presenter)
            m_presenter->tellRefused(PlainText::foreign(QStringView(error.message)));
    });
    connect(&m_document.undoStack(), &QUndoStack::indexChanged, this, &PresentFlow::takeBackKept);
    // Later: Qt moves the windows of a display that is gone by itself first.
    connect(qGuiApp, &QGuiApplication::screenRemoved, this, [this](const QScreen *gone) {
        QTimer::singleShot(0, this, [this, gone] { place(gone); });
    });
    connect(qGuiApp, &QGuiApplication::screenAdded, this, [this] { QTimer::singleShot(0, this, [this] { place(); }); });
}

PresentFlow::~PresentFlow() = default;

PresentDialog *PresentFlow::dialog() const
{
    return m_dialog;
}

void PresentFlow::askAndStart()
{
    if (isRunning() || !m_document.isOpen())
        return;
    m_dialog = new PresentDialog(presentOptions(m_settings), QGuiApplication::screens(), m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &QDialog::accepted, this, [this] {
        keepPresentOptions(m_settings, m_dialog->options());
        start();
    });
    m_dialog->open();
}

std::optional<PresentationContent> PresentFlow::content()
{
    Result<PresentationContent> content = presentedContent(m_document, m_reader, m_view.zone(), m_options.choice);
    if (content)
        return std::move(*content);
    Q_EMIT failed(content.error().message);
    return {};
}

void PresentFlow::start()
{
    if (isRunning()) {
        m_slides->activateWindow();
        return;
    }
    if (!m_document.isOpen())
        return;
    m_options = presentOptions(m_settings);
    m_incident = m_document.incident().id;
    std::optional<PresentationContent> shown = content();
    if (!shown)
        return;
    m_presentation = std::make_unique<Presentation>(m_view);
    m_presentation->setContent(std::move(*shown));
    m_presentation->setLight(m_options.isLight);
    if (const auto selected = m_view.selection())
        m_presentation->goToEvent(*selected);
    connect(m_presentation.get(), &Presentation::leaveRequested, this, &PresentFlow::end);
    m_slides = std::make_unique<SlideView>(*m_presentation);
    place();
}

/// Without that display, where one was pulled out.
void PresentFlow::place(const QScreen *gone)
{
    if (!isRunning())
        return;
    QList<QScreen *> screens = QGuiApplication::screens();
    screens.removeIf([gone](const QScreen *screen) { return screen == gone; });
    if (screens.isEmpty()) {
        end();
        return;
    }
    QScreen *ofWindow = screens.contains(m_window->screen()) ? m_window->screen() : screens.front();
    const ScreenPlan plan = planScreens(screens, ofWindow, m_options.screen, m_options.wantsPresenter);
    showOn(*m_slides, plan.slides);
    if (plan.presenter)
        openPresenter(plan.presenter);
    else if (m_presenter) {
        m_presenter->hide();
        deleteSoon(m_presenter);
    }
    m_slides->activateWindow();
    m_slides->setFocus();
}

void PresentFlow::openPresenter(QScreen *screen)
{
    if (!m_presenter) {
        m_kept.clear();
        m_presenter = std::make_unique<PresenterScreen>(*m_presentation);
        m_presenter->setWritable(
            m_document.isEditable(),
            PlainText::own(tr("The library may only be read: save a copy of it to keep what is decided.")));
        connect(
            m_presenter.get(), &PresenterScreen::decided, this, [this](const QString &words, PresenterScreen::Keep as) {
                keepDecision(words, as == PresenterScreen::Keep::Note);
            });
        connect(m_presenter.get(), &PresenterScreen::undoRequested, this, &PresentFlow::undo);
    }
    showOn(*m_presenter, screen);
}

void PresentFlow::undo()
{
    if (m_document.undoStack().canUndo())
        m_document.undoStack().undo();
}

/// What was undone is no longer listed. Where the stack was emptied, because the incident was read again, it stays.
void PresentFlow::takeBackKept(int undoIndex)
{
    if (m_document.undoStack().count() == 0)
        m_kept.clear();
    for (; m_presenter && !m_kept.empty() && m_kept.back() > undoIndex; m_kept.pop_back())
        m_presenter->takeBackKept();
}

/// What was edited is shown at once; another incident ends the presentation of this one.
void PresentFlow::readAgain()
{
    if (!isRunning())
        return;
    if (m_document.incident().id != m_incident)
        end();
    else if (std::optional<PresentationContent> shown = content())
        m_presentation->setContent(std::move(*shown));
}

void PresentFlow::keepDecision(const QString &words, bool asNote)
{
    const std::optional<EventId> event = m_presentation->current().event;
    const auto append = [&words](Event &changed) {
        changed.note += (changed.note.empty() ? "" : "\n") + words.toStdString();
    };
    const Status kept =
        asNote && event ? m_document.editEvent(*event, EditedField::Note, append) : m_document.addAction(words);
    const PlainText shown = PlainText::foreign(QStringView(kept ? words : kept.error().message));
    if (!kept) {
        m_presenter->tellRefused(shown);
        return;
    }
    m_kept.push_back(m_document.undoStack().index());
    m_presenter->tellKept(asNote ? PresenterScreen::Keep::Note : PresenterScreen::Keep::Action, shown);
}

void PresentFlow::end()
{
    if (!isRunning())
        return;
    const std::optional<EventId> event = m_presentation->current().event;
    m_slides->hide();
    if (m_presenter)
        m_presenter->hide();
    deleteSoon(m_presenter);
    deleteSoon(m_slides);
    deleteSoon(m_presentation);
    goBackToWindow(event);
}

void PresentFlow::goBackToWindow(std::optional<EventId> event)
{
    if (event) {
        m_view.select(event);
        const EventIndex &events = *m_document.events();
        const auto found = std::ranges::find(events, *event, &EventEntry::id);
        const TimeRange visible = m_view.visible();
        if (found != events.end() && !visible.contains(found->at))
            m_view.setVisible({found->at - visible.length() / 2, found->at + visible.length() / 2});
    }
    m_window->activateWindow();
}

bool PresentFlow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_window && event->type() == QEvent::Close)
        end();
    return QObject::eventFilter(watched, event);
}

} // namespace downtimeline
