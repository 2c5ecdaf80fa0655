// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/postmortem/postmortemrows.h"

#include "models/documents/textscan.h"
#include "models/readers/postmortem/postmortemcolumns.h"
#include "models/readers/postmortem/postmortemrowmarks.h"
#include "models/readers/postmortem/postmortemrowparts.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace downtimeline {
namespace {

using namespace textscan;

constexpr std::size_t longestDetail = 4000;
constexpr std::size_t longestTitle = 400;

/// Goes down the sectioned lines and collects rows.
class RowWalk
{
public:
    explicit RowWalk(DayOrder order) : m_order(order) {}

    void read(const SectionedLine &placed);
    TimelineRows take();

private:
    bool isSilent(const SectionedLine &placed) const;
    void readTitle(const SectionedLine &placed);
    void readText(const SectionedLine &placed);
    void readTableRow(const SectionedLine &placed);
    bool readDataRow(const SectionedLine &placed, const Columns &columns);
    bool startRow(const SectionedLine &placed, std::string_view text);
    bool startRowAtEnd(const SectionedLine &placed);
    void skip(int line, const char *reason);
    void skipTemplate(int line);
    bool readUpdate(const SectionedLine &placed);
    bool startRowOrDate(const SectionedLine &placed, std::string_view text, FoundTime found);
    void noteZoneAndDate(std::string_view text, int line);
    void append(std::string_view text);
    void addRows(TimelineRow made);
    bool startCounted(const SectionedLine &placed);
    TimelineRow row(const SectionedLine &placed, FoundTime found) const;
    TimeReading reading(const SectionedLine &placed) const
    {
        return {.order = m_order, .dotClocks = placed.section == Section::Timeline};
    }

