// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/eventdetails.h"

#include "widgets/timeline/eventtext.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace downtimeline {

namespace {

constexpr int mostTitles = 8; // of folded events

QString zoneText(const EventEntry &event, const TimelineLook &look)
{
    return event.has(EventEntry::ZoneUnstated) ? QCoreApplication::translate("timeline", "zone not stated")
                                               : look.zone.label();
}

/// Beside a time: nothing where the time says it, as "T+10 min" does.
QString secondName(Instant at, const DisplayZone &second)
{
    return second.zero() ? QString() : second.shortLabel(at);
}

/// The same moment in the other zone; empty where there is none, or no more than a day is known.
QString secondTime(const EventEntry &event, const TimelineLook &look)
{
    if (!look.second || event.has(EventEntry::DayOnly))
        return {};
    const DateNeed need = dateNeed({event.at, event.end}, *look.second);
    const bool isOtherDay = !look.second->zero() && civilDay(event.at, look.zone) != civilDay(event.at, *look.second);
    const QString day = isOtherDay ? briefDayText(event.at, *look.second, need) + QStringLiteral(", ") : QString();
    const bool hasSeconds = event.at != std::chrono::floor<std::chrono::minutes>(event.at);
    return QStringLiteral("%1%2 %3")
        .arg(day, clockText(event.at, *look.second, hasSeconds), secondName(event.at, *look.second))
        .trimmed();
}

/// What is not exact about the time, in words.
QString precisionText(const EventEntry &event)
{
    if (event.has(EventEntry::DayOnly))
        return QCoreApplication::translate("timeline", "only the day is known");
    if (event.has(EventEntry::HourOnly))
        return QCoreApplication::translate("timeline", "only the hour is known");
    if (event.has(EventEntry::Approximate))
        return QCoreApplication::translate("timeline", "approximate time");
    return {};
}

PlainText detailsOfFolded(const HitArea &hit, const TimelineContent &content, const EventWords &words)
{
    QStringList lines{QStringLiteral("%1 · %2").arg(words.rangeOf(hit.range), words.countOf(hit.count, hit.count))};
    if (hit.lane >= 0) {
        const auto &marks = content.lane(static_cast<std::size_t>(hit.lane)).marks;
        const auto at = [&content](TimelineContent::Index index) { return content.event(index).at; };
        for (auto mark = std::ranges::lower_bound(marks, hit.range.start, {}, at);
             mark != marks.end() && at(*mark) <= hit.range.end && lines.size() <= mostTitles; ++mark)
            lines << QStringLiteral("%1 %2").arg(words.momentOf(*mark), words.titleOf(*mark));
    }
    lines << QCoreApplication::translate("timeline", "Click for a list, double click to see them apart");
    return PlainText::foreign(lines.join(u'\n'));
}

} // namespace

PlainText
detailsOf(const HitArea &hit, const TimelineContent &content, const TimelineLook &look, const TimelineTexts &texts)
{
    const EventWords words(content, look, hit.range);
    if (hit.count > 1)
        return detailsOfFolded(hit, content, words);
    const std::optional<TimelineContent::Index> index = content.indexOf(hit.event);
    if (!index)
        return {};
    const EventEntry &event = content.event(*index);
    const EventWords whole(content, look, {event.at, event.at + std::chrono::hours(1)});
    QStringList lines{QStringLiteral("%1 %2").arg(whole.momentOf(*index), zoneText(event, look))};
    if (const QString second = secondTime(event, look); !second.isEmpty())
        lines << second;
    if (const QString title = whole.titleOf(*index); !title.isEmpty())
        lines << title;
    lines << kindName(event.kind) + whole.lengthOf(*index);
    if (const QString precision = precisionText(event); !precision.isEmpty())
        lines << precision;
    if (const QString source = texts.source ? texts.source(event.id) : QString(); !source.isEmpty())
        lines << source.simplified();
    return PlainText::foreign(lines.join(u'\n'));
}

QString cursorText(Instant cursor, const TimelineLook &look)
{
    QString clock = clockText(cursor, look.zone, true);
    if (!look.second)
        return clock;
    return QStringLiteral("%1 · %2 %3")
        .arg(clock, clockText(cursor, *look.second, true), secondName(cursor, *look.second));
}

PlainText zoneDetails(const TimelineContent &content, const TimelineLook &look)
{
    if (look.zone.zero())
        return PlainText::foreign(
            QCoreApplication::translate("timeline", "Times count from T, the start of the impact: %1.")
                .arg(look.zone.label()));
    if (content.hasUnstatedZone())
        return PlainText::own(QCoreApplication::translate(
            "timeline", "The sources state no zone; times without one are shown as they are written."));
    QString text = QCoreApplication::translate("timeline", "Times are shown in %1.").arg(look.zone.label());
    if (!look.zone.written().isEmpty())
        text += u'\n' + QCoreApplication::translate("timeline", "The sources call it “%1”.").arg(look.zone.written());
    return PlainText::foreign(text);
}

QString spokenEvent(TimelineContent::Index index, const TimelineContent &content, const TimelineLook &look)
{
    const EventEntry &event = content.event(index);
    const EventWords words(content, look, {event.at, event.at + std::chrono::hours(1)});
    return QStringLiteral("%1 %2, %3: %4")
        .arg(words.momentOf(index), zoneText(event, look), kindName(event.kind), words.titleOf(index));
}

} // namespace downtimeline
