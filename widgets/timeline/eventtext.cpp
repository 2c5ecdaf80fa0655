// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/eventtext.h"

#include "widgets/paint/plaintext.h"

#include <QCoreApplication>

#include <chrono>

namespace downtimeline {
namespace {

/// So long that its days tell more than its clocks.
bool isOfDays(TimeRange range)
{
    return range.length() > std::chrono::days(1);
}

} // namespace

EventWords::EventWords(const TimelineContent &content, const TimelineLook &look, TimeRange visible)
    : m_content(content), m_look(look),
      m_withSeconds(content.hasSeconds() && visible.length() < std::chrono::minutes(10)),
      m_withDay(visible.length() > std::chrono::days(2) && !look.zone.zero()), m_need(content.needOfDates(look.zone))
{}

QString EventWords::clock(Instant instant) const
{
    const QString text = clockText(instant, m_look.zone, m_withSeconds);
    return m_withDay ? QStringLiteral("%1, %2").arg(briefDayText(instant, m_look.zone, m_need), text) : text;
}

QString EventWords::timeOf(Index index, bool withEnd) const
{
    const EventEntry &event = m_content.event(index);
    if (event.has(EventEntry::DayOnly))
        return briefDayText(event.at, m_look.zone, m_need);
    if (event.has(EventEntry::HourOnly) && !m_look.zone.zero())
        return QCoreApplication::translate("timeline", "%1 h").arg(civilTime(event.at, m_look.zone).hour);
    QString text = withEnd && event.isSpan() ? rangeOf({event.at, event.end}) : clock(event.at);
    if (event.has(EventEntry::Approximate) || event.has(EventEntry::HourOnly))
        text.prepend(u'~');
    return text;
}

QString EventWords::momentOf(Index index) const
{
    const EventEntry &event = m_content.event(index);
    QString time = timeOf(index, true);
    const bool hasDay = m_withDay || event.has(EventEntry::DayOnly) || isOfDays({event.at, event.end});
    if (hasDay || m_need == DateNeed::Clock)
        return time;
    return QStringLiteral("%1, %2").arg(briefDayText(event.at, m_look.zone, m_need), time);
}

QString EventWords::titleOf(Index index) const
{
    if (!m_look.title)
        return {};
    return PlainText::foreign(m_look.title(m_content.event(index).id)).text().simplified();
}

QString EventWords::lengthOf(Index index) const
{
    const EventEntry &event = m_content.event(index);
    return event.isSpan() ? QStringLiteral(" · %1").arg(durationText(event.end - event.at)) : QString();
}

QString EventWords::rangeOf(TimeRange range) const
{
    QString start = clock(range.start);
    const bool isOneDay = civilDay(range.start, m_look.zone) == civilDay(range.end, m_look.zone);
    QString end = isOneDay ? clockText(range.end, m_look.zone, m_withSeconds) : clock(range.end);
    if (isOfDays(range) && !m_look.zone.zero()) {
        start = briefDayText(range.start, m_look.zone, m_need);
        end = briefDayText(range.end, m_look.zone, m_need);
    } else if (start.endsWith(end)) {
        return start;
    }
    return QStringLiteral("%1–%2").arg(start, end);
}

QString EventWords::countOf(int count, int passing) const
{
    if (passing < count && m_content.isFiltered())
        return QCoreApplication::translate("timeline", "%1 of %2 events").arg(passing).arg(count);
    return QCoreApplication::translate("timeline", "%1 events").arg(count);
}

} // namespace downtimeline
