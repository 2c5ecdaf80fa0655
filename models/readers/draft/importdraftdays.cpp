// SPDX-License-Identifier: GPL-3.0-or-later
// What a document could mean by its day and its zone; the draft itself is in importdraft.cpp.
#include "models/documents/writtendates.h"
#include "models/readers/cells/csvzones.h"
#include "models/readers/draft/importdraft.h"

#include <algorithm>

namespace downtimeline {
namespace {

constexpr std::size_t longestScannedLine = 20'000;

std::vector<QDate> daysIn(std::string_view line)
{
    line = line.substr(0, longestScannedLine);
    std::vector<QDate> found;
    for (std::size_t pos = 0; pos < line.size();) {
        const bool isInWord = pos > 0 && std::isalnum(static_cast<unsigned char>(line[pos - 1])) != 0;
        const std::optional<FoundDate> date = isInWord ? std::nullopt : dateAt(line, pos);
        if (date && date->year)
            found.emplace_back(*date->year, date->month, date->day);
        pos = date ? std::max(date->end, pos + 1) : pos + 1;
    }
    return found;
}

void meet(std::vector<DayOption> &options, const QDate &day, int line)
{
    if (!day.isValid())
        return;
    auto option = std::ranges::find(options, day, &DayOption::day);
    if (option == options.end())
        option = options.insert(options.end(), {.day = day, .lines = {}});
    if (line > 0 && std::ranges::find(option->lines, line) == option->lines.end())
        option->lines.push_back(line);
}

bool isAboutDates(const Finding &finding)
{
    return finding.rule.find("date") != std::string::npos;
}

} // namespace

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        std::string_view line = text.substr(begin, end - begin);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        lines.push_back(line);
        begin = end + 1;
    }
    if (lines.size() > 1 && lines.back().empty())
        lines.pop_back(); // the end of the last line begins no other
    return lines;
}

std::vector<DayOption> dayOptions(const DraftIncident &incident, const std::vector<std::string_view> &lines)
{
    std::vector<DayOption> options;
    DraftIncident asRead = incident;
    asRead.day.reset();
    asRead.swapsDayAndMonth = false;
    if (const std::optional<QDate> read = firstDay(asRead))
        meet(options, *read, 0);
    for (const Finding &finding : incident.read.findings) {
        if (!isAboutDates(finding))
            continue;
        for (const int line : finding.lines) {
            if (line < 1 || static_cast<std::size_t>(line) > lines.size())
                continue;
            for (const QDate &day : daysIn(lines[static_cast<std::size_t>(line) - 1]))
                meet(options, day, line);
        }
    }
    const bool isOrderOpen = std::ranges::find(incident.read.questions, Question::About::DayFirst, &Question::about) !=
                             incident.read.questions.end();
    if (isOrderOpen && !incident.read.events.empty()) {
        asRead.swapsDayAndMonth = true;
        if (const std::optional<QDate> swapped = firstDay(asRead))
            options.push_back({.day = *swapped, .lines = {}, .isSwapped = true});
    }
    return options;
}

int zoneLine(const DraftIncident &incident, const std::vector<std::string_view> &lines)
{
    const std::string &zone = incident.read.incident.zone;
    if (zone.empty())
        return 0;
    int firstEvent = static_cast<int>(lines.size());
    bool isHeader = false;
    for (const Event &event : incident.read.events) {
        if (event.line > 0)
            firstEvent = std::min(firstEvent, event.line);
        isHeader = isHeader || event.time.zoneOrigin == ZoneOrigin::Header;
    }
    int found = 0;
    for (int line = 1; line <= static_cast<int>(lines.size()); ++line) {
        if (found > 0 && (!isHeader || line >= firstEvent)) // a header is the last to say so before the first event
            break;
        if (lines[static_cast<std::size_t>(line) - 1].find(zone) != std::string_view::npos)
            found = line;
    }
    return found;
}

std::optional<QDate> dayFromText(const QString &text)
{
    const std::string typed = text.trimmed().toStdString();
    const std::optional<FoundDate> date = dateAt(typed, 0);
    if (!date || !date->year || date->end < typed.size() || date->isOrderOpen)
        return {};
    const QDate day(*date->year, date->month, date->day);
    return day.isValid() ? std::optional(day) : std::nullopt;
}

std::optional<QTimeZone> zoneFromText(const QString &text)
{
    const QString typed = text.trimmed();
    if (const std::optional<std::chrono::seconds> fixed = fixedOffset(typed.toStdString())) {
        const QTimeZone zone(static_cast<int>(fixed->count()));
        return zone.isValid() ? std::optional(zone) : std::nullopt;
    }
    const QTimeZone zone(typed.toUtf8()); // names without a stroke stand for several places: IST, CST
    return typed.contains(u'/') && zone.isValid() ? std::optional(zone) : std::nullopt;
}

} // namespace downtimeline
