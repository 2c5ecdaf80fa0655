// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/reportprinting.h"

#include <QPageLayout>
#include <QPageSize>
#include <QPrinter>
#include <QTimer>

#include <algorithm>

namespace downtimeline {
namespace {

constexpr double pointsPerUnit = 72.0 / 96.0;

} // namespace

void preparePrinter(QPrinter &printer, const ReportPages &pages)
{
    const QSizeF size = pages.size * pointsPerUnit;
    const bool isAcross = size.width() > size.height();
    const QPageSize paper(isAcross ? size.transposed() : size, QPageSize::Point, {}, QPageSize::FuzzyMatch);
    printer.setFullPage(true);
    printer.setPageLayout(QPageLayout(paper, isAcross ? QPageLayout::Landscape : QPageLayout::Portrait, QMarginsF()));
    printer.setDocName(pages.title);
    printer.setCreator(QStringLiteral("Downtimeline"));
    printer.setFromTo(1, static_cast<int>(pages.pages.size()));
}

ReportPrinting::ReportPrinting(
    std::shared_ptr<const PreparedReport> report, std::unique_ptr<QPrinter> printer, QObject *parent)
    : QObject(parent), m_report(std::move(report)), m_printer(std::move(printer))
{}

ReportPrinting::~ReportPrinting() = default;

void ReportPrinting::start()
{
    const std::size_t count = m_report->pages().pages.size();
    const bool isPart = m_printer->printRange() == QPrinter::PageRange && m_printer->fromPage() > 0;
    m_next = isPart ? static_cast<std::size_t>(m_printer->fromPage()) - 1 : 0;
    m_end = isPart ? std::min(count, static_cast<std::size_t>(std::max(1, m_printer->toPage()))) : count;
    if (m_next >= m_end || !m_painter.begin(m_printer.get())) {
        Q_EMIT done(false);
        return;
    }
    m_painter.setRenderHint(QPainter::Antialiasing);
    paint(m_next++);
    QTimer::singleShot(0, this, &ReportPrinting::printNext);
}

void ReportPrinting::printNext()
{
    if (m_next >= m_end) {
        Q_EMIT done(m_painter.end());
        return;
    }
    if (!m_printer->newPage()) {
        m_painter.end();
        Q_EMIT done(false);
        return;
    }
    paint(m_next++);
    QTimer::singleShot(0, this, &ReportPrinting::printNext);
}

void ReportPrinting::paint(std::size_t page)
{
    const QRectF paper = m_printer->paperRect(QPrinter::DevicePixel);
    const QSizeF size = m_report->pages().size;
    const double scale = std::min(paper.width() / size.width(), paper.height() / size.height());
    m_painter.save();
    m_painter.translate((paper.width() - size.width() * scale) / 2, (paper.height() - size.height() * scale) / 2);
    m_painter.scale(scale, scale);
    paintReportPage(m_painter, m_report->pages().pages[page], m_report->painters());
    m_painter.restore();
}

} // namespace downtimeline
