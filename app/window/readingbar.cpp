// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/readingbar.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace downtimeline {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ReadingBar)
};

} // namespace

QString groupingName(LaneGrouping grouping)
{
    switch (grouping) {
    case LaneGrouping::Kind:
        return Words::tr("Lanes by kind");
    case LaneGrouping::Service:
        return Words::tr("Lanes by service");
    case LaneGrouping::Source:
        return Words::tr("Lanes by source");
    }
    return {};
}

ReadingBar::ReadingBar(ViewState &view, QWidget *parent) : QWidget(parent), m_view(view)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(2, 0, 8, 1);
    row->setSpacing(2);
    m_lanes = addRemark(*row);
    m_hidden = addRemark(*row);
    m_undated = addRemark(*row);
    row->addStretch(1);
    m_lanes->show();
    m_lanes->setPopupMode(QToolButton::InstantPopup);
    makeMenu();
    showGrouping();
    mute();
    connect(&view, &ViewState::lanesChanged, this, &ReadingBar::showGrouping);
    connect(m_hidden, &QToolButton::clicked, this, &ReadingBar::showAllRequested);
    connect(m_undated, &QToolButton::clicked, this, &ReadingBar::undatedRequested);
}

QToolButton *ReadingBar::addRemark(QHBoxLayout &row)
{
    auto *remark = new QToolButton(this);
    remark->setProperty("role", QStringLiteral("flat"));
    remark->setFocusPolicy(Qt::TabFocus);
    remark->hide();
    row.addWidget(remark);
    return remark;
}

void ReadingBar::makeMenu()
{
    auto *menu = new QMenu(this);
    m_groupings = new QActionGroup(this);
    for (const LaneGrouping grouping : {LaneGrouping::Kind, LaneGrouping::Service, LaneGrouping::Source}) {
        QAction *action = menu->addAction(groupingName(grouping));
        action->setCheckable(true);
        action->setData(static_cast<int>(grouping));
        m_groupings->addAction(action);
    }
    connect(m_groupings, &QActionGroup::triggered, this, [this](const QAction *action) {
        LaneArrangement lanes = m_view.lanes();
        lanes.grouping = static_cast<LaneGrouping>(action->data().toInt());
        m_view.setLanes(std::move(lanes));
    });
    m_lanes->setMenu(menu);
}

void ReadingBar::showGrouping()
{
    const LaneGrouping grouping = m_view.lanes().grouping;
    m_lanes->setText(groupingName(grouping));
    m_groupings->actions().at(static_cast<int>(grouping))->setChecked(true);
}

void ReadingBar::setHiddenLanes(HiddenLanes hidden)
{
    m_hidden->setVisible(hidden.lanes > 0);
    const QString lanes = hidden.lanes == 1 ? tr("1 lane hidden") : tr("%1 lanes hidden").arg(hidden.lanes);
    const QString events = hidden.events == 1 ? tr("1 event") : tr("%1 events").arg(hidden.events);
    m_hidden->setText(tr("%1 · %2").arg(lanes, events));
    m_hidden->setAccessibleName(tr("%1, %2: show all lanes").arg(lanes, events));
}

void ReadingBar::setUndated(int count)
{
    m_undated->setVisible(count > 0);
    m_undated->setText(
        count == 1 ? tr("1 event has no time and is not on the timeline")
                   : tr("%1 events have no time and are not on the timeline").arg(count));
}

/// Remarks, not buttons that ask to be pressed.
void ReadingBar::mute()
{
    QPalette muted = palette();
    muted.setColor(QPalette::ButtonText, muted.color(QPalette::PlaceholderText));
    for (QToolButton *remark : {m_lanes, m_hidden, m_undated})
        remark->setPalette(muted);
}

void ReadingBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_undated)
        mute();
}

} // namespace downtimeline
