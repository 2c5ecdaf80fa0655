// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagefixture.h"

#include "models/storage/eventstore.h"
#include "models/storage/incidentstore.h"
#include "models/storage/migrations.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <functional>
#include <random>

#include <sys/stat.h>

namespace downtimeline {
namespace {

using testing::HasSubstr;

class LibraryRefusalTest : public StorageTest
{
protected:
    /// Each mode refuses with that code and those words, and neither the file nor its folder changes.
    void expectRefused(Error::Code code, const char *words)
    {
        const QByteArray before = bytesOf(libraryPath());
        const QStringList files = names();
        for (const Library::Open mode :
             {Library::Open::CreateIfMissing, Library::Open::ReadWrite, Library::Open::ReadOnly}) {
            const Result<std::unique_ptr<Library>> library = Library::open(libraryPath(), mode);
            ASSERT_FALSE(library);
            EXPECT_EQ(library.error().code, code) << library.error().message.toStdString();
            EXPECT_THAT(library.error().message.toStdString(), HasSubstr(words));
        }
        EXPECT_EQ(bytesOf(libraryPath()), before);
        EXPECT_EQ(names(), files);
    }

    void changed(const std::function<void(SQLite::Database &)> &change)
    {
        ASSERT_TRUE(opened());
        SQLite::Database database(libraryPath().toStdString(), SQLite::OPEN_READWRITE);
        database.exec("PRAGMA journal_mode = DELETE");
        change(database);
    }
};

TEST_F(LibraryRefusalTest, ANewerFormatIsRefusedWithTheVersionItNeeds)
{
    changed([](SQLite::Database &database) {
        database.exec("UPDATE property SET value = '7.3'; PRAGMA user_version = 99");
    });
    expectRefused(Error::Code::SchemaTooNew, "Downtimeline 7.3 or newer (format 99)");
}

TEST_F(LibraryRefusalTest, ANewerFormatInWalModeIsNotTouchedEither)
{
    changed([](SQLite::Database &database) {
        database.exec("DROP TABLE property; PRAGMA user_version = 99; PRAGMA journal_mode = WAL");
    });
    expectRefused(Error::Code::SchemaTooNew, "knows format 99");
}

TEST_F(LibraryRefusalTest, ADatabaseOfAnotherProgramIsRefused)
{
    SQLite::Database(libraryPath().toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
        .exec("CREATE TABLE incident (id)");
    expectRefused(Error::Code::NotOurs, "another program");
}

TEST_F(LibraryRefusalTest, APictureIsRefused)
{
    write(libraryPath(), QByteArray("\x89PNG\r\n\x1a\n", 8) + QByteArray(4000, 'x'));
    expectRefused(Error::Code::NotOurs, "not a Downtimeline library");
}

TEST_F(LibraryRefusalTest, AFewBytesOfTextAreRefused)
{
    write(libraryPath(), "SQLite format 3");
    expectRefused(Error::Code::NotOurs, "not a Downtimeline library");
}

TEST_F(LibraryRefusalTest, ATruncatedLibraryIsRefusedAsDamaged)
{
    changed([](SQLite::Database &) {});
    const QByteArray bytes = bytesOf(libraryPath());
    write(libraryPath(), bytes.left(bytes.size() / 2));
    expectRefused(Error::Code::Parse, "damaged");
}

TEST_F(LibraryRefusalTest, AForeignTriggerIsRefused)
{
    changed([](SQLite::Database &database) {
        database.exec("CREATE TRIGGER evil AFTER INSERT ON event BEGIN DELETE FROM incident; END");
    });
    expectRefused(Error::Code::NotOurs, "evil");
}

TEST_F(LibraryRefusalTest, ATableReplacedByAViewIsRefused)
{
    changed([](SQLite::Database &database) {
        database.exec("DROP TABLE explained; CREATE VIEW explained AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL "
                      "SELECT i + 1 FROM n) "
                      "SELECT i FROM n");
    });
    expectRefused(Error::Code::NotOurs, "explained");
}

TEST_F(LibraryRefusalTest, AFolderAPipeAndAMissingFileAreRefusedAtOnce)
{
    const auto refusal = [this](const QString &path, Library::Open mode) {
        const Result<std::unique_ptr<Library>> library = Library::open(path, mode);
        EXPECT_FALSE(library);
        return library ? std::string() : library.error().message.toStdString();
    };
    EXPECT_THAT(refusal(m_folder.path(), Library::Open::CreateIfMissing), HasSubstr("is a folder"));
    ASSERT_EQ(::mkfifo(QFile::encodeName(file(QStringLiteral("pipe"))).constData(), 0600), 0);
    EXPECT_THAT(refusal(file(QStringLiteral("pipe")), Library::Open::CreateIfMissing), HasSubstr("pipe"));
    EXPECT_THAT(refusal(QStringLiteral("/dev/null"), Library::Open::ReadOnly), HasSubstr("device"));
    EXPECT_THAT(refusal(libraryPath(), Library::Open::ReadWrite), HasSubstr("no library at"));
    EXPECT_THAT(refusal(libraryPath(), Library::Open::ReadOnly), HasSubstr("no library at"));
    EXPECT_THAT(refusal(file(QStringLiteral("no/x")), Library::Open::CreateIfMissing), HasSubstr("cannot be made"));
    write(libraryPath(), {});
    EXPECT_THAT(refusal(libraryPath(), Library::Open::ReadOnly), HasSubstr("is empty"));
}

TEST_F(LibraryRefusalTest, ADamagedPageIsAnErrorAndNeverFewerRows)
{
    IncidentId incident;
    {
        const std::unique_ptr<Library> library = opened();
        incident = IncidentStore(*library).add(incidentCalled("Outage")).value();
        library->database().exec("BEGIN");
        for (int i = 0; i < 2000; ++i)
            ASSERT_TRUE(EventStore(*library).add(incident, eventAtTime(at(9, 0, i % 60), "event with a title")));
        library->database().exec("COMMIT");
    }
    const QByteArray whole = bytesOf(libraryPath());
    const qsizetype size = pageSizeOf(whole);
    std::mt19937 random(4);
    for (int round = 0; round < 60; ++round) {
        QByteArray bytes = whole;
        const qsizetype page = 1 + static_cast<qsizetype>(random()) % (bytes.size() / size - 1);
        bytes.replace(page * size, size, QByteArray(size, static_cast<char>(random())));
        write(libraryPath(), bytes);
        Result<std::unique_ptr<Library>> library = Library::open(libraryPath(), Library::Open::ReadOnly);
        if (!library)
            continue;
        const Result<std::vector<Event>> events = EventStore(**library).all(incident);
        EXPECT_TRUE(!events || events->size() == 2000U) << "page " << page;
    }
}

} // namespace
} // namespace downtimeline
