// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/report/reportwords.h"
#include "models/report/rowwatch.h"

#include <initializer_list>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace downtimeline {

/// Writes the parts of a postmortem, each below its heading; templates choose and order them.
class PostmortemParts
{
public:
    /// None is owned.
    PostmortemParts(std::ostream &out, const ReportFacts &facts, const GoOn &goOn);

    /// "# " and the title, then when it was.
    void title(std::string_view before = {});
    /// "## Summary"; deeper: "### What went well".
    /// isFollowed: by words, not by the next heading.
    void heading(std::string_view words, int level = 2, bool isFollowed = true);
    /// "**Owner:** Ada", or that it is not known.
    void field(std::string_view name, std::string_view utf8);
    /// Paragraphs, or that nothing is known.
    void prose(std::string_view utf8);
    /// A paragraph of ours; foreign parts are escaped already.
    void line(const std::string &markdown);
    /// Left for people: "*To be written: what went well.*"
    void toBeWritten(std::string_view what);

    /// Downtime and response times with their definitions, and the stated durations that fit.
    void measures();
    /// The events that are shown, by time, as a table; those without a date below it.
    void timeline(std::string_view linkColumn = {});
    /// Of those kinds, by time and without clocks: "Alert: On-call is paged". Answers whether there are any.
    bool eventsOf(std::initializer_list<EventKind> kinds, bool beforeImpact = false);
    /// One measure as a sentence of its definition; none where it does not exist.
    void measure(ResponseMeasure which);
    /// moreColumns: further headings, whose cells stay empty.
    void actions(std::initializer_list<std::string_view> moreColumns = {});
    /// What is open; none, nothing.
    void findings(std::string_view words = "Findings to settle");
    void sources();
    /// That names are hidden, where they are.
    void hiddenNames();
    /// Those who are named as actors or authors.
    void people();
    std::string severity() const;
    std::string owners() const;

private:
    void putRow(std::size_t place, const std::string &zone, bool hasWho, bool hasDetail, std::string_view link);
    void putUndated();

    std::ostream &m_out;
    const ReportFacts &m_facts;
    const GoOn &m_goOn;
    std::vector<std::optional<Instant>> m_ends;
    std::vector<std::size_t> m_placed;  ///< events that are shown and have an instant, by time
    std::vector<std::size_t> m_undated; ///< the others that are shown
};

} // namespace downtimeline
