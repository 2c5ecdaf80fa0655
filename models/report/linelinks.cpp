// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/linelinks.h"

#include <algorithm>

namespace downtimeline {
namespace {

constexpr int neighbours = 2; ///< lines before and after one that something speaks of

std::vector<std::string_view> linesOfText(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        lines.push_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

/// The lines of one source that anything of the report speaks of.
std::set<int> spokenOf(const ReportFacts &facts, SourceId source)
{
    const WholeIncident &whole = facts.whole;
    std::set<int> lines;
    for (const Event &event : whole.events) {
        if (event.source == source && !event.hidden)
            lines.insert(event.line);
    }
    for (const Action &action : whole.actions) {
        if (action.source == source)
            lines.insert(action.line);
    }
    for (const Finding &finding : facts.findings) {
        if (finding.source == source)
            lines.insert(finding.lines.begin(), finding.lines.end());
    }
    for (const Explained &explained : whole.explained) {
        if (explained.source == source)
            lines.insert(explained.line);
    }
    return lines;
}

} // namespace

LineLinks::LineLinks(const ReportFacts &facts, std::span<const ReportSection> sections)
{
    const auto isChosen = [&](ReportSection section) { return std::ranges::find(sections, section) != sections.end(); };
    if (isChosen(ReportSection::Appendix)) {
        for (const Source &source : facts.sources)
            readText(source, facts);
    }
    if (!isChosen(ReportSection::Events))
        return;
    const std::vector<Event> &events = facts.whole.events;
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (!events[i].hidden && events[i].line > 0)
            m_events.emplace(std::pair(events[i].source, events[i].line), i);
    }
}

void LineLinks::readText(const Source &source, const ReportFacts &facts)
{
    Text &text = m_texts.emplace_back();
    text.id = source.id;
    if (!source.text)
        return;
    text.lines = linesOfText(*source.text);
    const int last = static_cast<int>(text.lines.size());
    std::set<int> spoken = spokenOf(facts, source.id);
    std::erase_if(spoken, [last](int line) { return line < 1 || line > last; });
    if (text.lines.size() <= mostWhole && !spoken.empty()) {
        for (int line = 1; line <= last; ++line)
            text.printed.insert(text.printed.end(), line);
        return;
    }
    for (const int around : spoken) {
        for (int line = std::max(1, around - neighbours); line <= std::min(last, around + neighbours); ++line)
            text.printed.insert(line);
    }
}

QString LineLinks::of(SourceId source, int line) const
{
    for (std::size_t i = 0; i < m_texts.size(); ++i) {
        if (m_texts[i].id == source && m_texts[i].printed.contains(line))
            return u'#' + lineAnchor(i, line);
    }
    const auto event = m_events.find({source, line});
    return event == m_events.end() ? QString() : u'#' + eventAnchor(event->second);
}

QString LineLinks::lineAnchor(std::size_t source, int line)
{
    return QStringLiteral("line-%1-%2").arg(source).arg(line);
}

QString LineLinks::eventAnchor(std::size_t event)
{
    return QStringLiteral("event-%1").arg(event);
}

} // namespace downtimeline
