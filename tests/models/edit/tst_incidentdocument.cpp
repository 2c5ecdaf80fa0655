// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/incidentdocument.h"

#include "models/analysis/impact.h"

#include "fakestorage.h"

#include <gtest/gtest.h>

#include <QSignalSpy>

namespace downtimeline {
namespace {

using std::chrono::minutes;
const EventId deploy(1);
const EventId outage(2);
const EventId recovery(8);

class IncidentDocumentTest : public testing::Test
{
protected:
    IncidentDocumentTest()
    {
        EXPECT_TRUE(document.open(IncidentId(1)).has_value());
        EXPECT_EQ(opened.count(), 1);
        opened.clear();
    }

    std::optional<Duration> recoverTime() const { return document.analysis().time(ResponseMeasure::Recover).value(); }
    const EventEntry &entry(EventId id) const { return *std::ranges::find(*document.events(), id, &EventEntry::id); }
    bool moveRecovery(int minute) { return document.setEventTime(recovery, foundingClock(10, minute)).has_value(); }

    FakeStorage storage = foundingStorage();
    IncidentDocument document{storage};
    QSignalSpy saving{&document, &IncidentDocument::savingChanged};
    QSignalSpy failed{&document, &IncidentDocument::editFailed};
    QSignalSpy opened{&document, &IncidentDocument::opened};
};

TEST_F(IncidentDocumentTest, TheFoundingIncidentHasItsMeasuresAndSpans)
{
    ASSERT_EQ(document.events()->size(), 8U);
    EXPECT_EQ(entry(outage).end, foundingClock(10, 22));
    EXPECT_EQ(document.analysis().time(ResponseMeasure::Acknowledge).value(), minutes(10));
    EXPECT_EQ(document.analysis().time(ResponseMeasure::Mitigate).value(), minutes(20));
    EXPECT_EQ(recoverTime(), minutes(22));
    EXPECT_EQ(document.derivedEnds().size(), 3U);
    EXPECT_EQ(document.extent(), (TimeRange{foundingClock(9, 45), foundingClock(10, 22)}));
    ASSERT_EQ(document.statedTraffic().size(), 1U);
    EXPECT_EQ(document.statedTraffic()[0].at, foundingClock(10, 22));
}

Event lunch()
{
    Event event;
    event.id = EventId(9);
    event.title = "Somebody noticed";
    event.time.text = "after lunch";
    event.source = SourceId(1);
    event.line = 40;
    return event;
}

TEST_F(IncidentDocumentTest, AnEventWithoutATimeIsTheLastRowAndNothingIsMeasuredFromIt)
{
    const ResponseAnalysis before = document.analysis();
    storage.events[EventId(9)] = lunch();
    ASSERT_TRUE(document.reload().has_value());
    EXPECT_EQ(document.events()->size(), 8U);
    ASSERT_EQ(document.rows()->size(), 9U);
    EXPECT_TRUE(std::equal(document.events()->begin(), document.events()->end(), document.rows()->begin()));
    EXPECT_EQ(document.rows()->back().id, EventId(9));
    EXPECT_TRUE(document.rows()->back().isUndated());
    EXPECT_EQ(document.textAt(8).title, "Somebody noticed");
    EXPECT_EQ(document.text(EventId(9)).timeText, "after lunch");
    EXPECT_EQ(document.analysis(), before);
    EXPECT_EQ(document.extent()->start, foundingClock(9, 45));
}

TEST_F(IncidentDocumentTest, ATypedTimePlacesAnUndatedEventAtTheIncidentsOffsetAndUndoTakesItBack)
{
    storage.events[EventId(9)] = lunch();
    ASSERT_TRUE(document.reload().has_value());
    ASSERT_TRUE(document.setEventTime(EventId(9), foundingClock(9, 50)).has_value());
    EXPECT_EQ(document.events()->size(), 9U);
    EXPECT_EQ(document.rows(), document.events()); // one truth: nothing is kept twice
    EXPECT_EQ(document.events()->at(1).id, EventId(9));
    EXPECT_EQ(document.event(EventId(9))->time.offset, std::chrono::hours(1));
    EXPECT_EQ(document.event(EventId(9))->time.zoneOrigin, ZoneOrigin::User);
    document.undoStack().undo();
    EXPECT_EQ(document.events()->size(), 8U);
    EXPECT_EQ(document.rows()->back().id, EventId(9));
    EXPECT_EQ(document.event(EventId(9))->time.text, "after lunch");
    storage.answer();
    EXPECT_EQ(storage.events[EventId(9)], lunch());
}

TEST_F(IncidentDocumentTest, AnUndatedEventIsDeletedAndHasNoEnd)
{
    storage.events[EventId(9)] = lunch();
    ASSERT_TRUE(document.reload().has_value());
    EXPECT_FALSE(document.setEventEnd(EventId(9), foundingClock(10, 0)).has_value());
    ASSERT_TRUE(document.deleteEvent(EventId(9)).has_value());
    EXPECT_EQ(document.rows()->size(), 8U);
    document.undoStack().undo();
    EXPECT_EQ(document.rows()->back().id, EventId(9));
}

TEST_F(IncidentDocumentTest, AnIncidentThatIsNotThereIsAnErrorAndKeepsTheOpenOne)
{
    EXPECT_FALSE(document.open(IncidentId(99)).has_value());
    EXPECT_EQ(document.events()->size(), 8U);
}

TEST_F(IncidentDocumentTest, MovingTheRecoveryChangesSpansMeasuresAndTraffic)
{
    const QSignalSpy changed(&document, &IncidentDocument::eventsChanged);
    ASSERT_TRUE(moveRecovery(25));
    EXPECT_EQ(changed.count(), 1);
    EXPECT_EQ(recoverTime(), minutes(25));
    EXPECT_EQ(entry(outage).end, foundingClock(10, 25));
    EXPECT_EQ(document.analysis().downtime, minutes(25));
    EXPECT_EQ(document.statedTraffic().at(0).at, foundingClock(10, 25));
    EXPECT_EQ(document.extent()->end, foundingClock(10, 25));
}

TEST_F(IncidentDocumentTest, UndoAndRedoGoBackAndForth)
{
    ASSERT_TRUE(moveRecovery(25));
    document.undoStack().undo();
    EXPECT_EQ(recoverTime(), minutes(22));
    EXPECT_EQ(document.event(recovery)->time.text, "as written");
    document.undoStack().redo();
    EXPECT_EQ(recoverTime(), minutes(25));
    storage.answer();
    EXPECT_EQ(storage.written, (std::vector<std::string>(3, "update 8")));
    EXPECT_EQ(storage.events[recovery].at, foundingClock(10, 25));
}

TEST_F(IncidentDocumentTest, AnEditIsSavingUntilTheFileHasIt)
{
    ASSERT_TRUE(moveRecovery(25));
    EXPECT_TRUE(document.isSaving());
    EXPECT_EQ(storage.events[recovery].at, foundingClock(10, 22));
    storage.answer();
    EXPECT_FALSE(document.isSaving());
    ASSERT_EQ(saving.count(), 2);
    EXPECT_TRUE(saving[0][0].toBool());
    EXPECT_FALSE(saving[1][0].toBool());
}

TEST_F(IncidentDocumentTest, AStarShowsAtOnceReachesTheFileAndIsOneStep)
{
    ASSERT_TRUE(document.setEventStarred(recovery, true).has_value());
    EXPECT_TRUE(entry(recovery).has(EventEntry::Starred));
    storage.answer();
    EXPECT_TRUE(storage.events[recovery].starred);
    document.undoStack().undo();
    EXPECT_FALSE(entry(recovery).has(EventEntry::Starred));
    document.undoStack().redo();
    ASSERT_TRUE(document.setEventStarred(recovery, false).has_value());
    EXPECT_EQ(document.undoStack().count(), 0) << "setting and taking away leaves nothing to undo";
}

TEST_F(IncidentDocumentTest, APresentersNoteKeepsItsLinesAndCanBeUndone)
{
    ASSERT_TRUE(
        document.setEventNote(recovery, QStringLiteral("  Thank the team.\nAsk about the runbook.\n")).has_value());
    EXPECT_EQ(document.event(recovery)->note, "Thank the team.\nAsk about the runbook.");
    storage.answer();
    EXPECT_EQ(storage.events[recovery].note, "Thank the team.\nAsk about the runbook.");
    document.undoStack().undo();
    EXPECT_EQ(document.event(recovery)->note, "");
    storage.writable = false;
    EXPECT_FALSE(document.setEventNote(recovery, QStringLiteral("no")).has_value());
    EXPECT_FALSE(document.setEventStarred(recovery, true).has_value());
}

TEST_F(IncidentDocumentTest, EditsOfOneTimeBecomeOneStep)
{
    ASSERT_TRUE(moveRecovery(23));
    ASSERT_TRUE(moveRecovery(25));
    EXPECT_EQ(document.undoStack().count(), 1);
    document.undoStack().undo();
    EXPECT_EQ(recoverTime(), minutes(22));
}

TEST_F(IncidentDocumentTest, MovingBackLeavesNothingToUndoAndTheWordsOfTheSource)
{
    ASSERT_TRUE(moveRecovery(25));
    ASSERT_TRUE(moveRecovery(22));
    EXPECT_EQ(document.undoStack().count(), 0);
    EXPECT_EQ(document.event(recovery)->time.text, "as written");
    storage.answer();
    EXPECT_EQ(storage.events[recovery].time.text, "as written");
}

TEST_F(IncidentDocumentTest, EditsOfDifferentPartsOrEventsAreStepsOfTheirOwn)
{
    ASSERT_TRUE(moveRecovery(25));
    ASSERT_TRUE(document.setEventTitle(recovery, QStringLiteral("Back")).has_value());
    ASSERT_TRUE(document.setEventTitle(outage, QStringLiteral("Out")).has_value());
    EXPECT_EQ(document.undoStack().count(), 3);
    document.undoStack().undo();
    EXPECT_EQ(document.text(outage).title, "Server Outage begins");
    EXPECT_EQ(document.text(recovery).title, "Back");
}

TEST_F(IncidentDocumentTest, AnEditThatChangesNothingIsNoStep)
{
    ASSERT_TRUE(document.setEventKind(recovery, EventKind::Recovery).has_value());
    ASSERT_TRUE(document.setEventTitle(recovery, QStringLiteral(" 100% of traffic  back online ")).has_value());
    EXPECT_EQ(document.undoStack().count(), 0);
    EXPECT_FALSE(document.isSaving());
}

TEST_F(IncidentDocumentTest, AKindTheUserChoseIsCertainAndChoosingTheOldOneTakesItBack)
{
    ASSERT_TRUE(document.setEventKind(recovery, EventKind::Note).has_value());
    EXPECT_EQ(document.event(recovery)->certainty, 1.0);
    EXPECT_EQ(recoverTime(), std::nullopt);
    ASSERT_TRUE(document.setEventKind(recovery, EventKind::Recovery).has_value());
    EXPECT_EQ(document.event(recovery)->certainty, 0.97);
    EXPECT_EQ(document.undoStack().count(), 0);
}

TEST_F(IncidentDocumentTest, AZoneThatNobodyStatedStaysUnstatedWhenATimeIsEdited)
{
    storage.events[recovery].time.offset = {};
    storage.events[recovery].time.zoneOrigin = ZoneOrigin::Unstated;
    ASSERT_TRUE(moveRecovery(25));
    EXPECT_FALSE(document.event(recovery)->time.offset.has_value());
    EXPECT_TRUE(entry(recovery).has(EventEntry::ZoneUnstated));
}

TEST_F(IncidentDocumentTest, TheUsersOwnEndWinsAndCanBeTakenAway)
{
    ASSERT_TRUE(document.setEventEnd(outage, foundingClock(10, 30)).has_value());
    EXPECT_EQ(entry(outage).end, foundingClock(10, 30));
    EXPECT_TRUE(entry(outage).has(EventEntry::OwnEnd));
    EXPECT_FALSE(document.setEventEnd(outage, foundingClock(9, 0)).has_value());
    ASSERT_TRUE(document.setEventEnd(outage, std::nullopt).has_value());
    EXPECT_EQ(entry(outage).end, foundingClock(10, 22));
}

TEST_F(IncidentDocumentTest, AnAddedEventCountsAtOnceAndCanBeTakenBack)
{
    const auto id = document.addEvent(EventKind::Detection, foundingClock(9, 58), QStringLiteral("A customer calls"));
    ASSERT_TRUE(id.has_value());
    EXPECT_TRUE(isProvisional(*id));
    EXPECT_EQ(document.events()->size(), 9U);
    EXPECT_EQ(document.text(*id).title, "A customer calls");
    EXPECT_FALSE(document.event(*id)->uuid.isNull());
    EXPECT_EQ(document.event(*id)->time.offset, std::chrono::hours(1));
    document.undoStack().undo();
    EXPECT_EQ(document.events()->size(), 8U);
    document.undoStack().redo();
    ASSERT_TRUE(document.setEventTitle(*id, QStringLiteral("A customer writes")).has_value());
    storage.answer();
    EXPECT_EQ(storage.events[*id].title, "A customer writes");
    EXPECT_EQ(failed.count(), 0);
}

TEST_F(IncidentDocumentTest, ADeletedEventComesBackWhole)
{
    const Event before = storage.events[recovery];
    ASSERT_TRUE(document.deleteEvent(recovery).has_value());
    EXPECT_EQ(recoverTime(), std::nullopt);
    EXPECT_TRUE(document.statedTraffic().empty());
    storage.answer();
    EXPECT_FALSE(storage.events.contains(recovery));
    document.undoStack().undo();
    storage.answer();
    EXPECT_EQ(recoverTime(), minutes(22));
    EXPECT_EQ(storage.events[recovery], before);
}

TEST_F(IncidentDocumentTest, EditsOfTheHeaderMergeByField)
{
    const auto setTitle = [this](const char *title) {
        return document.editIncident(IncidentField::Title, [title](Incident &changed) { changed.title = title; });
    };
    ASSERT_TRUE(setTitle("Server outage").has_value());
    ASSERT_TRUE(setTitle("Server outage after upgrade").has_value());
    ASSERT_TRUE(
        document.editIncident(IncidentField::Severity, [](Incident &changed) { changed.severity = Severity::Sev1; })
            .has_value());
    EXPECT_EQ(document.undoStack().count(), 2);
    EXPECT_FALSE(setTitle("  ").has_value());
    storage.answer();
    EXPECT_EQ(storage.content.incident.title, "Server outage after upgrade");
    EXPECT_EQ(storage.content.incident.severity, Severity::Sev1);
    document.undoStack().undo();
    document.undoStack().undo();
    EXPECT_EQ(document.incident().title, "Server Outage Incident report");
}

TEST_F(IncidentDocumentTest, ADecisionOnAFindingIsAStepToo)
{
    ASSERT_TRUE(document.decideFinding("two-dates", Finding::Decision::Dismissed).has_value());
    EXPECT_EQ(document.findings()[0].decision, Finding::Decision::Dismissed);
    document.undoStack().undo();
    EXPECT_EQ(document.findings()[0].decision, Finding::Decision::Open);
    EXPECT_FALSE(document.decideFinding("no-such", Finding::Decision::Settled).has_value());
}

TEST_F(IncidentDocumentTest, AnEditThatCannotBeSavedIsTakenBackAndTold)
{
    storage.failures = 1;
    ASSERT_TRUE(moveRecovery(25));
    storage.answer();
    EXPECT_EQ(recoverTime(), minutes(22));
    EXPECT_EQ(document.undoStack().count(), 0);
    EXPECT_FALSE(document.isSaving());
    ASSERT_EQ(failed.count(), 1);
    EXPECT_EQ(failed[0][0].value<Error>().message, QStringLiteral("The disk is full."));
    EXPECT_EQ(opened.count(), 0);
}

TEST_F(IncidentDocumentTest, AFailedStepLeavesTheEarlierOnesToUndo)
{
    ASSERT_TRUE(document.setEventTitle(outage, QStringLiteral("Out")).has_value());
    storage.answer();
    storage.failures = 1;
    ASSERT_TRUE(moveRecovery(25));
    storage.answer();
    EXPECT_EQ(document.undoStack().count(), 1);
    document.undoStack().undo();
    storage.answer();
    EXPECT_EQ(storage.events[outage].title, "Server Outage begins");
    EXPECT_EQ(failed.count(), 1);
}

TEST_F(IncidentDocumentTest, AFailedPartOfAMergedStepGoesBackToWhatTheFileHas)
{
    ASSERT_TRUE(moveRecovery(23));
    storage.answer();
    storage.failures = 1;
    ASSERT_TRUE(moveRecovery(25));
    storage.answer();
    EXPECT_EQ(recoverTime(), minutes(23));
    EXPECT_EQ(storage.events[recovery].at, foundingClock(10, 23));
    EXPECT_EQ(document.undoStack().count(), 0); // the step would go back further than the file can follow
}

TEST_F(IncidentDocumentTest, AFailedUndoGoesBackToWhatTheFileHas)
{
    ASSERT_TRUE(moveRecovery(25));
    storage.answer();
    storage.failures = 1;
    document.undoStack().undo();
    storage.answer();
    EXPECT_EQ(recoverTime(), minutes(25));
    EXPECT_EQ(failed.count(), 1);
}

TEST_F(IncidentDocumentTest, WhenLaterEditsStandOnAFailedOneTheFileIsReadAgain)
{
    storage.failures = 1;
    ASSERT_TRUE(moveRecovery(25));
    ASSERT_TRUE(document.setEventTitle(outage, QStringLiteral("Out")).has_value());
    storage.answer();
    EXPECT_EQ(opened.count(), 1);
    EXPECT_EQ(recoverTime(), minutes(22));
    EXPECT_EQ(document.text(outage).title, "Out");
    EXPECT_EQ(document.undoStack().count(), 0);
    EXPECT_EQ(failed.count(), 1);
    EXPECT_FALSE(document.isSaving());
}

TEST_F(IncidentDocumentTest, FailedAdditionsAndDeletionsAreTakenBack)
{
    storage.failures = 2;
    ASSERT_TRUE(document.addEvent(EventKind::Note, foundingClock(10, 1), QStringLiteral("x")).has_value());
    storage.answer();
    EXPECT_EQ(document.events()->size(), 8U);
    ASSERT_TRUE(document.deleteEvent(recovery).has_value());
    storage.answer();
    EXPECT_EQ(document.events()->size(), 8U);
    EXPECT_EQ(document.text(recovery).title, "100% of traffic back online");
    EXPECT_EQ(failed.count(), 2);
}

TEST_F(IncidentDocumentTest, AFailureOfAnIncidentThatIsNoLongerShownIsToldAndChangesNothing)
{
    storage.failures = 1;
    ASSERT_TRUE(moveRecovery(25));
    document.close();
    EXPECT_TRUE(document.isSaving());
    storage.answer();
    EXPECT_EQ(failed.count(), 1);
    EXPECT_TRUE(document.events()->empty());
    EXPECT_FALSE(document.isSaving());
}

TEST_F(IncidentDocumentTest, AReloadWaitsForEditsThatAreSaving)
{
    ASSERT_TRUE(moveRecovery(25));
    storage.content.incident.title = "Changed by another process";
    ASSERT_TRUE(document.reload().has_value());
    EXPECT_EQ(opened.count(), 0);
    storage.answer();
    EXPECT_EQ(opened.count(), 1);
    EXPECT_EQ(document.incident().title, "Changed by another process");
    EXPECT_EQ(recoverTime(), minutes(25));
}

TEST_F(IncidentDocumentTest, NothingCanBeEditedInALibraryThatIsReadOnly)
{
    storage.writable = false;
    EXPECT_FALSE(document.isEditable());
    const Status refused = document.setEventTime(recovery, foundingClock(10, 25));
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, Error::Code::ReadOnly);
    EXPECT_FALSE(document.deleteEvent(recovery).has_value());
    EXPECT_EQ(recoverTime(), minutes(22));
}

TEST_F(IncidentDocumentTest, TheUsersImpactChangesTheMeasuresAndIsUndone)
{
    const QSignalSpy changed(&document, &IncidentDocument::eventsChanged);
    const auto stated = [](Incident &incident) {
        incident.startedAt = timeOfUser(foundingClock(9, 55), std::chrono::hours(1));
        incident.endedAt = timeOfUser(foundingClock(10, 30), std::chrono::hours(1));
    };
    ASSERT_TRUE(document.editIncident(IncidentField::All, stated));
    EXPECT_EQ(recoverTime(), minutes(35));
    EXPECT_EQ(document.analysis().downtime, minutes(35));
    EXPECT_EQ(changed.count(), 1);
    ASSERT_TRUE(document.editIncident(IncidentField::Title, [](Incident &incident) { incident.title = "Other"; }));
    EXPECT_EQ(changed.count(), 1);
    document.undoStack().undo();
    document.undoStack().undo();
    EXPECT_EQ(recoverTime(), minutes(22));
    EXPECT_EQ(changed.count(), 2);
}

TEST_F(IncidentDocumentTest, EveryEventIsFoundByItsIdAfterEdits)
{
    const Result<EventId> added = document.addEvent(EventKind::Note, foundingClock(9, 0), QStringLiteral("Earlier"));
    ASSERT_TRUE(added);
    ASSERT_TRUE(moveRecovery(1));
    for (std::size_t row = 0; row < document.events()->size(); ++row)
        EXPECT_EQ(document.text((*document.events())[row].id), document.textAt(row)) << row;
    EXPECT_EQ(document.text(*added).title, "Earlier");
    EXPECT_EQ(document.text(EventId(999)), EventText());
}

TEST_F(IncidentDocumentTest, AnEventWithoutATitleIsRefused)
{
    EXPECT_FALSE(document.setEventTitle(recovery, QStringLiteral(" \n ")).has_value());
    EXPECT_FALSE(document.addEvent(EventKind::Note, foundingClock(10, 0), {}).has_value());
    EXPECT_EQ(document.undoStack().count(), 0);
}

TEST_F(IncidentDocumentTest, WordsAreReadAPageAtATime)
{
    for (std::size_t row = 0; row < 8; ++row)
        EXPECT_EQ(document.textAt(row).line, storage.events[(*document.events())[row].id].line);
    EXPECT_EQ(storage.reads, 1);
    EXPECT_EQ(document.textAt(100).title, "");
}

TEST_F(IncidentDocumentTest, AFileThatCannotBeReadIsToldOnce)
{
    QSignalSpy unreadable(&document, &IncidentDocument::readFailed);
    storage.canRead = false;
    EXPECT_EQ(document.textAt(0).title, "");
    EXPECT_EQ(document.textAt(1).title, "");
    EXPECT_EQ(unreadable.count(), 1);
}

} // namespace
} // namespace downtimeline
