// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/tables/metricnames.h"

#include "models/readers/tables/csvnumbers.h"
#include "models/readers/tables/csvsketch.h"
#include "models/readers/textsource.h"

#include <algorithm>
#include <array>

namespace downtimeline {
namespace {

struct UnitWord
{
    std::string_view word;
    std::string_view unit;
};

// Words as they stand in headers and cells, in lower case.
constexpr auto unitWords = std::to_array<UnitWord>({
    {"ms", "ms"},
    {"msec", "ms"},
    {"msecs", "ms"},
    {"millis", "ms"},
    {"milliseconds", "ms"},
    {"s", "s"},
    {"sec", "s"},
    {"secs", "s"},
    {"second", "s"},
    {"seconds", "s"},
    {"us", "us"},
    {"µs", "us"},
    {"μs", "us"},
    {"microseconds", "us"},
    {"ns", "ns"},
    {"min", "min"},
    {"mins", "min"},
    {"minutes", "min"},
    {"%", "percent"},
    {"percent", "percent"},
    {"pct", "percent"},
    {"percentage", "percent"},
    {"rps", "req/s"},
    {"qps", "req/s"},
    {"req/s", "req/s"},
    {"reqps", "req/s"},
    {"reqs/s", "req/s"},
    {"requests/s", "req/s"},
    {"requests/sec", "req/s"},
    {"r/s", "req/s"},
    {"rpm", "req/min"},
    {"req/min", "req/min"},
    {"requests/min", "req/min"},
    {"bytes", "bytes"},
    {"b", "bytes"},
});

struct ByteUnit
{
    std::string_view word;
    double bytes;
};

constexpr auto byteUnits = std::to_array<ByteUnit>({
    {"B", 1},
    {"bytes", 1},
    {"kB", 1e3},
    {"KB", 1e3},
    {"KiB", 1024.0},
    {"MB", 1e6},
    {"MiB", 1048576.0},
    {"GB", 1e9},
    {"GiB", 1073741824.0},
    {"TB", 1e12},
    {"TiB", 1099511627776.0},
});

constexpr auto multiples =
    std::to_array<ByteUnit>({{"K", 1e3}, {"k", 1e3}, {"Mil", 1e6}, {"M", 1e6}, {"Bil", 1e9}, {"G", 1e9}});

constexpr auto errorWords = std::to_array<std::string_view>(
    {"error", "errors", "5xx", "4xx", "500", "fail", "failed", "failing", "failure", "failures", "exceptions",
     "unsuccessful"});
constexpr auto responseWords = std::to_array<std::string_view>(
    {"latency", "latencies", "response", "duration", "ttfb", "rtt", "percentile", "responsetime"});
constexpr auto trafficWords = std::to_array<std::string_view>(
    {"traffic", "request", "requests", "req", "reqs", "rps", "qps", "rpm", "throughput", "hits", "visits", "visitors",
     "sessions", "pageviews"});

std::string lowered(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(
        lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return lower;
}

bool isTimeUnit(std::string_view unit)
{
    return unit == "ms" || unit == "s" || unit == "us" || unit == "ns" || unit == "min";
}

/// "p95", "p999", "p99.9".
bool isPercentile(std::string_view word)
{
    return word.size() >= 2 && word.size() <= 5 && word[0] == 'p' &&
           std::ranges::all_of(word.substr(1), [](char c) { return c >= '0' && c <= '9'; });
}

template<typename Words>
bool hasAnyOf(std::string_view folded, const Words &words)
{
    while (!folded.empty()) {
        const std::size_t end = std::min(folded.find('_'), folded.size());
        if (std::ranges::find(words, folded.substr(0, end)) != words.end())
            return true;
        folded.remove_prefix(std::min(end + 1, folded.size()));
    }
    return false;
}

bool hasPercentile(std::string_view folded)
{
    while (!folded.empty()) {
        const std::size_t end = std::min(folded.find('_'), folded.size());
        if (isPercentile(folded.substr(0, end)))
            return true;
        folded.remove_prefix(std::min(end + 1, folded.size()));
    }
    return false;
}

Measure measureOf(std::string_view folded, std::string_view unit)
{
    const bool isTime = isTimeUnit(unit);
    if (!isTime && hasAnyOf(folded, errorWords))
        return Measure::ErrorRate;
    if ((isTime || unit.empty()) && (hasAnyOf(folded, responseWords) || hasPercentile(folded)))
        return Measure::ResponseTime;
    if (unit == "req/s" || unit == "req/min" || (!isTime && hasAnyOf(folded, trafficWords)))
        return Measure::Traffic;
    return Measure::Other;
}

/// Takes "per second" and the like off the end of a name.
std::string_view takeRate(std::string_view &name)
{
    struct Rate
    {
        std::string_view words;
        std::string_view unit;
    };
    static constexpr auto rates = std::to_array<Rate>({
        {"per second", "req/s"},
        {"per sec", "req/s"},
        {"/s", "req/s"},
        {"/sec", "req/s"},
        {"per minute", "req/min"},
        {"per min", "req/min"},
        {"/min", "req/min"},
    });
    std::string plain = lowered(name);
    std::ranges::replace(plain, '_', ' ');
    std::ranges::replace(plain, '-', ' ');
    for (const Rate &rate : rates) {
        if (!plain.ends_with(rate.words))
            continue;
        const std::string_view rest = name.substr(0, name.size() - rate.words.size());
        if (!hasAnyOf(foldedName(rest), trafficWords) && !hasAnyOf(foldedName(rest), errorWords))
            continue;
        name = rest;
        return rate.unit;
    }
    return {};
}

/// Takes a unit's word off the end of a name, if something is left of it.
std::string_view takeUnitWord(std::string_view &name)
{
    const std::size_t mark = name.find_last_of(" _-.");
    const std::string_view last = mark == std::string_view::npos ? name : name.substr(mark + 1);
    if (const std::string_view unit = unitOfWord(last); !unit.empty()) {
        if (mark != std::string_view::npos && mark > 0)
            name = name.substr(0, mark);
        return unit;
    }
    if (name.ends_with('%')) {
        if (name.size() > 1)
            name.remove_suffix(1);
        return "percent";
    }
    return {};
}

/// Takes "(ms)" or "[s]" off the end of a name.
std::string takeFramedUnit(std::string_view &name)
{
    const std::size_t open = name.find_last_of("([");
    if (open == std::string_view::npos || open == 0 || (name.back() != ')' && name.back() != ']'))
        return {};
    const std::string_view word = trimmed(name.substr(open + 1, name.size() - open - 2));
    if (word.empty() || word.size() > 16)
        return {};
    name = trimmed(name.substr(0, open));
    const std::string_view unit = unitOfWord(word);
    return std::string(unit.empty() ? word : unit);
}

} // namespace

Series seriesOfHeader(std::string_view header)
{
    const std::string clean = isCleanText(header) ? std::string(trimmed(header)) : cleanText(trimmed(header));
    std::string_view name = clean;
    Series series;
    series.unit = takeFramedUnit(name);
    if (series.unit.empty())
        series.unit = takeRate(name);
    if (series.unit.empty())
        series.unit = takeUnitWord(name);
    while (!name.empty() && (name.back() == '_' || name.back() == ' ' || name.back() == '-' || name.back() == '.'))
        name.remove_suffix(1);
    series.name = name.empty() ? clean : std::string(name);
    series.measure = measureOf(foldedName(clean), series.unit);
    return series;
}

Series seriesOfFile(std::string_view stem)
{
    constexpr auto rateWords = std::to_array<std::string_view>({"rate", "ratio", "percent", "pct", "5xx", "4xx"});
    Series series = seriesOfHeader(stem);
    const std::string folded = foldedName(stem);
    const bool tellsTrouble = hasAnyOf(folded, errorWords);
    if (hasAnyOf(folded, responseWords) || hasPercentile(folded))
        series.measure = Measure::ResponseTime;
    else if (tellsTrouble && !hasAnyOf(folded, rateWords))
        series.measure = Measure::Other;
    return series;
}

std::string_view unitOfWord(std::string_view word)
{
    const std::string lower = lowered(word);
    const auto found = std::ranges::find(unitWords, std::string_view(lower), &UnitWord::word);
    return found == unitWords.end() ? std::string_view() : found->unit;
}

std::string unitForCells(std::string_view cellUnit)
{
    if (secondsOfUnit(cellUnit))
        return "ms";
    if (std::ranges::find(byteUnits, cellUnit, &ByteUnit::word) != byteUnits.end())
        return "bytes";
    if (std::ranges::find(multiples, cellUnit, &ByteUnit::word) != multiples.end())
        return {};
    const std::string_view unit = unitOfWord(cellUnit);
    return std::string(unit.empty() ? cellUnit : unit);
}

std::optional<double> factorBetween(std::string_view cellUnit, std::string_view seriesUnit)
{
    if (cellUnit.empty() || cellUnit == seriesUnit)
        return 1.0;
    const auto cellSeconds = secondsOfUnit(cellUnit);
    const auto seriesSeconds = secondsOfUnit(seriesUnit);
    if (cellSeconds && seriesSeconds)
        return *cellSeconds / *seriesSeconds;
    if (seriesUnit == "bytes") {
        const auto found = std::ranges::find(byteUnits, cellUnit, &ByteUnit::word);
        return found == byteUnits.end() ? std::nullopt : std::optional(found->bytes);
    }
    if (const std::string_view unit = unitOfWord(cellUnit); !unit.empty() && unit == seriesUnit)
        return 1.0;
    const auto multiple = std::ranges::find(multiples, cellUnit, &ByteUnit::word);
    return multiple == multiples.end() || isTimeUnit(seriesUnit) ? std::nullopt : std::optional(multiple->bytes);
}

bool isGap(std::string_view cell)
{
    if (cell.empty())
        return true;
    if (cell.size() > 9)
        return false;
    static constexpr auto words = std::to_array<std::string_view>(
        {"nan", "+nan", "-nan", "null", "none", "n/a", "na", "-", "--", "undefined", "inf", "+inf", "-inf"});
    return std::ranges::find(words, std::string_view(lowered(cell))) != words.end();
}

} // namespace downtimeline
