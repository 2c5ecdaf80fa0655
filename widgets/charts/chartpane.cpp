// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartpane.h"

#include "widgets/charts/chartheader.h"
#include "widgets/charts/plotchart.h"
#include "widgets/paint/measureoverlay.h"
#include "widgets/paint/plaintext.h"
#include "widgets/paint/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QTouchEvent>

#include <algorithm>
#include <cmath>

namespace downtimeline {

namespace {

constexpr int usualHeight = 144;
constexpr int leastHeight = 96;
constexpr int leastWidth = 240;
constexpr double cursorStep = 8; ///< logical pixels a key press

/// One opaque pixel column over the pane: moving it never paints the chart again.
class ChartCursor : public QWidget
{
public:
    explicit ChartCursor(QWidget *parent) : QWidget(parent)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setAttribute(Qt::WA_OpaquePaintEvent);
        hide();
    }

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), Theme::of(this).muted); }
};

} // namespace

ChartPane::ChartPane(ViewState &view, QWidget *parent)
    : QChartView(parent), m_view(view), m_gestures(view), m_plot(new PlotChart), m_cursor(new ChartCursor(viewport()))
{
    setChart(m_plot);
    setUpView();
    new MeasureOverlay(view, viewport(), [this] { return this->scale(); }, ChartMetrics::headerHeight);
    connect(&view, &ViewState::visibleChanged, this, [this] {
        outdate();
        placeCursor();
    });
    connect(&view, &ViewState::zoneChanged, this, [this] {
        describe();
        outdate();
    });
    connect(&view, &ViewState::cursorChanged, this, [this] {
        placeCursor();
        viewport()->update(headerRect());
    });
}

ChartPane::~ChartPane() = default;

void ChartPane::setUpView()
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setRenderHint(QPainter::Antialiasing);
    setRubberBand(QChartView::NoRubberBand);
    setDragMode(QGraphicsView::NoDrag);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_AcceptTouchEvents);
}

void ChartPane::setContent(ChartContent content)
{
    m_content = std::move(content);
    describe();
    outdate();
    placeCursor();
    Q_EMIT neededGutterChanged(neededGutter());
}

void ChartPane::setGutter(int left, int right)
{
    if (left == m_left && right == m_right)
        return;
    m_left = left;
    m_right = right;
    outdate();
    placeCursor();
}

int ChartPane::neededGutter() const
{
    return downtimeline::neededGutter(m_content);
}

void ChartPane::setTickSpacing(double pixels)
{
    m_tickSpacing = pixels;
    outdate();
}

QSize ChartPane::sizeHint() const
{
    return {640, usualHeight};
}

QSize ChartPane::minimumSizeHint() const
{
    return {leastWidth, leastHeight};
}

ChartFrame ChartPane::frame() const
{
    return {viewport()->size(), m_view.visible(), m_left, m_right, m_tickSpacing, devicePixelRatioF(), m_view.zone()};
}

QRect ChartPane::headerRect() const
{
    return {0, 0, viewport()->width(), ChartMetrics::headerHeight};
}

std::optional<Instant> ChartPane::shownCursor() const
{
    const std::optional<Instant> cursor = m_view.cursor();
    const TimeRange visible = m_view.visible();
    return cursor && visible.start <= *cursor && *cursor <= visible.end ? cursor : std::nullopt;
}

void ChartPane::describe()
{
    setAccessibleName(m_content.title.text());
    setAccessibleDescription(m_content.description ? m_content.description(m_view.zone()) : QString());
}

void ChartPane::outdate()
{
    m_isOutdated = true;
    viewport()->update();
}

void ChartPane::renew(double ratio)
{
    const QSize pixels = (QSizeF(viewport()->size()) * ratio).toSize();
    if (!m_isOutdated && m_picture.size() == pixels)
        return;
    const Theme &theme = Theme::of(this);
    ChartFrame now = frame();
    now.pixelRatio = ratio;
    m_plot->present(m_content, now, theme);
    m_picture = QPixmap(pixels);
    m_picture.setDevicePixelRatio(ratio);
    m_picture.fill(theme.background);
    QPainter painter(&m_picture);
    painter.setRenderHints(renderHints());
    render(&painter, QRectF(viewport()->rect()), viewport()->rect());
    m_isOutdated = false;
    ++m_renders;
}

void ChartPane::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    // The device's own ratio: a picture of the window may be finer than the screen.
    const double ratio = painter.deviceTransform().m11();
    renew(ratio);
    const QRectF rect = event->rect();
    painter.drawPixmap(rect, m_picture, QRectF(rect.topLeft() * ratio, rect.size() * ratio));
    if (!event->rect().intersects(headerRect()))
        return;
    const QRectF header = QRectF(headerRect()).adjusted(ChartMetrics::edge, 0, -m_right, 0);
    paintHeader(painter, header, m_content, shownCursor(), m_plot->shown().uncounted, Theme::of(this));
}

void ChartPane::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    outdate();
    placeCursor();
}

void ChartPane::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        outdate();
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
        m_view.fit();
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
    viewport()->setCursor(m_gestures.shape(event->position().x(), scale(), Qt::ArrowCursor));
    m_gestures.point(event->position().x(), scale());
    event->accept();
}

void ChartPane::mouseReleaseEvent(QMouseEvent *event)
{
    m_gestures.release(*event, scale());
    viewport()->setCursor(Qt::ArrowCursor);
    event->accept();
}

void ChartPane::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_view.fit();
    event->accept();
}

void ChartPane::keyPressEvent(QKeyEvent *event)
{
    if (m_gestures.key(*event) || moveCursorByKey(event->key()))
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

void ChartPane::tellWhatIsHere(QPointF position)
{
    const std::vector<ChartHit> &hits = m_plot->shown().hits;
    const auto hit = std::ranges::find_if(hits, [&](const ChartHit &each) { return each.rect.contains(position); });
    const PlainText text = hit == hits.end() ? PlainText() : hit->text;
    if (text.text() == m_told)
        return;
    m_told = text.text();
    setToolTipText(viewport(), text);
}

void ChartPane::placeCursor()
{
    const std::optional<Instant> cursor = shownCursor();
    m_cursor->setVisible(cursor.has_value() && !m_content.isEmpty());
    if (cursor)
        m_cursor->setGeometry(static_cast<int>(std::lround(scale().x(*cursor))), 0, 1, viewport()->height());
}

} // namespace downtimeline
