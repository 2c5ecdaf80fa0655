// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/librarydocumentstorage.h"

#include "fakestorage.h"
#include "models/edit/incidentdocument.h"
#include "models/storage/eventstore.h"
#include "models/storage/findingstore.h"
#include "models/storage/seriesstore.h"
#include "models/storage/sourcestore.h"

#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTemporaryDir>

namespace downtimeline {
namespace {

using std::chrono::minutes;

/// Documents over a real library file that has the founding incident.
class LibraryDocumentStorageTest : public testing::Test
{
protected:
    LibraryDocumentStorageTest()
    {
        auto library = Library::open(path(), Library::Open::CreateIfMissing);
        EXPECT_TRUE(library.has_value()) << library.error().message.toStdString();
        fill(**library);
        writer = std::make_unique<LibraryWriter>(std::move(*library));
        reader = Library::open(path(), Library::Open::ReadOnly).value();
        storage = std::make_unique<LibraryDocumentStorage>(*reader, writer.get());
    }
    QString path() const { return folder.filePath(QStringLiteral("test.downtimeline")); }

    void fill(Library &library)
    {
        const FakeStorage founding = foundingStorage();
        incident = IncidentStore(library).add(founding.content.incident).value();
        Source source = founding.content.sources.front();
        source.id = {};
        source.incident = incident;
        source.format = "postmortem";
        source.text = "line one\nline two";
        const SourceId sourceId = SourceStore(library).add(source).value();
        for (auto [id, event] : founding.events) {
            event.id = {};
            event.source = sourceId;
            const EventId stored = EventStore(library).add(incident, event).value();
            if (event.kind == EventKind::Recovery)
                recovery = stored;
        }
        Finding finding = founding.content.findings.front();
        finding.id = {};
        finding.source = sourceId;
        EXPECT_TRUE(FindingStore(library).put(incident, finding).has_value());
        TrafficClaim claim = founding.content.claims.front();
        claim.source = sourceId;
        EXPECT_TRUE(SeriesStore(library).addTrafficClaim(incident, claim).has_value());
    }
    void open(IncidentDocument &document)
    {
        const Status opened = document.open(incident);
        ASSERT_TRUE(opened.has_value()) << opened.error().message.toStdString();
    }
    /// Waits until the file has every edit.
    void wait(IncidentDocument &document)
    {
        QSignalSpy saving(&document, &IncidentDocument::savingChanged);
        while (document.isSaving())
            ASSERT_TRUE(saving.wait(10'000));
    }

    QTemporaryDir folder;
    IncidentId incident;
    EventId recovery;
    std::unique_ptr<LibraryWriter> writer;
    std::unique_ptr<Library> reader;
    std::unique_ptr<LibraryDocumentStorage> storage;
};

TEST_F(LibraryDocumentStorageTest, OpensWhatTheFileHas)
{
    IncidentDocument document(*storage);
    open(document);
    EXPECT_EQ(document.incident().title, "Server Outage Incident report");
    EXPECT_EQ(document.events()->size(), 8U);
    EXPECT_EQ(document.analysis().time(ResponseMeasure::Recover).value(), minutes(22));
    EXPECT_EQ(document.findings().size(), 1U);
    ASSERT_EQ(document.statedTraffic().size(), 1U);
    EXPECT_EQ(document.statedTraffic()[0].at, foundingClock(10, 22));
    EXPECT_EQ(document.textAt(7).title, "100% of traffic back online");
    EXPECT_EQ(document.textAt(7).sourceName, "0x19-postmortem.txt");
    EXPECT_EQ(document.textAt(7).line, 20);
    ASSERT_EQ(document.sources().size(), 1U);
    EXPECT_EQ(document.source(document.sources()[0].id)->text, "line one\nline two");
}

TEST_F(LibraryDocumentStorageTest, EditsReachTheFile)
{
    IncidentDocument document(*storage);
    const QSignalSpy failed(&document, &IncidentDocument::editFailed);
    open(document);
    ASSERT_TRUE(document.setEventTime(recovery, foundingClock(10, 25)).has_value());
    ASSERT_TRUE(document.setEventTitle(recovery, QStringLiteral("All back")).has_value());
    ASSERT_TRUE(
        document.editIncident(IncidentField::Severity, [](Incident &changed) { changed.severity = Severity::Sev1; })
            .has_value());
    ASSERT_TRUE(document.decideFinding(document.findings()[0].key, Finding::Decision::Settled).has_value());
    wait(document);
    EXPECT_EQ(failed.count(), 0);
    ASSERT_TRUE(document.reload().has_value());
    EXPECT_EQ(document.analysis().time(ResponseMeasure::Recover).value(), minutes(25));
    EXPECT_EQ(document.text(recovery).title, "All back");
    EXPECT_EQ(document.incident().severity, Severity::Sev1);
    EXPECT_EQ(document.findings()[0].decision, Finding::Decision::Settled);
}

TEST_F(LibraryDocumentStorageTest, AnAddedEventCanBeEditedUndoneAndRedoneAtOnce)
{
    IncidentDocument document(*storage);
    const QSignalSpy failed(&document, &IncidentDocument::editFailed);
    open(document);
    const auto id = document.addEvent(EventKind::Detection, foundingClock(9, 59), QStringLiteral("A call"));
    ASSERT_TRUE(id.has_value());
    ASSERT_TRUE(document.setEventTitle(*id, QStringLiteral("A customer calls")).has_value());
    document.undoStack().undo();
    document.undoStack().undo();
    document.undoStack().redo();
    document.undoStack().redo();
    wait(document);
    EXPECT_EQ(failed.count(), 0);
    ASSERT_TRUE(document.reload().has_value());
    ASSERT_EQ(document.events()->size(), 9U);
    EXPECT_EQ(document.textAt(1).title, "A customer calls");
    EXPECT_FALSE(isProvisional((*document.events())[1].id));
}

TEST_F(LibraryDocumentStorageTest, ADeletedEventComesBackUnderItsOldId)
{
    IncidentDocument document(*storage);
    const QSignalSpy failed(&document, &IncidentDocument::editFailed);
    open(document);
    const Result<Event> before = document.event(recovery);
    ASSERT_TRUE(before.has_value());
    ASSERT_TRUE(document.deleteEvent(recovery).has_value());
    wait(document);
    EXPECT_FALSE(EventStore(*reader).get(recovery).has_value());
    document.undoStack().undo();
    wait(document);
    EXPECT_EQ(failed.count(), 0);
    ASSERT_TRUE(document.reload().has_value());
    EXPECT_EQ(document.event(recovery), before);
}

TEST_F(LibraryDocumentStorageTest, AnEventThatAnotherDocumentHasChangedIsNotOverwritten)
{
    IncidentDocument first(*storage);
    IncidentDocument second(*storage);
    QSignalSpy failed(&second, &IncidentDocument::editFailed);
    open(first);
    open(second);
    ASSERT_TRUE(second.setEventTitle(recovery, QStringLiteral("warm up")).has_value());
    wait(second);
    ASSERT_TRUE(first.reload().has_value());
    ASSERT_TRUE(first.setEventTitle(recovery, QStringLiteral("first")).has_value());
    wait(first);
    ASSERT_TRUE(second.setEventTitle(recovery, QStringLiteral("second")).has_value());
    wait(second);
    EXPECT_EQ(failed.count(), 1);
    EXPECT_EQ(EventStore(*reader).get(recovery)->title, "first");
}

TEST_F(LibraryDocumentStorageTest, WithoutAWriterNothingCanBeEdited)
{
    LibraryDocumentStorage readOnly(*reader, nullptr);
    IncidentDocument document(readOnly);
    open(document);
    EXPECT_FALSE(document.isEditable());
    EXPECT_FALSE(document.setEventTitle(recovery, QStringLiteral("x")).has_value());
}

TEST_F(LibraryDocumentStorageTest, AnIncidentThatIsNotThereIsAnError)
{
    IncidentDocument document(*storage);
    const Status opened = document.open(IncidentId(4711));
    ASSERT_FALSE(opened.has_value());
    EXPECT_EQ(opened.error().code, Error::Code::NotFound);
    EXPECT_FALSE(document.isOpen());
}

TEST_F(LibraryDocumentStorageTest, TheListShowsWhatTheFileSummarises)
{
    const auto summaries = IncidentStore(*reader).list();
    ASSERT_TRUE(summaries.has_value());
    const IncidentEntry entry = incidentEntry(summaries->front());
    EXPECT_EQ(entry.id, incident);
    EXPECT_EQ(entry.title, "Server Outage Incident report");
    EXPECT_EQ(entry.start, foundingClock(10, 0));
    EXPECT_EQ(entry.eventCount, 8);
}

} // namespace
} // namespace downtimeline
