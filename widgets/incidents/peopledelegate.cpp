// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incidents/peopledelegate.h"

#include "models/items/peoplemodel.h"
#include "widgets/paint/plaintext.h"
#include "widgets/paint/theme.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPainter>

namespace downtimeline {
namespace {

constexpr int padding = 10;

/// What an empty cell asks for.
QString wanted(const QModelIndex &index)
{
    return index.column() == PeopleModel::NamesColumn ? PeopleDelegate::tr("names, parted by semicolons")
                                                      : PeopleDelegate::tr("person");
}

} // namespace

void PeopleDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, theme.selection);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.hairline);
    const QRect text = option.rect.adjusted(padding, 0, -4, -1);
    const QString words = PlainText::foreign(QStringView(index.data().toString())).text();
    const QFont font = uiFont(13);
    painter->setFont(font);
    painter->setPen(words.isEmpty() ? theme.muted : theme.ink);
    painter->drawText(
        text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetrics(font).elidedText(words.isEmpty() ? wanted(index) : words, Qt::ElideRight, text.width()));
    const QStyle::State ring = QStyle::State_HasFocus | QStyle::State_KeyboardFocusChange;
    if ((option.state & ring) == ring) {
        painter->setPen(theme.accent);
        painter->drawRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -1.5));
    }
    painter->restore();
}

QWidget *PeopleDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QString name = index.model()->headerData(index.column(), Qt::Horizontal).toString();
    if (index.column() == PeopleModel::NamesColumn) {
        auto *line = new QLineEdit(parent);
        line->setFont(uiFont(13));
        line->setTextMargins(4, 0, 4, 0);
        line->setPlaceholderText(wanted(index));
        line->setAccessibleName(name);
        return line;
    }
    auto *roles = new QComboBox(parent);
    roles->setEditable(true);
    roles->setFont(uiFont(13));
    roles->setAccessibleName(name);
    roles->setAutoFillBackground(true); // the style's buttons are translucent, and the cell is below
    roles->setBackgroundRole(QPalette::Base);
    if (const auto *people = qobject_cast<const PeopleModel *>(index.model()))
        roles->addItems(people->roles());
    return roles;
}

void PeopleDelegate::updateEditorGeometry(
    QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    editor->setGeometry(option.rect);
}

void PeopleDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const QString text = index.data(Qt::EditRole).toString();
    if (auto *roles = qobject_cast<QComboBox *>(editor)) {
        roles->setCurrentText(text);
        roles->lineEdit()->selectAll();
    } else if (auto *line = qobject_cast<QLineEdit *>(editor); line && !line->isModified()) {
        line->setText(text);
    }
}

void PeopleDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (const auto *roles = qobject_cast<QComboBox *>(editor))
        model->setData(index, roles->currentText(), Qt::EditRole);
    else if (const auto *line = qobject_cast<QLineEdit *>(editor))
        model->setData(index, line->text(), Qt::EditRole);
}

} // namespace downtimeline
