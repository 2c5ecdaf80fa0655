// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/domain/result.h"
#include "models/report/reportpage.h"

#include <QByteArray>
#include <QRectF>
#include <QString>

#include <functional>
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
};

/// The pages as a PDF in the light theme: vectors, embedded fonts, selectable text, links, title, author, language and
/// an outline. The same input gives the same bytes. Called on the GUI thread where a figure needs it.
Result<QByteArray> writePdf(const ReportPages &report, const PdfRequest &request);

/// One page at the painter's origin, in 1/96 inch.
void paintReportPage(QPainter &painter, const ReportPage &page, std::span<const FigurePainter> figures);

} // namespace downtimeline
