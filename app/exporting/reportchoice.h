// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/report/reportpage.h"
#include "models/report/sectionlist.h"

#include <QStringList>

#include <vector>

namespace downtimeline {

/// How a timeline goes on paper: on one page whatever it takes, or on as many as its labels need. The numbers stand in
/// settings.
enum class TimelinePaper : std::uint8_t { Fit = 0, Pages = 1 };

/// What the user chose of a report.
struct ReportChoice
{
    PaperSize paper = PaperSize::A4;
    std::vector<ReportSection> sections{allReportSections().begin(), allReportSections().end()}; ///< in their order
    TimelinePaper timeline = TimelinePaper::Fit;
    bool attachesData = true; ///< the incident as Downtimeline reads it back

    bool has(ReportSection section) const;

    bool operator==(const ReportChoice &) const = default;
};

/// "measures,summary,events": each at most once.
Result<std::vector<ReportSection>> sectionsOf(const QString &keys);
QString sectionKeys(const std::vector<ReportSection> &sections);

/// "a4", "letter", "a3", "slides", in either case.
std::optional<PaperSize> paperOf(QStringView word);
/// The words of paperOf(), in the order in which they are offered.
QStringList paperWords();
/// "A4", "Slides, 16:9".
QString paperName(PaperSize paper);

} // namespace downtimeline
