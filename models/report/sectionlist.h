// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace downtimeline {

/// A part of a report that the user can leave out or move.
enum class ReportSection : std::uint8_t {
    Measures,
    Summary, ///< with the impact
    Timeline,
    Charts,
    Events,
    Cause, ///< with the resolution
    Actions,
    Findings,
    Definitions, ///< of the measures; where it is not chosen they follow the measures at once
    Sources,
    Appendix, ///< the text of the sources with the numbers of its lines
};

/// In the order of a report whose user chose nothing: all of them.
std::span<const ReportSection> allReportSections();
/// The word for files and the command line: "timeline".
std::string_view sectionKey(ReportSection section);
std::optional<ReportSection> sectionOfKey(QStringView key);
/// "Root cause and resolution".
QString sectionName(ReportSection section);

} // namespace downtimeline
