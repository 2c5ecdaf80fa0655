// SPDX-License-Identifier: GPL-3.0-or-later
// What pointer, fingers and keys do to a chart.
#include "widgets/charts/chartpane.h"

#include "models/timeline/wholerange.h"
#include "widgets/charts/chartheader.h"
#include "widgets/charts/plotchart.h"
#include "widgets/paint/plaintext.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QTouchEvent>

#include <algorithm>

namespace downtimeline {

namespace {

constexpr double cursorStep = 8; ///< logical pixels a key press
constexpr double eventReach = 8; ///< down from the top edge, where the marks of events are told

std::optional<ChartRequest> requestOf(int key)
{
    switch (key) {
    case Qt::Key_L:
        return ChartRequest::Logarithmic;
    case Qt::Key_S:
        return ChartRequest::Save;
    case Qt::Key_T:
        return ChartRequest::Numbers;
    case Qt::Key_O:
        return ChartRequest::Objective;
    default:
        return {};
    }
}

} // namespace

/// The chart is copied, whatever else of the window Ctrl+C would copy.
bool ChartPane::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy))
        event->accept();
    return QChartView::event(event);
}

bool ChartPane::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::NativeGesture:
        return m_gestures.pinch(*static_cast<QNativeGestureEvent *>(event), scale()) ||
               QChartView::viewportEvent(event);
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
    case QEvent::TouchCancel:
        return touch(*static_cast<QTouchEvent *>(event)) || QChartView::viewportEvent(event);
    case QEvent::Leave:
        m_gestures.leave();
        return QChartView::viewportEvent(event);
    default:
        return QChartView::viewportEvent(event);
    }
}

/// A tap has no pointer to show the value with: it puts the cursor there.
bool ChartPane::touch(const QTouchEvent &touch)
{
    const TimeGestures::Outcome outcome = m_gestures.touch(touch, scale());
    if (outcome == TimeGestures::Outcome::Click)
        m_gestures.point(touch.points().first().position().x(), scale());
    else if (outcome == TimeGestures::Outcome::DoubleClick)
        zoomAt(touch.points().first().position());
    return outcome != TimeGestures::Outcome::NotMine;
}

void ChartPane::wheelEvent(QWheelEvent *event)
{
    event->setAccepted(m_gestures.wheel(*event, scale()));
}

void ChartPane::mousePressEvent(QMouseEvent *event)
{
    event->setAccepted(m_gestures.press(*event, scale()));
}

void ChartPane::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_gestures.move(*event, scale()))
        tellWhatIsHere(event->position());
    const bool isOnLegend = !m_gestures.isDragging() && legendAt(event->position());
    viewport()->setCursor(
        isOnLegend ? Qt::PointingHandCursor : m_gestures.shape(event->position().x(), scale(), Qt::ArrowCursor));
    m_gestures.point(event->position().x(), scale());
    event->accept();
}

void ChartPane::mouseReleaseEvent(QMouseEvent *event)
{
    const bool isClick = m_gestures.release(*event, scale()) == TimeGestures::Outcome::Click;
    const std::optional<std::size_t> curve = legendAt(event->position());
    if (isClick && curve && event->button() == Qt::LeftButton)
        toggleCurve(*curve);
    viewport()->setCursor(curve ? Qt::PointingHandCursor : Qt::ArrowCursor);
    event->accept();
}

void ChartPane::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        zoomAt(event->position());
    event->accept();
}

/// To the phase whose row is there, where it has a length, or else to the whole.
void ChartPane::zoomAt(QPointF position)
{
    for (const PlacedBar &row : m_plot->shown().rows) {
        const bool isHere = row.rect.top() <= position.y() && position.y() <= row.rect.bottom();
        if (isHere && position.x() >= m_left && !row.range.isEmpty()) {
            m_view.flyTo(withAir(row.range));
            return;
        }
    }
    m_view.fit();
}

void ChartPane::keyPressEvent(QKeyEvent *event)
{
    if (m_gestures.key(*event) || moveCursorByKey(event->key()) || actByKey(*event))
        event->accept();
    else
        QChartView::keyPressEvent(event);
}

bool ChartPane::moveCursorByKey(int key)
{
    if (key != Qt::Key_Left && key != Qt::Key_Right)
        return false;
    const TimeScale now = scale();
    const double from = now.x(shownCursor().value_or(m_view.visible().start));
    const double to = from + (key == Qt::Key_Left ? -cursorStep : cursorStep);
    m_view.setCursor(now.instant(std::clamp(to, now.left(), now.right())));
    return true;
}

bool ChartPane::actByKey(const QKeyEvent &event)
{
    if (event.matches(QKeySequence::Copy)) {
        perform(ChartRequest::Copy);
        return true;
    }
    if (event.modifiers() & ~Qt::KeypadModifier)
        return false;
    if (event.key() >= Qt::Key_1 && event.key() <= Qt::Key_9) {
        toggleCurve(static_cast<std::size_t>(event.key() - Qt::Key_1));
        return true;
    }
    const std::optional<ChartRequest> wanted = requestOf(event.key());
    if (!wanted || (*wanted == ChartRequest::Objective && !m_content.isAxisFree))
        return false;
    perform(*wanted);
    return true;
}

void ChartPane::perform(ChartRequest what)
{
    if (what == ChartRequest::Copy)
        copy();
    else if (what == ChartRequest::Logarithmic)
        toggleLogarithmic();
    else
        Q_EMIT requested(what);
}

void ChartPane::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = makeChartMenu(
        {.content = m_content,
         .options = m_options,
         .arePhasesShown = m_arePhasesShown,
         .request = [this](ChartRequest what) { perform(what); },
         .toggleCurve = [this](std::size_t curve) { toggleCurve(curve); }},
        this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const int x = isByKey && shownCursor() ? static_cast<int>(scale().x(*shownCursor())) : m_left;
    menu->popup(isByKey ? mapToGlobal(QPoint(x, ChartMetrics::headerHeight)) : event->globalPos());
    event->accept();
}

std::optional<std::size_t> ChartPane::legendAt(QPointF position) const
{
    if (position.y() > ChartMetrics::headerHeight || m_content.curves.size() < 2)
        return {};
    for (const LegendPlace &place : legendPlaces(legendRect(), m_content, shownCursor())) {
        if (place.rect.contains(position))
            return place.curve;
    }
    return {};
}

/// The words at a point: those of the marks at the top edge, of a label, or what a click in the legend does.
PlainText ChartPane::toldAt(QPointF position) const
{
    const QRectF plot = m_plot->shown().plot;
    if (m_events.index && position.y() >= plot.top() && position.y() <= plot.top() + eventReach) {
        const QString told = eventsTold(m_events, scale(), position.x(), m_view.zone());
        if (!told.isEmpty())
            return PlainText::foreign(told);
    }
    if (const auto curve = legendAt(position)) {
        const ChartCurve &here = m_content.curves[*curve];
        return PlainText::own((here.isHidden ? tr("Show “%1”, key %2") : tr("Hide “%1”, key %2"))
                                  .arg(here.name.text(), QString::number(*curve + 1)));
    }
    const std::vector<ChartHit> &hits = m_plot->shown().hits;
    const auto hit = std::ranges::find_if(hits, [&](const ChartHit &each) { return each.rect.contains(position); });
    return hit == hits.end() ? PlainText() : hit->text;
}

void ChartPane::tellWhatIsHere(QPointF position)
{
    const PlainText text = toldAt(position);
    if (text.text() == m_told)
        return;
    m_told = text.text();
    setToolTipText(viewport(), text);
}

} // namespace downtimeline
