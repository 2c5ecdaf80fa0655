// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/domain/result.h"
#include "models/report/reportpage.h"
#include "widgets/paint/pdfoutline.h"

#include <QByteArray>
#include <QRectF>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <span>

class QPainter;

namespace downtimeline {

/// Paints a picture into a rect of the page, in 1/96 inch, as vectors.
using FigurePainter = std::function<void(QPainter &, const QRectF &)>;

/// What a PDF has besides its pages.
struct PdfRequest
{
    std::span<const FigurePainter> figures = {}; ///< by the numbers of PageFigure; a missing one stays empty
    QString language = QStringLiteral("en-GB");  ///< BCP 47
    std::optional<Instant> created;              ///< written as the creation date; none: the file has no date
    std::optional<PdfAttachment> attachment = {};
};

/// The pages as a PDF in the light theme: vectors, embedded fonts, selectable text, links, title, author, language and
/// tags and an outline. The same input gives the same bytes. Called on the GUI thread where a figure needs it.
Result<QByteArray> writePdf(const ReportPages &report, const PdfRequest &request);

/// The painting of a report's pages, a page a call, so that others get a turn between them. All on one thread, also its
/// end: the GUI thread where a figure needs it. The report must outlive it.
class PdfPainting
{
public:
    explicit PdfPainting(const ReportPages &report);
    ~PdfPainting();
    PdfPainting(const PdfPainting &) = delete;
    PdfPainting &operator=(const PdfPainting &) = delete;

    /// The pages in their order, each once.
    Status paintPage(std::size_t page, std::span<const FigurePainter> figures);
    /// After the last page: what was painted, for finishedPdf().
    Result<QByteArray> painted();

private:
    struct Device;

    const ReportPages &m_report;
    std::unique_ptr<Device> m_device;
};

/// Adds what the painting cannot: outline, links, tags, author, date, attachment. On any thread.
Result<QByteArray> finishedPdf(const QByteArray &painted, const ReportPages &report, const PdfRequest &request);

/// What a painting tells of the report's nodes besides its looks.
enum class PageMarks : std::uint8_t { None, Nodes };

/// One page at the painter's origin, in 1/96 inch: for a PDF, a printer, a preview.
void paintReportPage(
    QPainter &painter, const ReportPage &page, std::span<const FigurePainter> figures,
    PageMarks marks = PageMarks::None);

} // namespace downtimeline
