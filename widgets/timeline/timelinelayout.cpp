// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timelinelayout.h"

#include "models/timeline/ticks.h"
#include "widgets/paint/plaintext.h"
#include "widgets/paint/rulerlayout.h"
#include "widgets/timeline/densityrow.h"
#include "widgets/timeline/laneitems.h"
#include "widgets/timeline/lanelayout.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace downtimeline {

namespace {

struct ShownLane
{
    std::size_t lane = 0; ///< of the content
    LaneLayout layout;    ///< empty where it is thin
    bool isThin = false;
};

/// "16 Jan, GMT+1", or that the zone is not known.
QString dayAndZone(const TimelineContent &content, const TimelineLook &look, Instant day)
{
    const DateNeed need = content.needOfDates(look.zone);
    if (content.hasUnstatedZone() && !look.zone.zero())
        return QStringLiteral("%1, %2").arg(
            briefDayText(day, look.zone, need), QCoreApplication::translate("timeline", "zone not stated"));
    return gutterWords(look.zone, day, need);
}

/// Foreign where a service or a source is told.
QString laneText(const TimelineLane &lane)
{
    return PlainText::foreign(QStringView(lane.name)).text().simplified();
}

QString phasesName()
{
    return QCoreApplication::translate("timeline", "Phases");
}

class TimelineLayouter
{
public:
    TimelineLayouter(const LaneContext &context, QSizeF size)
        : m_context(context), m_metrics(context.metrics), m_scale(context.scale), m_room(size)
    {}

    DisplayList layout();

private:
    void chooseRows();
    void placeMarks(int rows);
    void addGrid();
    void addRuler(const std::vector<Tick> &marks);
    void addPhases();
    void addPhase(const PhaseSpan &phase);
    void addLanes();
    void addLane(const ShownLane &lane, double top);
    void addItem(const LaneItem &item, double middle);
    void addRing(const LaneItem &item, double middle);
    void addBar(const LaneItem &item, double middle);
    void addMarks(const LaneItem &item, double middle);
    void addHaze(const LaneItem &item, double middle);
    void addMark(LaneItem::Index index, QPointF centre, bool vague);
    void addLabels(const LaneItem &item, double middle);
    void addHits(const LaneItem &item, double middle);
    double addGutterText(const QString &text, double middle, Ink ink);
    bool isSelected(const LaneItem &item) const;
    const LaneItem *ringedItem() const;

    double firstLaneTop() const
    {
        return rulerHeight() + (m_context.content.analysis().phases.empty() ? 0 : m_metrics.phasesHeight);
    }
    double rulerHeight() const { return downtimeline::rulerHeight(m_context.look, m_metrics); }
    double laneHeight(const ShownLane &lane) const
    {
        return lane.isThin ? m_metrics.thinLaneHeight : m_laneHeight + (lane.layout.rows - 1) * m_metrics.subRowHeight;
    }
    double lanesHeight() const;

