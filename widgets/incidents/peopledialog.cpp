// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incidents/peopledialog.h"

#include "widgets/incidents/peopledelegate.h"
#include "widgets/incidents/tableheader.h"
#include "widgets/paint/plaintext.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

namespace downtimeline {
namespace {

constexpr QSize startSize(680, 460);
constexpr int margin = 16;
constexpr int gap = 12;
constexpr int roleShare = 3; ///< of the width, one in that many
constexpr int leastRoleWidth = 190;

} // namespace

PeopleDialog::PeopleDialog(const Persons &people, QWidget *parent) : QDialog(parent), m_before(people), m_people(people)
{
    setWindowTitle(tr("People"));
    createTable();
    createActions();
    layOut();
    connectSignals();
    resize(startSize);
    select(0);
    enableActions();
}

void PeopleDialog::createTable()
{
    m_table = new QTableView(this);
    m_table->setHorizontalHeader(new TableHeader(m_table));
    m_table->setModel(&m_people);
    m_table->setItemDelegate(new PeopleDelegate(m_table));
    m_table->setAccessibleName(tr("People"));
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_table->setTabKeyNavigation(false);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(PeopleDelegate::rowHeight);
    m_table->installEventFilter(this);
    m_empty = new Label(
        PlainText::own(tr("Nobody is on the list. An import proposes whom it met; Add takes anyone.")), m_table);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_empty->setAlignment(Qt::AlignCenter);
}

QAction *PeopleDialog::make(const QString &text, const QKeySequence &key, void (PeopleDialog::*slot)())
{
    auto *action = new QAction(text, this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut); // in an editor the keys edit the text
    m_table->addAction(action);
    connect(action, &QAction::triggered, this, slot);
    return action;
}

void PeopleDialog::createActions()
{
    m_add = make(tr("Add"), Qt::Key_Insert, &PeopleDialog::addPerson);
    m_remove = make(tr("Remove"), QKeySequence::Delete, &PeopleDialog::removeSelected);
    m_merge = make(tr("Make one"), QKeySequence(Qt::CTRL | Qt::Key_M), &PeopleDialog::mergeSelected);
    m_up = make(tr("Up"), QKeySequence(Qt::ALT | Qt::Key_Up), &PeopleDialog::moveUp);
    m_down = make(tr("Down"), QKeySequence(Qt::ALT | Qt::Key_Down), &PeopleDialog::moveDown);
    m_undo = make(tr("Undo"), QKeySequence::Undo, &PeopleDialog::undo);
    m_redo = make(tr("Redo"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), &PeopleDialog::redo);
}

void PeopleDialog::layOut()
{
    auto *told = new Label(
        PlainText::own(
            tr("Where names are hidden (Ctrl+Shift+H), each of these names is replaced by the person's role. "
               "Write every name that texts use: full name; short form; @handle; chat id. Persons of one "
               "role are numbered in this order.")),
        this);
    told->setWordWrap(true);
    told->setForegroundRole(QPalette::PlaceholderText);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(4);
    for (QAction *action : {m_add, m_remove, m_merge, m_up, m_down, m_undo, m_redo}) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(action->text());
        setToolTipText(
            button,
            PlainText::own(tr("%1 (%2)").arg(action->text(), action->shortcut().toString(QKeySequence::NativeText))));
        tools->addWidget(button);
    }
    tools->addStretch(1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    QPushButton *saving = buttons->button(QDialogButtonBox::Save);
    saving->setProperty("role", QStringLiteral("primary"));
    saving->setAutoDefault(false); // Enter edits
    connect(
        new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this), &QShortcut::activated, this, &PeopleDialog::save);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &PeopleDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(gap);
    column->addWidget(told);
    column->addLayout(tools);
    column->addWidget(m_table, 1);
    column->addWidget(buttons);
    m_table->setFocus(Qt::OtherFocusReason);
}

void PeopleDialog::connectSignals()
{
    connect(&m_people, &PeopleModel::edited, this, &PeopleDialog::enableActions);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &PeopleDialog::enableActions);
}

void PeopleDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    layOutColumns();
}

bool PeopleDialog::eventFilter(QObject *watched, QEvent *event)
{
    const bool isSized = event->type() == QEvent::Resize || event->type() == QEvent::Show;
    if (watched == m_table && isSized)
        layOutColumns();
    if (watched == m_table && event->type() == QEvent::KeyPress && m_table->hasFocus()) { // not what an editor leaves
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isEnter && key->modifiers() == Qt::NoModifier && m_table->currentIndex().isValid()) {
            m_table->edit(m_table->currentIndex());
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void PeopleDialog::layOutColumns()
{
    const int width = m_table->viewport()->width();
    const int role = std::max(leastRoleWidth, width / roleShare);
    m_table->setColumnWidth(PeopleModel::NamesColumn, std::max(0, width - role));
    m_table->setColumnWidth(PeopleModel::RoleColumn, std::min(role, width));
    m_empty->setGeometry(m_table->viewport()->geometry());
}

void PeopleDialog::enableActions()
{
    const QList<int> rows = selectedRows();
    const int count = m_people.rowCount();
    m_remove->setEnabled(!rows.isEmpty());
    m_merge->setEnabled(rows.size() > 1);
    m_up->setEnabled(rows.size() == 1 && rows.front() > 0);
    m_down->setEnabled(rows.size() == 1 && rows.front() < count - 1);
    m_undo->setEnabled(m_people.canUndo());
    m_redo->setEnabled(m_people.canRedo());
    m_empty->setVisible(count == 0);
}

QList<int> PeopleDialog::selectedRows() const
{
    QList<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows << index.row();
    return rows;
}

void PeopleDialog::select(int row)
{
    const int last = m_people.rowCount() - 1;
    if (last >= 0)
        m_table->setCurrentIndex(m_people.index(std::clamp(row, 0, last), PeopleModel::NamesColumn));
}

void PeopleDialog::addPerson()
{
    select(m_people.addRow());
    m_table->setFocus(Qt::OtherFocusReason);
    m_table->edit(m_table->currentIndex());
}

void PeopleDialog::removeSelected()
{
    const QList<int> rows = selectedRows();
    if (rows.isEmpty())
        return;
    m_people.removeRowsAt(rows);
    select(*std::ranges::min_element(rows));
}

void PeopleDialog::mergeSelected()
{
    if (const int row = m_people.merge(selectedRows()); row >= 0)
        select(row);
}

void PeopleDialog::moveSelected(int by)
{
    const QList<int> rows = selectedRows();
    if (rows.size() == 1)
        select(m_people.move(rows.front(), by));
}

void PeopleDialog::undo()
{
    const int row = m_table->currentIndex().row();
    m_people.undo();
    select(row);
}

void PeopleDialog::redo()
{
    const int row = m_table->currentIndex().row();
    m_people.redo();
    select(row);
}

void PeopleDialog::save()
{
    m_table->setCurrentIndex({}); // takes what is still typed
    if (m_people.persons() != m_before)
        Q_EMIT saved(m_before, m_people.persons());
    accept();
}

} // namespace downtimeline
