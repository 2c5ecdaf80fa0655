// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/documents/documentlines.h"

#include <string_view>
#include <vector>

namespace downtimeline {

/// What a part of a postmortem is about.
enum class Section {
    None, ///< before the first title
    Summary,
    Impact,
    RootCause,
    Resolution,
    Detection,
    Timeline,
    Actions,
    Lessons,
    Appendix, ///< people, chat logs, links
    Other,
};

/// A line of a postmortem and the part it stands in.
struct SectionedLine
{
    const DocumentLine *line = nullptr;
    Section section = Section::None;
    bool isTitle = false;   ///< it names the part
    std::string_view body;  ///< the text without the label that names the part
    std::string_view label; ///< "Duration" of "Duration: 47 minutes"; empty without one
};

/// The part that a title names; Other where it names none of them.
Section sectionOfTitle(std::string_view title);

/// Every line with its part: by headings, by titles on a line of their own ("Issue Summary"), by labels ("Impact:
/// ..."). The views point into the lines.
std::vector<SectionedLine> sectioned(const std::vector<DocumentLine> &lines);

} // namespace downtimeline
