// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagefixture.h"

#include "models/storage/incidentstore.h"

#include <algorithm>
#include <functional>

#include <grp.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace downtimeline {
namespace {

using testing::HasSubstr;

constexpr uid_t nobody = 65534;

/// What a process of a user without rights says of a library that root made.
class OtherUserTest : public StorageTest
{
protected:
    void SetUp() override
    {
        if (geteuid() != 0)
            GTEST_SKIP() << "only root can become another user";
        allow(m_folder.path(), 0755);
        allow(folder(), 0755);
        const std::unique_ptr<Library> library = opened();
        ASSERT_TRUE(IncidentStore(*library).add(incidentCalled("Outage")));
    }

    QString folder() const
    {
        const QString path = file(QStringLiteral("shelf"));
        QDir().mkpath(path);
        return path;
    }

    static void allow(const QString &path, mode_t mode)
    {
        ASSERT_EQ(::chmod(QFile::encodeName(path).constData(), mode), 0) << path.toStdString();
    }

    /// Runs in a process of its own, as a user who owns nothing.
    static std::string asNobody(const std::function<std::string()> &act)
    {
        int ends[2] = {-1, -1};
        EXPECT_EQ(::pipe(ends), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            const bool isNobody = ::setgroups(0, nullptr) == 0 && ::setgid(nobody) == 0 && ::setuid(nobody) == 0;
            const std::string said = isNobody ? act() : std::string("cannot become another user");
            const bool written = ::write(ends[1], said.data(), said.size()) == static_cast<ssize_t>(said.size());
            ::_exit(written ? 0 : 1);
        }
        ::close(ends[1]);
        std::string said(4000, '\0');
        const ssize_t length = ::read(ends[0], said.data(), said.size());
        said.resize(static_cast<std::size_t>(std::max<ssize_t>(0, length)));
        ::close(ends[0]);
        int status = 0;
        EXPECT_EQ(::waitpid(child, &status, 0), child);
        EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << "status " << status;
        return said;
    }

    /// "read-only, 1 incidents: why", "writable, ..." or "refused: why".
    std::string opening(const QString &path, Library::Open mode = Library::Open::CreateIfMissing)
    {
        return asNobody([&]() -> std::string {
            const Result<std::unique_ptr<Library>> library = Library::open(path, mode);
            if (!library)
                return "refused: " + library.error().message.toStdString();
            const Result<std::vector<IncidentSummary>> list = IncidentStore(**library).list();
            const std::string count = list ? std::to_string(list->size()) : list.error().message.toStdString();
            return ((*library)->isReadOnly() ? "read-only, " : "writable, ") + count +
                   " incidents: " + (*library)->readOnlyReason().toStdString();
        });
    }
};

TEST_F(OtherUserTest, AFileThatMayOnlyBeReadOpensWithABanner)
{
    allow(m_folder.path(), 0777);
    allow(libraryPath(), 0444);
    const QByteArray before = bytesOf(libraryPath());
    EXPECT_THAT(opening(libraryPath()), testing::StartsWith("read-only, 1 incidents: "));
    EXPECT_THAT(opening(libraryPath()), HasSubstr("“outages.downtimeline” may not be written"));
    EXPECT_EQ(bytesOf(libraryPath()), before);
    EXPECT_EQ(names().size(), 1);
}

TEST_F(OtherUserTest, AFolderThatMayNotBeWrittenOpensWithABanner)
{
    allow(libraryPath(), 0666);
    const std::string said = opening(libraryPath());
    EXPECT_THAT(said, testing::StartsWith("read-only, 1 incidents: "));
    EXPECT_THAT(said, HasSubstr("lies in a folder that may not be written"));
    EXPECT_EQ(names().size(), 1);
}

TEST_F(OtherUserTest, ALibraryThatRootIsWritingOpensForReading)
{
    const std::unique_ptr<Library> writer = opened(Library::Open::ReadWrite);
    ASSERT_TRUE(IncidentStore(*writer).add(incidentCalled("Still in the log")));
    const std::string said = opening(libraryPath());
    EXPECT_THAT(said, testing::StartsWith("read-only, "));
    EXPECT_THAT(said, testing::AnyOf(HasSubstr(" 2 incidents"), HasSubstr("may be missing")));
    EXPECT_THAT(said, testing::Not(HasSubstr(" 0 incidents")));
}

TEST_F(OtherUserTest, AFileThatMayNotBeReadIsAnErrorAndNoEmptyLibrary)
{
    allow(libraryPath(), 0600);
    allow(m_folder.path(), 0777);
    EXPECT_THAT(opening(libraryPath()), HasSubstr("refused: "));
    EXPECT_THAT(opening(libraryPath()), HasSubstr("cannot be read: Permission denied"));
}

TEST_F(OtherUserTest, AFolderThatMayNotBeSearchedIsAnErrorAndNoEmptyLibrary)
{
    allow(m_folder.path(), 0700);
    for (const Library::Open mode : {Library::Open::CreateIfMissing, Library::Open::ReadWrite, Library::Open::ReadOnly})
        EXPECT_THAT(opening(libraryPath(), mode), HasSubstr("refused: "));
    EXPECT_EQ(names().size(), 1);
}

TEST_F(OtherUserTest, ANewLibraryWhereNothingMayBeWrittenIsAnError)
{
    EXPECT_THAT(opening(folder() + QStringLiteral("/new.downtimeline")), HasSubstr("refused: "));
    EXPECT_THAT(opening(folder() + QStringLiteral("/new.downtimeline")), HasSubstr("may not be written"));
    EXPECT_THAT(opening(file(QStringLiteral("missing/new.downtimeline"))), HasSubstr("folder is missing"));
    EXPECT_EQ(QDir(folder()).entryList(QDir::Files).size(), 0);
}

TEST_F(OtherUserTest, AnEmptyFileThatMayNotBeWrittenIsNoEmptyLibrary)
{
    write(folder() + QStringLiteral("/empty.downtimeline"), {});
    EXPECT_THAT(opening(folder() + QStringLiteral("/empty.downtimeline")), HasSubstr("refused: "));
}

TEST_F(OtherUserTest, ALinkToNothingIsNoEmptyLibrary)
{
    const QString link = file(QStringLiteral("link.downtimeline"));
    ASSERT_TRUE(QFile::link(file(QStringLiteral("gone.downtimeline")), link));
    EXPECT_THAT(opening(link), HasSubstr("refused: "));
}

} // namespace
} // namespace downtimeline