    DayOrder m_order;
    TimelineRows m_read;
    std::optional<Columns> m_columns;
    std::optional<WrittenTime> m_date;
    int m_dateLine = 0;
    std::optional<WrittenZone> m_zone;
    bool m_isOpen = false; ///< text below belongs to the last row
    std::string m_label;   ///< a line above that may name the row: "when was it detected:"
    bool m_isLabelHeading = false;
    Section m_section = Section::None;
    int m_list = 0;
    int m_rowIndent = 0;
    std::string m_update; ///< the state that an update of a status page names: "Resolved"
    std::string m_updateText;
    bool m_isWrapped = false; ///< the line above is a sentence that may go on in this one
};

bool RowWalk::isSilent(const SectionedLine &placed) const
{
    const bool isListed =
        placed.section == Section::Actions || placed.section == Section::Lessons || placed.section == Section::Appendix;
    return isListed || placed.line->role == LineRole::Code || placed.line->role == LineRole::FrontMatter ||
           placed.line->isAnchor;
}

TimelineRow RowWalk::row(const SectionedLine &placed, FoundTime found) const
{
    TimelineRow made{
        .line = placed.line->number,
        .section = placed.section,
        .found = std::move(found),
        .title = {},
        .detail = {},
        .actor = {},
        .list = m_list,
        .dateAbove = m_date,
        .dateAboveLine = m_dateLine,
        .headerZone = m_columns && m_columns->zone ? m_columns->zone : m_zone};
    return made;
}

void RowWalk::noteZoneAndDate(std::string_view text, int line)
{
    const std::string small = lowered(text.substr(0, 300));
    const bool speaksOfTimes = small.find("time") != std::string::npos || small.find("clock") != std::string::npos ||
                               small.find("zone") != std::string::npos || small.find('(') != std::string::npos;
    const bool isAboutAll = small.find("noted") != std::string::npos || small.find("all times") != std::string::npos;
    const auto zone = speaksOfTimes ? zoneIn(text.substr(0, 300)) : std::nullopt;
    if (zone)
        m_zone = zone->zone;
    for (const FoundTime &found : timesIn(text.substr(0, 300), {.order = m_order, .dotClocks = false})) {
        if (found.time.month && !found.time.clock && (zone || isAboutAll || text.size() < 40)) {
            m_date = found.time;
            m_dateLine = line;
        }
    }
}

void RowWalk::readTitle(const SectionedLine &placed)
{
    m_isOpen = false;
    m_columns.reset();
    m_label.clear();
    ++m_list;
    if (placed.section == Section::Timeline) {
        m_zone.reset();
        noteZoneAndDate(placed.line->text, placed.line->number);
    }
}

void RowWalk::append(std::string_view text)
{
    if (!m_isOpen || m_read.rows.empty())
        return;
    TimelineRow &last = m_read.rows.back();
    std::string &target = last.title.empty() ? last.title : last.detail;
    const std::size_t longest = &target == &last.title ? longestTitle : longestDetail;
    if (target.size() + text.size() > longest + longestTitle)
        return;
    target += (target.empty() ? "" : "\n") + std::string(text);
}

/// One row, or several where its text goes on with more times.
void RowWalk::addRows(TimelineRow made)
{
    std::ranges::move(splitRow(std::move(made), m_order), std::back_inserter(m_read.rows));
}

/// "T+5m: the pager rings". A clock behind the T is the row's own: "T0 (14:02 UTC): the shop is down".
bool RowWalk::startCounted(const SectionedLine &placed)
{
    const std::string_view text = placed.line->text;
    std::size_t pos = 0;
    while (at(text, pos) == '[' || at(text, pos) == '(' || at(text, pos) == '"' || at(text, pos) == '|')
        pos = skipBlanks(text, pos + 1);
    auto counted = countedTimeAt(text, pos);
    const bool isListed = placed.section == Section::Timeline || placed.line->role == LineRole::Item;
    if (!counted || !isListed || (!counted->namesZero && placed.section != Section::Timeline))
        return false;
    const std::size_t body = skipSeparators(text, counted->end);
    const bool isMarked = at(text, body) == '=' || at(text, body) == '(';
    const std::size_t clock = isMarked ? skipBlanks(text, body + 1) : body;
    if (auto found = timeAt(text, clock, reading(placed)); found && found->time.clock)
        return startRowOrDate(placed, text, *std::move(found));
    const std::string_view rest = trimmed(text.substr(std::min(body, text.size())));
    if (rest.empty() && !counted->namesZero)
        return false;
    TimelineRow made = row(placed, {});
    made.found.time.text = counted->text;
    made.counted = std::move(counted);
    made.title = std::string(rest);
    m_read.rows.push_back(std::move(made));
    m_isOpen = true;
    m_label.clear();
    return true;
}

/// A time at the start of a line is a row; a date alone is the date of the rows below.
bool RowWalk::startRowOrDate(const SectionedLine &placed, std::string_view text, FoundTime found)
{
    const std::size_t end = skipSecondTime(text, found.end, reading(placed));
    const std::size_t body = skipZeroName(text, skipSeparators(text, end));
    const std::string_view rest = trimmed(text.substr(std::min(body, text.size())));
    const bool hasClock = found.time.clock || found.time.precision == Precision::Unknown;
    const bool isSentence = m_isWrapped && placed.line->role == LineRole::Text && placed.section != Section::Timeline;
    if (isSentence)
        return false;
    const bool isList = placed.line->role == LineRole::Item || placed.line->role == LineRole::Heading || body > end + 1;
    const bool isNote = rest.starts_with('(') || rest.starts_with('/');
    if (!hasClock && placed.section == Section::Timeline && isNote)
        noteZoneAndDate(rest, placed.line->number);
    if (!hasClock && (rest.empty() || isNote)) {
        m_date = found.time;
        m_dateLine = placed.line->number;
        m_isOpen = false;
        return placed.section == Section::Timeline;
    }
    if (!hasClock && (placed.section != Section::Timeline || !isList || isTemplate(rest)))
        return false;
    TimelineRow made = row(placed, std::move(found));
    made.title = std::string(rest);
    const bool takesLabel = rest.empty() && !m_label.empty() && placed.line->role != LineRole::Heading;
    if (takesLabel)
        made.title = m_label;
    addRows(std::move(made));
    m_isOpen = !takesLabel || m_isLabelHeading;
    m_label.clear();
    return true;
}

bool RowWalk::startRow(const SectionedLine &placed, std::string_view text)
{
    std::size_t pos = 0;
    while (at(text, pos) == '[' || at(text, pos) == '(' || at(text, pos) == '"' || at(text, pos) == '|')
        pos = skipBlanks(text, pos + 1);
    for (const std::string_view word : {"at", "on", "from", "between"}) {
        if (placed.section == Section::Timeline && wordAt(text, pos, word))
            pos = skipBlanks(text, pos + word.size());
    }
    auto found = timeAt(text, pos, reading(placed));
    return found && startRowOrDate(placed, text, *std::move(found));
}

/// "First detected: 2023-01-11 14:22" in a list of key events.
bool RowWalk::startRowAtEnd(const SectionedLine &placed)
{
    const std::string_view text = placed.line->text;
    if (placed.section != Section::Timeline || placed.line->role != LineRole::Item || text.size() > 160)
        return false;
    const auto times = timesIn(text, {.order = m_order, .dotClocks = false});
    if (times.size() != 1 || !times[0].time.clock || !times[0].time.month ||
        skipSeparators(text, times[0].end) < text.size())
        return false;
    std::string_view words = trimmed(text.substr(0, times[0].begin));
    const int mostWords = words.ends_with(':') ? 16 : 6;
    while (words.ends_with(':') || words.ends_with('-') || words.ends_with('('))
        words = trimmed(words.substr(0, words.size() - 1));
    if (words.empty() || wordCount(words) > mostWords)
        return false;
    TimelineRow made = row(placed, times[0]);
    made.title = std::string(words);
    m_read.rows.push_back(std::move(made));
    m_isOpen = true;
    return true;
}

void RowWalk::skip(int line, const char *reason)
{
    m_read.skipped.push_back({line, QCoreApplication::translate("postmortem", reason).toStdString()});
}

void RowWalk::skipTemplate(int line)
{
    skip(
        line, QT_TRANSLATE_NOOP(
                  "postmortem", "A row of the document's template was left in place: it has no time of its own."));
}

/// A status page's update: "Resolved", its text, and below them "Posted Mar 4, 18:47 UTC".
bool RowWalk::readUpdate(const SectionedLine &placed)
{
    const std::string_view text = placed.line->text;
    const bool isHeading = placed.line->role == LineRole::Heading;
    if (isHeading || timeAt(text, 0, reading(placed))) {
        m_update.clear();
        return false;
    }
    if (placed.section != Section::Timeline && text.size() < 20 && wordCount(text) == 1 && isStatusUpdate(text)) {
        m_update = text;
        m_updateText.clear();
        return true;
    }
    if (m_update.empty())
        return false;
    const std::size_t pos = wordAt(text, 0, "posted") ? skipBlanks(text, 6) : std::string_view::npos;
    auto found = pos < text.size() ? timeAt(text, pos, reading(placed)) : std::nullopt;
    if (!found || !found->time.clock) {
        if (m_updateText.size() + text.size() < longestDetail)
            m_updateText += (m_updateText.empty() ? "" : "\n") + std::string(text);
        return true;
    }
    TimelineRow made = row(placed, *std::move(found));
    made.title = m_updateText.empty() ? m_update : m_update + " - " + m_updateText.substr(0, longestTitle);
    m_read.rows.push_back(std::move(made));
    m_update.clear();
    return true;
}

void RowWalk::readText(const SectionedLine &placed)
{
    const std::string_view text = placed.line->text;
    const bool isQuoted = m_isOpen && placed.line->role == LineRole::Text && placed.line->indent >= m_rowIndent + 6;
    if (isQuoted && placed.section == Section::Timeline) {
        append(text); // a log below its row
        return;
    }
    if (placed.section == Section::Timeline && placed.line->role == LineRole::Item && isTemplate(text)) {
        skipTemplate(placed.line->number);
        return;
    }
    if (readUpdate(placed))
        return;
    const bool isRow = startRow(placed, text) || startCounted(placed) || startRowAtEnd(placed);
    const bool goesOn = m_isWrapped && placed.line->role == LineRole::Text;
    const bool isDate = m_dateLine == placed.line->number; // no sentence that goes on below
    m_isWrapped = !isRow && !isDate && placed.line->role == LineRole::Text;
    if (isRow) {
        m_rowIndent = placed.line->indent;
        return;
    }
    const bool isHeading = placed.line->role == LineRole::Heading;
    if (isHeading) {
        m_isOpen = false;
        noteZoneAndDate(text, placed.line->number);
    }
    const bool isStatus = placed.section == Section::Timeline && placed.line->startsBold && isStatusUpdate(text);
    const bool isLabel = isHeading || isStatus || (text.ends_with(':') && !goesOn);
    m_label = isLabel && text.size() < (isStatus ? longestTitle : 120) ? std::string(text) : std::string();
    while (m_label.ends_with(':'))
        m_label.pop_back();
    m_isLabelHeading = isHeading;
    if (placed.section == Section::Timeline && !isHeading && (!m_isOpen || m_read.rows.empty()))
        noteZoneAndDate(text, placed.line->number);
    if (placed.section == Section::Timeline)
        append(text);
}

bool RowWalk::readDataRow(const SectionedLine &placed, const Columns &columns)
{
    auto cells = rowOfCells(placed.line->cells, columns, m_order);
    if (!cells)
        return false;
    if (isTemplate(cells->behind)) {
        skipTemplate(placed.line->number);
        return true;
    }
    TimelineRow made = row(placed, std::move(cells->found));
    made.counted = std::move(cells->counted);
    made.title = std::move(cells->title);
    made.detail = std::move(cells->detail);
    made.actor = std::move(cells->actor);
    made.kind = cells->kind;
    if (made.kind) // a row of our own making: a time in its words is no further row
        m_read.rows.push_back(std::move(made));
    else
        addRows(std::move(made));
    m_isOpen = false;
    return true;
}

void RowWalk::readTableRow(const SectionedLine &placed)
{
    const std::vector<std::string> &cells = placed.line->cells;
    if (cells.size() == 1 && cells[0] == "---")
        return;
    m_isOpen = false;
    if (readDataRow(placed, m_columns.value_or(Columns{})))
        return;
    if (const auto header = headerColumns(cells)) {
        m_columns = header;
    } else if (m_columns && m_columns->time < cells.size() && !isTemplate(placed.line->text)) {
        m_read.skipped.push_back(
            {placed.line->number,
             QCoreApplication::translate("postmortem", "No time could be read in this row of the table.")
                 .toStdString()});
    }
}

void RowWalk::read(const SectionedLine &placed)
{
    if (placed.section != m_section) {
        m_section = placed.section;
        m_isOpen = false;
        m_columns.reset();
    }
    if (placed.isTitle) {
        readTitle(placed);
        if (!(placed.line->role == LineRole::Heading && placed.section == Section::Other))
            return;
    }
    if (isSilent(placed) || placed.line->role == LineRole::Blank) {
        m_isWrapped = false;
        return;
    }
    if (placed.line->role == LineRole::Row && placed.line->cells.size() > 0)
        readTableRow(placed);
    else
        readText(placed);
}

TimelineRows RowWalk::take()
{
    auto &rows = m_read.rows;
    std::erase_if(rows, [](const TimelineRow &one) { return one.title.empty(); });
    const auto listed = std::ranges::count(rows, Section::Timeline, &TimelineRow::section);
    if (listed >= 2)
        std::erase_if(rows, [](const TimelineRow &one) { return one.section != Section::Timeline; });
    return std::move(m_read);
}

} // namespace

TimelineRows timelineRows(const std::vector<SectionedLine> &lines, DayOrder order)
{
    RowWalk walk(order);
    for (const SectionedLine &line : lines)
        walk.read(line);
    return walk.take();
}

} // namespace downtimeline
