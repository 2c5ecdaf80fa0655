// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incidents/findingcard.h"

#include "models/items/findinglistmodel.h"
#include "widgets/paint/plaintext.h"
#include "widgets/paint/theme.h"

namespace downtimeline {
namespace {

constexpr double side = 14;
constexpr double gap = 6;
constexpr double edgeWidth = 3;
constexpr double paddingX = 14;
constexpr double paddingY = 8;

QString words(const QModelIndex &index, int role)
{
    return PlainText::foreign(QStringView(index.data(role).toString())).text().simplified();
}

Finding::Decision decisionAt(const QModelIndex &index)
{
    return static_cast<Finding::Decision>(index.data(FindingListModel::DecisionRole).toInt());
}

/// What a decision adds to the title; nothing while it is open.
QString decisionWord(Finding::Decision decision)
{
    switch (decision) {
    case Finding::Decision::Open:
        return {};
    case Finding::Decision::Settled:
        return FindingListModel::tr("Settled · ");
    case Finding::Decision::Dismissed:
        return FindingListModel::tr("Dismissed · ");
    }
    return {};
}

QTextLayout::FormatRange range(qsizetype start, qsizetype end, const QColor &colour, bool isBold)
{
    QTextLayout::FormatRange result;
    result.start = static_cast<int>(start);
    result.length = static_cast<int>(end - start);
    result.format.setForeground(colour);
    if (isBold)
        result.format.setFontWeight(QFont::DemiBold);
    return result;
}

} // namespace

FindingCard::FindingCard(const QModelIndex &index, double width, const Theme &theme) : m_theme(theme)
{
    const Finding::Decision decision = decisionAt(index);
    m_decision = static_cast<int>(decision);
    QString title = decisionWord(decision) + words(index, Qt::DisplayRole);
    if (!title.endsWith(u'.'))
        title += u'.';
    const QString message = words(index, FindingListModel::MessageRole);
    const QString lines = words(index, FindingListModel::LinesTextRole);
    m_text = title + (message.isEmpty() ? QString() : u' ' + message);
    const qsizetype messageEnd = m_text.size();
    m_text += lines.isEmpty() ? QString() : u' ' + lines;
    m_linesStart = lines.isEmpty() ? m_text.size() : messageEnd + 1;
    const QColor ink = decision == Finding::Decision::Open ? theme.ink : theme.muted;
    m_layout.setText(m_text);
    m_layout.setFont(uiFont(13));
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout.setTextOption(option);
    m_layout.setFormats(
        {range(0, title.size(), ink, true), range(title.size(), messageEnd, ink, false),
         range(messageEnd, m_text.size(), theme.muted, false)});
    layOut(width);
}

double FindingCard::height() const
{
    return m_layout.boundingRect().height() + 2 * paddingY + gap;
}

void FindingCard::paint(QPainter &painter, const QRectF &row, bool isSelected, bool hasFocus) const
{
    const QRectF card = cardIn(row);
    QColor fill = isSelected ? m_theme.selection : m_theme.hairline;
    if (!isSelected)
        fill.setAlphaF(m_theme.isDark ? 0.5F : 0.6F);
    const bool isOpen = m_decision == static_cast<int>(Finding::Decision::Open);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus ? QPen(m_theme.accent) : QPen(Qt::NoPen));
    painter.setBrush(fill);
    painter.drawRoundedRect(card, 4, 4);
    painter.setPen(Qt::NoPen);
    painter.fillRect(
        QRectF(card.left(), card.top(), edgeWidth, card.height()), isOpen ? m_theme.warning : m_theme.muted);
    m_layout.draw(&painter, card.topLeft() + QPointF(edgeWidth + paddingX, paddingY));
}

int FindingCard::lineAt(QPointF point) const
{
    const QPointF inText = point - QPointF(side + edgeWidth + paddingX, paddingY);
    for (int i = 0; i < m_layout.lineCount(); ++i) {
        const QTextLine line = m_layout.lineAt(i);
        if (!line.naturalTextRect().contains(inText))
            continue;
        const qsizetype at = line.xToCursor(inText.x(), QTextLine::CursorOnCharacter);
        if (at < m_linesStart)
            return 0;
        qsizetype start = at;
        while (start > m_linesStart && m_text[start - 1].isDigit())
            --start;
        while (start < m_text.size() && !m_text[start].isDigit()) // on a word or a comma: the number after it
            ++start;
        qsizetype end = start;
        while (end < m_text.size() && m_text[end].isDigit())
            ++end;
        return QStringView(m_text).mid(start, end - start).toInt();
    }
    return 0;
}

QRectF FindingCard::cardIn(const QRectF &row) const
{
    return row.adjusted(side, 0, -side, -gap);
}

void FindingCard::layOut(double width)
{
    const double room = std::max(40.0, width - 2 * side - edgeWidth - 2 * paddingX);
    double y = 0;
    m_layout.beginLayout();
    for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
        line.setLineWidth(room);
        line.setPosition(QPointF(0, y));
        y += line.height() + 2;
    }
    m_layout.endLayout();
}

} // namespace downtimeline
