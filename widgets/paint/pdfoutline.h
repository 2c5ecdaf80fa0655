// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/domain/result.h"
#include "models/report/reportpage.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <string>

namespace downtimeline {

/// A file within the PDF.
struct PdfAttachment
{
    std::string name;
    std::string type; ///< "application/json"
    QString words;    ///< what it is
    QByteArray bytes;
};

/// What a PDF tells of itself.
struct PdfFacts
{
    QString language; ///< BCP 47
    std::optional<Instant> created;
    std::optional<PdfAttachment> attachment = {};
};

/// The PDF with what Qt's writer cannot give it: an outline with an entry a section, links, tags, author, keywords,
/// language, the title in the window's frame, an attached file with its SHA-256, a fixed date and a fixed file
/// identifier. The page numbers of the report are those of the PDF.
Result<QByteArray> withOutline(const QByteArray &pdf, const ReportPages &report, const PdfFacts &facts);

} // namespace downtimeline
