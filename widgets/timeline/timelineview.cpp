// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timelineview.h"

#include "widgets/paint/displaylistpainter.h"
#include "widgets/paint/measureoverlay.h"
#include "widgets/paint/theme.h"
#include "widgets/timeline/clusterlist.h"
#include "widgets/timeline/cursorline.h"
#include "widgets/timeline/timelinelayout.h"
#include "widgets/timeline/zoomtarget.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLineF>
#include <QNativeGestureEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QTouchEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace downtimeline {
namespace {

constexpr double clickWay = 24; ///< logical pixels between two clicks that belong together

} // namespace

TimelineView::TimelineView(ViewState *state, QWidget *parent)
    : QWidget(parent), m_state(state), m_gestures(*state), m_handles(*state, *this), m_cursorLine(new CursorLine(this)),
      m_chip(new TimeChip(this)), m_nothing(new Label(this))
{
    Q_ASSERT(state);
    setLayoutDirection(Qt::LeftToRight); // time runs left to right in every language
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAttribute(Qt::WA_AcceptTouchEvents);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setAccessibleName(tr("Timeline"));
    m_nothing->setText(PlainText::own(
        tr("No events with a time\n\nAdd event (Insert) puts one here; a time typed in the table places one that has "
           "none.")));
    m_nothing->setFont(uiFont(13));
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_nothing->setVisible(!m_state->hasTimes());
    auto *measured =
        new MeasureOverlay(*m_state, this, [this] { return scale(); }, static_cast<int>(m_metrics.rulerHeight));
    measured->nameInHeader([this] { return rulerLabels(); });
    connectState();
}

void TimelineView::connectState()
{
    connect(&m_handles, &LaneHandles::currentChanged, this, &TimelineView::describeForReaders);
    connect(m_state, &ViewState::visibleChanged, this, &TimelineView::layOutAgain);
    connect(m_state, &ViewState::lanesChanged, this, [this] {
        updateGeometry();
        layOutAgain();
    });
    connect(m_state, &ViewState::zoneChanged, this, [this] {
        describeForReaders();
        updateGeometry(); // the ruler has one row or two
        layOutAgain();
    });
    connect(m_state, &ViewState::cursorChanged, this, &TimelineView::showCursor);
    connect(m_state, &ViewState::selectionChanged, this, [this](std::optional<EventId> selection) {
        if (selection)
            bringIntoView(*selection);
        describeForReaders();
        layOutAgain();
    });
}

void TimelineView::setContent(TimelineContent content, TimelineTexts texts)
{
    if (m_cluster)
        m_cluster->shut(); // it reads the content
    m_content = std::move(content);
    m_texts = std::move(texts);
    describeForReaders();
    updateGeometry();
    layOutAgain();
}

void TimelineView::refreshTexts()
{
    describeForReaders();
    layOutAgain();
}

void TimelineView::setGutter(int left, int right)
{
    if (left == m_leftGutter && right == m_rightGutter)
        return;
    m_leftGutter = left;
    m_rightGutter = right;
    layOutAgain();
}

int TimelineView::neededGutter() const
{
    return downtimeline::neededGutter(m_content, look(), m_metrics, FontMeasure());
}

TimeScale TimelineView::scale() const
{
    return {m_state->visible(), double(m_leftGutter), double(std::max(0, width() - m_leftGutter - m_rightGutter))};
}

TimelineLook TimelineView::look() const
{
    return {
        .zone = m_state->zone(),
        .second = m_state->secondZone(),
        .lanes = m_state->lanes(),
        .selection = m_state->selection(),
        .title = m_texts.title};
}

const DisplayList &TimelineView::list()
{
    if (m_isListStale) {
        m_list = m_state->hasTimes() ? layoutTimeline(m_content, look(), scale(), size(), m_metrics, FontMeasure())
                                     : DisplayList();
        m_isListStale = false;
        m_isPictureStale = true;
    }
    return m_list;
}

QSize TimelineView::sizeHint() const
{
    double height = rulerHeight(look(), m_metrics) + 6;
    if (!m_content.analysis().phases.empty())
        height += m_metrics.phasesHeight;
    for (const std::size_t lane : m_content.drawnLanes(m_state->lanes()))
        height +=
            m_state->lanes().isCollapsed(m_content.lanes()[lane]) ? m_metrics.thinLaneHeight : m_metrics.laneHeight;
    return {800, static_cast<int>(std::ceil(height))};
}

QSize TimelineView::minimumSizeHint() const
{
    return {m_leftGutter + m_rightGutter + 120, static_cast<int>(m_metrics.rulerHeight + m_metrics.phasesHeight) + 66};
}

void TimelineView::layOutAgain()
{
    m_isListStale = true;
    m_nothing->setVisible(!m_state->hasTimes());
    showCursor();
    update();
}

