// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/eventtext.h"

#include "widgets/paint/plaintext.h"

#include <QCoreApplication>

#include <chrono>

namespace downtimeline {

EventWords::EventWords(const TimelineContent &content, const TimelineLook &look, TimeRange visible)
    : m_content(content), m_look(look), m_withSeconds(visible.length() < std::chrono::minutes(10)),
      m_need(content.needOfDates(look.zone))
{}

QString EventWords::clock(Instant instant) const
{
    return clockText(instant, m_look.zone, m_withSeconds);
}

QString EventWords::timeOf(Index index, bool withEnd) const
{
    const EventEntry &event = m_content.event(index);
    if (event.has(EventEntry::DayOnly))
        return briefDayText(event.at, m_look.zone, m_need);
    if (event.has(EventEntry::HourOnly))
        return QCoreApplication::translate("timeline", "%1 h").arg(civilTime(event.at, m_look.zone).hour);
    QString text = withEnd && event.isSpan() ? rangeOf({event.at, event.end}) : clock(event.at);
    if (event.has(EventEntry::Approximate))
        text.prepend(u'~');
    return text;
}

QString EventWords::momentOf(Index index) const
{
    const EventEntry &event = m_content.event(index);
    const QString time = timeOf(index, true);
    if (m_need == DateNeed::Clock || event.has(EventEntry::DayOnly))
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
    const bool isLong = range.length() > std::chrono::days(1);
    const QString start = isLong ? briefDayText(range.start, m_look.zone, m_need) : clock(range.start);
    const QString end = isLong ? briefDayText(range.end, m_look.zone, m_need) : clock(range.end);
    return start == end ? start : QStringLiteral("%1–%2").arg(start, end);
}

QString EventWords::countOf(int count) const
{
    return QCoreApplication::translate("timeline", "%1 events").arg(count);
}

} // namespace downtimeline
