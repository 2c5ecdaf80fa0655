// SPDX-License-Identifier: GPL-3.0-or-later
// What can go wrong with a file, for every format: the old one stays as it was, one sentence, nothing left over.
#include "app/exporting/exporting.h"
#include "tests/app/exportfixture.h"
#include "tests/app/smallfiles.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <unistd.h>

using namespace downtimeline;

namespace {

/// Root may write everywhere: while it lives this process is somebody else.
class AnotherUser
{
public:
    AnotherUser() : m_wasRoot(geteuid() == 0)
    {
        if (m_wasRoot) {
            EXPECT_EQ(seteuid(65534), 0);
        }
    }
    ~AnotherUser()
    {
        if (m_wasRoot) {
            EXPECT_EQ(seteuid(0), 0);
        }
    }
    AnotherUser(const AnotherUser &) = delete;
    AnotherUser &operator=(const AnotherUser &) = delete;

private:
    bool m_wasRoot;
};

class ExportFault : public testing::TestWithParam<std::string>
{
protected:
    void SetUp() override
    {
        QFile older(path());
        ASSERT_TRUE(older.open(QIODevice::WriteOnly));
        older.write("older");
    }

    QString path() const { return m_folder.filePath(QStringLiteral("out.") + QString::fromStdString(GetParam())); }
    QByteArray content() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QStringList names() const { return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden); }

    Status write(const QString &to) const
    {
        WholeIncident whole = measuredFounding();
        for (int i = 0; i < 60; ++i) // so that every format takes more than a page of memory
            whole.events.push_back(whole.events[static_cast<std::size_t>(i) % 8]);
        return exportIncident(whole, measuredSources(), {.path = to});
    }

    void expectTheOldFile() const
    {
        EXPECT_EQ(content(), "older");
        EXPECT_EQ(names(), QStringList{QFileInfo(path()).fileName()});
    }

    static void expectOneSentence(const Status &status, const QString &where)
    {
        ASSERT_FALSE(status);
        EXPECT_EQ(status.error().code, Error::Code::Io);
        const QString sentence = status.error().message;
        EXPECT_TRUE(sentence.contains(where)) << sentence.toStdString();
        EXPECT_TRUE(sentence.contains(QStringLiteral("Nothing was changed."))) << sentence.toStdString();
        EXPECT_FALSE(sentence.contains(u'\n'));
    }

    QTemporaryDir m_folder;
};

} // namespace

TEST_P(ExportFault, AFullDiskLeavesTheOldFile)
{
    Status status;
    {
        const SmallFiles full(256);
        status = write(path());
    }
    expectOneSentence(status, path());
    expectTheOldFile();
}

TEST_P(ExportFault, AFolderThatMayNotBeWrittenKeepsTheOldFile)
{
    // Of the group it may not even be looked at: as another user this process still has root's group.
    QFile::setPermissions(m_folder.path(), QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther);
    Status status;
    {
        const AnotherUser reader;
        status = write(path());
    }
    QFile::setPermissions(m_folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    expectOneSentence(status, path());
    EXPECT_TRUE(status.error().message.contains(QStringLiteral("may not be written")))
        << status.error().message.toStdString();
    expectTheOldFile();
}

TEST_P(ExportFault, AFileThatAnotherHasOpenIsReplacedAndTheOtherKeepsWhatItReads)
{
    QFile reading(path());
    ASSERT_TRUE(reading.open(QIODevice::ReadOnly));
    ASSERT_TRUE(write(path()));
    EXPECT_EQ(reading.readAll(), "older");
    EXPECT_GT(content().size(), 256);
    EXPECT_EQ(names(), QStringList{QFileInfo(path()).fileName()});
}

TEST_P(ExportFault, AFolderThatIsNotThereIsNamed)
{
    const QString missing = m_folder.filePath(QStringLiteral("none/out.") + QString::fromStdString(GetParam()));
    expectOneSentence(write(missing), QStringLiteral("none"));
    expectTheOldFile();
    EXPECT_FALSE(QFileInfo::exists(m_folder.filePath(QStringLiteral("none"))));
}

TEST_P(ExportFault, AFolderOfThatNameStaysAFolder)
{
    const QString folder = m_folder.filePath(QStringLiteral("taken.") + QString::fromStdString(GetParam()));
    ASSERT_TRUE(QDir().mkdir(folder));
    expectOneSentence(write(folder), folder);
    EXPECT_TRUE(QFileInfo(folder).isDir());
    expectTheOldFile();
}

namespace {

std::vector<std::string> allEndings()
{
    std::vector<std::string> endings;
    for (const QString &ending : exportEndings())
        endings.push_back(ending.toStdString());
    return endings;
}

} // namespace

INSTANTIATE_TEST_SUITE_P(Formats, ExportFault, testing::ValuesIn(allEndings()), [](const auto &format) {
    return format.param;
});
