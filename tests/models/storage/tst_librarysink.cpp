// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagefixture.h"

#include "models/storage/actionstore.h"
#include "models/storage/eventstore.h"
#include "models/storage/findingstore.h"
#include "models/storage/incidentstore.h"
#include "models/storage/librarysink.h"
#include "models/storage/search.h"
#include "models/storage/seriesstore.h"
#include "models/storage/sourcestore.h"

#include <SQLiteCpp/Database.h>

#include <sqlite3.h>

#include <chrono>
#include <optional>
#include <stop_token>

namespace downtimeline {
namespace {

class LibrarySinkTest : public StorageTest
{
protected:
    void SetUp() override { m_library = opened(); }

    static Source source(std::string name = "events.csv", std::int64_t size = 1000)
    {
        Source made;
        made.name = std::move(name);
        made.format = "events";
        made.sha256 = std::string(64, 'a');
        made.size = size;
        return made;
    }

    static std::vector<Event> threeEvents()
    {
        std::vector<Event> events = {
            eventAtTime(at(9, 0), "Down", EventKind::Outage), eventAtTime(at(9, 1), "Alert fired", EventKind::Alert),
            eventAtTime(at(9, 1), "Alert fired", EventKind::Alert)};
        for (std::size_t i = 0; i < events.size(); ++i)
            events[i].line = static_cast<int>(i) + 2;
        return events;
    }

    ImportOutcome import(
        const std::vector<Event> &events, const ImportTarget &target = {}, const Source &from = source(),
        const Incident *incident = nullptr)
    {
        LibrarySink sink(*m_library);
        EXPECT_TRUE(sink.begin(from, target));
        if (incident) {
            EXPECT_TRUE(sink.incident(*incident));
        }
        const Status added = sink.events(events);
        EXPECT_TRUE(added) << problem(added);
        const Result<ImportOutcome> outcome = sink.commit();
        EXPECT_TRUE(outcome) << (outcome ? "" : outcome.error().detail.toStdString());
        EXPECT_TRUE(m_library->check().value().isWhole());
        return outcome.value_or(ImportOutcome{});
    }

    std::vector<Event> events(IncidentId incident) { return EventStore(*m_library).all(incident).value(); }

