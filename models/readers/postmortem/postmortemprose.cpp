// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/postmortem/postmortemprose.h"

#include "models/documents/countedtimes.h"
#include "models/documents/textscan.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <span>
#include <string>

namespace downtimeline {
namespace {

using namespace textscan;

/// Labels and words of days that are not the incident's.
constexpr std::array<std::string_view, 15> otherDays{
    "posted",  "published", "retro held", "last modified", "created",    "updated",  "deadline",   "due",
    "meeting", "held on",   "reviewed",   "completed",     "written on", "revision", "last edited"};
constexpr std::array<std::string_view, 8> incidentLabels{"date",     "start", "incident from", "started",
                                                         "duration", "when",  "from",          "time"};

bool saysAny(std::string_view text, std::span<const std::string_view> words)
{
    const std::string plain = " " + folded(text.substr(0, 200));
    return std::ranges::any_of(
        words, [&plain](std::string_view word) { return plain.find(" " + std::string(word)) != std::string::npos; });
}

bool isOtherDay(const ProseTime &time)
{
    const std::size_t from = time.found.begin > 40 ? time.found.begin - 40 : 0;
    return saysAny(time.label.empty() ? time.text.substr(from, time.found.begin - from) : time.label, otherDays);
}

/// How well a date tells the day of the incident: less is better; none where it does not.
std::optional<int> rankOf(const ProseTime &time)
{
    if (!time.found.time.month || time.section == Section::Appendix || isOtherDay(time))
        return std::nullopt;
    const int unsure = time.found.time.year ? 0 : 20;
    if (time.section == Section::Timeline && !time.isTitle && time.label.empty())
        return 5 + unsure;
    const bool isStart = !time.label.empty() && saysAny(time.label, incidentLabels);
    if (isStart && time.section != Section::Timeline)
        return (saysAny(time.label, std::array<std::string_view, 3>{"end", "till", "until"}) ? 7 : 0) + unsure;
    if (time.isTitle)
        return 1 + unsure;
    if (time.section == Section::None || time.section == Section::Summary || time.section == Section::Impact)
        return 2 + unsure;
    return (time.section == Section::Timeline ? 4 : 8) + unsure;
}

int zoneRank(const ProseTime &time)
{
    if (time.section == Section::Timeline)
        return 0;
    return time.section == Section::Summary || time.section == Section::None || time.section == Section::Impact ? 1 : 2;
}

void chooseZone(const std::vector<ProseTime> &times, DocumentTimes &document)
{
    std::map<std::string, int> inRows;
    for (const ProseTime &time : times) {
        if (!time.found.zone.text.empty() && time.section == Section::Timeline)
            ++inRows[time.found.zone.text];
    }
    int best = std::numeric_limits<int>::min();
    for (const ProseTime &time : times) {
        if (time.found.zone.text.empty() || time.section == Section::Appendix)
            continue;
        const int count = inRows.contains(time.found.zone.text) ? inRows[time.found.zone.text] : 0;
        const int score = count * 10 - zoneRank(time);
        if (score > best) {
            best = score;
            document.zone = time.found.zone;
            document.zoneLine = time.line;
        }
    }
}

/// "date: 2017-03-06" and "start-time: ..." of the front matter.
std::string_view frontMatterLabel(std::string_view text)
{
    const std::size_t mark = text.find_first_of(":=");
    return mark == std::string_view::npos ? std::string_view() : trimmed(text.substr(0, mark));
}

} // namespace

std::vector<ProseTime> proseTimes(const std::vector<SectionedLine> &lines, DayOrder order)
{
    std::vector<ProseTime> all;
    for (const SectionedLine &placed : lines) {
        const LineRole role = placed.line->role;
        const bool isFront = role == LineRole::FrontMatter;
        const bool isSilent = placed.section == Section::Actions || placed.section == Section::Lessons ||
                              role == LineRole::Code || role == LineRole::Blank || placed.line->isAnchor;
        if (isSilent)
            continue;
        const std::string_view text = placed.line->text;
        const std::string_view label = isFront ? frontMatterLabel(text) : placed.label;
        const bool isTitle = role == LineRole::Heading || label == "title" || placed.isTitle ||
                             (placed.section == Section::None && placed.line->number == 1);
        for (FoundTime &found : timesIn(text, {.order = order, .dotClocks = false}))
            all.push_back(
                {placed.line->number, isFront ? Section::None : placed.section, text, label, std::move(found),
                 isTitle});
    }
    return all;
}

DayOrder dayOrderOf(const std::vector<SectionedLine> &lines)
{
    for (const SectionedLine &placed : lines) {
        if (placed.line->role == LineRole::Code)
            continue;
        for (const FoundTime &found : timesIn(placed.line->text)) {
            if (found.shownOrder)
                return *found.shownOrder;
        }
    }
    return DayOrder::Unknown;
}

std::optional<WrittenZone> notedZone(const std::vector<SectionedLine> &lines)
{
    constexpr std::array<std::string_view, 4> aboutAll{"all times", "times are", "times in", "times below"};
    for (const SectionedLine &placed : lines) {
        const bool isNote = placed.line->role == LineRole::Text || placed.line->role == LineRole::Item;
        const std::string_view text = std::string_view(placed.line->text).substr(0, 200);
        if (!isNote || !saysAny(text, aboutAll))
            continue;
        if (const auto zone = zoneIn(text))
            return zone->zone;
    }
    return std::nullopt;
}

void readZero(const std::vector<SectionedLine> &lines, DayOrder order, DocumentTimes &document)
{
    for (const SectionedLine &placed : lines) {
        if (placed.line->role == LineRole::Code || placed.line->role == LineRole::Blank)
            continue;
        std::string cells;
        for (const std::string &cell : placed.line->cells)
            cells += cell + " | ";
        document.zero = zeroIn(cells.empty() ? placed.line->text : cells, {.order = order, .dotClocks = false});
        document.zeroLine = placed.line->number;
        if (document.zero)
            return;
    }
}

DocumentTimes documentTimes(const std::vector<ProseTime> &times)
{
    DocumentTimes document;
    int best = std::numeric_limits<int>::max();
    for (const ProseTime &time : times) {
        const auto rank = rankOf(time);
        if (!rank || *rank >= best)
            continue;
        best = *rank;
        document.date = time.found.time;
        document.dateLine = time.line;
    }
    chooseZone(times, document);
    if (document.date && !document.date->year) {
        for (const ProseTime &time : times) {
            const bool isSameDay =
                time.found.time.month == document.date->month && time.found.time.day == document.date->day;
            if (isSameDay && time.found.time.year && !document.date->year)
                document.date->year = time.found.time.year;
        }
    }
    return document;
}

std::optional<std::chrono::year_month_day> dayOf(const WrittenTime &time)
{
    if (!time.hasDate())
        return std::nullopt;
    const std::chrono::year_month_day day{
        std::chrono::year(*time.year), std::chrono::month(static_cast<unsigned>(*time.month)),
        std::chrono::day(static_cast<unsigned>(*time.day))};
    return day.ok() ? std::optional(day) : std::nullopt;
}

} // namespace downtimeline
