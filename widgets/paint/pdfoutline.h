// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/domain/result.h"
#include "models/report/reportpage.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace downtimeline {

/// What a PDF tells of itself.
struct PdfFacts
{
    QString language; ///< BCP 47
    std::optional<Instant> created;
};

/// The PDF with what Qt's writer cannot give it: an outline with an entry a section, links, author, language, the title
/// in the window's frame, a fixed date and a fixed file identifier. The page numbers of the report are those of the
/// PDF.
Result<QByteArray> withOutline(const QByteArray &pdf, const ReportPages &report, const PdfFacts &facts);

} // namespace downtimeline
