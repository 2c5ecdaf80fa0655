// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lanes.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <numeric>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Lanes)
};

struct KindLane
{
    const char *key;
    EventKind ink;
};

constexpr std::array<KindLane, laneCount> kindLanes{{
    {"kind:impact", EventKind::Outage},
    {"kind:alerts", EventKind::Alert},
    {"kind:response", EventKind::Acknowledgement},
    {"kind:changes", EventKind::Deploy},
    {"kind:recovery", EventKind::Recovery},
    {"kind:notes", EventKind::Note},
}};

QString prefixOf(LaneGrouping grouping)
{
    return grouping == LaneGrouping::Service ? u"service:"_s : u"source:"_s;
}

std::uint16_t numberOf(const EventEntry &entry, LaneGrouping grouping)
{
    return grouping == LaneGrouping::Service ? entry.service : entry.source;
}

std::vector<QString> namesOf(LaneGrouping grouping, const EventNames &names, std::span<const Source> sources)
{
    std::vector<QString> list;
    if (grouping == LaneGrouping::Service) {
        for (const std::string &service : names.services())
            list.push_back(QString::fromStdString(service));
        return list;
    }
    for (const SourceId id : names.sources()) {
        const auto source = std::ranges::find(sources, id, &Source::id);
        list.push_back(source == sources.end() ? QString() : QString::fromStdString(source->name));
    }
    return list;
}

QJsonArray arrayOf(const std::set<QString> &keys)
{
    QJsonArray array;
    for (const QString &key : keys)
        array.append(key);
    return array;
}

std::set<QString> keysOf(const QJsonValue &value)
{
    std::set<QString> keys;
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i)
        keys.insert(array.at(i).toString());
    return keys;
}

} // namespace

LaneTable::LaneTable()
{
    for (std::size_t i = 0; i < laneCount; ++i)
        m_lanes.push_back({QString::fromLatin1(kindLanes[i].key), laneName(static_cast<Lane>(i)), kindLanes[i].ink});
}

LaneTable::LaneTable(
    LaneGrouping grouping, std::span<const EventEntry> events, const EventNames &names, std::span<const Source> sources)
    : m_grouping(grouping)
{
    if (grouping == LaneGrouping::Kind) {
        *this = LaneTable();
        return;
    }
    const std::vector<QString> words = namesOf(grouping, names, sources);
    std::vector<std::uint32_t> counts(words.size() + 1);
    std::vector<std::uint16_t> byFirst;
    for (const EventEntry &entry : events) {
        const std::uint16_t number = numberOf(entry, grouping);
        if (number < counts.size() && counts[number]++ == 0)
            byFirst.push_back(number);
    }
    addNamed(counts, byFirst, words);
}

void LaneTable::addNamed(
    std::span<const std::uint32_t> counts, std::span<const std::uint16_t> byFirst, const std::vector<QString> &names)
{
    std::vector<std::uint16_t> kept;
    std::ranges::copy_if(byFirst, std::back_inserter(kept), [](std::uint16_t number) { return number > 0; });
    const std::size_t all = kept.size();
    if (all > mostLanes) {
        std::vector<std::uint16_t> biggest = kept;
        std::ranges::stable_sort(biggest, std::greater(), [&](std::uint16_t number) { return counts[number]; });
        biggest.resize(mostLanes - 1);
        std::erase_if(kept, [&](std::uint16_t number) { return std::ranges::find(biggest, number) == biggest.end(); });
    }
    const bool isService = m_grouping == LaneGrouping::Service;
    const QString prefix = prefixOf(m_grouping);
    m_laneOfNumber.assign(names.size() + 1, 0xFFFF);
    for (const std::uint16_t number : kept) {
        m_laneOfNumber[number] = static_cast<std::uint16_t>(m_lanes.size());
        m_lanes.push_back({prefix + names[number - 1U], names[number - 1U], EventKind::Note});
    }
    // A key of its own: no name has a line break.
    m_others = static_cast<std::uint16_t>(m_lanes.size());
    const auto rest = static_cast<int>(all - kept.size());
    m_lanes.push_back(
        {prefix + u"\nothers"_s,
         isService ? Words::tr("%1 other services").arg(rest) : Words::tr("%1 other sources").arg(rest),
         EventKind::Note});
    m_laneOfNumber[EventNames::none] = static_cast<std::uint16_t>(m_lanes.size());
    m_lanes.push_back(
        {prefix + u"\nnone"_s, isService ? Words::tr("No service") : Words::tr("No source"), EventKind::Note});
}

