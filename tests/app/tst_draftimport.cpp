// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/draftimport.h"
#include "app/importing/draftreading.h"
#include "app/library/librarysession.h"
#include "models/report/incidentjson.h"
#include "models/storage/eventstore.h"
#include "models/storage/incidentstore.h"
#include "models/storage/seriesstore.h"
#include "models/storage/sourcestore.h"
#include "models/storage/wholeincidents.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <sstream>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr const char *document =
    "Outage report\n\nOn 16 January 2024 (UTC), a server failed.\n\n10:00 Outage begins\n10:05 Pager alerted the team\n"
    "10:20 Service restored\n";

class DraftImport : public testing::Test
{
protected:
    void SetUp() override
    {
        auto session = LibrarySession::open(m_folder.filePath(u"library.downtimeline"_s));
        ASSERT_TRUE(session);
        m_session = std::move(*session);
    }

    static ReadSource read(const std::string &text = document, const std::string &name = "outage.txt")
    {
        Result<ReadSource> source = readSource(name, text, {});
        EXPECT_TRUE(source) << (source ? "" : source.error().message.toStdString());
        return source ? std::move(*source) : ReadSource{};
    }

    /// As the preview would begin with it.
    ImportDraft draft(const ReadSource &source, const ImportTarget &target = {})
    {
        ImportDraft made = draftOf(source.batch);
        const Result<Forecast> known = forecast(m_session->reader(), source.source, source.batch, target);
        EXPECT_TRUE(known) << (known ? "" : known.error().message.toStdString());
        if (known)
            takeForecast(made, *known);
        return made;
    }

    ImportOutcome store(const ReadSource &source, const ImportDraft &draft, const ImportTarget &target = {})
    {
        const TaskContext context{.stop = {}, .progress = [](std::int64_t, std::int64_t) {}};
        const Result<ImportReport> report = m_session->import(DraftRequest{source.source, draft, target}, context);
        EXPECT_TRUE(report) << (report ? "" : report.error().message.toStdString());
        return report ? report->outcome : ImportOutcome{};
    }

    std::vector<Event> events(IncidentId incident)
    {
        return EventStore(m_session->reader()).all(incident).value_or(std::vector<Event>());
    }

    QTemporaryDir m_folder;
    std::unique_ptr<LibrarySession> m_session;
};

TEST_F(DraftImport, StoresWhatWasReadWithItsText)
{
    const ReadSource source = read();
    EXPECT_EQ(source.source.format, "postmortem");
    EXPECT_EQ(source.readerName, u"a postmortem document"_s);
    const ImportOutcome outcome = store(source, draft(source));
    ASSERT_EQ(outcome.incidents.size(), 1U);
    EXPECT_EQ(outcome.eventsAdded, 3);
    const auto sources = SourceStore(m_session->reader()).list(outcome.incidents[0]);
    ASSERT_TRUE(sources && sources->size() == 1);
    EXPECT_EQ(SourceStore(m_session->reader()).get(sources->front().id)->text, document);
}

TEST_F(DraftImport, EveryChoiceIsInTheFile)
{
    const ReadSource source = read();
    ImportDraft edited = draft(source);
    DraftIncident &incident = edited.incidents[0];
    incident.title = "Renamed";
    incident.severity = Severity::Sev2;
    incident.day = QDate(2023, 5, 6);
    place(incident);
    incident.choices[0].title = "It begins";
    incident.choices[0].at = *incident.placed[0].at + 2min;
    incident.choices[1].taken = false;
    incident.choices[2].kind = EventKind::Mitigation;
    const ImportOutcome outcome = store(source, edited);
    EXPECT_EQ(outcome.eventsAdded, 2);
    const IncidentId id = outcome.incidents.at(0);
    EXPECT_EQ(IncidentStore(m_session->reader()).get(id)->title, "Renamed");
    EXPECT_EQ(IncidentStore(m_session->reader()).get(id)->severity, Severity::Sev2);
    const std::vector<Event> stored = events(id);
    ASSERT_EQ(stored.size(), 2U);
    EXPECT_EQ(stored[0].title, "It begins");
    EXPECT_EQ(isoText(stored[0].time), "2023-05-06T10:02:00+00:00");
    EXPECT_EQ(stored[1].kind, EventKind::Mitigation);
    EXPECT_EQ(stored[1].certainty, 1.0);
}

