// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/incidententry.h"

#include <QStringList>

#include <algorithm>
#include <numeric>

namespace downtimeline {
namespace {

constexpr int monthsShown = 12;

std::chrono::year_month monthOf(Instant instant)
{
    const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(instant));
    return day.year() / day.month();
}

std::optional<Duration> medianOf(std::vector<Duration> lengths)
{
    if (lengths.empty())
        return {};
    std::ranges::sort(lengths);
    const std::size_t middle = lengths.size() / 2;
    return lengths.size() % 2 == 1 ? lengths[middle]
                                   : std::midpoint(lengths[middle - 1].count(), lengths[middle].count()) * Duration(1);
}

} // namespace

QString severityLabel(Severity severity)
{
    return QStringLiteral("SEV%1").arg(static_cast<int>(severity));
}

QString incidentLine(const IncidentEntry &incident)
{
    QStringList parts;
    const DisplayZone zone(incident.offset.value_or(std::chrono::seconds(0)), {});
    if (incident.start)
        parts << shortDayText(*incident.start, zone) + u' ' + QString::number(civilTime(*incident.start, zone).year);
    if (incident.timeToRecover)
        parts << durationText(*incident.timeToRecover);
    else if (incident.start && incident.end && *incident.end > *incident.start)
        parts << durationText(*incident.end - *incident.start);
    if (!incident.service.empty())
        parts << QString::fromStdString(incident.service);
    return parts.join(QStringLiteral(" · "));
}

std::vector<RecoveryMonth> recoveryByMonth(std::span<const IncidentEntry> incidents, Instant now)
{
    const std::chrono::year_month first = monthOf(now) - std::chrono::months(monthsShown - 1);
    std::vector<std::vector<Duration>> lengths(monthsShown);
    int known = 0;
    for (const IncidentEntry &incident : incidents) {
        if (!incident.start || !incident.timeToRecover)
            continue;
        const auto place = (monthOf(*incident.start) - first).count();
        if (place < 0 || place >= monthsShown)
            continue;
        lengths[static_cast<std::size_t>(place)].push_back(*incident.timeToRecover);
        ++known;
    }
    if (known < leastForTrend)
        return {};
    std::vector<RecoveryMonth> result;
    for (int i = 0; i < monthsShown; ++i) {
        const std::chrono::year_month month = first + std::chrono::months(i);
        std::vector<Duration> &here = lengths[static_cast<std::size_t>(i)];
        const int count = static_cast<int>(here.size());
        result.push_back(
            {.year = static_cast<int>(month.year()),
             .month = static_cast<int>(static_cast<unsigned>(month.month())),
             .median = medianOf(std::move(here)),
             .count = count});
    }
    return result;
}

} // namespace downtimeline
