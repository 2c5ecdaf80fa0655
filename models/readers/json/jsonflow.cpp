// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/json/jsonflow.h"

#include "models/readers/cells/csvtimes.h"
#include "models/readers/cells/csvzones.h"
#include "models/readers/textsource.h"

#include <QCoreApplication>

#include <algorithm>

namespace downtimeline {
namespace {

constexpr std::size_t batchSize = 2048;
constexpr std::size_t longestTime = 64;
constexpr std::int64_t lastMicrosecond = 253'402'300'799'999'999; // of the year 9999

} // namespace

Status JsonFlow::incident(const Incident &incident)
{
    if (Status handed = flush(); !handed)
        return handed;
    return m_sink.incident(incident);
}

Status JsonFlow::event(Event event)
{
    const WrittenTime &time = event.time;
    if (!event.at && !time.clock && !time.day)
        return skip(
            event.line,
            QCoreApplication::translate("JsonFlow", "The record has no time that can be read; it is left out."));
    if (event.title.empty())
        event.title = kindName(event.kind).toStdString();
    if (time.clock && !time.offset && !m_zoneLine)
        m_zoneLine = event.line;
    if (!event.at && !m_dateLine)
        m_dateLine = event.line;
    m_waiting.push_back(std::move(event));
    return m_waiting.size() >= batchSize ? flush() : Status();
}

Status JsonFlow::skip(int line, const QString &reason)
{
    return m_tally.add(line, reason.toStdString());
}

Status JsonFlow::flush()
{
    if (m_waiting.empty())
        return {};
    Status handed = m_sink.takeEvents(m_waiting);
    m_waiting.clear();
    return handed;
}

Status JsonFlow::ask(Question::About about, std::optional<int> line, const char *sentence)
{
    if (!line)
        return {};
    const QString message = QCoreApplication::translate("JsonFlow", sentence).arg(*line);
    return m_sink.question({.about = about, .message = message.toStdString(), .line = *line});
}

Status JsonFlow::finish()
{
    if (Status handed = flush(); !handed)
        return handed;
    Status asked = ask(
        Question::About::Zone, m_zoneLine,
        QT_TRANSLATE_NOOP("JsonFlow", "In which time zone are the times? Line %1 is the first that does not tell."));
    if (asked)
        asked =
            ask(Question::About::Date, m_dateLine,
                QT_TRANSLATE_NOOP("JsonFlow", "On which day are the times? Line %1 is the first that does not tell."));
    if (!asked)
        return asked;
    return m_tally.finish();
}

std::optional<WrittenTime> jsonTime(std::string_view text)
{
    text = trimmed(text);
    const auto time = text.size() > longestTime ? std::nullopt : cellTime(text, DateOrder::Unknown);
    if (!time || !time->hasDate() || time->isUndecided || time->year < 1970)
        return std::nullopt;
    WrittenTime written;
    writeTo(written, *time, text);
    written.text = cleanText(text);
    return written;
}

std::optional<WrittenTime> countedTime(std::int64_t microseconds, std::string text)
{
    if (microseconds <= 0 || microseconds > lastMicrosecond)
        return std::nullopt;
    WrittenTime written =
        writtenTimeOf(instantFromMicroseconds(microseconds), std::chrono::seconds(0), ZoneOrigin::Assumed);
    written.text = std::move(text);
    return written;
}

void placeInZone(std::optional<WrittenTime> &time, std::string_view zone, ZoneOrigin origin)
{
    if (!time || time->offset || zone.empty() || !isZoneName(zone))
        return;
    CsvZone known;
    known.setName(zone);
    const auto offset = known.offsetAt(instantOf(*time));
    time->zone = cleanText(zone);
    if (!offset)
        return;
    time->offset = offset;
    time->zoneOrigin = origin;
}

Event recordEvent(const JsonRecord &record, EventKind kind, std::string title, std::string detail)
{
    return recordEvent(record.line, kind, std::move(title), std::move(detail));
}

Event recordEvent(int line, EventKind kind, std::string title, std::string detail)
{
    Event event;
    event.kind = kind;
    event.title = std::move(title);
    event.detail = std::move(detail);
    event.line = line;
    return event;
}

void placeAt(Event &event, std::optional<WrittenTime> time)
{
    if (!time)
        return;
    event.at = instantOf(*time);
    event.time = std::move(*time);
}

void endAt(Event &event, const std::optional<WrittenTime> &end)
{
    const std::optional<Instant> until = end ? instantOf(*end) : std::nullopt;
    if (!event.at || !until || *until <= *event.at)
        return;
    event.length = *until - *event.at;
    event.lengthOrigin = LengthOrigin::Record;
}

void addDetail(Event &event, std::string_view name, std::string_view text)
{
    if (text.empty())
        return;
    if (!event.detail.empty())
        event.detail += '\n';
    if (!name.empty())
        event.detail.append(name).append(": ");
    event.detail += text;
}

std::string folded(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(
        lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return lower;
}

} // namespace downtimeline
