// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/documents/zones.h"

#include "models/documents/textscan.h"

#include <QDateTime>
#include <QTimeZone>

#include <array>
#include <cstdlib>

namespace downtimeline {
namespace {

using namespace textscan;
using std::chrono::minutes;
using std::chrono::seconds;

struct Abbreviation
{
    std::string_view name;
    std::optional<int> minutes; ///< none: several places use it
    const char *iana = "";
};

constexpr std::array abbreviations{
    Abbreviation{"UTC", 0},
    Abbreviation{"GMT", 0},
    Abbreviation{"WET", 0},
    Abbreviation{"WEST", 60},
    Abbreviation{"CET", 60},
    Abbreviation{"CEST", 120},
    Abbreviation{"EET", 120},
    Abbreviation{"EEST", 180},
    Abbreviation{"MSK", 180},
    Abbreviation{"WAT", 60},
    Abbreviation{"CAT", 120},
    Abbreviation{"EAT", 180},
    Abbreviation{"SAST", 120},
    Abbreviation{"EST", -300},
    Abbreviation{"EDT", -240},
    Abbreviation{"CDT", -300},
    Abbreviation{"MST", -420},
    Abbreviation{"MDT", -360},
    Abbreviation{"PST", -480},
    Abbreviation{"PDT", -420},
    Abbreviation{"AKST", -540},
    Abbreviation{"AKDT", -480},
    Abbreviation{"HST", -600},
    Abbreviation{"BRT", -180},
    Abbreviation{"JST", 540},
    Abbreviation{"KST", 540},
    Abbreviation{"SGT", 480},
    Abbreviation{"HKT", 480},
    Abbreviation{"WIB", 420},
    Abbreviation{"PKT", 300},
    Abbreviation{"NPT", 345},
    Abbreviation{"AEST", 600},
    Abbreviation{"AEDT", 660},
    Abbreviation{"ACST", 570},
    Abbreviation{"AWST", 480},
    Abbreviation{"NZST", 720},
    Abbreviation{"NZDT", 780},
    Abbreviation{"CST", {}},
    Abbreviation{"IST", {}},
    Abbreviation{"BST", {}},
    Abbreviation{"GST", {}},
    Abbreviation{"AST", {}},
    Abbreviation{"AMT", {}},
    Abbreviation{"PT", {}, "America/Los_Angeles"},
    Abbreviation{"ET", {}, "America/New_York"},
    Abbreviation{"CT", {}, "America/Chicago"},
    Abbreviation{"MT", {}, "America/Denver"},
};

/// Names in words, small letters; "standard", "time" and "timezone" behind them belong to the name.
constexpr std::array named{
    Abbreviation{"west central africa", 60},
    Abbreviation{"west africa", 60},
    Abbreviation{"west african", 60},
    Abbreviation{"central africa", 120},
    Abbreviation{"central african", 120},
    Abbreviation{"east africa", 180},
    Abbreviation{"east african", 180},
    Abbreviation{"south africa", 120},
    Abbreviation{"south african", 120},
    Abbreviation{"gulf", 240},
    Abbreviation{"coordinated universal", 0},
    Abbreviation{"universal", 0},
    Abbreviation{"greenwich mean", 0},
    Abbreviation{"indian", 330},
    Abbreviation{"india", 330},
    Abbreviation{"japan", 540},
    Abbreviation{"central european", {}, "Europe/Berlin"},
    Abbreviation{"eastern european", {}, "Europe/Athens"},
    Abbreviation{"us pacific", {}, "America/Los_Angeles"},
    Abbreviation{"us eastern", {}, "America/New_York"},
    Abbreviation{"pacific", {}, "America/Los_Angeles"},
    Abbreviation{"eastern", {}, "America/New_York"},
    Abbreviation{"mountain", {}, "America/Denver"},
    Abbreviation{"central", {}, "America/Chicago"},
    Abbreviation{"british", {}, "Europe/London"},
    Abbreviation{"uk", {}, "Europe/London"},
};

struct Shift
{
    std::size_t end;
    int minutes;
};

/// "+1", "+ 1", "-04:00", "+0530" behind a zone's name, or alone where strict: then two digits and minutes are needed.
std::optional<Shift> shiftAt(std::string_view text, std::size_t pos, bool strict)
{
    const std::size_t dash = dashLength(text, pos);
    const bool isPlus = at(text, pos) == '+';
    if (!isPlus && dash == 0)
        return std::nullopt;
    pos += isPlus ? 1 : dash;
    if (!strict)
        pos = skipBlanks(text, pos);
    const std::size_t digits = digitCount(text, pos);
    if (digits == 0 || digits == 3 || digits > 4 || (strict && digits == 1))
        return std::nullopt;
    int value = *number(text, pos, 4);
    int minute = digits == 4 ? value % 100 : 0;
    const int hour = digits == 4 ? value / 100 : value;
    if (digits <= 2 && at(text, pos) == ':' && digitCount(text, pos + 1) == 2)
        minute = *number(text, ++pos, 2);
    else if (digits <= 2 && strict)
        return std::nullopt;
    if (hour > 14 || minute % 15 != 0 || minute > 45 || isAlnum(at(text, pos)))
        return std::nullopt;
    return Shift{pos, (isPlus ? 1 : -1) * (hour * 60 + minute)};
}

FoundZone found(std::string_view text, std::size_t begin, std::size_t end, const Abbreviation &facts)
{
    FoundZone zone{
        end, {.text = std::string(trimmed(text.substr(begin, end - begin))), .offset = {}, .iana = facts.iana}};
    if (facts.minutes)
        zone.zone.offset = minutes(*facts.minutes);
    return zone;
}

std::optional<FoundZone> abbreviationAt(std::string_view text, std::size_t pos)
{
    const std::string_view word = letters(text, pos);
    for (const Abbreviation &one : abbreviations) {
        const bool isUtc = one.name == "UTC" || one.name == "GMT";
        if (word != one.name && !(isUtc && word.size() == 3 && wordAt(text, pos, lowered(one.name))))
            continue;
        const std::size_t end = pos + word.size();
        if (isUtc) {
            if (const auto shift = shiftAt(text, skipBlanks(text, end), false))
                return found(text, pos, shift->end, {one.name, shift->minutes});
        }
        if (isDigit(at(text, end)))
            return std::nullopt;
        return found(text, pos, end, one);
    }
    return std::nullopt;
}

std::optional<FoundZone> namedAt(std::string_view text, std::size_t pos)
{
    for (const Abbreviation &one : named) {
        if (!wordAt(text, pos, one.name))
            continue;
        std::size_t end = pos + one.name.size();
        bool isTime = false;
        for (const std::string_view word : {"standard", "daylight", "summer", "time", "timezone", "times", "zone"}) {
            const std::size_t next = skipBlanks(text, end);
            if (wordAt(text, next, word)) {
                end = next + word.size();
                isTime = isTime || word.starts_with("time");
            }
        }
        if (isTime || one.name == "pacific")
            return found(text, pos, end, one);
    }
    return std::nullopt;
}

std::optional<FoundZone> ianaAt(std::string_view text, std::size_t pos)
{
    text = text.substr(0, pos + 41); // a longer name is none, and is not read to its end
    std::size_t end = pos;
    while (isAlnum(at(text, end)) || at(text, end) == '/' || at(text, end) == '_' ||
           (at(text, end) == '-' && isLetter(at(text, end + 1)))) // "America/Port-au-Prince"
        ++end;
    const std::string_view name = text.substr(pos, end - pos);
    if (name.size() < 5 || name.size() > 40 || name.find('/') == std::string_view::npos)
        return std::nullopt;
    const QByteArray id(name.data(), static_cast<qsizetype>(name.size()));
    if (!QTimeZone::isTimeZoneIdAvailable(id))
        return std::nullopt;
    return FoundZone{end, {.text = std::string(name), .offset = {}, .iana = std::string(name)}};
}

} // namespace

std::optional<FoundZone> zoneAt(std::string_view text, std::size_t pos)
{
    const char c = at(text, pos);
    if (c == 'Z' && !isAlnum(at(text, pos + 1)))
        return FoundZone{pos + 1, {.text = "Z", .offset = seconds(0), .iana = {}}};
    if (!isLetter(c)) {
        const auto shift = shiftAt(text, pos, true);
        if (!shift)
            return std::nullopt;
        return found(text, pos, shift->end, {{}, shift->minutes});
    }
    if (auto zone = abbreviationAt(text, pos))
        return zone;
    if (auto zone = namedAt(text, pos))
        return zone;
    return ianaAt(text, pos);
}

std::optional<FoundZone> zoneIn(std::string_view text)
{
    std::optional<FoundZone> open;
    for (std::size_t pos = 0; pos < text.size(); ++pos) {
        if (!isLetter(text[pos]) || (pos > 0 && isAlnum(text[pos - 1])) || wordAt(text, pos, "z"))
            continue;
        const auto zone = zoneAt(text, pos);
        if (zone && (zone->zone.offset || !zone->zone.iana.empty()))
            return zone;
        if (zone && !open)
            open = zone;
    }
    return open;
}

std::optional<std::chrono::seconds> offsetOn(const WrittenZone &zone, std::optional<std::chrono::year_month_day> day)
{
    if (zone.offset || zone.iana.empty() || !day || !day->ok())
        return zone.offset;
    const QTimeZone rules(QByteArray::fromStdString(zone.iana));
    if (!rules.isValid())
        return std::nullopt;
    const QDate date(
        static_cast<int>(day->year()), static_cast<int>(static_cast<unsigned>(day->month())),
        static_cast<int>(static_cast<unsigned>(day->day())));
    return seconds(rules.offsetFromUtc(QDateTime(date, QTime(12, 0), QTimeZone::utc())));
}

} // namespace downtimeline
