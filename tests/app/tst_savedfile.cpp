// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/savedfile.h"

#include "tests/app/smallfiles.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace downtimeline;

namespace {

class SavedFile : public testing::Test
{
protected:
    QString path() const { return m_folder.filePath(QStringLiteral("out.pdf")); }

    QByteArray content() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QStringList names() const { return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden); }

    QTemporaryDir m_folder;
};

} // namespace

TEST_F(SavedFile, ReplacesWhatStoodThere)
{
    ASSERT_TRUE(writeFile(path(), "old"));
    ASSERT_TRUE(writeFile(path(), "new"));
    EXPECT_EQ(content(), "new");
}

TEST_F(SavedFile, AFullDiskLeavesTheOldFileAndNothingElse)
{
    ASSERT_TRUE(writeFile(path(), "old"));
    Status status;
    for (const qsizetype size : {qsizetype(5000), qsizetype(300000)}) {
        {
            const SmallFiles full(4096);
            status = writeFile(path(), QByteArray(size, 'x'));
        }
        ASSERT_FALSE(status);
        EXPECT_EQ(status.error().code, Error::Code::Io);
        EXPECT_TRUE(status.error().message.contains(QStringLiteral("would grow larger")))
            << status.error().message.toStdString();
        EXPECT_TRUE(status.error().message.contains(path()));
        EXPECT_EQ(content(), "old");
        EXPECT_EQ(names(), QStringList{QStringLiteral("out.pdf")});
    }
}

TEST_F(SavedFile, ADiskWithoutRoomIsNamedAndKeepsTheOldFile)
{
    // A disk of 64 KiB that only this process sees.
    const QByteArray disk = m_folder.path().toUtf8();
    const bool isMounted = geteuid() == 0 && unshare(CLONE_NEWNS) == 0 &&
                           mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
                           mount("tmpfs", disk.constData(), "tmpfs", 0, "size=64k") == 0;
    if (!isMounted)
        GTEST_SKIP() << "a small disk cannot be mounted here";
    EXPECT_TRUE(writeFile(path(), "old"));
    const Status status = writeFile(path(), QByteArray(200000, 'x'));
    const QByteArray left = content();
    const QStringList files = names();
    umount(disk.constData());
    ASSERT_FALSE(status);
    EXPECT_TRUE(status.error().message.contains(QStringLiteral("no room left on the disk")))
        << status.error().message.toStdString();
    EXPECT_EQ(left, "old");
    EXPECT_EQ(files, QStringList{QStringLiteral("out.pdf")});
}

TEST_F(SavedFile, APipeIsRefusedAndStaysAPipe)
{
    ASSERT_EQ(mkfifo(path().toUtf8().constData(), 0600), 0);
    const Status status = writeFile(path(), "x");
    ASSERT_FALSE(status);
    EXPECT_TRUE(status.error().message.contains(QStringLiteral("not a file")));
    struct stat facts{};
    ASSERT_EQ(stat(path().toUtf8().constData(), &facts), 0);
    EXPECT_TRUE(S_ISFIFO(facts.st_mode));
}

TEST_F(SavedFile, AReadOnlyFolderKeepsTheOldFileAndSaysWhy)
{
    if (geteuid() == 0)
        GTEST_SKIP() << "root may write everywhere";
    ASSERT_TRUE(writeFile(path(), "old"));
    QFile::setPermissions(m_folder.path(), QFile::ReadOwner | QFile::ExeOwner);
    const Status status = writeFile(path(), "new");
    QFile::setPermissions(m_folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    ASSERT_FALSE(status);
    EXPECT_TRUE(status.error().message.contains(QStringLiteral("may not be written")))
        << status.error().message.toStdString();
    EXPECT_EQ(content(), "old");
}

TEST_F(SavedFile, AMissingFolderAndAFolderOfThatNameAreNamed)
{
    const Status missing = writeFile(m_folder.filePath(QStringLiteral("none/out.pdf")), "x");
    ASSERT_FALSE(missing);
    EXPECT_TRUE(missing.error().message.contains(QStringLiteral("does not exist")));
    const Status folder = writeFile(m_folder.path(), "x");
    ASSERT_FALSE(folder);
    EXPECT_TRUE(folder.error().message.contains(QStringLiteral("there is a folder of that name")));
}
