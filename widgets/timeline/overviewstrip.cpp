// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/overviewstrip.h"

#include "widgets/paint/plaintext.h"
#include "widgets/paint/textface.h"
#include "widgets/paint/theme.h"
#include "widgets/timeline/cursorline.h"
#include "widgets/timeline/layoutmetrics.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace downtimeline {
namespace {

constexpr int stripHeight = 34;
constexpr int impactAlpha = 26;
constexpr int besideAlpha = 150; ///< of the veil over what is not visible
constexpr double notch = 120;    ///< a wheel's step in the units of QWheelEvent
constexpr double zoomPerNotch = 1.2;
constexpr Duration shortest = std::chrono::milliseconds(1);

/// One kind whose colour stands for its lane.
EventKind kindOf(Lane lane)
{
    switch (lane) {
    case Lane::Impact:
        return EventKind::Outage;
    case Lane::Alerts:
        return EventKind::Alert;
    case Lane::Response:
        return EventKind::Acknowledgement;
    case Lane::Changes:
        return EventKind::Deploy;
    case Lane::Recovery:
        return EventKind::Recovery;
    case Lane::Notes:
        return EventKind::Note;
    }
    Q_ASSERT_X(false, "OverviewStrip", "a lane that is not in the list");
    return EventKind::Note;
}

Instant middleOf(TimeRange range)
{
    return range.start + range.length() / 2;
}

QColor faded(QColor colour, int alpha)
{
    colour.setAlpha(alpha);
    return colour;
}

void paintWindow(QPainter &painter, const OverviewLayout &layout, const Theme &theme)
{
    const QRectF &plot = layout.plot;
    const QRectF &window = layout.window;
    const QColor veil = faded(theme.background, besideAlpha);
    painter.fillRect(QRectF(plot.topLeft(), QPointF(window.left(), plot.bottom())), veil);
    painter.fillRect(QRectF(QPointF(window.right(), plot.top()), plot.bottomRight()), veil);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.accent, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(window.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accent);
    for (const double x : {window.left(), window.right() - 3})
        painter.drawRoundedRect(QRectF(x, window.center().y() - 6, 3, 12), 1.5, 1.5);
}

} // namespace

OverviewStrip::OverviewStrip(ViewState *state, QWidget *parent)
    : QWidget(parent), m_state(state), m_gestures(*state), m_cursor(new CursorLine(this))
{
    Q_ASSERT(state);
    setLayoutDirection(Qt::LeftToRight); // time runs left to right in every language
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Overview"));
    tellValuesToReaders();
    connectState();
}

void OverviewStrip::connectState()
{
    connect(m_state, &ViewState::wholeChanged, this, &OverviewStrip::outdate);
    connect(m_state, &ViewState::lanesChanged, this, &OverviewStrip::outdate);
    connect(m_state, &ViewState::cursorChanged, this, &OverviewStrip::showCursor);
    connect(m_state, &ViewState::visibleChanged, this, [this](TimeRange visible) {
        if (!m_isLayoutStale)
            m_layout.window = overviewWindow(visible, scale(), m_layout.plot);
        update();
        QAccessibleValueChangeEvent changed(this, position());
        QAccessible::updateAccessibility(&changed);
    });
}

void OverviewStrip::setContent(EventSnapshot events, std::vector<TimeRange> impacts)
{
    m_events = std::move(events);
    m_impacts = std::move(impacts);
    m_density.clear();
    outdate();
}

void OverviewStrip::setGutter(int left, int right)
{
    if (left == m_left && right == m_right)
        return;
    m_left = left;
    m_right = right;
    outdate();
}

void OverviewStrip::outdate()
{
    m_isLayoutStale = true;
    m_isPictureStale = true;
    showCursor();
    update();
}

TimeScale OverviewStrip::scale() const
{
    return {m_state->whole(), double(m_left), double(std::max(0, width() - m_left - m_right))};
}

