// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/import/columnstable.h"

#include "widgets/import/draftcells.h"
#include "widgets/incidents/tableheader.h"
#include "widgets/paint/theme.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

namespace downtimeline {
namespace {

constexpr int arrowRoom = 14;
constexpr int meaningWidth = 184;
constexpr int unitWidth = 92;
constexpr double nameShare = 0.4;

void paintArrow(QPainter &painter, QPointF middle)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.drawPolygon(QPolygonF{middle + QPointF(-3.5, -2), middle + QPointF(3.5, -2), middle + QPointF(0, 2.5)});
}

/// A meaning with its arrow; a column that is not read is faint.
void paintMeaning(QPainter &painter, const QRect &cell, const QString &words, bool isFaint, const Theme &theme)
{
    constexpr int padding = 10; // as paintNoted() has it
    paintNoted(painter, cell.adjusted(0, 0, -arrowRoom, 0), words, {}, isFaint, theme);
    const int end = std::min(
        cell.left() + padding + painter.fontMetrics().horizontalAdvance(words) + 9, cell.right() - arrowRoom / 2);
    painter.setBrush(isFaint ? theme.muted : theme.ink);
    paintArrow(painter, QPointF(end, cell.center().y() + 0.5));
}

} // namespace

void ColumnsDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    const bool isFaint = !index.data(ColumnsModel::ReadRole).toBool();
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, theme.selection);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.hairline);
    painter->setFont(uiFont(13));
    const QString words = index.data().toString();
    if (index.column() == ColumnsModel::MeaningColumn)
        paintMeaning(*painter, option.rect, words, isFaint, theme);
    else if (index.data(ColumnsModel::OpenRole).toBool())
        paintNoted(*painter, option.rect, words, {}, true, theme);
    else
        paintNoted(*painter, option.rect, words, {}, isFaint || index.column() == ColumnsModel::SampleColumn, theme);
    if (index.data(ColumnsModel::OpenRole).toBool()) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(theme.warning);
        painter->drawRect(option.rect.adjusted(0, 1, -3, -3));
    }
    const QStyle::State ring = QStyle::State_HasFocus | QStyle::State_KeyboardFocusChange;
    if ((option.state & ring) == ring) {
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(theme.accent);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -2));
    }
    painter->restore();
}

QSize ColumnsDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {
        QFontMetrics(uiFont(13)).horizontalAdvance(index.data().toString().left(100)) + 24, ColumnsTable::rowHeight};
}

QWidget *ColumnsDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    if (index.column() == ColumnsModel::MeaningColumn)
        return createMeanings(parent, static_cast<const ColumnsModel *>(index.model())->table());
    auto *line = new QLineEdit(parent);
    line->setFont(uiFont(13));
    line->setTextMargins(4, 0, 4, 0);
    line->setMaxLength(16);
    line->setAccessibleName(ColumnsModel::tr("Unit of %1").arg(index.siblingAtColumn(0).data().toString()));
    return line;
}

QWidget *ColumnsDelegate::createMeanings(QWidget *parent, const TableColumns &table) const
{
    auto *meanings = new QComboBox(parent);
    meanings->setFont(uiFont(13));
    meanings->setAccessibleName(ColumnsModel::tr("Read as"));
    meanings->setAutoFillBackground(true);
    meanings->setBackgroundRole(QPalette::Base);
    for (const ColumnMeaning &meaning : columnMeanings(table))
        meanings->addItem(meaning.words);
    meanings->setMaxVisibleItems(meanings->count());
    connect(meanings, &QComboBox::activated, this, [this, meanings] {
        auto *self = const_cast<ColumnsDelegate *>(this); // createEditor() is const, taking the answer is not
        Q_EMIT self->commitData(meanings);
        Q_EMIT self->closeEditor(meanings);
    });
    return meanings;
}

void ColumnsDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    if (auto *meanings = qobject_cast<QComboBox *>(editor)) {
        meanings->setCurrentIndex(index.data(ColumnsModel::MeaningRole).toInt());
        return;
    }
    if (auto *line = qobject_cast<QLineEdit *>(editor); line && !line->isModified())
        line->setText(index.data(Qt::EditRole).toString());
}

void ColumnsDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (const auto *meanings = qobject_cast<QComboBox *>(editor))
        model->setData(index, meanings->currentIndex(), ColumnsModel::MeaningRole);
    else if (const auto *line = qobject_cast<QLineEdit *>(editor); line && line->isModified())
        model->setData(index, line->text(), Qt::EditRole);
}

ColumnsTable::ColumnsTable(ColumnsModel &columns, QWidget *parent) : QTableView(parent), m_columns(columns)
{
    setHorizontalHeader(new TableHeader(this));
    setModel(&columns);
    setItemDelegate(new ColumnsDelegate(this));
    setAccessibleName(tr("Columns"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    setTabKeyNavigation(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(rowHeight);
    verticalHeader()->setDefaultSectionSize(rowHeight);
    connect(this, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == ColumnsModel::MeaningColumn)
            editMeaning(index.row());
    });
    connect(&columns, &QAbstractItemModel::modelReset, this, &ColumnsTable::layOutColumns);
}

int ColumnsTable::wholeHeight() const
{
    return horizontalHeader()->sizeHint().height() + m_columns.rowCount() * rowHeight;
}

void ColumnsTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layOutColumns();
}

void ColumnsTable::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    const bool opens = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (!isPlain || !opens || !currentIndex().isValid() || state() == QAbstractItemView::EditingState) {
        QTableView::keyPressEvent(event);
        return;
    }
    if (currentIndex().column() == ColumnsModel::UnitColumn && (currentIndex().flags() & Qt::ItemIsEditable))
        edit(currentIndex());
    else
        editMeaning(currentIndex().row());
}

/// Opens the list at once: one press or click, one choice.
void ColumnsTable::editMeaning(int row)
{
    const QModelIndex index = m_columns.index(row, ColumnsModel::MeaningColumn);
    setCurrentIndex(index);
    edit(index);
    if (auto *meanings = qobject_cast<QComboBox *>(indexWidget(index)))
        meanings->showPopup();
}

/// Meanings and units have the width they need; names and values share the rest.
void ColumnsTable::layOutColumns()
{
    const bool hasUnits = m_columns.columnCount() > ColumnsModel::UnitColumn;
    const int rest = viewport()->width() - meaningWidth - (hasUnits ? unitWidth : 0);
    setColumnWidth(ColumnsModel::NameColumn, static_cast<int>(rest * nameShare));
    setColumnWidth(ColumnsModel::SampleColumn, rest - static_cast<int>(rest * nameShare));
    setColumnWidth(ColumnsModel::MeaningColumn, meaningWidth);
    if (hasUnits)
        setColumnWidth(ColumnsModel::UnitColumn, unitWidth);
}

} // namespace downtimeline
