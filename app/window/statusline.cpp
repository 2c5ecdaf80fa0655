// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/statusline.h"

#include "app/library/librarysession.h"
#include "app/tasks/taskrunner.h"
#include "app/window/counted.h"
#include "models/edit/incidentdocument.h"
#include "models/items/eventtimetext.h"
#include "models/items/viewstate.h"
#include "models/timeline/timescale.h"
#include "widgets/incidents/elidedlabel.h"
#include "widgets/paint/plaintext.h"

#include <QFileInfo>
#include <QProgressBar>
#include <QStatusBar>
#include <QToolButton>

namespace downtimeline {
namespace {

constexpr int barMargin = 10;
constexpr int progressWidth = 160;

} // namespace

StatusLine::StatusLine(
    QStatusBar &bar, LibrarySession &session, IncidentDocument &document, ViewState &view, TaskRunner &tasks,
    QObject *parent)
    : QObject(parent), m_session(session), m_document(document), m_view(view), m_tasks(tasks)
{
    createParts(bar);
    connectTasks();
    connect(&m_document, &IncidentDocument::savingChanged, this, &StatusLine::tell);
    connect(&m_view, &ViewState::visibleChanged, this, &StatusLine::tell);
    connect(&m_view, &ViewState::selectionChanged, this, &StatusLine::tell);
    connect(&m_view, &ViewState::zoneChanged, this, &StatusLine::tell);
}

void StatusLine::createParts(QStatusBar &bar)
{
    m_counts = new ElidedLabel(bar.font(), QPalette::PlaceholderText, &bar);
    m_range = new Label(&bar);
    m_progress = new QProgressBar(&bar);
    m_progress->setFixedWidth(progressWidth);
    m_progress->setTextVisible(false);
    m_progress->hide();
    m_cancel = new QToolButton(&bar);
    m_cancel->setObjectName(QStringLiteral("cancel"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->hide();
    m_range->setForegroundRole(QPalette::PlaceholderText);
    bar.setSizeGripEnabled(false);
    bar.setContentsMargins(barMargin, 0, barMargin, 0);
    bar.addWidget(m_counts, 1);
    bar.addPermanentWidget(m_progress);
    bar.addPermanentWidget(m_cancel);
    bar.addPermanentWidget(m_range);
}

void StatusLine::connectTasks()
{
    connect(&m_tasks, &TaskRunner::started, this, [this](const QString &title) {
        m_counts->setText(PlainText::foreign(QStringView(title)));
        m_progress->setRange(0, 0);
        m_progress->show();
        m_cancel->show();
    });
    connect(&m_tasks, &TaskRunner::progressed, this, [this](qint64 done, qint64 total) {
        m_progress->setRange(0, 1000);
        m_progress->setValue(total > 0 ? static_cast<int>(done * 1000 / total) : 0);
    });
    connect(&m_tasks, &TaskRunner::idle, this, [this] {
        m_progress->hide();
        m_cancel->hide();
        tell();
    });
    connect(m_cancel, &QToolButton::clicked, &m_tasks, &TaskRunner::cancel);
}

void StatusLine::tell()
{
    if (m_tasks.isBusy())
        return;
    if (const QString text = libraryText(); !text.isEmpty())
        m_counts->setText(PlainText::foreign(QStringView(text)));
    m_range->setText(PlainText::own(rangeText()));
}

/// Empty where the library cannot be counted.
QString StatusLine::libraryText() const
{
    const auto counts = m_session.counts();
    if (!counts)
        return {};
    QStringList parts{
        counted(counts->incidents, tr("incident"), tr("incidents")), counted(counts->events, tr("event"), tr("events")),
        m_document.shownText(QFileInfo(m_session.path()).fileName())};
    if (m_document.hidesNames())
        parts << tr("Names on your list hidden");
    if (m_document.isSaving())
        parts << tr("saving…");
    else if (m_opensSlowly)
        parts << tr("opening…");
    else if (!m_session.isWritable())
        parts << tr("read-only");
    return parts.join(QStringLiteral(" · "));
}

QString StatusLine::rangeText() const
{
    QStringList parts;
    const EventIndex &events = *m_document.events();
    const auto selected = std::ranges::find(events, m_view.selection().value_or(EventId{}), &EventEntry::id);
    if (selected != events.end()) {
        const DateNeed need = dateNeed({events.front().at, events.back().at}, m_view.zone());
        const QString from = eventTimeText(*selected, m_view.zone(), need);
        const QString span = tr("Selection %1–%2 · %3");
        parts
            << (selected->isSpan()
                    ? span.arg(
                          from, clockText(selected->end, m_view.zone()), durationText(selected->end - selected->at))
                    : tr("Selection %1").arg(from));
    }
    if (m_document.isOpen() && m_view.hasTimes())
        parts << tr("Zoom %1").arg(durationText(m_view.visible().length()));
    return parts.join(QStringLiteral("     "));
}

} // namespace downtimeline