const OverviewLayout &OverviewStrip::layOut()
{
    if (!m_isLayoutStale)
        return m_layout;
    const TimeScale whole = scale();
    if (const auto columns = static_cast<std::size_t>(overviewColumns(whole.width()));
        m_density.size() != columns || m_densityOf != whole.visible()) {
        m_density =
            m_events ? eventDensity(*m_events, whole.visible(), static_cast<int>(columns)) : std::vector<LaneCounts>();
        m_densityOf = whole.visible();
    }
    OverviewInput input{.density = m_density, .impacts = m_impacts, .visible = m_state->visible()};
    for (std::size_t i = 0; i < laneCount; ++i)
        input.lanes[i] = isKindLaneShown(m_state->lanes(), static_cast<Lane>(i));
    m_layout = m_state->hasTimes() ? layoutOverview(input, whole, height()) : OverviewLayout();
    m_isLayoutStale = false;
    return m_layout;
}

QString OverviewStrip::valueText() const
{
    if (!m_state->hasTimes())
        return tr("No events with a time");
    return tr("%1 of %2")
        .arg(rangeText(m_state->visible(), m_state->zone()), rangeText(m_state->whole(), m_state->zone()));
}

double OverviewStrip::position() const
{
    return std::clamp(TimeScale(m_state->whole(), 0, 100).x(middleOf(m_state->visible())), 0.0, 100.0);
}

void OverviewStrip::setPosition(double percent)
{
    moveTo(TimeScale(m_state->whole(), 0, 100).instant(std::clamp(percent, 0.0, 100.0)));
}

QSize OverviewStrip::sizeHint() const
{
    return {640, stripHeight};
}

void OverviewStrip::showCursor()
{
    const std::optional<Instant> cursor = m_state->cursor();
    const TimeScale whole = scale();
    const double x = cursor ? whole.x(*cursor) : -1;
    if (m_state->hasTimes() && x >= whole.left() && x <= whole.right())
        m_cursor->showAt(x, 0);
    else
        m_cursor->hide();
}

void OverviewStrip::paintDensity()
{
    const double ratio = devicePixelRatioF();
    const QSize wanted = (QSizeF(size()) * ratio).toSize();
    if (!m_isPictureStale && m_picture.size() == wanted)
        return;
    const Theme &theme = Theme::of(this);
    const OverviewLayout &layout = layOut();
    m_picture = QPixmap(wanted);
    m_picture.setDevicePixelRatio(ratio);
    m_picture.fill(theme.background);
    QPainter painter(&m_picture);
    painter.fillRect(layout.plot, theme.panel);
    for (const QRectF &impact : layout.impacts)
        painter.fillRect(impact, faded(theme.danger, impactAlpha));
    for (const OverviewBar &bar : layout.bars)
        painter.fillRect(bar.rect, theme.kind(kindOf(bar.lane)));
    painter.setPen(theme.muted);
    painter.setFont(fontOf(TextFace::LaneName));
    const double padding = LayoutMetrics().gutterPadding;
    painter.drawText(QRectF(padding, 0, m_left - padding, height()), Qt::AlignVCenter | Qt::AlignLeft, tr("Overview"));
    m_isPictureStale = false;
}

void OverviewStrip::paintEvent(QPaintEvent *)
{
    paintDensity();
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_picture);
    const Theme &theme = Theme::of(this);
    if (!layOut().plot.isEmpty())
        paintWindow(painter, layOut(), theme);
    if (m_showsFocus && hasFocus())
        painter.fillRect(QRect(0, 0, 2, height()), theme.accent);
}

/// Who came by the keyboard sees where the keys go.
void OverviewStrip::focusInEvent(QFocusEvent *event)
{
    m_showsFocus = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason ||
                   event->reason() == Qt::ShortcutFocusReason;
    QWidget::focusInEvent(event);
}

void OverviewStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    outdate();
}

void OverviewStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        outdate();
}

/// The tooltip is the time under the pointer: it is made when it is asked for.
bool OverviewStrip::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && m_state->hasTimes()) {
        const Instant at = scale().instant(static_cast<QHelpEvent *>(event)->pos().x());
        const bool isInside = m_state->whole().contains(at);
        setToolTipText(this, isInside ? PlainText::own(rangeText({at, at}, m_state->zone())) : PlainText());
    }
    return QWidget::event(event);
}

