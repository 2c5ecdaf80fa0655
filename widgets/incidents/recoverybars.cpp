// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incidents/recoverybars.h"

#include "widgets/paint/plaintext.h"
#include "widgets/paint/theme.h"

#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

namespace downtimeline {
namespace {

constexpr int side = 18;
constexpr int barTop = 34;
constexpr int barBottom = 76;
constexpr double gap = 5;
constexpr double leastHeight = 3;

} // namespace

RecoveryBars::RecoveryBars(QWidget *parent) : QWidget(parent)
{
    setMouseTracking(true);
    setAccessibleName(tr("Median time to recover, last 12 months"));
    hide();
}

void RecoveryBars::setMonths(std::vector<RecoveryMonth> months)
{
    m_months = std::move(months);
    m_longest = Duration(1);
    QStringList spoken;
    for (const RecoveryMonth &month : m_months) {
        m_longest = std::max(m_longest, month.median.value_or(Duration(1)));
        spoken << describe(month);
    }
    setAccessibleDescription(spoken.join(u'\n'));
    setVisible(!m_months.empty());
    update();
}

QString RecoveryBars::textAt(QPoint position) const
{
    for (std::size_t i = 0; i < m_months.size(); ++i) {
        if (columnOf(i).contains(position))
            return describe(m_months[i]);
    }
    return {};
}

void RecoveryBars::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(QRect(8, 0, width() - 16, 1), theme.hairline);
    painter.setFont(uiFont(12));
    painter.setPen(theme.muted);
    painter.drawText(QRect(side, 8, width() - 2 * side, 20), Qt::AlignLeft | Qt::AlignVCenter, accessibleName());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (std::size_t i = 0; i < m_months.size(); ++i) {
        painter.setBrush(i + 1 == m_months.size() ? theme.accent : theme.hairline);
        if (m_months[i].median)
            painter.drawRoundedRect(barOf(i), 2, 2);
    }
}

void RecoveryBars::mouseMoveEvent(QMouseEvent *event)
{
    setToolTipText(this, PlainText::own(textAt(event->position().toPoint())));
}

QRectF RecoveryBars::columnOf(std::size_t month) const
{
    const double step = (width() - 2.0 * side + gap) / static_cast<double>(std::max<std::size_t>(m_months.size(), 1));
    return {side + static_cast<double>(month) * step, barTop, step - gap, barBottom - barTop};
}

QRectF RecoveryBars::barOf(std::size_t month) const
{
    QRectF bar = columnOf(month);
    const double share = static_cast<double>(m_months[month].median->count()) / static_cast<double>(m_longest.count());
    bar.setTop(bar.bottom() - std::max(leastHeight, share * bar.height()));
    return bar;
}

QString RecoveryBars::describe(const RecoveryMonth &month) const
{
    const QString name = QLocale().standaloneMonthName(month.month) + u' ' + QString::number(month.year);
    if (!month.median)
        return tr("%1: no incident with a time to recover").arg(name);
    return tr("%1: median %2 of %n incident(s)", nullptr, month.count).arg(name, durationText(*month.median));
}

} // namespace downtimeline