void TimelineView::showCursor()
{
    const std::optional<Instant> cursor = m_state->cursor();
    const TimeScale now = scale();
    const double x = cursor ? now.x(*cursor) : 0;
    const bool shown = m_state->hasTimes() && cursor && x >= now.left() && x <= now.right();
    if (!shown) {
        m_cursorLine->hide();
        m_chip->hide();
        return;
    }
    const int ruler = static_cast<int>(m_metrics.rulerHeight);
    m_cursorLine->showAt(x, static_cast<int>(rulerHeight(look(), m_metrics)));
    m_chip->showAt(x, ruler, cursorText(*cursor, look()));
    for (const PlotLabel &label : list().labels)
        if (label.ink == Ink::RulerText && label.rect.left() >= now.left() && label.rect.top() < ruler)
            m_chip->cover(label.rect.marginsAdded({2, -4, 2, -4}));
}

std::vector<QRectF> TimelineView::rulerLabels()
{
    std::vector<QRectF> labels;
    for (const PlotLabel &label : list().labels)
        if (label.ink == Ink::RulerText && label.rect.left() >= m_leftGutter)
            labels.push_back(label.rect);
    return labels;
}

void TimelineView::paintPicture()
{
    const DisplayList &shown = list();
    const double ratio = devicePixelRatioF();
    const QSize wanted = (QSizeF(size()) * ratio).toSize();
    if (!m_isPictureStale && m_picture.size() == wanted)
        return;
    if (m_picture.size() != wanted)
        m_picture = QPixmap(wanted);
    m_picture.setDevicePixelRatio(ratio);
    const Theme &theme = Theme::of(this);
    m_picture.fill(theme.background);
    QPainter painter(&m_picture);
    paintTimeline(painter, shown, theme, &m_glyphs);
    m_isPictureStale = false;
}

void TimelineView::paintEvent(QPaintEvent *event)
{
    paintPicture();
    QPainter painter(this);
    const QRectF dirty = event->rect();
    const double ratio = m_picture.devicePixelRatio();
    painter.drawPixmap(dirty, m_picture, QRectF(dirty.topLeft() * ratio, dirty.size() * ratio));
    m_handles.paint(painter, sight());
    if (m_showsFocus && hasFocus())
        painter.fillRect(QRect(0, 0, 2, height()), Theme::of(this).accent);
}

/// Who came by the keyboard sees where the keys go.
void TimelineView::focusInEvent(QFocusEvent *event)
{
    m_showsFocus = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason ||
                   event->reason() == Qt::ShortcutFocusReason;
    QWidget::focusInEvent(event);
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_nothing->setGeometry(rect().marginsRemoved({24, 8, 24, 8}));
    layOutAgain();
}

void TimelineView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange ||
        event->type() == QEvent::LanguageChange)
        layOutAgain();
}

void TimelineView::wheelEvent(QWheelEvent *event)
{
    event->setAccepted(m_gestures.wheel(*event, scale()));
    hover(event->position());
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    event->setAccepted(m_handles.press(*event, sight()) || m_gestures.press(*event, scale()));
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_handles.move(*event, sight()))
        return;
    m_gestures.move(*event, scale());
    hover(event->position());
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_handles.release(*event, sight()))
        return;
    if (m_gestures.release(*event, scale()) == TimeGestures::Outcome::Click)
        click(event->position());
    hover(event->position());
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        activate(event->position());
}

void TimelineView::activate(QPointF position)
{
    if (m_cluster)
        m_cluster->shut(); // the first click may have opened it
    // The first click of the two may have moved everything: what it hit is meant.
    const HitArea *found = list().hitAt(position);
    const bool isSecond = m_click && QLineF(m_click->place, position).length() <= clickWay;
    const std::optional<HitArea> hit = isSecond ? m_click->hit : found ? std::optional(*found) : std::nullopt;
    m_click.reset();
    const double phasesTop = rulerHeight(look(), m_metrics);
    const bool isInPhases = position.y() >= phasesTop && position.y() < phasesTop + m_metrics.phasesHeight;
    const std::optional<TimeRange> closer = hit          ? zoomTarget(*hit, m_content)
                                            : isInPhases ? phaseTarget(scale().instant(position.x()), m_content)
                                                         : std::nullopt;
    if (closer)
        m_state->flyTo(*closer);
    else if (hit)
        Q_EMIT eventActivated(hit->event);
    else
        m_state->fit();
}

void TimelineView::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    m_gestures.leave();
}

void TimelineView::hover(QPointF position)
{
    m_gestures.point(position.x(), scale());
    const HitArea *hit = list().hitAt(position);
    const bool isOnName =
        std::ranges::any_of(list().lanes, [position](const LaneArea &area) { return area.name.contains(position); });
    const Qt::CursorShape plain = hit ? Qt::PointingHandCursor : isOnName ? Qt::OpenHandCursor : Qt::ArrowCursor;
    setCursor(m_gestures.shape(position.x(), scale(), plain));
    if (hit)
        setToolTipText(this, detailsOf(*hit, m_content, look(), m_texts));
    else if (position.y() < m_metrics.rulerHeight && position.x() < m_leftGutter)
        setToolTipText(this, zoneDetails(m_content, look()));
    else
        setToolTipText(this, PlainText());
}