/// Around the pointer where it is in the window, else around the window's middle.
void OverviewStrip::wheelEvent(QWheelEvent *event)
{
    const QPoint angle = event->angleDelta();
    if (!m_state->hasTimes() || angle.isNull())
        return;
    const TimeRange visible = m_state->visible();
    if (event->modifiers().testFlag(Qt::ShiftModifier) || std::abs(angle.x()) > std::abs(angle.y())) {
        const int turned = std::abs(angle.x()) > std::abs(angle.y()) ? angle.x() : angle.y();
        m_state->setVisible(panned(visible, -visible.length() / 10 * turned / static_cast<int>(notch)));
    } else {
        const Instant pointed = scale().instant(event->position().x());
        m_gestures.zoom(
            std::pow(zoomPerNotch, angle.y() / notch), visible.contains(pointed) ? pointed : middleOf(visible));
    }
    event->accept();
}

void OverviewStrip::mousePressEvent(QMouseEvent *event)
{
    if (m_gestures.travel(event->button()) || event->button() != Qt::LeftButton || !m_state->hasTimes())
        return;
    const OverviewPart part = layOut().partAt(event->position());
    m_state->motion().stop();
    m_hold = Hold{part, event->position().x(), m_state->visible()};
    if (part != OverviewPart::Outside)
        return;
    moveTo(scale().instant(event->position().x()));
    m_hold->part = OverviewPart::Window;
    m_hold->visible = m_state->motion().isMoving() ? m_state->motion().target() : m_state->visible();
}

void OverviewStrip::moveTo(Instant middle)
{
    const Duration length = m_state->visible().length();
    m_state->flyTo({middle - length / 2, middle - length / 2 + length});
}

void OverviewStrip::drag(double x)
{
    const Duration by = scale().length(x - m_hold->x);
    TimeRange visible = m_hold->visible;
    switch (m_hold->part) {
    case OverviewPart::LeftEdge:
        visible.start = std::min(visible.start + by, visible.end - shortest);
        break;
    case OverviewPart::RightEdge:
        visible.end = std::max(visible.end + by, visible.start + shortest);
        break;
    case OverviewPart::Window:
    case OverviewPart::Outside:
        visible = panned(visible, by);
        break;
    }
    m_state->setVisible(visible);
}

void OverviewStrip::mouseMoveEvent(QMouseEvent *event)
{
    const double x = event->position().x();
    // A click that trembles goes where it went.
    if (m_hold && event->buttons().testFlag(Qt::LeftButton) && (x != m_hold->x || !m_state->motion().isMoving()))
        drag(x);
    hover(event->position());
}

void OverviewStrip::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_hold.reset();
    hover(event->position());
}

void OverviewStrip::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_state->hasTimes())
        m_state->fit();
}

void OverviewStrip::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    m_gestures.leave();
}

void OverviewStrip::hover(QPointF position)
{
    const bool isHeld = m_hold.has_value();
    switch (isHeld ? m_hold->part : layOut().partAt(position)) {
    case OverviewPart::LeftEdge:
    case OverviewPart::RightEdge:
        setCursor(Qt::SizeHorCursor);
        break;
    case OverviewPart::Window:
        setCursor(isHeld ? Qt::ClosedHandCursor : Qt::OpenHandCursor);
        break;
    case OverviewPart::Outside:
        setCursor(Qt::ArrowCursor);
        break;
    }
    if (m_state->hasTimes())
        m_gestures.point(position.x(), scale());
}

void OverviewStrip::keyPressEvent(QKeyEvent *event)
{
    if (!m_state->hasTimes() || m_gestures.key(*event)) {
        event->setAccepted(m_state->hasTimes());
        return;
    }
    const TimeRange visible = m_state->visible();
    const TimeRange whole = m_state->whole();
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        m_state->setVisible(panned(visible, visible.length() / (event->key() == Qt::Key_Left ? -10 : 10)));
        break;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        m_state->flyTo(panned(visible, event->key() == Qt::Key_PageUp ? -visible.length() : visible.length()));
        break;
    case Qt::Key_Home:
        m_state->flyTo({whole.start, whole.start + visible.length()});
        break;
    case Qt::Key_End:
        m_state->flyTo({whole.end - visible.length(), whole.end});
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace downtimeline
