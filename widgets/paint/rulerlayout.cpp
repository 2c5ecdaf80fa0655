// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/paint/rulerlayout.h"

#include <algorithm>
#include <optional>

namespace downtimeline {
namespace {

/// What a zone of its own says at the ticks of another: its clock, and its day where that is a new one.
class SecondWords
{
public:
    explicit SecondWords(const DisplayZone &zone, Instant start) : m_zone(zone), m_day(civilDay(start, zone)) {}

    QString at(const Tick &tick)
    {
        const bool hasSeconds = tick.at != std::chrono::floor<std::chrono::minutes>(tick.at);
        const QString clock = clockText(tick.at, m_zone, hasSeconds);
        const auto day = civilDay(tick.at, m_zone);
        const bool isNewDay = !m_zone.zero() && day != m_day;
        m_day = day;
        return isNewDay ? QStringLiteral("%1, %2").arg(shortDayText(tick.at, m_zone), clock) : clock;
    }

private:
    const DisplayZone &m_zone;
    std::chrono::local_days m_day;
};

/// The gutter names that day already.
bool isDayOfGutter(const Tick &tick, const DisplayZone &zone, Instant start)
{
    return tick.newDay && tick.label == shortDayText(tick.at, zone) && civilDay(tick.at, zone) == civilDay(start, zone);
}

} // namespace

std::vector<PlotLabel>
rulerLabels(const TimeScale &scale, const TextMeasure &measure, std::span<const Tick> ticks, const RulerRow &row)
{
    std::vector<PlotLabel> labels;
    const Instant start = scale.visible().start;
    SecondWords second(row.zone, start);
    double taken = row.taken;
    bool isFirst = true;
    for (const Tick &tick : ticks) {
        if (tick.label.isEmpty())
            continue;
        const QString own = isDayOfGutter(tick, row.zone, start) ? clockText(tick.at, row.zone) : tick.label;
        const QString text = row.isFirst ? own : second.at(tick);
        const double width = measure.width(text, TextFace::Ruler);
        const double x = scale.x(tick.at);
        QRectF rect(x - width / 2, row.top, width, row.height);
        if (isFirst && x >= taken)
            rect.moveLeft(std::max(rect.left(), taken)); // beside the gutter's words rather than not at all
        rect.moveRight(std::min(rect.right(), scale.right()));
        isFirst = false;
        if (rect.left() < taken)
            continue;
        taken = rect.right() + row.gap;
        labels.push_back({.rect = rect, .plain = text, .plainFace = TextFace::Ruler, .ink = Ink::RulerText});
    }
    return labels;
}

QString gutterWords(const DisplayZone &zone, Instant day, DateNeed need)
{
    return zone.zero() ? zone.shortLabel(day)
                       : QStringLiteral("%1, %2").arg(briefDayText(day, zone, need), zone.shortLabel(day));
}

} // namespace downtimeline