TEST_F(DraftImport, ASecondReadingKnowsEditedAndRefusedEvents)
{
    const ReadSource source = read();
    ImportDraft first = draft(source);
    first.incidents[0].title = "Renamed";
    first.incidents[0].choices[0].title = "It begins";
    first.incidents[0].choices[1].taken = false;
    const ImportOutcome outcome = store(source, first);
    const ImportDraft second = draft(source);
    EXPECT_EQ(second.incidents[0].choices[0].standing, EventStanding::Differs);
    EXPECT_TRUE(second.incidents[0].choices[0].kept.contains("It begins"));
    EXPECT_EQ(second.incidents[0].choices[1].standing, EventStanding::Removed);
    EXPECT_EQ(second.incidents[0].choices[2].standing, EventStanding::Known);
    EXPECT_EQ(takenCount(second), 0);
    const ImportOutcome again = store(source, second);
    EXPECT_EQ(again.incidents, outcome.incidents);
    EXPECT_EQ(again.eventsAdded, 0);
    EXPECT_EQ(events(outcome.incidents[0]).size(), 2U);
}

TEST_F(DraftImport, WhatWasRemovedComesBackWhereTheUserTakesIt)
{
    const ReadSource source = read();
    ImportDraft first = draft(source);
    first.incidents[0].choices[1].taken = false;
    const IncidentId id = store(source, first).incidents.at(0);
    ImportDraft second = draft(source);
    second.incidents[0].choices[1].taken = true;
    EXPECT_EQ(store(source, second).eventsAdded, 1);
    ASSERT_EQ(events(id).size(), 3U);
    EXPECT_EQ(events(id)[1].title, source.batch.incidents[0].events[1].title);
    EXPECT_EQ(store(source, draft(source)).eventsAdded, 0); // and is known from then on
}

TEST_F(DraftImport, ACopyIsAnotherIncidentWithEveryEvent)
{
    const ReadSource source = read();
    const IncidentId first = store(source, draft(source)).incidents.at(0);
    const ImportTarget copy{.into = {}, .asCopy = true};
    const ImportDraft whole = draft(source, copy);
    EXPECT_EQ(takenCount(whole), 3);
    const ImportOutcome outcome = store(source, whole, copy);
    EXPECT_EQ(outcome.eventsAdded, 3);
    EXPECT_NE(outcome.incidents.at(0), first);
}

TEST_F(DraftImport, TheClockShiftIsKeptWithTheSource)
{
    const ReadSource source = read();
    ImportDraft shifted = draft(source);
    shifted.clockShift = 30s;
    const IncidentId id = store(source, shifted).incidents.at(0);
    EXPECT_EQ(events(id)[0].at, *source.batch.incidents[0].events[0].at + 30s);
    EXPECT_EQ(SourceStore(m_session->reader()).list(id)->front().clockShift, 30s);
    EXPECT_EQ(draft(source).clockShift, 30s);
    ImportDraft later = draft(source);
    later.clockShift = -1min;
    store(source, later);
    EXPECT_EQ(events(id)[0].at, *source.batch.incidents[0].events[0].at - 1min);
}

TEST_F(DraftImport, AnEditedTimeInAShiftedSourceStandsWhereTheUserPutIt)
{
    const ReadSource source = read();
    ImportDraft edited = draft(source);
    const Instant typed = *edited.incidents[0].placed[0].at + 10min;
    edited.incidents[0].choices[0].at = typed;
    edited.clockShift = 5min;
    const IncidentId id = store(source, edited).incidents.at(0);
    const std::vector<Event> stored = events(id);
    EXPECT_TRUE(std::ranges::any_of(
        stored, [typed](const Event &event) { return event.at == typed && event.title == "Outage begins"; }));
}

TEST_F(DraftImport, SamplesOfAShiftedSourceAreShiftedOnce)
{
    const ReadSource source = read(
        "time,requests_per_second\n2024-01-16T10:00:00Z,5\n2024-01-16T10:01:00Z,6\n2024-01-16T10:02:00Z,7\n",
        "rps.csv");
    ImportDraft shifted = draft(source);
    shifted.clockShift = 1h;
    const IncidentId id = store(source, shifted).incidents.at(0);
    SeriesStore store(m_session->reader());
    const auto series = store.list(id);
    ASSERT_TRUE(series && series->size() == 1);
    const auto samples = store.samples(series->front().id, {Instant{}, Instant{std::chrono::days(30000)}});
    ASSERT_TRUE(samples) << samples.error().message.toStdString();
    ASSERT_EQ(samples->size(), 3U);
    EXPECT_EQ(samples->front().at, source.batch.incidents[0].series[0].samples[0].at + 1h);
}

