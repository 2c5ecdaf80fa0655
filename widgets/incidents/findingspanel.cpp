// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incidents/findingspanel.h"

#include "widgets/incidents/findingdelegate.h"
#include "widgets/paint/plaintext.h"
#include "widgets/paint/theme.h"

#include <QAction>
#include <QListView>
#include <QMouseEvent>
#include <QVBoxLayout>

namespace downtimeline {

FindingsPanel::FindingsPanel(QWidget *parent) : QWidget(parent)
{
    createWidgets();
    createActions();
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &FindingsPanel::enableActions);
    connect(&m_findings, &QAbstractItemModel::modelReset, this, &FindingsPanel::enableActions);
    connect(&m_findings, &QAbstractItemModel::dataChanged, this, &FindingsPanel::enableActions);
    tellHeading();
    enableActions();
}

void FindingsPanel::setFindings(std::vector<Finding> findings, bool isEditable)
{
    m_isEditable = isEditable;
    m_findings.setFindings(std::move(findings));
    tellHeading();
    enableActions();
}

bool FindingsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_view->viewport())
        return QWidget::eventFilter(watched, event);
    const auto *mouse = dynamic_cast<QMouseEvent *>(event);
    if (mouse && event->type() == QEvent::MouseMove) {
        const bool isOnLine = lineUnder(mouse->position().toPoint()) > 0;
        m_view->viewport()->setCursor(isOnLine ? Qt::PointingHandCursor : Qt::ArrowCursor);
    } else if (mouse && event->type() == QEvent::MouseButtonRelease && mouse->button() == Qt::LeftButton) {
        const QPoint position = mouse->position().toPoint();
        if (const int line = lineUnder(position); line > 0)
            goToLine(m_view->indexAt(position), line);
    }
    return false;
}

void FindingsPanel::createWidgets()
{
    m_heading = new Label(this);
    m_heading->setFont(uiFont(12));
    m_heading->setForegroundRole(QPalette::PlaceholderText);
    m_heading->setContentsMargins(14, 0, 14, 0);
    m_heading->setMinimumWidth(0);
    m_heading->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_view = new QListView(this);
    m_view->setModel(&m_findings);
    m_view->setItemDelegate(new FindingDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setResizeMode(QListView::Adjust);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_view->setMouseTracking(true);
    m_view->viewport()->installEventFilter(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 7, 0, 0);
    column->setSpacing(7);
    column->addWidget(m_heading);
    column->addWidget(m_view, 1);
}

void FindingsPanel::createActions()
{
    const auto make = [this](const QString &text, const QKeySequence &key, auto triggered) {
        auto *action = new QAction(text, m_view);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        m_view->addAction(action);
        connect(action, &QAction::triggered, this, [this, triggered] {
            if (m_view->currentIndex().isValid())
                triggered(m_findings.findingAt(m_view->currentIndex().row()));
        });
        return action;
    };
    const auto decide = [this](Finding::Decision decision) {
        return [this, decision](const Finding &finding) {
            const std::string key = finding.key; // the answer may replace the finding
            Q_EMIT decisionRequested(key, decision);
        };
    };
    m_show = make(tr("Show in the source"), Qt::Key_Return, [this](const Finding &finding) {
        if (!finding.lines.empty())
            Q_EMIT lineRequested(finding.source, finding.lines.front());
    });
    m_settle = make(tr("Mark as settled"), Qt::Key_S, decide(Finding::Decision::Settled));
    m_dismiss = make(tr("Dismiss"), QKeySequence::Delete, decide(Finding::Decision::Dismissed));
    m_reopen = make(tr("Open again"), Qt::Key_O, decide(Finding::Decision::Open));
}

void FindingsPanel::tellHeading()
{
    const bool isEmpty = m_findings.rowCount() == 0;
    const QString text = isEmpty                       ? tr("Findings · no contradictions found")
                         : m_findings.openCount() == 0 ? tr("Findings · all of them decided")
                                                       : tr("Findings · the document disagrees with itself");
    m_heading->setText(PlainText::own(text));
    m_view->setAccessibleName(text);
}

void FindingsPanel::enableActions()
{
    const QModelIndex current = m_view->currentIndex();
    const bool hasFinding = current.isValid();
    const auto isStill = [&](Finding::Decision decision) {
        return hasFinding && m_findings.findingAt(current.row()).decision == decision;
    };
    m_show->setEnabled(hasFinding && !m_findings.findingAt(current.row()).lines.empty());
    m_settle->setEnabled(m_isEditable && hasFinding && !isStill(Finding::Decision::Settled));
    m_dismiss->setEnabled(m_isEditable && hasFinding && !isStill(Finding::Decision::Dismissed));
    m_reopen->setEnabled(m_isEditable && hasFinding && !isStill(Finding::Decision::Open));
}

void FindingsPanel::goToLine(const QModelIndex &index, int line)
{
    if (index.isValid())
        Q_EMIT lineRequested(m_findings.findingAt(index.row()).source, line);
}

int FindingsPanel::lineUnder(QPoint position) const
{
    const QModelIndex index = m_view->indexAt(position);
    if (!index.isValid())
        return 0;
    return FindingDelegate::lineAt(*m_view, index, position);
}

} // namespace downtimeline
