// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/paint/pagepreview.h"

#include "widgets/paint/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>
#include <cmath>

namespace downtimeline {
namespace {

constexpr double gap = 20; ///< around pages
constexpr double numberHeight = 22;
constexpr double leastWidth = 90;
constexpr double mostWidth = 1600;
constexpr double firstWidth = 300;
constexpr double step = 1.2;
constexpr std::size_t mostKept = 48; ///< pictures

} // namespace

PagePreview::PagePreview(QWidget *parent) : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setAccessibleName(tr("Preview"));
}

void PagePreview::setReport(const ReportPages *report, std::span<const FigurePainter> figures)
{
    m_report = report;
    m_figures = figures;
    m_pictures.clear();
    if (m_pageWidth <= 0)
        m_pageWidth = firstWidth;
    m_current = count() == 0 ? 0 : std::min(m_current, count() - 1);
    setAccessibleDescription(tr("Page %1 of %2").arg(m_current + 1).arg(count()));
    layOut();
    viewport()->update();
}

QSizeF PagePreview::pageSize() const
{
    if (!m_report)
        return {};
    return {m_pageWidth, std::round(m_pageWidth * m_report->size.height() / m_report->size.width())};
}

std::size_t PagePreview::columns() const
{
    const double room = viewport()->width() - gap;
    return std::max<std::size_t>(1, static_cast<std::size_t>(std::max(0.0, room / (pageSize().width() + gap))));
}

std::size_t PagePreview::rows() const
{
    return (count() + columns() - 1) / columns();
}

void PagePreview::layOut()
{
    if (!m_report) {
        verticalScrollBar()->setRange(0, 0);
        horizontalScrollBar()->setRange(0, 0);
        return;
    }
    const QSizeF size = pageSize();
    const double height = gap + static_cast<double>(rows()) * (size.height() + numberHeight + gap);
    const double width = size.width() + 2 * gap;
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(std::ceil(height)) - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(40);
    horizontalScrollBar()->setRange(0, std::max(0, static_cast<int>(std::ceil(width)) - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(40);
}

QRectF PagePreview::pageRect(std::size_t page) const
{
    const QSizeF size = pageSize();
    const std::size_t inRow = columns();
    const double used = static_cast<double>(inRow) * (size.width() + gap) - gap;
    const double left = std::max(gap, std::floor((viewport()->width() - used) / 2));
    const double x = left + static_cast<double>(page % inRow) * (size.width() + gap);
    const auto row = page / inRow;
    const double y = gap + static_cast<double>(row) * (size.height() + numberHeight + gap);
    return {x - horizontalScrollBar()->value(), y - verticalScrollBar()->value(), size.width(), size.height()};
}

std::vector<std::size_t> PagePreview::visiblePages() const
{
    std::vector<std::size_t> pages;
    for (std::size_t i = 0; i < count(); ++i) {
        if (pageRect(i).intersects(QRectF(viewport()->rect())))
            pages.push_back(i);
    }
    return pages;
}

bool PagePreview::isPainted() const
{
    return std::ranges::all_of(visiblePages(), [this](std::size_t page) { return m_pictures.contains(page); });
}

QPixmap PagePreview::pictureOf(std::size_t page) const
{
    const double ratio = devicePixelRatioF();
    QPixmap picture((pageSize() * ratio).toSize());
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::white); // paper
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const double scale = pageSize().width() / m_report->size.width();
    painter.scale(scale, scale);
    paintReportPage(painter, m_report->pages[page], m_figures);
    return picture;
}

/// The next page in view that has no picture.
void PagePreview::paintNext()
{
    m_isWaiting = false;
    const std::vector<std::size_t> visible = visiblePages();
    const auto isMissing = [this](std::size_t page) { return !m_pictures.contains(page); };
    const auto next = std::ranges::find_if(visible, isMissing);
    if (next == visible.end())
        return;
    while (m_pictures.size() >= std::max(mostKept, visible.size())) {
        const auto gone = std::ranges::find_if(
            m_pictures, [&](const auto &kept) { return std::ranges::find(visible, kept.first) == visible.end(); });
        if (gone == m_pictures.end())
            break;
        m_pictures.erase(gone);
    }
    m_pictures[*next] = pictureOf(*next);
    viewport()->update();
}

void PagePreview::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const Theme &theme = Theme::of(this);
    painter.fillRect(viewport()->rect(), theme.hairline);
    if (!m_report)
        return;
    const std::vector<std::size_t> visible = visiblePages();
    for (const std::size_t page : visible) {
        const QRectF rect = pageRect(page);
        painter.fillRect(rect, Qt::white);
        if (const auto picture = m_pictures.find(page); picture != m_pictures.end())
            painter.drawPixmap(rect.topLeft(), picture->second);
        if (page == m_current) {
            painter.setPen(QPen(theme.accent, 2));
            painter.drawRect(rect.adjusted(-2, -2, 2, 2));
        }
        painter.setPen(theme.ink);
        painter.setFont(uiFont(12));
        const QRectF number(rect.left(), rect.bottom() + 2, rect.width(), numberHeight);
        painter.drawText(number, Qt::AlignCenter, QString::number(page + 1));
    }
    if (!isPainted() && !m_isWaiting) {
        m_isWaiting = true;
        QTimer::singleShot(0, this, &PagePreview::paintNext);
    }
}

