// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/sectionpicker.h"

#include "widgets/paint/plaintext.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace downtimeline {
namespace {

constexpr int rowHeight = 24;

} // namespace

SectionPicker::SectionPicker(QWidget *parent)
    : QWidget(parent), m_list(new QListWidget(this)), m_up(new QToolButton(this)), m_down(new QToolButton(this))
{
    m_list->setAccessibleName(tr("Sections of the report"));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->setUniformItemSizes(true);
    m_list->installEventFilter(this);
    m_up->setText(tr("Up"));
    m_down->setText(tr("Down"));
    setToolTipText(m_up, PlainText::own(tr("Alt+Up")));
    setToolTipText(m_down, PlainText::own(tr("Alt+Down")));
    for (QToolButton *button : {m_up, m_down}) {
        button->setProperty("role", QStringLiteral("outline"));
        button->setFocusPolicy(Qt::TabFocus);
    }
    m_up->setAccessibleName(tr("Move the section up"));
    m_down->setAccessibleName(tr("Move the section down"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    buttons->addWidget(m_up);
    buttons->addWidget(m_down);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_list, 1);
    column->addLayout(buttons);
    connect(m_up, &QToolButton::clicked, this, [this] { moveBy(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { moveBy(1); });
    connect(m_list, &QListWidget::currentRowChanged, this, &SectionPicker::tellButtons);
    const auto tell = [this] {
        tellButtons();
        if (!m_isFilling)
            Q_EMIT changed();
    };
    connect(m_list, &QListWidget::itemChanged, this, tell);
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, tell);
}

void SectionPicker::setSections(const std::vector<ReportSection> &sections)
{
    m_isFilling = true;
    m_list->clear();
    for (const ReportSection section : sections)
        add(section, true);
    for (const ReportSection section : allReportSections()) {
        if (std::ranges::find(sections, section) == sections.end())
            add(section, false);
    }
    m_list->setCurrentRow(0);
    m_isFilling = false;
    tellButtons();
}

void SectionPicker::add(ReportSection section, bool isChosen)
{
    auto *item = new QListWidgetItem(sectionName(section), m_list);
    item->setSizeHint(QSize(0, rowHeight));
    item->setData(Qt::UserRole, static_cast<int>(section));
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemIsDragEnabled);
    item->setCheckState(isChosen ? Qt::Checked : Qt::Unchecked);
}

std::vector<ReportSection> SectionPicker::sections() const
{
    std::vector<ReportSection> sections;
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem *item = m_list->item(row);
        if (item->checkState() == Qt::Checked)
            sections.push_back(static_cast<ReportSection>(item->data(Qt::UserRole).toInt()));
    }
    return sections;
}

void SectionPicker::moveBy(int rows)
{
    const int row = m_list->currentRow();
    const int to = row + rows;
    if (row < 0 || to < 0 || to >= m_list->count())
        return;
    m_isFilling = true;
    QListWidgetItem *item = m_list->takeItem(row);
    m_list->insertItem(to, item);
    m_list->setCurrentRow(to);
    m_isFilling = false;
    tellButtons();
    Q_EMIT changed();
}

void SectionPicker::tellButtons()
{
    m_up->setEnabled(m_list->currentRow() > 0);
    m_down->setEnabled(m_list->currentRow() >= 0 && m_list->currentRow() + 1 < m_list->count());
}

bool SectionPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isMove = key->modifiers() == Qt::AltModifier && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down);
    if (isMove)
        moveBy(key->key() == Qt::Key_Up ? -1 : 1);
    return isMove;
}

} // namespace downtimeline
