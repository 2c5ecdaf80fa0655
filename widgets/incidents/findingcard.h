// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndex>
#include <QPainter>
#include <QTextLayout>

namespace downtimeline {

struct Theme;

/// The words of one finding laid out to a width: title in bold, message, lines in muted. Painting and hit testing read
/// the same layout.
class FindingCard
{
public:
    /// width is that of the row, in logical pixels.
    FindingCard(const QModelIndex &index, double width, const Theme &theme);
    FindingCard(const FindingCard &) = delete;
    FindingCard &operator=(const FindingCard &) = delete;

    /// Of the row, with the gap to the next card.
    double height() const;
    void paint(QPainter &painter, const QRectF &row, bool isSelected, bool hasFocus) const;
    /// The line number under a point of the row; the first where it is between two, 0 where there is none.
    int lineAt(QPointF point) const;

private:
    QRectF cardIn(const QRectF &row) const;
    void layOut(double width);

    const Theme &m_theme;
    QTextLayout m_layout;
    QString m_text;
    qsizetype m_linesStart = 0; ///< in m_text; its end where no line is named
    int m_decision = 0;
};

} // namespace downtimeline