void TimelineView::click(QPointF position)
{
    const HitArea *found = list().hitAt(position);
    m_click = Click{position, found ? std::optional(*found) : std::nullopt};
    if (!found) {
        m_state->select(std::nullopt);
        return;
    }
    const HitArea hit = *found; // what follows lays out anew
    if (hit.count > 1)
        openCluster(hit);
    else
        choose(hit.event);
}

void TimelineView::choose(EventId event)
{
    m_state->select(event);
    Q_EMIT detailsRequested(event);
}

std::optional<Instant> TimelineView::selectedInstant() const
{
    const auto index = m_state->selection() ? m_content.indexOf(*m_state->selection()) : std::nullopt;
    return index ? std::optional(m_content.event(*index).at) : std::nullopt;
}

void TimelineView::fitSelection()
{
    if (const auto index = m_state->selection() ? m_content.indexOf(*m_state->selection()) : std::nullopt)
        m_state->flyTo(fittedTo(*index, m_content));
}

void TimelineView::stepByKind(int direction)
{
    const auto index = m_state->selection() ? m_content.indexOf(*m_state->selection()) : std::nullopt;
    stepSelection(direction, index ? std::optional(m_content.event(*index).kind) : std::nullopt);
}

void TimelineView::stepSelection(int direction, std::optional<EventKind> kind)
{
    const EventIndex &events = m_content.events();
    const auto selected = m_state->selection() ? m_content.indexOf(*m_state->selection()) : std::nullopt;
    const auto count = static_cast<std::int64_t>(events.size());
    std::int64_t i = selected ? std::int64_t{*selected} + direction : direction > 0 ? 0 : count - 1;
    for (; i >= 0 && i < count; i += direction) {
        const EventEntry &event = events[static_cast<std::size_t>(i)];
        const auto index = static_cast<TimelineContent::Index>(i);
        if (!m_content.isShown(index) || !m_content.passes(index) || (kind && event.kind != *kind) ||
            m_state->lanes().isHidden(m_content.lanes()[m_content.laneOf(index)]))
            continue;
        m_state->select(event.id);
        return;
    }
}

/// Pans no more than needed; an event that is visible stays where it is.
void TimelineView::bringIntoView(EventId event)
{
    const auto index = m_content.indexOf(event);
    if (!index)
        return;
    const EventEntry &entry = m_content.event(*index);
    const TimeRange visible = m_state->visible();
    const Duration margin = visible.length() / 10;
    if (entry.at >= visible.start && entry.at <= visible.end)
        return;
    const Duration by = entry.at < visible.start ? entry.at - margin - visible.start : entry.at + margin - visible.end;
    m_state->flyTo(panned(visible, by));
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    if (m_handles.key(*event, sight()))
        return;
    if (event->key() == Qt::Key_Escape && !m_state->selection() && !m_state->filter().isEmpty())
        m_state->setFilter({}); // the selection goes first, then what narrows the view
    else if (!takeKey(*event))
        QWidget::keyPressEvent(event);
}

bool TimelineView::takeKey(const QKeyEvent &event)
{
    if (m_gestures.key(event, selectedInstant()))
        return true;
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        stepSelection(event.key() == Qt::Key_Left ? -1 : 1);
        return true;
    case Qt::Key_N:
    case Qt::Key_P:
        stepByKind(event.key() == Qt::Key_P ? -1 : 1);
        return true;
    case Qt::Key_F:
        fitSelection();
        return true;
    case Qt::Key_Home:
    case Qt::Key_End:
        m_state->select(std::nullopt);
        stepSelection(event.key() == Qt::Key_Home ? 1 : -1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_state->selection())
            Q_EMIT eventActivated(*m_state->selection());
        return true;
    case Qt::Key_Space:
        return openClusterOfSelection();
    case Qt::Key_S:
        if (m_state->selection())
            Q_EMIT starRequested(*m_state->selection());
        return true;
    default:
        return false;
    }
}

bool TimelineView::event(QEvent *event)
{
    if (event->isPointerEvent() && !m_state->hasTimes()) {
        event->ignore(); // there is no time to point at
        return false;
    }
    switch (event->type()) {
    case QEvent::NativeGesture:
        return m_gestures.pinch(*static_cast<QNativeGestureEvent *>(event), scale()) || QWidget::event(event);
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
    case QEvent::TouchCancel:
        return touch(*static_cast<QTouchEvent *>(event)) || QWidget::event(event);
    default:
        return QWidget::event(event);
    }
}

bool TimelineView::touch(const QTouchEvent &touch)
{
    const TimeGestures::Outcome outcome = m_gestures.touch(touch, scale());
    const QPointF position = touch.points().isEmpty() ? QPointF() : touch.points().first().position();
    if (outcome == TimeGestures::Outcome::Click) {
        click(position);
        hover(position);
    } else if (outcome == TimeGestures::Outcome::DoubleClick) {
        activate(position);
    }
    return outcome != TimeGestures::Outcome::NotMine;
}

} // namespace downtimeline
