// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/report/reportwords.h"
#include "models/report/rowwatch.h"

#include <array>
#include <iosfwd>
#include <string>
#include <vector>

namespace downtimeline {

/// The pictures of a page, made elsewhere: elements of SVG without ids, scripts and addresses, coloured by classes.
struct HtmlPictures
{
    std::vector<std::string> figures;              ///< the timeline first, then the charts
    std::array<std::string, eventKindCount> marks; ///< the shape of each kind, small
    std::string lightRules;                        ///< of their classes
    std::string darkRules;
};

/// The report as one HTML file that needs nothing else: no script, no file, no network, and a policy in it that forbids
/// them. Light or dark as the reader's system is, light on paper, where tables repeat their head. Foreign text is never
/// markup. UTF-8; the same incident gives the same bytes.
void writeHtmlReport(std::ostream &out, const ReportFacts &facts, const HtmlPictures &pictures, const GoOn &goOn = {});

/// Title, when, summary, measures and the table of events with their styles in place, to be pasted into a document or a
/// mail.
std::string htmlExcerpt(const ReportFacts &facts);
/// The same as plain text, with tabs between the columns.
std::string textExcerpt(const ReportFacts &facts);

} // namespace downtimeline
