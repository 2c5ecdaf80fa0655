// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/answeringsink.h"

#include "models/domain/placeabletime.h"

#include <QDateTime>
#include <QTimeZone>

namespace downtimeline {
namespace {

using std::chrono::seconds;

bool isAnswered(const ImportAnswers &answers, Question::About about)
{
    switch (about) {
    case Question::About::Zone:
        return answers.zone.has_value();
    case Question::About::Year:
    case Question::About::Date:
        return answers.date.has_value();
    case Question::About::DayFirst:
    case Question::About::Columns:
        return false;
    }
    return false;
}

} // namespace

seconds offsetOfLocal(const QTimeZone &zone, Instant local)
{
    const auto offsetAt = [&zone](Instant instant) {
        const qint64 ms = std::chrono::floor<std::chrono::milliseconds>(instant).time_since_epoch().count();
        return seconds(zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::utc())));
    };
    const seconds before = offsetAt(local - std::chrono::days(1));
    const seconds after = offsetAt(local + std::chrono::days(1));
    // The earlier offset first: of a time that comes twice it names the first, and a skipped one is moved on.
    if (offsetAt(local - before) == before || offsetAt(local - after) != after)
        return before;
    return after;
}

WrittenTime answered(const WrittenTime &time, const ImportAnswers &answers)
{
    WrittenTime whole = time;
    if (answers.date && !whole.hasDate() && isPlaceable(whole)) {
        if (!whole.month && !whole.day) {
            whole.month = answers.date->month();
            whole.day = answers.date->day();
        }
        if (!whole.year)
            whole.year = answers.date->year();
    }
    if (answers.zone && !whole.offset && whole.clock) {
        if (const std::optional<Instant> local = instantOf(whole)) {
            whole.offset = offsetOfLocal(*answers.zone, *local);
            whole.zoneOrigin = ZoneOrigin::User;
        }
    }
    return whole;
}

AnsweringSink::AnsweringSink(ImportSink &next, ImportAnswers answers) : m_next(next), m_answers(std::move(answers)) {}

Status AnsweringSink::incident(const Incident &incident)
{
    Incident whole = incident;
    if (whole.startedAt)
        whole.startedAt = answered(*whole.startedAt, m_answers);
    if (whole.endedAt)
        whole.endedAt = answered(*whole.endedAt, m_answers);
    if (!whole.offset && whole.startedAt)
        whole.offset = whole.startedAt->offset;
    return m_next.incident(whole);
}

void AnsweringSink::answer(Event &event)
{
    if (event.at && event.time.offset)
        return;
    event.time = answered(event.time, m_answers);
    event.at = instantOf(event.time);
    if (!event.at && isPlaceable(event.time) && !m_firstWithoutInstant)
        m_firstWithoutInstant = event.line;
}

Status AnsweringSink::events(std::span<const Event> events)
{
    std::vector<Event> own(events.begin(), events.end());
    return takeEvents(own);
}

Status AnsweringSink::takeEvents(std::vector<Event> &events)
{
    for (Event &event : events)
        answer(event);
    return m_next.takeEvents(events);
}

Status AnsweringSink::samples(SeriesHandle series, std::span<const Sample> samples)
{
    return m_next.samples(series, samples);
}

Status AnsweringSink::question(const Question &question)
{
    return isAnswered(m_answers, question.about) ? Status{} : m_next.question(question);
}

} // namespace downtimeline
