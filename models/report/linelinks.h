// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/report/reportwords.h"
#include "models/report/sectionlist.h"

#include <map>
#include <set>
#include <span>
#include <utility>
#include <vector>

namespace downtimeline {

/// Where what speaks of a line leads to: to the line in the appendix, else to the row of the event that stands on it.
class LineLinks
{
public:
    LineLinks() = default;
    /// The sections that the report has.
    LineLinks(const ReportFacts &facts, std::span<const ReportSection> sections);

    /// "#line-0-18", "#event-4"; empty where the report has nothing to lead to.
    QString of(SourceId source, int line) const;
    /// The lines of a source's text, in the order of ReportFacts::sources; empty without an appendix or a text.
    const std::vector<std::string_view> &linesOf(std::size_t source) const { return m_texts[source].lines; }
    /// The numbers of the lines that are printed, from 1, in order: of a long text only those that something speaks of,
    /// with their neighbours; of one that nothing speaks of, such as a file of figures, none.
    const std::set<int> &printed(std::size_t source) const { return m_texts[source].printed; }
    std::size_t count() const { return m_texts.size(); }

    /// A longer text is not printed whole.
    static constexpr std::size_t mostWhole = 2000;

    static QString lineAnchor(std::size_t source, int line);
    static QString eventAnchor(std::size_t event);

private:
    struct Text
    {
        SourceId id;
        std::vector<std::string_view> lines;
        std::set<int> printed;
    };

    void readText(const Source &source, const ReportFacts &facts);

    std::vector<Text> m_texts; ///< of the sources
    std::map<std::pair<SourceId, int>, std::size_t> m_events;
};

} // namespace downtimeline
