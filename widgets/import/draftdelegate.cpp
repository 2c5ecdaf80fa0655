// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/import/draftdelegate.h"

#include "widgets/import/draftcells.h"
#include "widgets/import/drafttablemodel.h"
#include "widgets/incidents/kindeditor.h"
#include "widgets/paint/glyphs.h"
#include "widgets/paint/theme.h"

#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>

namespace downtimeline {
namespace {

void paintCell(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, const Theme &theme)
{
    const bool isFaint = !index.data(DraftTableModel::TakenRole).toBool();
    const bool isLocked = index.data(DraftTableModel::LockedRole).toBool();
    switch (static_cast<DraftTableModel::Column>(index.column())) {
    case DraftTableModel::TakenColumn:
        paintTick(
            painter, option.rect, static_cast<Qt::CheckState>(index.data(Qt::CheckStateRole).toInt()), !isLocked,
            theme);
        break;
    case DraftTableModel::KindColumn: {
        const auto kind = static_cast<EventKind>(index.data(DraftTableModel::KindRole).toInt());
        paintKind(painter, option.rect, kind, isFaint, !isLocked, theme);
        break;
    }
    case DraftTableModel::TitleColumn:
        paintNoted(
            painter, option.rect, index.data().toString(), index.data(DraftTableModel::NoteRole).toString(), isFaint,
            theme);
        break;
    case DraftTableModel::SureColumn:
        paintSure(painter, option.rect, index.data(DraftTableModel::SureRole).toDouble(), isFaint, theme);
        break;
    case DraftTableModel::TimeColumn:
        paintNoted(painter, option.rect, index.data().toString(), {}, isFaint, theme);
        break;
    case DraftTableModel::LineColumn:
    case DraftTableModel::ColumnCount:
        paintNoted(painter, option.rect, index.data().toString(), {}, true, theme);
        break;
    }
}

} // namespace

void DraftDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, theme.selection);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.hairline);
    painter->setFont(uiFont(13));
    paintCell(*painter, option, index, theme);
    const QStyle::State ring = QStyle::State_HasFocus | QStyle::State_KeyboardFocusChange;
    if ((option.state & ring) == ring) {
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(theme.accent);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -2));
    }
    painter->restore();
}

QSize DraftDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {QFontMetrics(uiFont(13)).horizontalAdvance(index.data().toString().left(200)) + 24, rowHeight};
}

QWidget *DraftDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    if (index.column() == DraftTableModel::KindColumn)
        return createKindEditor(parent);
    auto *line = new QLineEdit(parent);
    line->setFont(uiFont(13));
    line->setTextMargins(4, 0, 4, 0);
    line->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    return line;
}

QWidget *DraftDelegate::createKindEditor(QWidget *parent) const
{
    auto *kinds = new KindEditor(parent);
    connect(kinds, &QComboBox::activated, this, [this, kinds] {
        auto *self = const_cast<DraftDelegate *>(this); // createEditor() is const, taking the answer is not
        Q_EMIT self->commitData(kinds);
        Q_EMIT self->closeEditor(kinds);
    });
    return kinds;
}

void DraftDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    if (auto *kinds = qobject_cast<QComboBox *>(editor)) {
        kinds->setCurrentIndex(kinds->findData(index.data(DraftTableModel::KindRole)));
        return;
    }
    if (auto *line = qobject_cast<QLineEdit *>(editor); line && !line->isModified())
        line->setText(index.data(Qt::EditRole).toString());
}

void DraftDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (const auto *kinds = qobject_cast<QComboBox *>(editor))
        model->setData(index, kinds->currentData(), DraftTableModel::KindRole);
    else if (const auto *line = qobject_cast<QLineEdit *>(editor); line && line->isModified())
        model->setData(index, line->text(), Qt::EditRole);
}

/// The whole cell of a tick box takes the click, for the box is small.
bool DraftDelegate::editorEvent(
    QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const bool isTick = index.column() == DraftTableModel::TakenColumn && (index.flags() & Qt::ItemIsUserCheckable);
    if (!isTick || event->type() != QEvent::MouseButtonRelease)
        return QStyledItemDelegate::editorEvent(event, model, option, index);
    const auto *mouse = static_cast<QMouseEvent *>(event);
    if (mouse->button() != Qt::LeftButton || !option.rect.contains(mouse->position().toPoint()))
        return false;
    const bool isTaken = index.data(DraftTableModel::TakenRole).toBool();
    return model->setData(index, isTaken ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

} // namespace downtimeline