    const LaneContext &m_context;
    const LayoutMetrics &m_metrics;
    const TimeScale &m_scale;
    QSizeF m_room;
    std::vector<ShownLane> m_lanes;
    const LaneItem *m_ringed = nullptr;
    double m_laneHeight = 0;
    int m_lane = -1; ///< the one that is being added
    DisplayList m_list;
};

double TimelineLayouter::lanesHeight() const
{
    double sum = 0;
    for (const ShownLane &lane : m_lanes)
        sum += laneHeight(lane);
    return sum;
}

/// As many sub-rows as the height has room for; where even one a lane is too much, lower lanes.
void TimelineLayouter::chooseRows()
{
    const double room = m_room.height() - firstLaneTop();
    m_laneHeight = m_metrics.laneHeight;
    placeMarks(0);
    const bool isTight = lanesHeight() + m_metrics.subRowHeight > room; // a second row in one lane is too much
    for (int rows = isTight ? 1 : std::max(1, m_metrics.mostRows); rows > 0; --rows) {
        placeMarks(rows);
        if (rows > 1 && lanesHeight() > room)
            continue; // labels would not make it lower
        int budget = m_metrics.mostLabels;
        for (ShownLane &lane : m_lanes)
            if (!lane.isThin)
                placeLabels(m_context, lane.layout, rows, budget);
        if (lanesHeight() <= room)
            return;
    }
    const auto thin = std::ranges::count(m_lanes, true, &ShownLane::isThin);
    const auto full = static_cast<double>(m_lanes.size()) - static_cast<double>(thin);
    if (full > 0)
        m_laneHeight = std::clamp(
            std::floor((room - static_cast<double>(thin) * m_metrics.thinLaneHeight) / full), m_metrics.leastLaneHeight,
            m_metrics.laneHeight);
}

/// With 0 rows the lanes are empty.
void TimelineLayouter::placeMarks(int rows)
{
    m_lanes.clear();
    for (const std::size_t number : m_context.content.drawnLanes(m_context.look.lanes, m_context.look.keptLanes)) {
        ShownLane lane{.lane = number, .layout = {}, .isThin = false};
        lane.isThin = m_context.look.lanes.isCollapsed(m_context.content.lanes()[number]);
        if (!lane.isThin && rows > 0)
            lane.layout.items = placedItems(m_context, number, rows);
        lane.layout.rows = rowsOf(lane.layout.items);
        m_lanes.push_back(std::move(lane));
    }
}

DisplayList TimelineLayouter::layout()
{
    chooseRows();
    m_ringed = ringedItem();
    const double top = rulerHeight();
    const double bottom = firstLaneTop() + lanesHeight();
    m_list.size = QSizeF(m_room.width(), bottom);
    m_list.leastText = m_metrics.leastText;
    m_list.plot = QRectF(m_scale.left(), top, m_scale.width(), bottom - top);
    addGrid();
    addPhases();
    addLanes();
    return std::move(m_list);
}

void TimelineLayouter::addGrid()
{
    const std::vector<Tick> marks = ticks(m_scale, m_context.look.zone, m_metrics.tickLabelWidth);
    const bool hasClocks = std::ranges::any_of(marks, [](const Tick &tick) { return tick.major && !tick.newDay; });
    for (const Tick &tick : marks) {
        const bool isDay = tick.newDay && hasClocks; // a grid of days needs no separators
        m_list.grid.push_back(
            {m_scale.x(tick.at), m_list.plot.top(), m_list.plot.bottom(),
             isDay        ? Ink::GridDay
             : tick.major ? Ink::GridMajor
                          : Ink::GridMinor});
    }
    addRuler(marks);
}

void TimelineLayouter::addRuler(const std::vector<Tick> &marks)
{
    RulerRow row{.zone = m_context.look.zone, .top = 0, .height = m_metrics.rulerHeight, .gap = m_metrics.labelGap};
    const auto add = [&](const QString &words) {
        row.taken = addGutterText(words, row.top + row.height / 2, Ink::RulerText) + 2 * m_metrics.labelGap;
        std::ranges::move(rulerLabels(m_scale, m_context.measure, marks, row), std::back_inserter(m_list.labels));
    };
    const Instant start = m_scale.visible().start;
    add(dayAndZone(m_context.content, m_context.look, start));
    if (!m_context.look.second)
        return;
    row = {
        .zone = *m_context.look.second,
        .top = row.height,
        .height = m_metrics.secondRulerHeight,
        .isFirst = false,
        .gap = m_metrics.labelGap};
    add(gutterWords(row.zone, start, m_context.content.needOfDates(row.zone)));
}

/// Answers where it ends.
double TimelineLayouter::addGutterText(const QString &text, double middle, Ink ink)
{
    const TextFace face = ink == Ink::LaneText ? TextFace::LaneName : TextFace::Ruler;
    const double room = m_scale.left() - m_metrics.gutterPadding - 2;
    const QString shown = elided(text, face, room, m_context.measure);
    const double width = m_context.measure.width(shown, face);
    const double height = m_metrics.barHeight;
    m_list.labels.push_back(
        {.rect = QRectF(m_metrics.gutterPadding, middle - height / 2, width, height),
         .plain = shown,
         .plainFace = face,
         .ink = ink});
    return m_metrics.gutterPadding + width;
}

void TimelineLayouter::addPhases()
{
    const auto &phases = m_context.content.analysis().phases;
    if (phases.empty())
        return;
    addGutterText(phasesName(), rulerHeight() + 5 + m_metrics.phaseBarHeight / 2, Ink::LaneText);
    std::ranges::for_each(phases, [this](const PhaseSpan &phase) { addPhase(phase); });
}

void TimelineLayouter::addPhase(const PhaseSpan &phase)
{
    const double left = std::max(m_scale.x(phase.range.start), m_scale.left());
    const double right = std::min(m_scale.x(phase.range.end), m_scale.right()) - 2; // air between phases
    if (right <= left)
        return;
    const QRectF rect(left, rulerHeight() + 5, right - left, m_metrics.phaseBarHeight);
    const EventKind kind = kindOf(phase.last);
    m_list.rects.push_back({.rect = rect, .ink = Ink::PhaseBar, .kind = kind, .radius = 3});
    const QString length = durationText(phase.range.length());
    for (const QString &text : {QStringLiteral("%1 · %2").arg(phaseName(phase), length), length}) {
        const double width = m_context.measure.width(text, TextFace::Phase);
        if (width + (text == length ? 2 : 16) > rect.width())
            continue;
        const QRectF box(rect.center().x() - width / 2, rect.top(), width, rect.height());
        m_list.labels.push_back(
            {.rect = box, .bold = text, .boldFace = TextFace::Phase, .ink = Ink::PhaseText, .kind = kind});
        return;
    }
}

void TimelineLayouter::addLanes()
{
    double top = firstLaneTop();
    for (std::size_t i = 0; i < m_lanes.size(); ++i) {
        if (i % 2 == 0)
            m_list.rects.push_back({.rect = QRectF(0, top, m_room.width(), laneHeight(m_lanes[i])), .ink = Ink::Band});
        top += laneHeight(m_lanes[i]);
    }
    const double lanesTop = firstLaneTop();
    for (const TimeRange &impact : m_context.content.analysis().impacts) {
        const double left = std::max(m_scale.x(impact.start), m_scale.left());
        const double right = std::min(m_scale.x(impact.end), m_scale.right());
        if (right > left)
            m_list.rects.push_back({.rect = QRectF(left, lanesTop, right - left, top - lanesTop), .ink = Ink::Impact});
    }
    double laneTop = lanesTop;
    for (const ShownLane &lane : m_lanes) {
        addLane(lane, laneTop);
        laneTop += laneHeight(lane);
    }
}

void TimelineLayouter::addLane(const ShownLane &lane, double top)
{
    const double height = laneHeight(lane);
    const double middle = top + (lane.isThin ? height : m_laneHeight) / 2;
    addGutterText(laneText(m_context.content.lanes()[lane.lane]), middle, Ink::LaneText);
    m_list.lanes.push_back({QRectF(0, top, m_scale.left(), height), lane.lane});
    if (lane.isThin) {
        DensityRow row = densityRow(m_context, lane.lane, top, height);
        std::ranges::move(row.rects, std::back_inserter(m_list.rects));
        std::ranges::move(row.hits, std::back_inserter(m_list.hits));
        return;
    }
    m_lane = static_cast<int>(lane.lane);
    for (const LaneItem &item : lane.layout.items)
        addItem(item, middle + item.row * m_metrics.subRowHeight);
}

bool TimelineLayouter::isSelected(const LaneItem &item) const
{
    const std::optional<EventId> selected = m_context.look.selection;
    const auto is = [&](LaneItem::Index index) { return m_context.content.event(index).id == *selected; };
    return selected && (is(item.event) || (item.endMark && is(*item.endMark)));
}

/// The item that the selected event's mark is in; where it was folded or stands for two, the nearest one of its lane.
const LaneItem *TimelineLayouter::ringedItem() const
{
    const std::optional<EventId> selected = m_context.look.hasRing ? m_context.look.selection : std::nullopt;
    const std::optional<LaneItem::Index> place = selected ? m_context.content.indexOf(*selected) : std::nullopt;
    if (!place)
        return nullptr;
    const EventEntry &event = m_context.content.event(*place);
    const double x = m_scale.x(event.at);
    const LaneItem *nearest = nullptr;
    double least = std::numeric_limits<double>::infinity();
    for (const ShownLane &lane : m_lanes) {
        for (const LaneItem &item : lane.layout.items) {
            if (isSelected(item))
                return &item;
            const double away = std::max({item.left() - x, x - item.right(), 0.0});
            if (lane.lane == m_context.content.laneOf(*place) && away < least) {
                nearest = &item;
                least = away;
            }
        }
    }
    return nearest;
}

void TimelineLayouter::addRing(const LaneItem &item, double middle)
{
    const EventId selected = *m_context.look.selection;
    const bool isEnd = item.endMark && m_context.content.event(*item.endMark).id == selected;
    const double radius = m_metrics.glyphSize / 2 + 4.5;
    const double reach = item.count > 1 ? std::max(radius, item.markHalf + 2) : radius;
    const double x = isEnd ? item.x1 : item.x0;
    const QRectF ring(x - reach, middle - radius, 2 * reach, 2 * radius);
    const EventKind kind = m_context.content.event(*m_context.content.indexOf(selected)).kind;
    m_list.rects.push_back({.rect = ring, .ink = Ink::Ring, .kind = kind, .radius = radius});
}

void TimelineLayouter::addItem(const LaneItem &item, double middle)
{
    if (!m_context.look.hasRing && isSelected(item)) {
        const double half = m_metrics.barHeight / 2 + 3;
        const double left = std::max(item.left() - 1, 0.0);
        const QRectF halo(left, middle - half, std::min(item.right() + 1, m_room.width()) - left, 2 * half);
        m_list.rects.push_back({.rect = halo, .ink = Ink::Halo, .radius = 6});
    }
    if (item.isBar)
        addBar(item, middle);
    if (&item == m_ringed)
        addRing(item, middle);
    addMarks(item, middle);
    addLabels(item, middle);
    addHits(item, middle);
}

void TimelineLayouter::addBar(const LaneItem &item, double middle)
{
    const QRectF rect(item.x0, middle - m_metrics.barHeight / 2, item.x1 - item.x0, m_metrics.barHeight);
    m_list.rects.push_back(
        {.rect = rect,
         .ink = Ink::SpanBar,
         .kind = m_context.content.event(item.event).kind,
         .radius = 4,
         .cutLeft = item.cutLeft,
         .cutRight = item.cutRight,
         .vague = item.vague,
         .fade = item.vague,
         .dim = item.passing == 0});
}

void TimelineLayouter::addMarks(const LaneItem &item, double middle)
{
    if (item.count > 1) {
        const double height = m_metrics.glyphSize + 3;
        const QRectF pill(item.x0 - item.markHalf + 1, middle - height / 2, 2 * item.markHalf - 2, height);
        const double width = m_context.measure.width(item.countText, TextFace::Count);
        m_list.rects.push_back({.rect = pill, .ink = Ink::ClusterMark, .radius = height / 2, .dim = item.passing == 0});
        m_list.labels.push_back(
            {.rect = QRectF(item.x0 - width / 2, pill.top(), width, height),
             .bold = item.countText,
             .boldFace = TextFace::Count,
             .ink = Ink::ClusterText,
             .dim = item.passing == 0});
    } else if (!item.cutLeft) {
        if (item.vague && !item.isBar)
            addHaze(item, middle);
        addMark(item.event, {item.x0, middle}, item.vague);
    }
    if (item.endMark)
        addMark(*item.endMark, {item.x1, middle}, false);
}

/// On both sides of the mark: it may as well have been there.
void TimelineLayouter::addHaze(const LaneItem &item, double middle)
{
    const double half = m_metrics.barHeight / 2 - 2;
    const double left = std::max(item.x0 - m_metrics.hazeHalf, m_scale.left());
    const double right = std::min(item.x0 + m_metrics.hazeHalf, m_scale.right());
    m_list.rects.push_back(
        {.rect = QRectF(left, middle - half, right - left, 2 * half),
         .ink = Ink::Haze,
         .kind = m_context.content.event(item.event).kind,
         .vague = true,
         .fade = true,
         .dim = item.passing == 0});
}

void TimelineLayouter::addMark(LaneItem::Index index, QPointF centre, bool vague)
{
    const EventEntry &event = m_context.content.event(index);
    const bool isDim = !m_context.content.passes(index);
    m_list.marks.push_back({centre, m_metrics.glyphSize, event.kind, vague, event.has(EventEntry::Starred), isDim});
}

void TimelineLayouter::addLabels(const LaneItem &item, double middle)
{
    const double height = m_metrics.barHeight;
    for (const PlacedLabel &label : item.labels)
        m_list.labels.push_back(
            {.rect = QRectF(label.left, middle - height / 2, label.width, height),
             .bold = label.bold,
             .plain = label.plain,
             .plainLeft = label.plainLeft,
             .dim = item.passing == 0});
}

/// A label belongs to its event; marks come after bars and labels, so that they win.
void TimelineLayouter::addHits(const LaneItem &item, double middle)
{
    const double height = m_metrics.subRowHeight;
    const auto &content = m_context.content;
    const auto add = [&](double left, double right, LaneItem::Index index, int count) {
        const TimeRange range = count > 1 ? item.range : TimeRange{content.event(index).at, content.event(index).end};
        m_list.hits.push_back(
            {QRectF(left, middle - height / 2, right - left, height), content.event(index).id, count, range, m_lane});
    };
    const bool ownEnd =
        item.endMark && content.event(*item.endMark).kind != content.event(item.event).kind && item.count == 1;
    for (const PlacedLabel &label : item.labels)
        add(label.left, label.left + label.width, ownEnd && label.left > item.x1 ? *item.endMark : item.event,
            item.count);
    if (item.isBar)
        add(item.x0, item.x1, item.event, 1);
    if (!item.cutLeft || item.count > 1)
        add(item.x0 - item.markHalf, item.x0 + item.markHalf, item.event, item.count);
    if (item.endMark)
        add(item.x1 - m_metrics.glyphSize / 2, item.x1 + m_metrics.glyphSize / 2 + 2, *item.endMark, 1);
}

} // namespace