void PagePreview::resizeEvent(QResizeEvent *)
{
    layOut();
}

void PagePreview::setPageWidth(double width)
{
    const double wanted = std::clamp(std::round(width), leastWidth, mostWidth);
    if (wanted == m_pageWidth)
        return;
    m_pageWidth = wanted;
    m_pictures.clear();
    layOut();
    reveal(m_current);
    viewport()->update();
}

void PagePreview::fitWidth()
{
    setPageWidth(viewport()->width() - 2 * gap);
}

void PagePreview::setCurrent(std::size_t page)
{
    if (page >= count())
        return;
    reveal(page);
    if (page == m_current)
        return;
    m_current = page;
    setAccessibleDescription(tr("Page %1 of %2").arg(page + 1).arg(count()));
    viewport()->update();
    Q_EMIT currentChanged(page);
}

void PagePreview::reveal(std::size_t page)
{
    if (page >= count())
        return;
    const QRectF rect = pageRect(page);
    QScrollBar *bar = verticalScrollBar();
    if (rect.top() < 0 || rect.height() > viewport()->height())
        bar->setValue(bar->value() + static_cast<int>(std::floor(rect.top() - gap)));
    else if (rect.bottom() + numberHeight > viewport()->height())
        bar->setValue(bar->value() + static_cast<int>(std::ceil(rect.bottom() + numberHeight - viewport()->height())));
}

void PagePreview::goBy(std::ptrdiff_t pages)
{
    if (count() == 0)
        return;
    const auto last = static_cast<std::ptrdiff_t>(count()) - 1;
    setCurrent(
        static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(m_current) + pages, 0, last)));
}

void PagePreview::keyPressEvent(QKeyEvent *event)
{
    const auto inRow = static_cast<std::ptrdiff_t>(columns());
    const auto all = static_cast<std::ptrdiff_t>(count());
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_PageDown:
        return goBy(1);
    case Qt::Key_Left:
    case Qt::Key_PageUp:
        return goBy(-1);
    case Qt::Key_Down:
        return goBy(inRow);
    case Qt::Key_Up:
        return goBy(-inRow);
    case Qt::Key_Home:
        return goBy(-all);
    case Qt::Key_End:
        return goBy(all);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return setPageWidth(m_pageWidth * step);
    case Qt::Key_Minus:
        return setPageWidth(m_pageWidth / step);
    case Qt::Key_0:
        return fitWidth();
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void PagePreview::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    setPageWidth(m_pageWidth * std::pow(step, event->angleDelta().y() / 120.0));
    event->accept();
}

std::optional<std::size_t> PagePreview::pageAt(QPointF point) const
{
    for (const std::size_t page : visiblePages()) {
        if (pageRect(page).contains(point))
            return page;
    }
    return std::nullopt;
}

void PagePreview::mousePressEvent(QMouseEvent *event)
{
    if (const std::optional<std::size_t> page = pageAt(event->position()))
        setCurrent(*page);
}

/// Large, and small again.
void PagePreview::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!pageAt(event->position()))
        return;
    if (columns() == 1)
        setPageWidth(firstWidth);
    else
        fitWidth();
}

} // namespace downtimeline
