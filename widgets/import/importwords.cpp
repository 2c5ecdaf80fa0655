// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/import/importwords.h"

#include "models/timeline/statedzone.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace downtimeline {
namespace {

/// The class that translations know these words under.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

QString counted(std::size_t number, const QString &one, const QString &many)
{
    return QStringLiteral("%1 %2").arg(number).arg(number == 1 ? one : many);
}

struct Counts
{
    std::size_t incidents = 0;
    std::size_t events = 0;
    std::size_t known = 0;
    std::size_t differing = 0;
    std::size_t series = 0;
    std::size_t actions = 0;
    std::size_t findings = 0;
};

Counts countsOf(const ImportDraft &draft)
{
    Counts counts{.incidents = draft.incidents.size()};
    for (const DraftIncident &incident : draft.incidents) {
        counts.events += incident.choices.size();
        counts.series += incident.read.series.size();
        counts.actions += incident.read.actions.size();
        counts.findings += incident.read.findings.size();
        for (const DraftEvent &event : incident.choices) {
            counts.known += event.canBeTaken() ? 0 : 1;
            counts.differing += event.standing == EventStanding::Differs ? 1 : 0;
        }
    }
    return counts;
}

QString eventWords(const Counts &counts)
{
    const QString events = Words::tr("events");
    const QString event = Words::tr("event");
    if (counts.known == 0)
        return counted(counts.events, event, events);
    const QString known = Words::tr("%1 known already").arg(counted(counts.known, event, events));
    const std::size_t fresh = counts.events - counts.known;
    QString words =
        fresh == 0 ? Words::tr("%1, nothing new").arg(known) : Words::tr("%1, %2 new").arg(known).arg(fresh);
    if (counts.differing > 0)
        words += Words::tr(", %1 told otherwise: the library's form is kept").arg(counts.differing);
    return words;
}

QString originWords(ZoneOrigin origin)
{
    switch (origin) {
    case ZoneOrigin::Unstated:
        return Words::tr("No zone is stated.");
    case ZoneOrigin::Line:
        return Words::tr("The zone stands beside it.");
    case ZoneOrigin::Header:
        return Words::tr("The zone is from the header.");
    case ZoneOrigin::Document:
        return Words::tr("The zone is from elsewhere in the document.");
    case ZoneOrigin::User:
        return Words::tr("The zone is your choice.");
    case ZoneOrigin::Assumed:
        return Words::tr("The format defines the zone.");
    }
    return {};
}

/// "16 January 2024, 10:15 GMT+1", with seconds where it has some; of a day only the day.
QString momentWords(const Event &event, const DisplayZone &zone)
{
    if (event.time.precision == Precision::Day)
        return dayText(*event.at, zone);
    const bool hasSeconds = *event.at != std::chrono::floor<std::chrono::minutes>(*event.at);
    return dayText(*event.at, zone) + QStringLiteral(", ") + clockText(*event.at, zone, hasSeconds) + u' ' +
           zone.label();
}

QString titleOf(Question::About about)
{
    switch (about) {
    case Question::About::Zone:
        return Words::tr("No time zone");
    case Question::About::Year:
        return Words::tr("No year");
    case Question::About::Date:
        return Words::tr("No date");
    case Question::About::DayFirst:
        return Words::tr("Day or month first");
    case Question::About::Columns:
        return Words::tr("Columns");
    }
    return {};
}

} // namespace

DisplayZone zoneOf(const DraftIncident &incident)
{
    if (incident.zone && followsZone(incident))
        return DisplayZone(*incident.zone);
    std::optional<std::chrono::seconds> offset = incident.read.incident.offset;
    for (const Event &event : incident.placed) {
        if (!offset)
            offset = event.time.offset;
    }
    return statedZone(offset, incident.read.incident.offset ? incident.read.incident.zone : std::string());
}

QString readingSentence(const QString &readerName, const ImportDraft &draft, bool wasReadBefore)
{
    const Counts counts = countsOf(draft);
    QStringList parts;
    if (counts.incidents > 1)
        parts << counted(counts.incidents, Words::tr("incident"), Words::tr("incidents"));
    if (counts.events > 0 || counts.series == 0)
        parts << eventWords(counts);
    if (counts.series > 0)
        parts << counted(counts.series, Words::tr("series", "one"), Words::tr("series", "many"));
    if (counts.findings > 0)
        parts << counted(counts.findings, Words::tr("finding"), Words::tr("findings"));
    if (!draft.skipped.empty())
        parts << Words::tr("%1 not read").arg(counted(draft.skipped.size(), Words::tr("line"), Words::tr("lines")));
    const bool isSaid = !wasReadBefore || counts.known > 0;
    return Words::tr("Read as %1. %2. %3Nothing is saved until you choose Import.")
        .arg(readerName, parts.join(QStringLiteral(", ")), isSaid ? QString() : Words::tr("It was read before. "));
}

