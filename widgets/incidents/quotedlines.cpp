// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incidents/quotedlines.h"

#include "widgets/paint/plaintext.h"
#include "widgets/paint/theme.h"

#include <QPainter>

namespace downtimeline {
namespace {

constexpr int padding = 8;
constexpr int edge = 3;

} // namespace

QuotedLines::QuotedLines(QWidget *parent) : QWidget(parent)
{
    setFont(uiFont(12));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void QuotedLines::setLines(std::vector<QuotedLine> lines)
{
    m_lines = std::move(lines);
    QStringList spoken;
    for (const QuotedLine &line : m_lines)
        spoken << tr("line %1: %2").arg(line.number).arg(PlainText::foreign(QStringView(line.text)).text());
    setAccessibleName(tr("Lines of the source"));
    setAccessibleDescription(spoken.join(u'\n'));
    setVisible(!m_lines.empty());
    updateGeometry();
    update();
}

int QuotedLines::rowHeight() const
{
    return fontMetrics().height() + 4;
}

QSize QuotedLines::sizeHint() const
{
    return {240, rowHeight() * static_cast<int>(m_lines.size())};
}

void QuotedLines::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setFont(font());
    painter.fillRect(rect(), theme.panel);
    if (m_lines.empty())
        return;
    const int numbers = fontMetrics().horizontalAdvance(QString::number(m_lines.back().number));
    QRect row(0, 0, width(), rowHeight());
    for (const QuotedLine &line : m_lines) {
        if (line.isEvents) {
            painter.fillRect(row, theme.selection);
            painter.fillRect(QRect(row.left(), row.top(), edge, row.height()), theme.accent);
        }
        painter.setPen(theme.muted);
        const QRect number(row.left() + padding, row.top(), numbers, row.height());
        painter.drawText(number, Qt::AlignRight | Qt::AlignVCenter, QString::number(line.number));
        painter.setPen(line.isEvents ? theme.ink : theme.muted);
        const QRect text = row.adjusted(number.right() + padding, 0, -padding, 0);
        const QString words = PlainText::foreign(QStringView(line.text)).text().simplified();
        painter.drawText(
            text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
            fontMetrics().elidedText(words, Qt::ElideRight, text.width()));
        row.translate(0, rowHeight());
    }
}

} // namespace downtimeline
