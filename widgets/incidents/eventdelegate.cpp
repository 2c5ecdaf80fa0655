// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incidents/eventdelegate.h"

#include "models/items/eventtablemodel.h"
#include "widgets/incidents/kindeditor.h"
#include "widgets/paint/glyphs.h"
#include "widgets/paint/plaintext.h"
#include "widgets/paint/theme.h"

#include <QLineEdit>
#include <QPainter>

#include <algorithm>

namespace downtimeline {
namespace {

constexpr int padding = 10;
constexpr int glyphSize = 10;
constexpr int glyphRoom = 18;
constexpr int starSize = 12;
constexpr double dimmed = 0.38; // what a filter leaves out
constexpr int editorAir = 32;   // frame, margins and the cursor
const QString timeSample = QStringLiteral("2024-01-16 10:25:30");

QColor textColour(const QModelIndex &index, const Theme &theme)
{
    const bool isNoTime =
        index.column() == EventTableModel::TimeColumn && index.data(EventTableModel::UndatedRole).toBool();
    const bool isFaint =
        isNoTime || index.column() == EventTableModel::SourceColumn || index.data(EventTableModel::HiddenRole).toBool();
    return isFaint ? theme.muted : theme.ink;
}

EventKind kindAt(const QModelIndex &index)
{
    return static_cast<EventKind>(index.data(EventTableModel::KindRole).toInt());
}

void paintFocus(QPainter &painter, const QStyleOptionViewItem &option, const Theme &theme)
{
    const QStyle::State ring = QStyle::State_HasFocus | QStyle::State_KeyboardFocusChange;
    if ((option.state & ring) != ring)
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(theme.accent);
    painter.drawRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -1.5));
}

} // namespace

void EventDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, theme.selection);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.hairline);
    if (index.data(EventTableModel::DimRole).toBool())
        painter->setOpacity(dimmed);
    QRect text = option.rect.adjusted(padding, 0, -4, -1);
    if (index.column() == EventTableModel::KindColumn) {
        painter->setRenderHint(QPainter::Antialiasing);
        const QPointF centre(text.left() + glyphSize / 2.0 + 1, text.center().y() + 0.5);
        drawGlyph(*painter, kindAt(index), centre, glyphSize, theme.kind(kindAt(index)));
        text.setLeft(text.left() + glyphRoom);
    }
    if (index.column() == EventTableModel::TitleColumn && index.data(EventTableModel::StarredRole).toBool()) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->fillPath(
            starPath(starSize).translated(text.left() + starSize / 2.0, text.center().y() + 0.5), theme.warning);
        text.setLeft(text.left() + glyphRoom);
    }
    const QFont font = uiFont(13);
    painter->setFont(font);
    painter->setPen(textColour(index, theme));
    const QString words = PlainText::foreign(QStringView(index.data().toString())).text();
    const QString fitting = QFontMetrics(font).elidedText(words, Qt::ElideRight, text.width());
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, fitting);
    paintFocus(*painter, option, theme);
    painter->restore();
}

QSize EventDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const int glyph = index.column() == EventTableModel::KindColumn ? glyphRoom : 0;
    const int text = QFontMetrics(uiFont(13)).horizontalAdvance(index.data().toString().left(200));
    return {text + padding + 14 + glyph, rowHeight};
}

QWidget *EventDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    if (index.column() == EventTableModel::KindColumn)
        return createKindEditor(parent);
    auto *line = new QLineEdit(parent);
    line->setFont(uiFont(13));
    line->setFrame(true);
    line->setTextMargins(4, 0, 4, 0);
    if (index.column() == EventTableModel::TimeColumn)
        line->setPlaceholderText(timeSample.left(16));
    line->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    return line;
}

QWidget *EventDelegate::createKindEditor(QWidget *parent) const
{
    auto *kinds = new KindEditor(parent);
    connect(kinds, &QComboBox::activated, this, [this, kinds] {
        auto *self = const_cast<EventDelegate *>(this); // createEditor() is const, taking the answer is not
        Q_EMIT self->commitData(kinds);
        Q_EMIT self->closeEditor(kinds);
    });
    return kinds;
}

void EventDelegate::updateEditorGeometry(
    QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QRect place = option.rect;
    if (index.column() == EventTableModel::TimeColumn) {
        const QString longest =
            std::max(index.data(Qt::EditRole).toString(), timeSample, [](const auto &a, const auto &b) {
                return a.size() < b.size();
            });
        place.setWidth(std::max(place.width(), editor->fontMetrics().horizontalAdvance(longest) + editorAir));
    }
    if (index.column() == EventTableModel::KindColumn)
        place.setWidth(std::max(place.width(), editor->sizeHint().width()));
    editor->setGeometry(place);
}

void EventDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    if (auto *kinds = qobject_cast<QComboBox *>(editor)) {
        kinds->setCurrentIndex(kinds->findData(index.data(EventTableModel::KindRole)));
        return;
    }
    if (auto *line = qobject_cast<QLineEdit *>(editor); line && !line->isModified())
        line->setText(index.data(Qt::EditRole).toString());
}

void EventDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (const auto *kinds = qobject_cast<QComboBox *>(editor))
        model->setData(index, kinds->currentData(), EventTableModel::KindRole);
    else if (const auto *line = qobject_cast<QLineEdit *>(editor); line && line->isModified())
        model->setData(index, line->text(), Qt::EditRole);
}

} // namespace downtimeline
