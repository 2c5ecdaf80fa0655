// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/postmortem/postmortemfacts.h"

#include "models/documents/textscan.h"

#include <algorithm>
#include <optional>

namespace downtimeline {
namespace {

using namespace textscan;

constexpr std::size_t longestText = 20000;

std::string_view unquoted(std::string_view text)
{
    text = trimmed(text);
    const bool isQuoted =
        text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front();
    return isQuoted ? text.substr(1, text.size() - 2) : text;
}

/// "title: ..." of the front matter or an HTML page.
std::optional<std::string>
frontMatterValue(const std::vector<SectionedLine> &lines, std::initializer_list<std::string_view> keys)
{
    for (const SectionedLine &placed : lines) {
        if (placed.line->role != LineRole::FrontMatter)
            continue;
        const std::string_view text = placed.line->text;
        const std::size_t mark = text.find_first_of(":=");
        if (mark == std::string_view::npos || std::ranges::find(keys, trimmed(text.substr(0, mark))) == keys.end())
            continue;
        return std::string(unquoted(text.substr(mark + 1)));
    }
    return std::nullopt;
}

bool isByLine(std::string_view text)
{
    return wordAt(text, 0, "by") && wordCount(text) <= 10;
}

/// A line that can be a title where no heading is: short, not a sentence of its own.
bool canBeTitle(const SectionedLine &placed)
{
    const std::string_view text = placed.line->text;
    const int words = wordCount(text);
    const bool isPlain = placed.line->role == LineRole::Text || placed.line->role == LineRole::Heading;
    return isPlain && words >= 1 && words <= 16 && !isByLine(text) && !text.ends_with(':') && !placed.line->isAnchor &&
           (!text.ends_with('.') || words <= 6) && text.find("://") == std::string_view::npos;
}

std::string headingTitle(const std::vector<SectionedLine> &lines)
{
    for (const SectionedLine &placed : lines) {
        const DocumentLine &line = *placed.line;
        if (line.role == LineRole::Heading && !line.text.empty() && (line.level == 1 || !placed.isTitle))
            return line.level == 1 && placed.isTitle && wordCount(line.text) <= 2 ? std::string() : line.text;
        if (placed.isTitle)
            break;
    }
    return {};
}

/// The first lines of a text without headings.
std::string plainTitle(const std::vector<SectionedLine> &lines)
{
    std::string label;
    for (const SectionedLine &placed : lines) {
        if (placed.line->role == LineRole::Blank || placed.line->role == LineRole::FrontMatter ||
            placed.line->text.empty())
            continue;
        if (placed.isTitle || placed.section != Section::None || !canBeTitle(placed))
            break;
        if (wordCount(placed.line->text) > 1)
            return placed.line->text;
        if (!label.empty())
            break;
        label = placed.line->text;
    }
    return label;
}

/// What our own postmortems say where nothing is known, or is left to people.
bool isGap(std::string_view text)
{
    return text == "Not known." || text.starts_with("To be written: ");
}

void appendLine(std::string &text, const SectionedLine &placed, bool afterBlank)
{
    if (placed.body.empty() || isGap(placed.body) || text.size() > longestText)
        return;
    const bool isItem = placed.line->role == LineRole::Item;
    if (!text.empty())
        text += afterBlank ? "\n\n" : (isItem ? "\n" : " ");
    text += placed.body;
}

std::string sectionText(const std::vector<SectionedLine> &lines, Section section)
{
    std::string text;
    bool afterBlank = false;
    for (const SectionedLine &placed : lines) {
        const LineRole role = placed.line->role;
        if (placed.section != section || placed.isTitle)
            continue;
        if (role == LineRole::Text || role == LineRole::Item)
            appendLine(text, placed, afterBlank);
        afterBlank = role == LineRole::Blank || role == LineRole::Heading;
    }
    return text;
}

/// The paragraphs before the first part, without the title and the by-line.
std::string introduction(const std::vector<SectionedLine> &lines, const std::string &title)
{
    std::string text;
    bool afterBlank = false;
    for (const SectionedLine &placed : lines) {
        const bool isProse = placed.line->role == LineRole::Text && placed.section == Section::None && !placed.isTitle;
        if (isProse && placed.line->text != title && wordCount(placed.line->text) > 3 && !isByLine(placed.line->text))
            appendLine(text, placed, afterBlank);
        afterBlank = placed.line->role == LineRole::Blank;
    }
    return text;
}

/// The words behind "Severity:" and the like, in a label, a front matter or a table of two columns.
std::string labelled(const std::vector<SectionedLine> &lines, std::initializer_list<std::string_view> labels)
{
    for (const SectionedLine &placed : lines) {
        if (placed.section == Section::Actions || placed.line->role == LineRole::Code)
            continue;
        const auto &cells = placed.line->cells;
        if (cells.size() == 2 && std::ranges::find(labels, folded(cells[0])) != labels.end())
            return cells[1];
        if (placed.label.empty() || std::ranges::find(labels, folded(placed.label)) == labels.end())
            continue;
        const std::string_view text = placed.line->text;
        const std::string_view value = trimmed(text.substr(std::min(text.size(), text.find(':') + 1)));
        return isGap(value) ? std::string() : std::string(value);
    }
    return frontMatterValue(lines, labels).value_or(std::string());
}

std::optional<Severity> severityOf(const std::string &words)
{
    if (words.empty())
        return std::nullopt;
    if (const auto whole = severityFromText(words))
        return whole;
    const std::size_t end = words.find_first_of(" (,;/");
    return severityFromText(std::string_view(words).substr(0, end));
}

std::vector<std::string> authorsOf(const std::vector<SectionedLine> &lines)
{
    std::string words = labelled(lines, {"author", "authors", "written by", "created by"});
    for (const SectionedLine &placed : lines) {
        if (words.empty() && placed.section == Section::None && isByLine(placed.line->text))
            words = std::string(trimmed(std::string_view(placed.line->text).substr(2)));
    }
    std::vector<std::string> authors;
    for (std::size_t begin = 0; begin < words.size() && authors.size() < 20;) {
        const std::size_t end = std::min(words.find_first_of(",&", begin), words.size());
        std::string_view name = trimmed(std::string_view(words).substr(begin, end - begin));
        while (name.ends_with('.'))
            name.remove_suffix(1);
        if (!name.empty())
            authors.emplace_back(name);
        begin = end + 1;
    }
    return authors;
}

void complete(WrittenTime &time, const DocumentTimes &document)
{
    if (!time.month && document.date) {
        time.year = document.date->year;
        time.month = document.date->month;
        time.day = document.date->day;
    } else if (!time.year && document.date) {
        time.year = document.date->year;
    }
    if (!time.offset && time.zone.empty() && document.zone && time.clock) {
        time.offset = offsetOn(*document.zone, dayOf(time));
        time.zone = document.zone->text;
        time.zoneOrigin = ZoneOrigin::Document;
    }
}

} // namespace

std::string documentTitle(const std::vector<SectionedLine> &lines)
{
    if (auto title = frontMatterValue(lines, {"title"}); title && !title->empty()) {
        const std::size_t site = title->find(" | ");
        return site == std::string::npos ? *title : title->substr(0, site);
    }
    if (std::string title = headingTitle(lines); !title.empty())
        return title;
    return plainTitle(lines);
}

Incident incidentFacts(const std::vector<SectionedLine> &lines)
{
    Incident incident;
    incident.title = documentTitle(lines);
    incident.severity = severityOf(labelled(lines, {"severity", "incident severity", "priority", "sev"}));
    incident.status = labelled(lines, {"status", "incident status"});
    incident.service = labelled(
        lines, {"affected service", "affected services", "service", "services affected", "impacted-service",
                "impacted service", "impacted services", "service affected"});
    incident.authors = authorsOf(lines);
    incident.summary = sectionText(lines, Section::Summary);
    if (incident.summary.empty())
        incident.summary = introduction(lines, incident.title);
    incident.impact = sectionText(lines, Section::Impact);
    incident.rootCause = sectionText(lines, Section::RootCause);
    incident.resolution = sectionText(lines, Section::Resolution);
    return incident;
}

void readStatedTimes(const std::vector<ProseTime> &times, const DocumentTimes &document, Incident &incident)
{
    for (const ProseTime &one : times) {
        const std::string label = folded(one.label);
        const bool isStart = label == "start" || label == "start time" || label == "incident from" ||
                             label == "incident start" || label == "started" || label == "started at" ||
                             label == "outage start";
        const bool isEnd = label == "end" || label == "end time" || label == "incident till" ||
                           label == "incident until" || label == "incident end" || label == "ended" ||
                           label == "ended at" || label == "outage end";
        const bool isRange = (label == "duration" || label == "outage duration") && one.found.until;
        if ((isStart || isRange) && !incident.startedAt) {
            incident.startedAt = one.found.time;
            complete(*incident.startedAt, document);
        }
        if ((isEnd || isRange) && !incident.endedAt) {
            incident.endedAt = isRange ? *one.found.until : one.found.time;
            complete(*incident.endedAt, document);
        }
    }
}

} // namespace downtimeline
