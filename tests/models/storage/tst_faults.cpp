// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultvfs.h"
#include "storagefixture.h"

#include "models/storage/eventstore.h"
#include "models/storage/incidentstore.h"
#include "models/storage/librarysink.h"
#include "models/storage/librarywriter.h"
#include "models/storage/migrations.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <functional>
#include <map>
#include <optional>

namespace downtimeline {
namespace {

/// What must be the same before and after a change that failed.
struct Stored
{
    LibraryCounts counts;
    std::vector<std::string> titles;

    bool operator==(const Stored &) const = default;
};

/// Each test does one thing again and again, and each time another write, sync or truncation fails.
class FaultTest : public StorageTest
{
protected:
    using Act = std::function<Status(const QString &path)>;

    /// Runs the act from the files as they are now with every fault that can be; `after` is what it makes of them.
    void expectWholeAtEveryFault(const Act &act)
    {
        const std::map<QString, QByteArray> start = files();
        const std::optional<Stored> before = stored();
        ASSERT_TRUE(act(libraryPath()));
        const std::optional<Stored> after = stored();
        ASSERT_NE(before, after) << "the act must change something";
        for (const int code : {SQLITE_IOERR_WRITE, SQLITE_FULL}) {
            for (const FaultVfs::Lasting lasting : {FaultVfs::Lasting::Once, FaultVfs::Lasting::ForEver}) {
                SCOPED_TRACE(testing::Message() << "code " << code << ", lasting " << static_cast<int>(lasting));
                const int points = failEach(act, start, code, lasting, before, after);
                EXPECT_GT(points, 5) << "faults must have fired";
                if (HasFailure())
                    return;
            }
        }
    }

    /// Answers how many calls could fail.
    int failEach(
        const Act &act, const std::map<QString, QByteArray> &start, int code, FaultVfs::Lasting lasting,
        const std::optional<Stored> &before, const std::optional<Stored> &after)
    {
        for (int call = 1;; ++call) {
            SCOPED_TRACE(testing::Message() << "call " << call);
            restore(start);
            FaultVfs faults;
            faults.failAt(call, code, lasting);
            const Status status = act(libraryPath());
            faults.disarm();
            if (!status) {
                EXPECT_TRUE(status.error().message.endsWith(u'.')) << problem(status);
                EXPECT_TRUE(status.error().message.contains(libraryPath())) << problem(status);
            }
            EXPECT_TRUE(faults.hasFired() || status) << problem(status);
            // A commit whose sync failed may be in the file all the same; half of it may not.
            const std::optional<Stored> now = stored();
            EXPECT_TRUE(status ? now == after : now == before || now == after) << "torn, lost or not there";
            if (!faults.hasFired() || HasFailure())
                return call - 1;
        }
    }

    /// What a fresh look without faults finds; none where no library stands there.
    std::optional<Stored> stored()
    {
        if (!QFile::exists(libraryPath()) || QFileInfo(libraryPath()).size() == 0)
            return std::nullopt;
        const std::unique_ptr<Library> library = opened(Library::Open::ReadWrite);
        if (!library)
            return std::nullopt;
        const Result<CheckReport> report = library->check();
        EXPECT_TRUE(report && report->isWhole())
            << (report ? report->problems.join(u'\n') : report.error().detail).toStdString();
        Stored found;
        found.counts = library->counts().value_or(LibraryCounts{});
        const Result<std::vector<IncidentSummary>> incidents = IncidentStore(*library).list();
        EXPECT_TRUE(incidents);
        for (const IncidentSummary &incident : incidents.value_or(std::vector<IncidentSummary>())) {
            found.titles.push_back(incident.title);
            for (const Event &event : EventStore(*library).all(incident.id).value_or(std::vector<Event>()))
                found.titles.push_back(event.title);
        }
        return found;
    }

    std::map<QString, QByteArray> files() const
    {
        std::map<QString, QByteArray> all;
        for (const QString &name : names())
            all[name] = bytesOf(file(name));
        return all;
    }

    void restore(const std::map<QString, QByteArray> &start)
    {
        for (const QString &name : names())
            QFile::remove(file(name));
        for (const auto &[name, bytes] : start)
            write(file(name), bytes);
    }

    void fill(int events)
    {
        const std::unique_ptr<Library> library = opened();
        library->database().exec("BEGIN");
        m_incident = IncidentStore(*library).add(incidentCalled("Outage")).value();
        for (int i = 0; i < events; ++i)
            m_event = EventStore(*library).add(m_incident, eventAtTime(at(9, i / 60, i % 60), "acked")).value();
        library->database().exec("COMMIT");
    }

    static Status statusOf(const auto &result) { return result ? Status{} : Status{std::unexpected(result.error())}; }

