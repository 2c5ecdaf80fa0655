// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/paint/pdfwriter.h"

#include <QAbstractScrollArea>
#include <QPixmap>

#include <map>
#include <span>

namespace downtimeline {

/// The pages of a report as they will be printed, painted by the same function, side by side and larger or smaller. A
/// page is painted when it comes into view, one a turn of the event loop. Arrows, Page Up and Down, Home and End go
/// from page to page; + and - zoom, 0 shows a page as wide as the view.
class PagePreview : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit PagePreview(QWidget *parent = nullptr);

    /// Both must stay until other ones are set; without a report nothing is shown.
    void setReport(const ReportPages *report, std::span<const FigurePainter> figures);

    std::size_t count() const { return m_report ? m_report->pages.size() : 0; }
    std::size_t current() const { return m_current; }
    void setCurrent(std::size_t page);
    /// In logical pixels.
    double pageWidth() const { return m_pageWidth; }
    void setPageWidth(double width);
    void fitWidth();
    /// Where a page stands in the viewport.
    QRectF pageRect(std::size_t page) const;
    /// Every page in view is painted.
    bool isPainted() const;

Q_SIGNALS:
    void currentChanged(std::size_t page);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    QSizeF pageSize() const;
    std::size_t columns() const;
    std::size_t rows() const;
    void layOut();
    void reveal(std::size_t page);
    std::vector<std::size_t> visiblePages() const;
    void paintNext();
    QPixmap pictureOf(std::size_t page) const;
    std::optional<std::size_t> pageAt(QPointF point) const;
    void goBy(std::ptrdiff_t pages);

    const ReportPages *m_report = nullptr;
    std::span<const FigurePainter> m_figures;
    std::map<std::size_t, QPixmap> m_pictures;
    double m_pageWidth = 0; ///< 0: chosen when the first report comes
    std::size_t m_current = 0;
    bool m_isWaiting = false; ///< for its turn to paint a page
};

} // namespace downtimeline
