// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/import/sourcelinedelegate.h"

#include "widgets/import/sourcelinemodel.h"
#include "widgets/paint/plaintext.h"
#include "widgets/paint/theme.h"

#include <QFontDatabase>
#include <QPainter>

namespace downtimeline {
namespace {

constexpr int barWidth = 3;
constexpr int numberLeft = 12;
constexpr int gap = 16;
constexpr float lightTint = 0.09F;
constexpr float darkTint = 0.16F;
constexpr float selectedTint = 2.2F;

QFont lineFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(12);
    return font;
}

/// The colour of what a line was used for; invalid where it was used for nothing.
QColor markColour(const QModelIndex &index, const Theme &theme)
{
    const QVariant kind = index.data(SourceLineModel::KindRole);
    if (kind.isValid())
        return theme.kind(static_cast<EventKind>(kind.toInt()));
    if (index.data(SourceLineModel::FindingRole).toBool())
        return theme.warning;
    return {};
}

/// Tabs as wide as a person expects, and nothing that reorders or breaks the line.
QString shownText(const QModelIndex &index)
{
    QString text = index.data().toString();
    text.replace(u'\t', QStringLiteral("   "));
    return PlainText::foreign(QStringView(text)).text();
}

} // namespace

int SourceLineDelegate::textLeft(int lines)
{
    const auto digits = std::max<qsizetype>(2, QString::number(lines).size());
    return numberLeft + QFontMetrics(lineFont()).horizontalAdvance(u'9') * static_cast<int>(digits) + gap;
}

void SourceLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    const QRect row = option.rect;
    const bool isSelected = option.state & QStyle::State_Selected;
    const QColor colour = markColour(index, theme);
    painter->save();
    painter->fillRect(row, theme.panel);
    if (colour.isValid()) {
        QColor tint = colour;
        tint.setAlphaF((theme.isDark ? darkTint : lightTint) * (isSelected ? selectedTint : 1));
        painter->fillRect(row, tint);
    } else if (isSelected) {
        painter->fillRect(row, theme.selection);
    }
    if (colour.isValid())
        painter->fillRect(QRect(row.left(), row.top(), barWidth, row.height()), colour);
    else if (index.data(SourceLineModel::LeftOutRole).toBool())
        painter->fillRect(QRect(row.left(), row.top(), barWidth, row.height()), theme.muted);
    const int left = textLeft(index.model()->rowCount());
    QFont font = lineFont();
    font.setBold(isSelected);
    painter->setFont(font);
    painter->setPen(isSelected ? theme.ink : theme.muted);
    painter->drawText(
        QRect(row.left() + numberLeft, row.top(), left - gap - numberLeft, row.height()),
        Qt::AlignLeft | Qt::AlignVCenter, QString::number(index.row() + 1));
    const QRect text(row.left() + left, row.top(), row.width() - left - 12, row.height());
    painter->setFont(lineFont());
    painter->setPen(theme.ink);
    painter->drawText(
        text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetrics(lineFont()).elidedText(shownText(index), Qt::ElideRight, text.width()));
    const QStyle::State ring = QStyle::State_HasFocus | QStyle::State_KeyboardFocusChange;
    if ((option.state & ring) == ring) {
        painter->setPen(theme.accent);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(row).adjusted(0.5, 0.5, -0.5, -0.5));
    }
    painter->restore();
}

QSize SourceLineDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {120, rowHeight};
}

} // namespace downtimeline
