// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incidents/librarydelegate.h"

#include "models/items/incidentlistmodel.h"
#include "widgets/paint/plaintext.h"
#include "widgets/paint/theme.h"

#include <QPainter>

namespace downtimeline {
namespace {

constexpr int rowHeight = 55;
constexpr int inset = 8;
constexpr int padding = 10;
constexpr int chipHeight = 18;
constexpr int chipPadding = 7;
constexpr double radius = 6;

QString shown(const QModelIndex &index, int role)
{
    return PlainText::foreign(QStringView(index.data(role).toString())).text();
}

void paintRow(QPainter &painter, const QRect &row, const QStyleOptionViewItem &option, const Theme &theme)
{
    painter.setPen(Qt::NoPen);
    if (option.state & QStyle::State_Selected) {
        painter.setBrush(theme.selection);
        painter.drawRoundedRect(row, radius, radius);
    } else if (option.state & QStyle::State_MouseOver) {
        QColor shade = theme.ink;
        shade.setAlphaF(0.04F);
        painter.setBrush(shade);
        painter.drawRoundedRect(row, radius, radius);
    }
    const QStyle::State ring = QStyle::State_HasFocus | QStyle::State_KeyboardFocusChange;
    if ((option.state & ring) == ring) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.accent, 1));
        painter.drawRoundedRect(QRectF(row).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    }
}

/// Answers how much room it took, with the gap after it.
int paintChip(QPainter &painter, QPoint topLeft, Severity severity, const Theme &theme)
{
    const QString label = severityLabel(severity);
    const QFont font = uiFont(11, QFont::DemiBold);
    const int width = QFontMetrics(font).horizontalAdvance(label) + 2 * chipPadding;
    const QRect chip(topLeft, QSize(width, chipHeight));
    painter.setFont(font);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.severity(severity), 1));
    painter.drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.drawText(chip, Qt::AlignCenter, label);
    return width + 6;
}

void paintLine(QPainter &painter, const QRect &rect, const QString &text, const QFont &font, const QColor &colour)
{
    painter.setFont(font);
    painter.setPen(colour);
    const QString fitting = QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width());
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, fitting);
}

} // namespace

void LibraryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    const QRect row = option.rect.adjusted(inset, 0, -inset, -1);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintRow(*painter, row, option, theme);
    const QRect inner = row.adjusted(padding, 0, -padding, 0);
    QRect title(inner.left(), row.top() + 9, inner.width(), chipHeight);
    const QVariant severity = index.data(IncidentListModel::SeverityRole);
    if (severity.isValid())
        title.setLeft(
            title.left() + paintChip(*painter, title.topLeft(), static_cast<Severity>(severity.toInt()), theme));
    paintLine(*painter, title, shown(index, Qt::DisplayRole), uiFont(13, QFont::DemiBold), theme.ink);
    const QRect line(inner.left(), title.bottom() + 2, inner.width(), 18);
    paintLine(*painter, line, shown(index, IncidentListModel::LineRole), uiFont(12), theme.muted);
    painter->restore();
}

QSize LibraryDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, rowHeight};
}

} // namespace downtimeline
