// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/paint/measureoverlay.h"

#include "models/timeline/displayzone.h"
#include "widgets/paint/textface.h"
#include "widgets/paint/theme.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace downtimeline {
namespace {

constexpr int rangeAlpha = 24;
constexpr int flagWidth = 15;
constexpr int nameHeight = 17;
constexpr int nameGap = 3;
constexpr int pillPadding = 6;

QColor faded(QColor colour, int alpha)
{
    colour.setAlpha(alpha);
    return colour;
}

} // namespace

MeasureOverlay::MeasureOverlay(ViewState &view, QWidget *plot, Scale scale, int header)
    : QWidget(plot), m_view(view), m_scale(std::move(scale)), m_header(header)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setGeometry(plot->rect());
    plot->installEventFilter(this);
    connect(&view, &ViewState::measuredChanged, this, &MeasureOverlay::follow);
    follow();
}

int MeasureOverlay::column(Instant instant, const TimeScale &scale)
{
    return static_cast<int>(std::lround(scale.x(instant)));
}

void MeasureOverlay::follow()
{
    setVisible(!m_view.measured().isEmpty());
    update();
}

bool MeasureOverlay::eventFilter(QObject *plot, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(plot, event);
}

/// Where a marker has its letter.
QRectF MeasureOverlay::flagAt(Instant marker, const TimeScale &scale) const
{
    const double left = column(marker, scale) - (flagWidth - 1) / 2.0;
    return {left, (m_header - nameHeight) / 2.0, double(flagWidth), double(nameHeight)};
}

void MeasureOverlay::paintRange(QPainter &painter, const TimeScale &scale) const
{
    const TimeRange range = *m_view.measured().range;
    const Theme &theme = Theme::of(this);
    const double left = std::clamp(scale.x(range.start), scale.left(), scale.right());
    const double right = std::clamp(scale.x(range.end), scale.left(), scale.right());
    if (range.end < scale.visible().start || range.start > scale.visible().end)
        return;
    painter.fillRect(QRectF(left, m_header, right - left, height() - m_header), faded(theme.accent, rangeAlpha));
    for (const Instant end : {range.start, range.end})
        if (const double x = scale.x(end); x >= scale.left() && x <= scale.right())
            painter.fillRect(QRect(column(end, scale), m_header, 1, height() - m_header), theme.accent);
    if (!m_labels)
        return;
    const QString text = durationText(range.length());
    const double width = FontMeasure().width(text, TextFace::EventTime) + 2 * pillPadding;
    const double first = scale.left();
    const double last = std::max(first, scale.right() - width);
    const double place = std::round(std::clamp((left + right - width) / 2, first, last));
    QRectF pill(place, (m_header - nameHeight) / 2.0, std::ceil(width), nameHeight);
    for (const std::optional<Instant> &marker : {m_view.measured().a, m_view.measured().b})
        if (const QRectF flag = marker ? flagAt(*marker, scale) : QRectF(); flag.intersects(pill))
            pill.moveLeft(flag.right() + nameGap <= last ? flag.right() + nameGap : flag.left() - nameGap - width);
    paintName(painter, pill, text, theme.accent, theme.onAccent());
}

void MeasureOverlay::paintName(
    QPainter &painter, const QRectF &place, const QString &name, QColor colour, QColor ink) const
{
    const QColor background = Theme::of(this).background;
    for (const QRectF &label : m_labels())
        if (label.intersects(place))
            painter.fillRect(label, background);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(place, 3, 3);
    painter.setPen(ink);
    painter.setFont(fontOf(TextFace::EventTime));
    painter.drawText(place, Qt::AlignCenter, name);
}

void MeasureOverlay::paintMarker(QPainter &painter, const TimeScale &scale, Instant at, QChar letter) const
{
    const double x = scale.x(at);
    if (x < scale.left() || x > scale.right())
        return;
    const Theme &theme = Theme::of(this);
    const int place = column(at, scale);
    painter.fillRect(QRect(place, m_header, 1, height() - m_header), theme.ink);
    if (m_labels)
        paintName(painter, flagAt(at, scale), QString(letter), theme.ink, theme.background);
}

void MeasureOverlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const TimeScale scale = m_scale();
    const Measured &measured = m_view.measured();
    if (measured.range)
        paintRange(painter, scale);
    if (measured.a)
        paintMarker(painter, scale, *measured.a, u'A');
    if (measured.b)
        paintMarker(painter, scale, *measured.b, u'B');
}

} // namespace downtimeline