QString standingNote(const DraftEvent &event, const DisplayZone &zone)
{
    switch (event.standing) {
    case EventStanding::Known:
        return Words::tr("known already");
    case EventStanding::Differs:
        return Words::tr("told otherwise, %1").arg(QString::fromStdString(event.kept));
    case EventStanding::Removed:
        return Words::tr("removed earlier");
    case EventStanding::New:
        break;
    }
    if (!event.like)
        return {};
    const QString clock = clockText(event.like->at, zone);
    return Words::tr("like %1 %2").arg(clock, QString::fromStdString(event.like->title).simplified());
}

QString timeStory(const ImportDraft &draft, const DraftIncident &incident, std::size_t place)
{
    const Event &read = incident.read.events[place];
    const Event chosen = chosenEvent(draft, incident, place);
    const QString written = QString::fromStdString(read.time.text).simplified();
    QString story = written.isEmpty() ? Words::tr("Line %1").arg(read.line)
                                      : Words::tr("“%1” on line %2").arg(written.left(80)).arg(read.line);
    if (!chosen.at)
        return Words::tr("%1: no date is stated.").arg(story);
    story = Words::tr("%1, %2 %3.")
                .arg(
                    story, incident.choices[place].at ? Words::tr("changed to") : Words::tr("read as"),
                    momentWords(chosen, zoneOf(incident)));
    if (!incident.choices[place].at)
        story += u' ' + originWords(incident.placed[place].time.zoneOrigin);
    return draft.clockShift == Duration(0) || incident.choices[place].at ? story
                                                                         : story + u' ' + Words::tr("Clock shifted.");
}

QString importWords(std::span<const ImportDraft *const> drafts)
{
    std::size_t taken = 0;
    Counts all;
    for (const ImportDraft *draft : drafts) {
        const Counts counts = countsOf(*draft);
        taken += static_cast<std::size_t>(takenCount(*draft));
        all.events += counts.events;
        all.known += counts.known;
        all.series += counts.series;
    }
    if (taken == 0 && all.series > 0)
        return Words::tr("Import %1").arg(counted(all.series, Words::tr("series", "one"), Words::tr("series", "many")));
    if (taken == 0 && all.known > 0)
        return Words::tr("Update");
    if (taken == 0 && all.events == 0)
        return Words::tr("Import");
    return Words::tr("Import %1").arg(counted(taken, Words::tr("event"), Words::tr("events")));
}

QString obstacle(const ImportDraft &draft)
{
    for (const DraftIncident &incident : draft.incidents) {
        const std::vector<Question> open = openQuestions(incident);
        const bool isOrderOpen = std::ranges::find(open, Question::About::DayFirst, &Question::about) != open.end();
        const bool isNothing = incident.read.events.empty() && incident.read.series.empty();
        if (isOrderOpen && (isNothing || firstWithoutInstant(incident)))
            return Words::tr("Say above which comes first in the dates, the day or the month.");
        if (const std::optional<std::size_t> event = firstWithoutInstant(incident))
            return Words::tr("Line %1 has no date: say above on which day it happened.")
                .arg(incident.read.events[*event].line);
    }
    const Counts counts = countsOf(draft);
    const bool isEmpty = counts.events > 0 && takenCount(draft) == 0 && counts.known == 0 && counts.series == 0;
    return isEmpty ? Words::tr("No event is ticked.") : QString();
}

std::vector<Finding> cardsOf(const DraftIncident &incident)
{
    std::vector<Finding> cards;
    for (const Question &question : openQuestions(incident)) {
        Finding card;
        card.key = "question " + std::string(aboutKey(question.about)) + std::to_string(cards.size());
        card.title = titleOf(question.about).toStdString();
        card.message = question.message;
        if (question.line > 0)
            card.lines = {question.line};
        cards.push_back(std::move(card));
    }
    std::ranges::copy(incident.read.findings, std::back_inserter(cards));
    return cards;
}

QStringList otherWords(const DraftIncident &incident)
{
    QStringList words;
    for (const ReadSeries &series : incident.read.series) {
        QStringList parts{
            QString::fromStdString(series.series.name).simplified().left(80),
            counted(series.samples.size(), Words::tr("sample"), Words::tr("samples"))};
        if (!series.series.unit.empty())
            parts.insert(1, QString::fromStdString(series.series.unit).simplified().left(20));
        words << parts.join(QStringLiteral(" · "));
    }
    if (!incident.read.actions.empty())
        words << counted(incident.read.actions.size(), Words::tr("action"), Words::tr("actions"));
    return words;
}

} // namespace downtimeline
