// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/paint/pdfwriter.h"

#include "widgets/paint/glyphs.h"
#include "widgets/paint/pagefonts.h"
#include "widgets/paint/pdfmarks.h"
#include "widgets/paint/theme.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QUuid>

namespace downtimeline {
namespace {

constexpr int resolution = 1200;
constexpr double unitsPerInch = 96;

QColor colourOf(PageInk ink)
{
    const Theme &theme = Theme::light();
    switch (ink) {
    case PageInk::Ink:
        return theme.ink;
    case PageInk::Muted:
        return theme.muted;
    case PageInk::Accent:
        return theme.accent;
    case PageInk::Danger:
        return theme.danger;
    case PageInk::Warning:
        return theme.warning;
    case PageInk::Hairline:
        return theme.hairline;
    case PageInk::Card:
        return theme.panel;
    }
    Q_ASSERT_X(false, "writePdf", "an ink that is not in the list");
    return theme.ink;
}

void paintFill(QPainter &painter, const PageFill &fill)
{
    if (fill.radius <= 0) {
        painter.fillRect(fill.rect, colourOf(fill.ink));
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(colourOf(fill.ink));
    painter.drawRoundedRect(fill.rect, fill.radius, fill.radius);
}

void paintText(QPainter &painter, const PageText &text)
{
    const QFont font = pageFont(text.face);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(colourOf(text.ink));
    const double baseline = text.rect.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    painter.drawText(QPointF(text.rect.left(), baseline), text.text);
}

void paintFigure(QPainter &painter, const PageFigure &figure, std::span<const FigurePainter> painters)
{
    if (figure.figure >= painters.size() || !painters[figure.figure])
        return;
    painter.save();
    painters[figure.figure](painter, figure.rect);
    painter.restore();
}

bool setPage(QPdfWriter &writer, QSizeF size)
{
    const QPageSize page(size * 72 / unitsPerInch, QPageSize::Point, {}, QPageSize::ExactMatch);
    return writer.setPageLayout(QPageLayout(page, QPageLayout::Portrait, QMarginsF()));
}

/// Marks where the strokes of another node begin.
class NodeMarks
{
public:
    NodeMarks(QPainter &painter, PageMarks marks) : m_painter(painter), m_marks(marks) {}

    void go(std::size_t node)
    {
        if (node == m_node || m_marks == PageMarks::None)
            return;
        if (m_node != artifact)
            endMark(m_painter);
        if (node != artifact)
            beginMark(m_painter, node);
        m_node = node;
    }

private:
    QPainter &m_painter;
    PageMarks m_marks;
    std::size_t m_node = artifact;
};

std::unexpected<Error> unpaintable()
{
    return failure(
        Error::Code::Io, QCoreApplication::translate("Pdf", "The pages of the report could not be painted as a PDF."));
}

} // namespace

void paintReportPage(QPainter &painter, const ReportPage &page, std::span<const FigurePainter> figures, PageMarks marks)
{
    NodeMarks nodes(painter, marks);
    for (const PageFill &fill : page.fills)
        paintFill(painter, fill);
    for (const PageFigure &figure : page.figures) {
        nodes.go(figure.node);
        paintFigure(painter, figure, figures);
        nodes.go(artifact);
    }
    for (const PageGlyph &glyph : page.glyphs)
        drawGlyph(painter, glyph.kind, glyph.centre, glyph.size, Theme::light().kind(glyph.kind));
    for (const PageText &text : page.texts) {
        nodes.go(text.node);
        paintText(painter, text);
    }
    nodes.go(artifact);
}

struct PdfPainting::Device
{
    QBuffer buffer;
    QPdfWriter writer{&buffer};
    QPainter painter; // ends before the writer goes
};

PdfPainting::PdfPainting(const ReportPages &report) : m_report(report), m_device(std::make_unique<Device>())
{
    m_device->buffer.open(QIODevice::WriteOnly);
    m_device->writer.setTitle(report.title);
    m_device->writer.setCreator(QStringLiteral("Downtimeline"));
    m_device->writer.setResolution(resolution);
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    // Else each writing has one by chance.
    m_device->writer.setDocumentId(QUuid(QStringLiteral("{6f1d2c5e-9a1b-5c3d-8e4f-7a6b5c4d3e2f}")));
#endif
}

PdfPainting::~PdfPainting() = default;

Status PdfPainting::paintPage(std::size_t page, std::span<const FigurePainter> figures)
{
    QPainter &painter = m_device->painter;
    if (page >= m_report.pages.size())
        return unpaintable();
    if (page > 0) {
        if (!painter.isActive() || !m_device->writer.newPage())
            return unpaintable();
    } else {
        if (!setPage(m_device->writer, m_report.size) || !painter.begin(&m_device->writer))
            return unpaintable();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(resolution / unitsPerInch, resolution / unitsPerInch);
    }
    paintReportPage(painter, m_report.pages[page], figures, PageMarks::Nodes);
    return {};
}

Result<QByteArray> PdfPainting::painted()
{
    if (!m_device->painter.isActive() || !m_device->painter.end())
        return unpaintable();
    return m_device->buffer.data();
}

Result<QByteArray> finishedPdf(const QByteArray &painted, const ReportPages &report, const PdfRequest &request)
{
    return withOutline(
        painted, report, {.language = request.language, .created = request.created, .attachment = request.attachment});
}

Result<QByteArray> writePdf(const ReportPages &report, const PdfRequest &request)
{
    PdfPainting painting(report);
    for (std::size_t i = 0; i < report.pages.size(); ++i) {
        if (Status page = painting.paintPage(i, request.figures); !page)
            return std::unexpected(std::move(page).error());
    }
    const Result<QByteArray> painted = painting.painted();
    return painted ? finishedPdf(*painted, report, request) : painted;
}

} // namespace downtimeline
