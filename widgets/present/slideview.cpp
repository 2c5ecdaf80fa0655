// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/present/slideview.h"

#include "widgets/present/presentation.h"
#include "widgets/present/presentkeys.h"
#include "widgets/present/slidepainter.h"

#include <QAccessible>
#include <QApplication>
#include <QCloseEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTouchEvent>

#include <cmath>

namespace downtimeline {
namespace {

constexpr auto pointerStays = std::chrono::seconds(2);
constexpr qint64 longestSwipe = 400; ///< ms; what takes longer is pointing
constexpr double leastSwipe = 120;   ///< units of a slide

} // namespace

SlideView::SlideView(Presentation &presentation, QWidget *parent)
    : QWidget(parent, Qt::Window), m_presentation(presentation)
{
    setWindowTitle(tr("Presentation"));
    setAccessibleName(tr("Presentation"));
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAttribute(Qt::WA_AcceptTouchEvents);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setCursor(Qt::BlankCursor);
    m_hidePointer.setSingleShot(true);
    m_hidePointer.setInterval(pointerStays);
    connect(&m_hidePointer, &QTimer::timeout, this, [this] { setCursor(Qt::BlankCursor); });
    connect(&m_presentation, &Presentation::changed, this, &SlideView::refresh);
    connect(&m_presentation, &Presentation::pointerMoved, this, qOverload<>(&SlideView::update));
    refresh();
}

void SlideView::refresh()
{
    m_picture.outdate();
    update();
    const QString words = slide().isBlank ? tr("The screen is blank.") : slide().description;
    if (words == accessibleDescription())
        return;
    setAccessibleDescription(words);
    QAccessibleEvent told(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&told);
}

const Slide &SlideView::slide()
{
    m_picture.of(m_presentation, m_presentation.step(), size(), devicePixelRatioF());
    return m_picture.slide();
}

double SlideView::unit() const
{
    return slideScaleFor(size());
}

void SlideView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_picture.of(m_presentation, m_presentation.step(), size(), devicePixelRatioF()));
    if (const std::optional<QPointF> at = dot())
        paintPointer(painter, *at, unit());
}

void SlideView::keyPressEvent(QKeyEvent *event)
{
    if (!handlePresentKey(*event, m_presentation))
        QWidget::keyPressEvent(event);
}

/// The hand's, else that of the keys; a blank screen has none.
std::optional<QPointF> SlideView::dot() const
{
    const std::optional<QPointF> parts = m_presentation.pointer();
    if (m_dot || !parts || m_presentation.isBlank())
        return m_dot;
    return QPointF(parts->x() * width(), parts->y() * height());
}

void SlideView::point(std::optional<QPointF> at)
{
    if (at)
        m_presentation.hidePointer();
    m_dot = at;
    update();
}

void SlideView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_pressed = event->position();
    else if (event->button() == Qt::RightButton || event->button() == Qt::BackButton)
        m_presentation.previous();
    else if (event->button() == Qt::ForwardButton)
        m_presentation.next();
}

void SlideView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_pressed) {
        setCursor(Qt::ArrowCursor);
        m_hidePointer.start();
        return;
    }
    const bool hasMoved = (event->position() - *m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (m_dot || hasMoved) {
        setCursor(Qt::BlankCursor);
        point(event->position());
    }
}

void SlideView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_pressed)
        return;
    m_pressed.reset();
    if (m_dot)
        point({});
    else
        m_presentation.next();
}

bool SlideView::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
        touch(*static_cast<QTouchEvent *>(event));
        event->accept();
        return true;
    case QEvent::TouchCancel:
        m_pressed.reset();
        point({});
        return true;
    default:
        return QWidget::event(event);
    }
}

void SlideView::touch(const QTouchEvent &event)
{
    if (event.points().isEmpty())
        return;
    const QPointF at = event.points().first().position();
    if (event.type() == QEvent::TouchBegin) {
        m_pressed = at;
        m_sincePress.start();
    } else if (event.type() == QEvent::TouchEnd) {
        endTouch(at);
    } else if (m_pressed && (m_dot || (at - *m_pressed).manhattanLength() >= QApplication::startDragDistance())) {
        point(at);
    }
}

void SlideView::endTouch(QPointF at)
{
    if (!m_pressed)
        return;
    const QPointF way = at - *m_pressed;
    const bool hasMoved = way.manhattanLength() >= QApplication::startDragDistance();
    const bool isSwipe = m_sincePress.elapsed() <= longestSwipe && std::abs(way.x()) >= leastSwipe * unit() &&
                         std::abs(way.x()) > 2 * std::abs(way.y());
    m_pressed.reset();
    point({});
    if (hasMoved && !isSwipe)
        return;
    const bool isBack = isSwipe ? way.x() > 0 : at.x() < width() / 3.0;
    isBack ? m_presentation.previous() : m_presentation.next();
}

void SlideView::closeEvent(QCloseEvent *event)
{
    event->accept();
    m_presentation.leave();
}

} // namespace downtimeline