    std::unique_ptr<Library> m_library;
};

TEST_F(LibrarySinkTest, AFileWithoutAnIncidentBecomesOneNamedAfterIt)
{
    const ImportOutcome outcome = import(threeEvents());
    ASSERT_EQ(outcome.incidents.size(), 1U);
    EXPECT_EQ(outcome.eventsAdded, 3);
    EXPECT_EQ(IncidentStore(*m_library).get(outcome.incidents[0]).value().title, "events.csv");
    std::vector<Event> stored = events(outcome.incidents[0]);
    ASSERT_EQ(stored.size(), 3U);
    EXPECT_EQ(stored[0].line, 2);
    EXPECT_FALSE(stored[0].uuid.isNull());
    EXPECT_NE(stored[0].uuid, stored[1].uuid);
    EXPECT_TRUE(stored[0].source.isValid());
    EXPECT_EQ(Search(*m_library).search("fired").value().size(), 2U);
}

TEST_F(LibrarySinkTest, ASecondImportAddsNothing)
{
    const ImportOutcome first = import(threeEvents());
    const ImportOutcome second = import(threeEvents());
    EXPECT_EQ(second.incidents, first.incidents);
    EXPECT_EQ(second.eventsAdded, 0);
    EXPECT_EQ(second.eventsKnown, 3);
    EXPECT_EQ(second.eventsDiffering, 0);
    EXPECT_EQ(m_library->counts().value().events, 3);
    EXPECT_EQ(m_library->counts().value().sources, 1);
}

TEST_F(LibrarySinkTest, ALongerFileOfTheSameNameAddsOnlyWhatIsNew)
{
    const ImportOutcome first = import(threeEvents());
    std::vector<Event> more = threeEvents();
    more.push_back(eventAtTime(at(9, 1), "Alert fired", EventKind::Alert));
    Source longer = source();
    longer.sha256 = std::string(64, 'b');
    const ImportOutcome second = import(more, {.into = first.incidents[0]}, longer);
    EXPECT_EQ(second.eventsAdded, 1) << "the third alert of that minute";
    EXPECT_EQ(second.eventsKnown, 3);
}

TEST_F(LibrarySinkTest, WhatTheUserChangedStaysAndTheDifferenceIsTold)
{
    const IncidentId incident = import(threeEvents()).incidents[0];
    const Event before = events(incident)[0];
    Event edited = before;
    edited.title = "Checkout down";
    edited.kind = EventKind::Note;
    ASSERT_TRUE(EventStore(*m_library).update(before, edited));
    const ImportOutcome second = import(threeEvents());
    EXPECT_EQ(second.eventsAdded, 0);
    EXPECT_EQ(second.eventsDiffering, 1);
    ASSERT_EQ(second.differences.size(), 2U);
    EXPECT_EQ(second.differences[0], (ImportDifference{before.id, 2, "kind", "note", "outage"}));
    EXPECT_EQ(second.differences[1], (ImportDifference{before.id, 2, "title", "Checkout down", "Down"}));
    EXPECT_EQ(EventStore(*m_library).get(before.id).value(), edited);
}

TEST_F(LibrarySinkTest, WhatTheUserRemovedDoesNotComeBack)
{
    const IncidentId incident = import(threeEvents()).incidents[0];
    const Event gone = events(incident)[0];
    ASSERT_TRUE(EventStore(*m_library).remove(gone.id));
    EXPECT_EQ(import(threeEvents()).eventsAdded, 0);
    EXPECT_EQ(events(incident).size(), 2U);
    ASSERT_TRUE(EventStore(*m_library).add(incident, gone)) << "the removal is undone";
    EXPECT_EQ(import(threeEvents()).eventsAdded, 0);
    EXPECT_EQ(events(incident).size(), 3U);
}

TEST_F(LibrarySinkTest, ARecordIdKnowsAnEventWhateverElseChanged)
{
    std::vector<Event> read = {eventAtTime(at(9, 0), "Down")};
    read[0].recordId = "Q02JT";
    import(read);
    read[0].title = "Down again";
    *read[0].at += std::chrono::minutes(1);
    const ImportOutcome second = import(read);
    EXPECT_EQ(second.eventsAdded, 0);
    EXPECT_EQ(second.eventsDiffering, 1);
}

TEST_F(LibrarySinkTest, ACopyIsAnIncidentOfItsOwn)
{
    const Incident stated = incidentCalled("Outage");
    const ImportOutcome first = import(threeEvents(), {}, source(), &stated);
    const ImportOutcome again = import(threeEvents(), {}, source(), &stated);
    EXPECT_EQ(again.incidents, first.incidents);
    const ImportOutcome copy = import(threeEvents(), {.asCopy = true}, source(), &stated);
    EXPECT_NE(copy.incidents, first.incidents);
    EXPECT_EQ(copy.eventsAdded, 3);
}

TEST_F(LibrarySinkTest, IntoAnIncidentFillsItsGapsAndOverwritesNothing)
{
    const IncidentId id = IncidentStore(*m_library).add(incidentCalled("Mine")).value();
    Incident stated = incidentCalled("Theirs");
    stated.service = "checkout";
    import(threeEvents(), {.into = id}, source(), &stated);
    const Incident stored = IncidentStore(*m_library).get(id).value();
    EXPECT_EQ(stored.title, "Mine");
    EXPECT_EQ(stored.service, "checkout");
    EXPECT_EQ(events(id).size(), 3U);
}

TEST_F(LibrarySinkTest, SeveralIncidentsOfOneFileStayApartAndAreKnownAgain)
{
    for (int round = 0; round < 2; ++round) {
        LibrarySink sink(*m_library);
        ASSERT_TRUE(sink.begin(source("statuspage.json"), {}));
        for (const char *title : {"First", "Second"}) {
            ASSERT_TRUE(sink.incident(incidentCalled(title)));
            ASSERT_TRUE(sink.events(threeEvents()));
            Action action;
            action.text = "Look closer";
            ASSERT_TRUE(sink.action(action));
        }
        const ImportOutcome outcome = sink.commit().value();
        EXPECT_EQ(outcome.incidents.size(), 2U);
        EXPECT_EQ(outcome.eventsAdded, round == 0 ? 6 : 0);
        EXPECT_EQ(outcome.othersAdded, round == 0 ? 2 : 0);
    }
    EXPECT_EQ(m_library->counts().value().incidents, 2);
    EXPECT_EQ(m_library->counts().value().actions, 2);
}

TEST_F(LibrarySinkTest, SeriesAndTheRestAreAddedOnce)
{
    for (int round = 0; round < 2; ++round) {
        LibrarySink sink(*m_library);
        ASSERT_TRUE(sink.begin(source("metrics.csv"), {}));
        ASSERT_TRUE(sink.illustrative());
        Series series;
        series.name = "p95";
        const std::size_t handle = sink.series(series).value();
        ASSERT_TRUE(sink.samples(handle, std::vector<Sample>{{at(9, 0), 1}, {at(9, 1), 2}}));
        ASSERT_TRUE(sink.samples(handle, std::vector<Sample>{{at(9, 2), 3}}));
        ASSERT_TRUE(sink.trafficClaim({.percent = 0, .words = "100% impact", .source = {}, .line = 11}));
        Finding finding;
        finding.key = "two-dates";
        ASSERT_TRUE(sink.finding(finding));
        ASSERT_TRUE(sink.explained({.text = "37 minutes", .from = "a", .to = "b", .source = {}, .line = 11}));
        ASSERT_TRUE(sink.skipped({.line = 3, .reason = "no time"}));
        const ImportOutcome outcome = sink.commit().value();
        EXPECT_EQ(outcome.seriesAdded, round == 0 ? 1 : 0);
        EXPECT_EQ(outcome.samplesAdded, round == 0 ? 3 : 0);
        EXPECT_EQ(outcome.othersAdded, round == 0 ? 3 : 0);
        EXPECT_EQ(outcome.skipped, 1);
        EXPECT_TRUE(SourceStore(*m_library).list(outcome.incidents[0]).value()[0].illustrative);
    }
}

TEST_F(LibrarySinkTest, AnEventWithoutADateIsRefusedWithItsLineAndNothingStays)
{
    {
        LibrarySink sink(*m_library);
        ASSERT_TRUE(sink.begin(source(), {}));
        ASSERT_TRUE(sink.events(threeEvents()));
        Event undated;
        undated.line = 17;
        undated.time.clock = ClockTime{.hour = 10, .minute = 5};
        const Status refused = sink.events(std::vector{undated});
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, Error::Code::Usage);
        EXPECT_THAT(refused.error().message.toStdString(), testing::HasSubstr("Line 17 of “events.csv”"));
    }
    EXPECT_EQ(m_library->counts().value(), LibraryCounts{});
    EXPECT_TRUE(Search(*m_library).search("fired").value().empty());
}

TEST_F(LibrarySinkTest, AnEventThatNoDateWouldPlaceIsStoredWithoutATime)
{
    LibrarySink sink(*m_library);
    ASSERT_TRUE(sink.begin(source(), {}));
    ASSERT_TRUE(sink.events(threeEvents()));
    Event undated;
    undated.title = "workers restarted";
    undated.time.text = "T+5m";
    ASSERT_TRUE(sink.events(std::vector{undated}));
    const Result<ImportOutcome> outcome = sink.commit();
    ASSERT_TRUE(outcome);
    const std::vector<Event> stored = events(outcome->incidents[0]);
    ASSERT_EQ(stored.size(), 4U);
    const auto kept = std::ranges::find(stored, "workers restarted", &Event::title);
    ASSERT_NE(kept, stored.end());
    EXPECT_FALSE(kept->at);
    EXPECT_EQ(kept->time.text, "T+5m");
}

TEST_F(LibrarySinkTest, ABulkLoadEndsWithTheSameSchemaIndexAndSearch)
{
    std::vector<Event> many;
    for (int i = 0; i < 20'000; ++i)
        many.push_back(eventAtTime(at(9, 0) + std::chrono::seconds(i), "number " + std::to_string(i)));
    const ImportOutcome outcome = import(many, {}, source("big.csv", 3'000'000));
    EXPECT_EQ(outcome.eventsAdded, 20'000);
    EXPECT_EQ(EventStore(*m_library).index(outcome.incidents[0]).value().size(), 20'000U);
    EXPECT_EQ(Search(*m_library).search("19999").value().size(), 1U);
    EXPECT_EQ(import(many, {}, source("big.csv", 3'000'000)).eventsAdded, 0);
    m_library.reset();
    EXPECT_TRUE(opened(Library::Open::ReadWrite)) << "the schema is still ours";
}

/// Asks for a stop as soon as that many rows are in the search, and counts what comes after it.
struct StopInSearch
{
    std::stop_source stop;
    int rowsBefore = 0;
    int rowsAfter = 0;

    static int traced(unsigned, void *context, void *, void *sql)
    {
        auto *self = static_cast<StopInSearch *>(context);
        const std::string_view text(static_cast<const char *>(sql));
        if (text.find("event_search_docsize") == std::string_view::npos)
            return 0;
        if (self->stop.stop_requested())
            ++self->rowsAfter;
        else if (--self->rowsBefore == 0)
            self->stop.request_stop();
        return 0;
    }
};

TEST_F(LibrarySinkTest, AStopWhileTheSearchIsBuiltIsHeardWithinAFewRowsAndNothingStays)
{
    constexpr std::size_t count = 40'000;
    std::vector<Event> many(count, eventAtTime(at(9, 0), ""));
    for (std::size_t i = 0; i < count; ++i)
        many[i].title = "word" + std::to_string(i) + " of node" + std::to_string(i * 7);
    StopInSearch stopping;
    stopping.rowsBefore = static_cast<int>(count / 2);
    sqlite3 *handle = m_library->database().getHandle();
    sqlite3_trace_v2(handle, SQLITE_TRACE_STMT, StopInSearch::traced, &stopping);
    m_library->setStopToken(stopping.stop.get_token());
    {
        LibrarySink sink(*m_library);
        ASSERT_TRUE(sink.begin(source("events.csv", 100'000'000), {}));
        ASSERT_TRUE(sink.events(many));
        const Result<ImportOutcome> outcome = sink.commit();
        ASSERT_FALSE(outcome);
        EXPECT_EQ(outcome.error().code, Error::Code::Cancelled);
    }
    ASSERT_TRUE(stopping.stop.stop_requested()) << "the search was never built";
    EXPECT_LT(stopping.rowsAfter, 1000);
    sqlite3_trace_v2(handle, 0, nullptr, nullptr);
    m_library->setStopToken({});
    EXPECT_EQ(m_library->counts().value(), LibraryCounts{});
    EXPECT_TRUE(m_library->check().value().isWhole());
}

TEST_F(LibrarySinkTest, ABulkLoadThatIsGivenUpLeavesTheFileAsItWas)
{
    {
        LibrarySink sink(*m_library);
        ASSERT_TRUE(sink.begin(source("big.csv", 3'000'000), {}));
        ASSERT_TRUE(sink.events(threeEvents()));
    }
    EXPECT_EQ(m_library->counts().value(), LibraryCounts{});
    EXPECT_TRUE(m_library->check().value().isWhole());
    m_library.reset();
    EXPECT_TRUE(opened(Library::Open::ReadWrite));
}

} // namespace
} // namespace downtimeline