    IncidentId m_incident;
    EventId m_event;
};

Status importEvents(Library &library, const std::string &name, int events)
{
    LibrarySink sink(library);
    Source source;
    source.name = name;
    source.format = "events";
    source.sha256 = std::string(64, 'f');
    source.size = 4'000'000; // a bulk load, which takes indexes down and builds them again
    std::vector<Event> read;
    for (int i = 0; i < events; ++i)
        read.push_back(eventAtTime(at(11, i / 60, i % 60), "imported " + std::to_string(i)));
    if (Status status = sink.begin(source, {}); !status)
        return status;
    if (Status status = sink.events(read); !status)
        return status;
    const Result<ImportOutcome> outcome = sink.commit();
    return outcome ? Status{} : Status{std::unexpected(outcome.error())};
}

TEST_F(FaultTest, ALibraryIsMadeWholeOrNotAtAll)
{
    expectWholeAtEveryFault(
        [](const QString &path) { return statusOf(Library::open(path, Library::Open::CreateIfMissing)); });
}

TEST_F(FaultTest, AnImportIsThereWholeOrNotAtAll)
{
    fill(20);
    expectWholeAtEveryFault([](const QString &path) -> Status {
        Result<std::unique_ptr<Library>> library = Library::open(path, Library::Open::ReadWrite);
        return library ? importEvents(**library, "events.csv", 150) : statusOf(library);
    });
}

TEST_F(FaultTest, AnEditIsThereWholeOrNotAtAllAndEarlierOnesStay)
{
    fill(20);
    expectWholeAtEveryFault([this](const QString &path) -> Status {
        Result<std::unique_ptr<Library>> library = Library::open(path, Library::Open::ReadWrite);
        if (!library)
            return statusOf(library);
        LibraryWriter writer(std::move(*library));
        LibraryWriter::Job<EventId> edit = [this](WriteContext &context) -> Result<EventId> {
            EventStore store(context.library);
            const Result<Event> before = store.get(m_event);
            if (!before)
                return std::unexpected(before.error());
            Event after = *before;
            after.title = "edited";
            if (Status updated = store.update(*before, after); !updated)
                return std::unexpected(updated.error());
            return store.add(m_incident, eventAtTime(at(12, 0), "added"));
        };
        return statusOf(writer.submit(std::move(edit)).get());
    });
}

TEST_F(FaultTest, AMigrationKeepsWhatTheOlderFormatHeld)
{
    {
        SQLite::Database database(libraryPath().toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        migrate(database, allMigrations().first(1));
        database.exec("INSERT INTO incident (uuid, title) VALUES (zeroblob(16), 'kept')");
    }
    const std::map<QString, QByteArray> start = files();
    for (const int code : {SQLITE_IOERR_WRITE, SQLITE_FULL}) {
        for (int call = 1;; ++call) {
            SCOPED_TRACE(testing::Message() << "code " << code << ", call " << call);
            restore(start);
            FaultVfs faults;
            faults.failAt(call, code, FaultVfs::Lasting::ForEver);
            const Status status = statusOf(Library::open(libraryPath(), Library::Open::ReadWrite));
            faults.disarm();
            EXPECT_TRUE(status || status.error().message.endsWith(u'.')) << problem(status);
            for (const QString &name : names())
                EXPECT_FALSE(name.endsWith(QStringLiteral(".part"))) << name.toStdString();
            const std::optional<Stored> now = stored();
            ASSERT_TRUE(now);
            ASSERT_EQ(now->titles, std::vector<std::string>{"kept"});
            if (!faults.hasFired()) {
                EXPECT_TRUE(status) << problem(status);
                EXPECT_GT(call, 10) << "faults must have fired";
                break;
            }
        }
    }
}

TEST_F(FaultTest, ABackupThatFailsLeavesTheOlderBackupAndNothingElse)
{
    fill(20);
    const QString out = file(QStringLiteral("backup.downtimeline"));
    const QByteArray older("an older backup");
    const std::unique_ptr<Library> library = opened(Library::Open::ReadWrite);
    for (int call = 1;; ++call) {
        SCOPED_TRACE(testing::Message() << "call " << call);
        write(out, older);
        Status status;
        bool hasFired = false;
        {
            FaultVfs faults;
            const Result<std::unique_ptr<Library>> faulty = Library::open(libraryPath(), Library::Open::ReadOnly);
            ASSERT_TRUE(faulty);
            faults.failAt(call, SQLITE_FULL, FaultVfs::Lasting::ForEver);
            status = (*faulty)->backup(out);
            hasFired = faults.hasFired();
            faults.disarm();
        }
        EXPECT_EQ(names().filter(QStringLiteral(".part")), QStringList());
        if (!hasFired) {
            EXPECT_TRUE(status) << problem(status);
            EXPECT_GT(call, 10);
            break;
        }
        ASSERT_FALSE(status);
        EXPECT_TRUE(status.error().message.contains(out)) << problem(status);
        ASSERT_EQ(bytesOf(out), older);
    }
    EXPECT_TRUE(Library::open(out, Library::Open::ReadOnly));
}

} // namespace
} // namespace downtimeline