DisplayList layoutTimeline(
    const TimelineContent &content, const TimelineLook &look, const TimeScale &scale, QSizeF size,
    const LayoutMetrics &metrics, const TextMeasure &measure)
{
    return TimelineLayouter({content, look, scale, metrics, measure}, size).layout();
}

int neededGutter(
    const TimelineContent &content, const TimelineLook &look, const LayoutMetrics &metrics, const TextMeasure &measure)
{
    double widest = measure.width(phasesName(), TextFace::LaneName);
    if (!content.events().empty()) {
        for (const Instant at : {content.events().front().at, content.events().back().at})
            widest = std::max(widest, measure.width(dayAndZone(content, look, at), TextFace::Ruler));
        if (look.second)
            widest = std::max(
                widest, measure.width(
                            gutterWords(*look.second, content.events().front().at, content.needOfDates(*look.second)),
                            TextFace::Ruler));
    }
    for (const std::size_t lane : content.drawnLanes(look.lanes, look.keptLanes))
        widest = std::max(
            widest,
            std::min(measure.width(laneText(content.lanes()[lane]), TextFace::LaneName), metrics.widestLaneName));
    return std::max(plot::leftGutter, static_cast<int>(std::ceil(widest + metrics.gutterPadding + 8)));
}

EventKind kindOf(Phase phase)
{
    switch (phase) {
    case Phase::Detect:
        return EventKind::Outage;
    case Phase::Acknowledge:
        return EventKind::Alert;
    case Phase::Diagnose:
        return EventKind::Acknowledgement;
    case Phase::Mitigate:
        return EventKind::Rollback;
    case Phase::Recover:
        return EventKind::Recovery;
    }
    Q_ASSERT_X(false, "kindOf", "a phase that is not in the list");
    return EventKind::Note;
}

} // namespace downtimeline
