// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/tables/eventrows.h"

#include "models/domain/spreadsheetcell.h"
#include "models/readers/skiptally.h"
#include "models/readers/tables/csvnumbers.h"
#include "models/readers/textsource.h"

#include <QCoreApplication>

namespace downtimeline {
namespace {

constexpr std::size_t batchSize = 512;
constexpr std::size_t mostShown = 60;

/// A value as a sentence shows it: not too long, and fit for UTF-8.
QString shown(std::string_view value)
{
    QString text = QString::fromStdString(cleanText(value.substr(0, mostShown)));
    return value.size() > mostShown ? text + QChar(u'…') : text;
}

} // namespace

EventRows::EventRows(
    const CsvSketch &sketch, const EventColumns &columns, CsvClock &clock, ImportSink &sink, SkipTally &tally)
    : m_columns(columns), m_clock(clock), m_sink(sink), m_tally(tally), m_width(sketch.header.size()),
      m_batch(batchSize)
{
    const auto zoneOf = [&](EventField field) {
        return columns.has(field) ? zoneOfHeader(sketch.header[static_cast<std::size_t>(columns.of(field))])
                                  : std::string();
    };
    m_headerZone = zoneOf(EventField::Time);
    if (m_headerZone.empty())
        m_headerZone = zoneOf(EventField::Date);
    m_endZone = zoneOf(EventField::End);
    if (m_endZone.empty())
        m_endZone = m_headerZone;
}

std::string_view EventRows::cell(std::span<const std::string_view> fields, EventField field) const
{
    return cellAt(fields, m_columns.of(field));
}

Status EventRows::take(std::span<const std::string_view> fields, int line)
{
    if (fields.size() > m_width && cellAt(fields, static_cast<int>(m_width)) != std::string_view()) {
        return skip(
            line,
            QT_TRANSLATE_NOOP(
                "EventRows", "The row has more fields than the header, from \"%1\" on; put quotes around its text."),
            fields[m_width]);
    }
    Event &event = m_batch[m_count];
    if (!placeTime(fields, event, line)) {
        const std::string_view time = cell(fields, EventField::Time);
        return skip(
            line,
            time.empty() ? QT_TRANSLATE_NOOP("EventRows", "The row has no time.")
                         : QT_TRANSLATE_NOOP("EventRows", "\"%1\" is no time that can be read."),
            time);
    }
    takeTexts(fields, event);
    if (event.title.empty())
        return skip(line, QT_TRANSLATE_NOOP("EventRows", "The row has no text that tells what happened."), {});
    event.line = line;
    if (Status length = takeLength(fields, event); !length)
        return length;
    return ++m_count == m_batch.size() ? flush() : Status();
}

bool EventRows::placeTime(std::span<const std::string_view> fields, Event &event, int line)
{
    const std::string_view time = cell(fields, EventField::Time);
    const std::string_view zone = cell(fields, EventField::Zone);
    std::optional<PlacedTime> placed;
    if (m_columns.has(EventField::Date)) {
        const std::string_view date = cell(fields, EventField::Date);
        placed = time.empty() ? m_clock.place(date, zone, m_headerZone) : m_clock.place(date, time, zone, m_headerZone);
        m_joinedTime.assign(date);
        if (!time.empty())
            m_joinedTime.append(" ").append(time);
    } else {
        placed = m_clock.place(time, zone, m_headerZone);
    }
    if (!placed)
        return false;
    writeTo(event.time, placed->time, m_columns.has(EventField::Date) ? std::string_view(m_joinedTime) : time);
    event.time.zoneOrigin = placed->origin;
    event.at.reset();
    if (placed->time.hasDate())
        event.at = instantOf(placed->time);
    m_clock.noteOpen(*placed, line);
    return true;
}

void EventRows::takeTexts(std::span<const std::string_view> fields, Event &event)
{
    const auto text = [&](EventField field) { return withoutGuard(cell(fields, field)); };
    const std::string_view kind = text(EventField::Kind);
    const std::string_view detail = text(EventField::Detail);
    const std::string_view title = text(EventField::Title);
    // A row without a title is told by its detail, else by the word of its kind.
    assignText(event.title, !title.empty() ? title : !detail.empty() ? detail : kind);
    assignText(event.detail, title.empty() ? std::string_view() : detail);
    assignText(event.service, text(EventField::Service));
    assignText(event.actor, text(EventField::Actor));
    assignText(event.recordId, text(EventField::RecordId));
    takeKind(kind, event);
}

void EventRows::takeKind(std::string_view cell, Event &event)
{
    if (cell != m_lastKindCell) {
        m_lastKind = kindOfCell(cell);
        m_lastKindCell.assign(cell);
    }
    event.kind = m_lastKind.kind;
    event.certainty = m_lastKind.certainty;
}

Status EventRows::takeLength(std::span<const std::string_view> fields, Event &event)
{
    event.length.reset();
    event.lengthOrigin = LengthOrigin::None;
    const std::string_view end = cell(fields, EventField::End);
    const std::string_view length = cell(fields, EventField::Length);
    if (!end.empty()) {
        if (Status taken = takeEnd(event, end); !taken)
            return taken;
    } else if (!length.empty()) {
        event.length = lengthOfCell(length, m_columns.secondsOfDuration);
        if (!event.length) {
            return skip(
                event.line,
                QT_TRANSLATE_NOOP("EventRows", "The length \"%1\" cannot be read; the event is kept without it."),
                length);
        }
    }
    if (event.length)
        event.lengthOrigin = LengthOrigin::Record;
    return {};
}

/// Sets the length from the end.
Status EventRows::takeEnd(Event &event, std::string_view end)
{
    const auto placed = m_clock.placeEnd(end, event, m_endZone);
    if (!placed) {
        return skip(
            event.line, QT_TRANSLATE_NOOP("EventRows", "The end \"%1\" cannot be read; the event is kept without it."),
            end);
    }
    if (!placed->time.hasDate() || !event.at)
        return {};
    const Duration length = instantOf(placed->time) - *event.at;
    if (length < Duration(0)) {
        return skip(
            event.line,
            QT_TRANSLATE_NOOP("EventRows", "The end \"%1\" lies before the start; the event is kept without it."), end);
    }
    if (length > Duration(0))
        event.length = length;
    return {};
}

Status EventRows::skip(int line, const char *reason, std::string_view value)
{
    QString sentence = QCoreApplication::translate("EventRows", reason);
    if (!value.empty())
        sentence = sentence.arg(shown(value));
    return m_tally.add(line, sentence.toStdString());
}

Status EventRows::flush()
{
    if (m_count == 0)
        return {};
    m_batch.resize(std::exchange(m_count, 0));
    Status handed = m_sink.takeEvents(m_batch);
    m_batch.resize(batchSize);
    return handed;
}

Status EventRows::finish()
{
    return flush();
}

} // namespace downtimeline
