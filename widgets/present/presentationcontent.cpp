// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/present/presentationcontent.h"

#include <algorithm>
#include <set>

namespace downtimeline {
namespace {

constexpr int nearShare = 6; ///< the range around a step is at most that part of the whole
constexpr Duration leastNear = std::chrono::minutes(2);
constexpr std::ptrdiff_t nearEvents = 5; ///< so many before the step and after it are seen, where they lie that near

std::set<EventId> toldEvents(const PresentationSteps &steps)
{
    std::set<EventId> told;
    for (const PresentationStep &step : steps.steps) {
        if (step.event)
            told.insert(*step.event);
    }
    return told;
}

CurveSource cutAt(const CurveSource &source, Instant until)
{
    CurveSource cut = source;
    cut.piece = [piece = source.piece, until](TimeRange visible, int columns) {
        CurvePiece result = piece(visible, columns);
        std::erase_if(result.points, [until](const CurvePoint &point) { return point.at > until; });
        const double length = static_cast<double>(visible.length().count());
        const double share = length > 0 ? static_cast<double>((until - visible.start).count()) / length : 0;
        std::erase_if(result.columns, [&](const Column &column) { return column.index > share * columns; });
        return result;
    };
    cut.valueAt = [valueAt = source.valueAt, until](Instant at) { return at > until ? std::nullopt : valueAt(at); };
    return cut;
}

} // namespace

TimelineContent timelineOfStep(const PresentationContent &content, std::size_t step, PresentView view)
{
    const PresentationStep &told = content.steps.steps.at(step);
    const std::set<EventId> chosen = toldEvents(content.steps);
    EventIndex shown;
    for (const EventEntry &event : content.events) {
        const bool isLater = view != PresentView::Whole && told.at && event.at > *told.at;
        if (!isLater && (view == PresentView::Near || chosen.contains(event.id)))
            shown.push_back(event);
    }
    return {std::move(shown), content.ends, content.analysis};
}

TimelineLook lookOfStep(const PresentationContent &content, std::size_t step, PresentView view)
{
    TimelineLook look;
    look.zone = content.zone;
    look.title = content.titleOf;
    look.selection = content.steps.steps.at(step).event;
    look.hasRing = true;
    look.keptLanes.resize(laneCount); // its lanes are those of the kinds
    const std::set<EventId> chosen = toldEvents(content.steps);
    for (const EventEntry &event : content.events) {
        if (!event.has(EventEntry::Hidden) && (view == PresentView::Near || chosen.contains(event.id)))
            look.keptLanes[static_cast<std::size_t>(event.lane)] = true;
    }
    return look;
}

ChartContent trafficUpTo(ChartContent traffic, std::optional<Instant> until)
{
    if (traffic.note)
        traffic.note->ink = ChartInk::Ink; // the colour would be too pale on the shade behind it
    if (!until)
        return traffic;
    for (ChartCurve &curve : traffic.curves)
        curve.source = cutAt(curve.source, *until);
    std::erase_if(traffic.marks, [&](const ChartMark &mark) { return mark.at > *until; });
    if (traffic.note && traffic.note->over.end > *until)
        traffic.note.reset();
    return traffic;
}

TimeRange rangeNear(const PresentationContent &content, std::size_t step, TimeRange whole)
{
    const PresentationStep &told = content.steps.steps.at(step);
    if (!told.at)
        return whole;
    const EventIndex &events = content.events;
    const auto after = std::ranges::upper_bound(events, *told.at, {}, &EventEntry::at);
    const auto from = after - std::min(nearEvents + 1, after - events.begin());
    const auto to = after + std::min(nearEvents, events.end() - after);
    Duration reach = leastNear / 2;
    for (auto event = from; event != to; ++event)
        reach = std::max(reach, std::chrono::abs(event->at - *told.at));
    const Duration half = std::min(reach + reach / 4, std::max(whole.length() / nearShare, leastNear) / 2);
    return {*told.at - half, *told.at + half};
}

} // namespace downtimeline