std::size_t LaneTable::laneOf(const EventEntry &entry) const
{
    if (m_grouping == LaneGrouping::Kind)
        return static_cast<std::size_t>(entry.lane);
    const std::uint16_t number = numberOf(entry, m_grouping);
    const std::uint16_t lane = number < m_laneOfNumber.size() ? m_laneOfNumber[number] : std::uint16_t{0xFFFF};
    return lane == 0xFFFF ? m_others : lane;
}

bool isKindLaneShown(const LaneArrangement &arrangement, Lane lane)
{
    return arrangement.grouping != LaneGrouping::Kind ||
           !arrangement.hidden.contains(QString::fromLatin1(kindLanes[static_cast<std::size_t>(lane)].key));
}

std::vector<std::size_t> orderedLanes(std::span<const TimelineLane> lanes, const LaneArrangement &arrangement)
{
    std::vector<std::size_t> ordered(lanes.size());
    std::iota(ordered.begin(), ordered.end(), std::size_t{0});
    std::vector<qsizetype> places(lanes.size());
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        const qsizetype place = arrangement.order.indexOf(lanes[i].key);
        places[i] = place < 0 ? arrangement.order.size() : place;
    }
    std::ranges::stable_sort(ordered, {}, [&](std::size_t lane) { return places[lane]; });
    return ordered;
}

LaneArrangement withLaneBefore(
    LaneArrangement arrangement, std::span<const TimelineLane> lanes, const QString &lane, const QString &before)
{
    if (lane == before)
        return arrangement;
    QStringList order;
    for (const std::size_t i : orderedLanes(lanes, arrangement)) {
        if (lanes[i].key == before)
            order << lane;
        if (lanes[i].key != lane)
            order << lanes[i].key;
    }
    if (!order.contains(lane))
        order << lane;
    for (const QString &key : std::as_const(arrangement.order)) // of other groupings
        if (!order.contains(key))
            order << key;
    arrangement.order = order;
    return arrangement;
}

LaneArrangement withLaneHidden(LaneArrangement arrangement, const QString &lane, bool hidden)
{
    if (hidden)
        arrangement.hidden.insert(lane);
    else
        arrangement.hidden.erase(lane);
    return arrangement;
}

LaneArrangement withLaneCollapsed(LaneArrangement arrangement, const QString &lane, bool collapsed)
{
    if (collapsed)
        arrangement.collapsed.insert(lane);
    else
        arrangement.collapsed.erase(lane);
    return arrangement;
}

LaneArrangement withAllShown(LaneArrangement arrangement, std::span<const TimelineLane> lanes)
{
    for (const TimelineLane &lane : lanes)
        arrangement.hidden.erase(lane.key);
    return arrangement;
}

QByteArray toJson(const LaneArrangement &arrangement)
{
    if (arrangement == LaneArrangement())
        return {};
    const QJsonObject object{
        {u"by"_s, static_cast<int>(arrangement.grouping)},
        {u"order"_s, QJsonArray::fromStringList(arrangement.order)},
        {u"hidden"_s, arrayOf(arrangement.hidden)},
        {u"thin"_s, arrayOf(arrangement.collapsed)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

LaneArrangement laneArrangementFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    LaneArrangement arrangement;
    const int by = object.value(u"by"_s).toInt();
    if (by >= 0 && by <= static_cast<int>(LaneGrouping::Source))
        arrangement.grouping = static_cast<LaneGrouping>(by);
    const QJsonArray order = object.value(u"order"_s).toArray();
    for (qsizetype i = 0; i < order.size(); ++i)
        arrangement.order << order.at(i).toString();
    arrangement.hidden = keysOf(object.value(u"hidden"_s));
    arrangement.collapsed = keysOf(object.value(u"thin"_s));
    return arrangement;
}

} // namespace downtimeline
