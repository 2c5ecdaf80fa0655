// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagefixture.h"

#include "models/storage/incidentstore.h"
#include "models/storage/migrations.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QRegularExpression>

#include <sys/stat.h>
#include <unistd.h>

namespace downtimeline {
namespace {

using testing::HasSubstr;

class LibraryTest : public StorageTest
{
protected:
    static std::string schemaOf(SQLite::Database &database)
    {
        SQLite::Statement rows(database, "SELECT name || ': ' || coalesce(sql, '') FROM sqlite_schema ORDER BY name");
        std::string schema;
        while (rows.executeStep())
            schema += rows.getColumn(0).getString() + "\n";
        return schema;
    }

    /// A library as the first version of the program left it, with one incident.
    void makeOlder() const
    {
        SQLite::Database older(libraryPath().toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        migrate(older, allMigrations().first(1));
        older.exec("INSERT INTO incident (uuid, title) VALUES (randomblob(16), 'Kept from before')");
    }
};

TEST_F(LibraryTest, ANewFileIsALibraryOfTheCurrentFormat)
{
    const std::unique_ptr<Library> library = opened();
    SQLite::Database &database = library->database();
    EXPECT_EQ(database.execAndGet("PRAGMA application_id").getInt(), libraryApplicationId);
    EXPECT_EQ(database.execAndGet("PRAGMA user_version").getInt(), currentFormat());
    EXPECT_EQ(database.execAndGet("PRAGMA journal_mode").getString(), "wal");
    EXPECT_EQ(database.execAndGet("PRAGMA synchronous").getInt(), 2);
    EXPECT_EQ(database.execAndGet("PRAGMA foreign_keys").getInt(), 1);
    EXPECT_EQ(database.execAndGet("PRAGMA trusted_schema").getInt(), 0);
    EXPECT_FALSE(library->isReadOnly());
    EXPECT_TRUE(library->check().value().isWhole());
    EXPECT_EQ(library->counts().value(), LibraryCounts{});
}

TEST_F(LibraryTest, TheSchemaIsTheSameAfterReopening)
{
    const std::string schema = schemaOf(opened()->database());
    EXPECT_THAT(schema, HasSubstr("event_by_time"));
    EXPECT_EQ(schemaOf(opened(Library::Open::ReadWrite)->database()), schema);
    EXPECT_EQ(schemaOf(opened(Library::Open::ReadOnly)->database()), schema);
}

TEST_F(LibraryTest, ClosingLeavesOneFile)
{
    {
        const std::unique_ptr<Library> library = opened();
        const std::unique_ptr<Library> reader = opened(Library::Open::ReadOnly);
        ASSERT_TRUE(IncidentStore(*library).add(incidentCalled("Outage")));
        EXPECT_EQ(IncidentStore(*reader).list().value().size(), 1U);
        EXPECT_GT(names().size(), 1);
    }
    EXPECT_EQ(names(), QStringList{QStringLiteral("outages.downtimeline")});
    EXPECT_EQ(IncidentStore(*opened(Library::Open::ReadOnly)).list().value().size(), 1U);
    EXPECT_EQ(names(), QStringList{QStringLiteral("outages.downtimeline")});
}

TEST_F(LibraryTest, AReaderCannotWrite)
{
    opened();
    const std::unique_ptr<Library> reader = opened(Library::Open::ReadOnly);
    EXPECT_TRUE(reader->isReadOnly());
    EXPECT_TRUE(reader->readOnlyReason().isEmpty());
    const Result<IncidentId> added = IncidentStore(*reader).add(incidentCalled("No"));
    ASSERT_FALSE(added);
    EXPECT_EQ(added.error().code, Error::Code::ReadOnly);
}

TEST_F(LibraryTest, AnEmptyFileBecomesALibrary)
{
    write(libraryPath(), {});
    EXPECT_TRUE(opened(Library::Open::ReadWrite)->check().value().isWhole());
}

TEST_F(LibraryTest, AnOlderLibraryIsCopiedAsideAndUpdated)
{
    makeOlder();
    const std::unique_ptr<Library> library = opened();
    EXPECT_EQ(IncidentStore(*library).list("kept").value().size(), 1U) << "the search knows what was there before";
    EXPECT_EQ(library->copiedAside(), file(QStringLiteral("outages (format 1, kept before the update).downtimeline")));
    SQLite::Database aside(library->copiedAside().toStdString());
    EXPECT_EQ(aside.execAndGet("PRAGMA user_version").getInt(), 1);
    EXPECT_EQ(aside.execAndGet("SELECT title FROM incident").getString(), "Kept from before");
    EXPECT_TRUE(library->check().value().isWhole());
}

TEST_F(LibraryTest, AnOlderLibraryIsNotChangedByAReader)
{
    makeOlder();
    const QByteArray before = bytesOf(libraryPath());
    const Result<std::unique_ptr<Library>> reader = Library::open(libraryPath(), Library::Open::ReadOnly);
    ASSERT_FALSE(reader);
    EXPECT_EQ(reader.error().code, Error::Code::ReadOnly);
    EXPECT_EQ(bytesOf(libraryPath()), before);
    EXPECT_EQ(names().size(), 1);
}

TEST_F(LibraryTest, ABackupIsAWholeLibraryInOneFile)
{
    const std::unique_ptr<Library> library = opened();
    ASSERT_TRUE(IncidentStore(*library).add(incidentCalled("Outage")));
    const QString out = file(QStringLiteral("copy.downtimeline"));
    write(out, "an older copy");
    ASSERT_TRUE(library->backup(out));
    const QByteArray bytes = bytesOf(out);
    EXPECT_EQ(bytes[18], 1) << "journal mode DELETE";
    EXPECT_EQ(bytes[19], 1);
    const Result<std::unique_ptr<Library>> copy = Library::open(out, Library::Open::ReadOnly);
    ASSERT_TRUE(copy);
    EXPECT_EQ(IncidentStore(**copy).list().value().size(), 1U);
    EXPECT_TRUE(names().filter(QStringLiteral(".part")).isEmpty());
}

TEST_F(LibraryTest, ABackupThatCannotBeWrittenLeavesNothing)
{
    const std::unique_ptr<Library> library = opened();
    EXPECT_EQ(library->backup(file(QStringLiteral("no/such/folder/copy"))).error().code, Error::Code::Io);
    EXPECT_EQ(library->backup(libraryPath()).error().code, Error::Code::Usage);
    EXPECT_EQ(library->backup(m_folder.path()).error().code, Error::Code::Usage);
    EXPECT_TRUE(names().filter(QStringLiteral(".part")).isEmpty());
}

TEST_F(LibraryTest, AReaderCanBackUp)
{
    opened();
    const QString out = file(QStringLiteral("copy.downtimeline"));
    const Status saved = opened(Library::Open::ReadOnly)->backup(out);
    EXPECT_TRUE(saved) << problem(saved);
    EXPECT_TRUE(Library::open(out, Library::Open::ReadWrite));
}

TEST_F(LibraryTest, AChangeByAnotherConnectionIsNoticed)
{
    const std::unique_ptr<Library> library = opened();
    const std::unique_ptr<Library> other = opened();
    const std::int64_t before = library->dataVersion().value();
    ASSERT_TRUE(IncidentStore(*library).add(incidentCalled("own")));
    EXPECT_EQ(library->dataVersion().value(), before) << "its own changes are no news";
    ASSERT_TRUE(IncidentStore(*other).add(incidentCalled("theirs")));
    EXPECT_NE(library->dataVersion().value(), before);
}

TEST_F(LibraryTest, ACheckTellsWhatIsWrong)
{
    const std::unique_ptr<Library> library = opened();
    ASSERT_TRUE(IncidentStore(*library).add(incidentCalled("Outage")));
    library->database().exec("UPDATE incident SET title = 'changed behind the search'");
    const CheckReport report = library->check().value();
    EXPECT_FALSE(report.isWhole());
    EXPECT_THAT(report.problems.join(u' ').toStdString(), HasSubstr("incident_search"));
    EXPECT_EQ(report.counts.incidents, 1);
}

/// Root may write everywhere, so the test becomes nobody for a while.
class AsNobody
{
public:
    AsNobody() : m_user(::geteuid()) { m_changed = m_user != 0 || ::seteuid(65534) == 0; }
    ~AsNobody() { m_changed = ::seteuid(m_user) == 0; }
    AsNobody(const AsNobody &) = delete;
    AsNobody &operator=(const AsNobody &) = delete;

private:
    uid_t m_user;
    bool m_changed = false;
};

TEST_F(LibraryTest, AReadOnlyFolderOpensForReadingWithAReason)
{
    ASSERT_TRUE(IncidentStore(*opened()).add(incidentCalled("Outage")));
    const QByteArray folder = QFile::encodeName(m_folder.path());
    ASSERT_EQ(::chmod(folder.constData(), 0555), 0);
    {
        const AsNobody nobody;
        const std::unique_ptr<Library> library = opened();
        ASSERT_TRUE(library);
        EXPECT_TRUE(library->isReadOnly());
        EXPECT_THAT(library->readOnlyReason().toStdString(), HasSubstr("reading only"));
        EXPECT_EQ(IncidentStore(*library).list().value().size(), 1U);
        EXPECT_EQ(IncidentStore(*library).add(incidentCalled("No")).error().code, Error::Code::ReadOnly);
        const Result<std::unique_ptr<Library>> fresh =
            Library::open(file(QStringLiteral("new.downtimeline")), Library::Open::CreateIfMissing);
        ASSERT_FALSE(fresh);
        EXPECT_EQ(fresh.error().code, Error::Code::Io);
    }
    ASSERT_EQ(::chmod(folder.constData(), 0755), 0);
    EXPECT_EQ(names().size(), 1);
}

TEST_F(LibraryTest, AReadOnlyFileOpensForReadingWithAReason)
{
    ASSERT_TRUE(IncidentStore(*opened()).add(incidentCalled("Outage")));
    ASSERT_EQ(::chmod(QFile::encodeName(libraryPath()).constData(), 0444), 0);
    ASSERT_EQ(::chmod(QFile::encodeName(m_folder.path()).constData(), 0777), 0);
    const AsNobody nobody;
    const std::unique_ptr<Library> library = opened(Library::Open::ReadWrite);
    ASSERT_TRUE(library);
    EXPECT_THAT(library->readOnlyReason().toStdString(), HasSubstr("may not be written"));
    EXPECT_EQ(IncidentStore(*library).list().value().size(), 1U);
    EXPECT_EQ(names().size(), 1);
}

} // namespace
} // namespace downtimeline
