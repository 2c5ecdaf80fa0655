// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartpane.h"

#include "widgets/charts/chartheader.h"
#include "widgets/charts/chartpicture.h"
#include "widgets/charts/plotchart.h"
#include "widgets/paint/measureoverlay.h"
#include "widgets/paint/plaintext.h"
#include "widgets/paint/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace downtimeline {

namespace {

constexpr int usualHeight = 144;
constexpr int leastHeight = 96;
constexpr int leastWidth = 240;

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
    connect(&m_reading, &CurveReading::curvesRead, this, &ChartPane::outdate);
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
    if (content.key != m_given.key)
        m_options = {};
    m_given = std::move(content);
    m_reading.forget();
    showContent();
}

void ChartPane::setOptions(ChartOptions options)
{
    if (options == m_options)
        return;
    m_options = std::move(options);
    showContent();
}

void ChartPane::showContent()
{
    m_content = shownContent(m_given, m_options);
    describe();
    outdate();
    placeCursor();
    Q_EMIT neededGutterChanged(neededGutter());
}

void ChartPane::toggleCurve(std::size_t curve)
{
    if (curve >= m_content.curves.size() || m_content.curves.size() < 2)
        return;
    const std::string name = m_content.curves[curve].name.text().toStdString();
    ChartOptions changed = m_options;
    if (changed.hidden.erase(name) == 0)
        changed.hidden.insert(name);
    setOptions(std::move(changed));
}

void ChartPane::toggleLogarithmic()
{
    ChartOptions changed = m_options;
    changed.isLogarithmic = !changed.isLogarithmic && canBeLogarithmic(m_given);
    setOptions(std::move(changed));
}

void ChartPane::setEvents(ChartEvents events)
{
    m_events = std::move(events);
    outdate();
}

ChartFrame ChartPane::frameFor(QSizeF size) const
{
    ChartFrame other = frame();
    other.size = size;
    other.left = std::max(plot::leftGutter, neededGutter());
    return other;
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
    return {viewport()->size(), m_view.visible(),    m_left,        m_right,
            m_tickSpacing,      devicePixelRatioF(), m_view.zone(), m_events.index ? &m_events : nullptr};
}

QRect ChartPane::headerRect() const
{
    return {0, 0, viewport()->width(), ChartMetrics::headerHeight};
}

QRectF ChartPane::legendRect() const
{
    return QRectF(headerRect()).adjusted(ChartMetrics::edge, 0, -m_right, 0);
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
    std::vector<CurveSource> curves;
    for (const ChartCurve &curve : m_content.curves)
        curves.push_back(curve.source);
    m_reading.want(curves, now.visible, m_plot->shown().bars.columns);
    if (m_picture.size() != pixels)
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
    paintHeader(painter, legendRect(), m_content, shownCursor(), m_plot->shown().uncounted, Theme::of(this));
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

void ChartPane::copy()
{
    const Theme &theme = Theme::of(this);
    const QSizeF size(viewport()->width(), viewport()->height() + heightBesideChart(m_content));
    const ChartPicture picture{m_content, frameFor(size), theme};
    auto *copied = new QMimeData;
    if (const Result<QImage> image = chartImage(picture, std::max(2.0, devicePixelRatioF())))
        copied->setImageData(*image);
    if (const Result<QByteArray> svg = chartSvg(picture))
        copied->setData(QStringLiteral("image/svg+xml"), *svg);
    QGuiApplication::clipboard()->setMimeData(copied);
}

void ChartPane::placeCursor()
{
    const std::optional<Instant> cursor = shownCursor();
    m_cursor->setVisible(cursor.has_value() && !m_content.isEmpty());
    if (cursor)
        m_cursor->setGeometry(static_cast<int>(std::lround(scale().x(*cursor))), 0, 1, viewport()->height());
}

} // namespace downtimeline
