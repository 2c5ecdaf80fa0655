// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagefixture.h"

#include "models/storage/eventstore.h"
#include "models/storage/incidentstore.h"
#include "models/storage/librarysink.h"

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

namespace downtimeline {
namespace {

using testing::HasSubstr;

/// Everything on a disk of 2 MB that only this process sees.
class FullDiskTest : public StorageTest
{
protected:
    void SetUp() override
    {
        const QByteArray folder = QFile::encodeName(m_folder.path());
        m_isMounted = geteuid() == 0 && unshare(CLONE_NEWNS) == 0 &&
                      mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
                      mount("tmpfs", folder.constData(), "tmpfs", 0, "size=2m") == 0;
        if (!m_isMounted)
            GTEST_SKIP() << "a small disk cannot be mounted here";
        const std::unique_ptr<Library> library = opened();
        const IncidentId id = IncidentStore(*library).add(incidentCalled("Outage")).value();
        ASSERT_TRUE(EventStore(*library).add(id, eventAtTime(at(9, 0), "acked")));
        m_before = library->counts().value();
    }

    void TearDown() override
    {
        if (m_isMounted)
            umount2(QFile::encodeName(m_folder.path()).constData(), MNT_DETACH);
    }

    static Status importMuch(Library &library)
    {
        LibrarySink sink(library);
        Source source;
        source.name = "big.csv";
        source.format = "events";
        source.sha256 = std::string(64, 'b');
        source.size = 9'000'000;
        if (Status begun = sink.begin(source, {}); !begun)
            return begun;
        for (int i = 0; i < 30'000; ++i) {
            const Event event = eventAtTime(at(10, 0, i % 60), "an event with a title of some length");
            if (Status added = sink.events({&event, 1}); !added)
                return added;
        }
        const Result<ImportOutcome> outcome = sink.commit();
        return outcome ? Status{} : Status{std::unexpected(outcome.error())};
    }

    /// Leaves no byte of room.
    void fillUp()
    {
        QFile filler(file(QStringLiteral("filler")));
        ASSERT_TRUE(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        const QByteArray block(4096, 'x');
        while (filler.write(block) > 0) {
        }
    }

    void expectAsBefore()
    {
        const std::unique_ptr<Library> library = opened(Library::Open::ReadWrite);
        ASSERT_TRUE(library);
        EXPECT_EQ(library->counts().value(), m_before);
        EXPECT_TRUE(library->check().value().isWhole());
    }

    LibraryCounts m_before;
    bool m_isMounted = false;
};

TEST_F(FullDiskTest, AnImportThatDoesNotFitSaysSoAndChangesNothing)
{
    {
        const std::unique_ptr<Library> library = opened(Library::Open::ReadWrite);
        const Status status = importMuch(*library);
        ASSERT_FALSE(status);
        EXPECT_THAT(problem(status), HasSubstr("is full"));
        EXPECT_THAT(problem(status), HasSubstr(libraryPath().toStdString()));
        EXPECT_EQ(library->counts().value(), m_before) << "the same connection sees it taken back";
        EXPECT_TRUE(IncidentStore(*library).add(incidentCalled("small"))) << "what is small still fits";
        ++m_before.incidents;
    }
    expectAsBefore();
    EXPECT_EQ(names().size(), 1) << names().join(u' ').toStdString();
}

TEST_F(FullDiskTest, ADiskWithoutAnyRoomIsNamedOrTheLibraryIsRead)
{
    fillUp();
    for (const Library::Open mode : {Library::Open::ReadOnly, Library::Open::CreateIfMissing}) {
        Result<std::unique_ptr<Library>> library = Library::open(libraryPath(), mode);
        if (!library) {
            EXPECT_THAT(library.error().message.toStdString(), HasSubstr("is full"))
                << library.error().detail.toStdString();
            continue;
        }
        EXPECT_EQ((*library)->counts().value(), m_before);
        const Result<IncidentId> added = IncidentStore(**library).add(incidentCalled("does not fit"));
        EXPECT_FALSE(added);
        if (mode != Library::Open::ReadOnly && !added) {
            EXPECT_THAT(added.error().message.toStdString(), HasSubstr("is full"))
                << added.error().detail.toStdString();
        }
    }
    ASSERT_TRUE(QFile::remove(file(QStringLiteral("filler"))));
    expectAsBefore();
}

TEST_F(FullDiskTest, ANewLibraryThatDoesNotFitIsNotLeftBehind)
{
    fillUp();
    const QString path = file(QStringLiteral("new.downtimeline"));
    const Result<std::unique_ptr<Library>> library = Library::open(path, Library::Open::CreateIfMissing);
    ASSERT_FALSE(library);
    EXPECT_THAT(library.error().message.toStdString(), HasSubstr("is full")) << library.error().detail.toStdString();
    EXPECT_EQ(names().filter(QStringLiteral("new")), QStringList());
}

TEST_F(FullDiskTest, ABackupThatDoesNotFitLeavesTheOlderOne)
{
    const QString out = file(QStringLiteral("backup.downtimeline"));
    write(out, "older");
    const std::unique_ptr<Library> library = opened(Library::Open::ReadOnly);
    ASSERT_TRUE(library);
    fillUp();
    const Status status = library->backup(out);
    ASSERT_FALSE(status);
    EXPECT_THAT(problem(status), HasSubstr("full"));
    EXPECT_EQ(bytesOf(out), "older");
    EXPECT_EQ(names().filter(QStringLiteral(".part")), QStringList());
}

} // namespace
} // namespace downtimeline