TEST_F(DraftImport, EventsOfOtherSourcesInTheTargetAreTold)
{
    const ReadSource source = read();
    const IncidentId id = store(source, draft(source)).incidents.at(0);
    const ReadSource other = read(
        "time,kind,title\n2024-01-16T10:00:30Z,outage,Everything is down\n2024-01-16T11:00:00Z,note,Something else\n",
        "pager.csv");
    const Result<Forecast> known = forecast(m_session->reader(), other.source, other.batch, {.into = id});
    ASSERT_TRUE(known);
    EXPECT_EQ(known->incidents.at(0).title, "Outage report");
    ASSERT_EQ(known->standing.size(), 3U);
    EXPECT_EQ(known->standing[0].title, "Outage begins");
    const Result<Forecast> own = forecast(m_session->reader(), source.source, source.batch, {.into = id});
    ASSERT_TRUE(own);
    EXPECT_TRUE(own->standing.empty()); // its own events are known, not alike
}

TEST_F(DraftImport, AnUndatedEventThatIsNotTakenStopsNothing)
{
    const ReadSource source = read("Outage report\n\nTimeline\n\n10:00 Outage begins\n10:20 Service restored\n");
    ImportDraft edited = draft(source);
    ASSERT_FALSE(edited.incidents[0].placed[0].at);
    edited.incidents[0].choices[0].at = instantFromMicroseconds(1'700'000'000'000'000);
    edited.incidents[0].choices[1].taken = false;
    const ImportOutcome outcome = store(source, edited);
    ASSERT_EQ(outcome.incidents.size(), 1U);
    const std::vector<Event> stored = events(outcome.incidents[0]);
    ASSERT_EQ(stored.size(), 1U);
    EXPECT_EQ(stored[0].at, instantFromMicroseconds(1'700'000'000'000'000));
}

TEST_F(DraftImport, ReadingTellsWhatIsWrong)
{
    EXPECT_EQ(readSource("empty.txt", "", {}).error().code, Error::Code::NotRecognised);
    EXPECT_EQ(readSource("x.bin", std::string(100, '\0'), {}).error().code, Error::Code::NotRecognised);
    EXPECT_FALSE(readSource({.path = m_folder.filePath(u"nothing.txt"_s)}));
    QFile big(m_folder.filePath(u"big.txt"_s));
    ASSERT_TRUE(big.open(QIODevice::WriteOnly));
    ASSERT_TRUE(big.resize(largestPreviewed + 1));
    EXPECT_EQ(readSource({.path = big.fileName()}).error().code, Error::Code::NotRecognised);
}

TEST_F(DraftImport, Utf16IsShownAsAPersonReadsIt)
{
    const QString text = QString::fromUtf8(document);
    QByteArray bytes("\xFF\xFE", 2);
    bytes.append(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    const ReadSource source = read(bytes.toStdString());
    EXPECT_EQ(source.text, text);
    EXPECT_EQ(source.batch.incidents.at(0).events.size(), 3U);
}

TEST_F(DraftImport, AnIncidentThatComesBackAsJsonIsKnownWhole)
{
    const ReadSource source = read();
    const IncidentId incident = store(source, draft(source)).incidents.at(0);
    std::ostringstream json;
    writeIncidentJson(json, "downtimeline", wholeIncident(m_session->reader(), incident, true).value(), {});
    const ReadSource back = read(json.str(), "outage.downtimeline.json");
    EXPECT_EQ(back.source.format, "downtimeline");
    const ImportDraft known = draft(back);
    ASSERT_EQ(known.incidents.size(), 1U);
    for (const DraftEvent &event : known.incidents[0].choices)
        EXPECT_EQ(event.standing, EventStanding::Known);
    const ImportOutcome outcome = store(back, known);
    EXPECT_EQ(outcome.eventsAdded, 0);
    EXPECT_EQ(events(incident).size(), 3U);
}

} // namespace
} // namespace downtimeline
