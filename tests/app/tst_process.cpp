// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/allreaders.h"
#include "models/storage/incidentstore.h"
#include "models/storage/library.h"
#include "tests/app/processtest.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTimeZone>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <thread>

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;
using testing::HasSubstr;

TEST_F(Process, AnEmptyFileAndAPictureAreNothingToImport)
{
    expectRefused(write(u"empty.txt"_s, {}), 1, "empty.txt is empty");
    expectRefused(
        write(u"x.png"_s, QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1", 20) + QByteArray(5000, '\x7')), 1,
        "x.png");
}

TEST_F(Process, AFolderAPipeADeviceAndAMissingFileAreInputErrors)
{
    expectRefused(m_folder.path(), 3, "folder");
    const QString pipe = path(u"pipe.csv"_s);
    ASSERT_EQ(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    expectRefused(pipe, 3, "pipe.csv");
    expectRefused(u"/dev/zero"_s, 3, "zero");
    expectRefused(path(u"gone.txt"_s), 3, "gone.txt");
}

TEST_F(Process, InvalidUtf8IsReadWithWhatIsGoodInIt)
{
    const QString file =
        write(u"bad.txt"_s, "Outage report\n\n2024-01-16\n10:00 Outage \xff\xfe\xc3 begins\n10:20 Service restored\n");
    const Ended ended = run({u"import"_s, file});
    EXPECT_EQ(ended.code, 0) << ended.err;
    EXPECT_THAT(ended.out, HasSubstr("2 events added"));
    EXPECT_EQ(run({u"check"_s}).code, 0);
}

TEST_F(Process, JunkOfEveryEndingEndsWithASentence)
{
    std::mt19937 random(16);
    for (const QString &ending : {u"txt"_s, u"md"_s, u"html"_s, u"csv"_s, u"json"_s, u"downtimeline"_s}) {
        QByteArray junk(20'000, '\0');
        for (char &byte : junk)
            byte = static_cast<char>(random());
        const Ended ended = run({u"inspect"_s, write(u"junk."_s + ending, junk)});
        EXPECT_THAT(ended.code, testing::AnyOf(1, 3)) << ending.toStdString() << ' ' << ended.err;
        EXPECT_EQ(std::ranges::count(ended.err, '\n'), 1) << ended.err;
    }
}

TEST_F(Process, ALineOf200MegabytesNeedsLittleMemory)
{
    constexpr qint64 length = 200LL << 20;
    QFile holes(path(u"holes.txt"_s));
    ASSERT_TRUE(holes.open(QIODevice::WriteOnly) && holes.resize(length));
    const QByteArray block(1 << 20, 'a');
    for (const auto &[name, start] :
         {std::pair(u"line.txt"_s, QByteArray("Outage report 2024-01-16 10:00 outage ")),
          std::pair(u"line.csv"_s, QByteArray("time,kind,title\n2024-01-16T10:00:00Z,alert,")),
          std::pair(u"line.json"_s, QByteArray("{\"events\": [{\"title\": \""))}) {
        QFile line(path(name));
        ASSERT_TRUE(line.open(QIODevice::WriteOnly) && line.write(start) == start.size());
        for (qint64 written = 0; written < length; written += block.size())
            ASSERT_EQ(line.write(block), block.size());
        line.close();
        const Ended ended = run({u"inspect"_s, line.fileName()});
        EXPECT_THAT(ended.code, testing::AnyOf(0, 1, 3)) << name.toStdString() << ' ' << ended.err;
        EXPECT_LE(ended.kilobytes, mostKilobytes) << name.toStdString();
        EXPECT_TRUE(ended.code == 0 || std::ranges::count(ended.err, '\n') == 1) << ended.err;
        line.remove();
    }
    const Ended ended = run({u"inspect"_s, holes.fileName()});
    EXPECT_THAT(ended.code, testing::AnyOf(1, 3)) << ended.err;
    EXPECT_LE(ended.kilobytes, mostKilobytes);
}

TEST_F(Process, EveryReadersKeyIsAFormat)
{
    const QString exports = QStringLiteral(DOWNTIMELINE_SOURCE_DIR "/tests/data/exports/");
    const std::vector<std::pair<QString, QString>> samples{
        {u"events"_s, u"any_events.jsonl"_s},
        {u"metrics"_s, u"any_metrics.jsonl"_s},
        {u"statuspage"_s, u"statuspage.json"_s},
        {u"pagerduty"_s, u"pagerduty_incidents.csv"_s},
        {u"grafana"_s, u"grafana_panel.csv"_s},
        {u"alertmanager"_s, u"alertmanager.json"_s},
        {u"kubernetes"_s, u"kubernetes.json"_s},
        {u"opsgenie"_s, u"opsgenie_log.json"_s},
        {u"victorops"_s, u"victorops.json"_s},
        {u"prometheus"_s, u"prometheus.json"_s},
        {u"journald"_s, u"journald.json"_s},
        {u"github"_s, u"github_status.json"_s},
        {u"timesketch"_s, u"timesketch.csv"_s},
        {u"iris"_s, u"iris.csv"_s},
        {u"downtimeline"_s, u"own.json"_s},
        {u"slack"_s, u"slack.txt"_s},
        {u"postmortem"_s, u"../../../resources/samples/outage.txt"_s}};
    EXPECT_EQ(samples.size(), allReaders().size());
    for (const auto &[key, name] : samples) {
        const Ended ended = run({u"inspect"_s, u"--json"_s, u"--as"_s, key, exports + name});
        EXPECT_EQ(ended.code, 0) << key.toStdString() << ' ' << ended.err;
        EXPECT_THAT(ended.out, HasSubstr("\"format\": \"" + key.toStdString() + "\""));
    }
    const Ended wrong = run({u"inspect"_s, u"--as"_s, u"excel"_s, exports + u"iris.csv"_s});
    EXPECT_EQ(wrong.code, 2);
    for (const auto &[key, name] : samples)
        EXPECT_THAT(wrong.err, HasSubstr(key.toStdString()));
}

TEST_F(Process, AColumnIsReadAsTheFieldThatItIsMappedTo)
{
    const QString file =
        write(u"odd.csv"_s, "a,b,c\n03/04/2024 10:00,Database down,db-1\n05/04/2024 10:05,Paged,db-1\n");
    const QStringList choices{u"--map"_s, u"a=time:dayfirst"_s, u"--map"_s,  u"b=title"_s, u"--map"_s, u"c=service"_s,
                              u"--as"_s,  u"events"_s,          u"--zone"_s, u"UTC"_s};
    const Ended inspected = run(QStringList{u"inspect"_s, u"--json"_s, file} + choices);
    EXPECT_EQ(inspected.code, 0) << inspected.err;
    EXPECT_THAT(inspected.out, HasSubstr("\"at\":\"2024-04-03T10:00:00"));
    EXPECT_THAT(inspected.out, HasSubstr("Database down"));
    const Ended imported = run(QStringList{u"import"_s, file} + choices);
    EXPECT_THAT(imported.out, HasSubstr("2 events added")) << imported.err;
    const Ended exported = run(QStringList{u"export"_s, file, u"-o"_s, path(u"out.csv"_s)} + choices);
    EXPECT_EQ(exported.code, 0) << exported.err;
    EXPECT_TRUE(content(u"out.csv"_s).contains("Database down"));
    EXPECT_TRUE(content(u"out.csv"_s).contains("db-1"));
}

TEST_F(Process, AColumnOfNumbersIsReadAsTheSeriesThatItIsMappedTo)
{
    const QString file = write(u"load.tsv"_s, "t\tx\n2024-01-16T10:00:00Z\t1,250\n2024-01-16T10:01:00Z\t2,500\n");
    const Ended ended = run(
        {u"inspect"_s, u"--json"_s, file, u"--as"_s, u"metrics"_s, u"--map"_s, u"x=value:responseTime:s:comma"_s,
         u"--map"_s, u"t=time"_s});
    EXPECT_EQ(ended.code, 0) << ended.err;
    EXPECT_THAT(ended.out, HasSubstr("\"measure\":\"responseTime\""));
    EXPECT_THAT(ended.out, HasSubstr("\"unit\":\"s\""));
    EXPECT_THAT(ended.out, testing::Not(HasSubstr("decimal mark"))) << "it is settled";
}

TEST_F(Process, AColumnOrAFieldThatIsNotThereIsRefusedWithWhatThereIs)
{
    const QString file = write(u"log.csv"_s, "time,kind,title\n2024-01-16T10:00:00Z,alert,Paged\n");
    const auto refused = [&](const QString &pair, const char *words) {
        for (const QStringList &command :
             {QStringList{u"inspect"_s, file}, QStringList{u"import"_s, file},
              QStringList{u"export"_s, file, u"-o"_s, path(u"out.csv"_s)}}) {
            const Ended ended = run(command + QStringList{u"--map"_s, pair});
            EXPECT_EQ(ended.code, 2) << ended.err;
            EXPECT_THAT(ended.err, HasSubstr(words)) << command.front().toStdString();
            EXPECT_EQ(std::ranges::count(ended.err, '\n'), 1) << ended.err;
        }
    };
    refused(u"when=time"_s, "log.csv has no column \"when\"; it has time, kind, title.");
    refused(u"title=flavour"_s, "choose one of time, date, zone, end, duration, kind, title");
    refused(u"title=value:ms"_s, "is no field of a table of events");
    refused(u"title"_s, "COLUMN=FIELD");
    EXPECT_FALSE(QFile::exists(path(u"out.csv"_s)));
    const QString document = QStringLiteral(DOWNTIMELINE_SOURCE_DIR "/resources/samples/outage.txt");
    const Ended ended = run({u"inspect"_s, document, u"--map"_s, u"a=time"_s});
    EXPECT_EQ(ended.code, 2);
    EXPECT_THAT(ended.err, HasSubstr("no columns to choose for"));
}

TEST_F(Process, HelpListsEveryFormatAndEveryField)
{
    const Ended ended = run({u"--help"_s});
    EXPECT_EQ(ended.code, 0);
    for (const Reader *reader : allReaders())
        EXPECT_THAT(ended.out, HasSubstr(std::string(reader->key())));
    for (const ColumnField &field : columnFields())
        EXPECT_THAT(ended.out, HasSubstr("  " + std::string(field.key) + " "));
}

TEST_F(Process, AKillInTheMiddleOfAnImportLeavesAWholeLibrary)
{
    constexpr int rows = 50'000;
    const int asked = qEnvironmentVariableIntValue("DOWNTIMELINE_TRIALS");
    const int trials = asked > 0 ? asked : 8;
    ASSERT_EQ(run({u"import"_s, QStringLiteral(DOWNTIMELINE_SOURCE_DIR "/resources/samples/outage.txt")}).code, 0);
    const QString csv = bigCsv(rows);
    std::mt19937 random(20240116);
    int killed = 0;
    for (int trial = 0; trial < trials; ++trial) {
        SCOPED_TRACE(trial);
        const pid_t child = begin({u"import"_s, csv});
        // Any moment may be the worst one: that is why this waits for a random time and for nothing else.
        std::this_thread::sleep_for(std::chrono::milliseconds(random() % 900));
        ::kill(child, SIGKILL);
        killed += end(child).code == -1 ? 1 : 0;
        const Ended checked = run({u"check"_s});
        ASSERT_EQ(checked.code, 0) << checked.out << checked.err;
        const Result<std::unique_ptr<Library>> library = Library::open(libraryPath(), Library::Open::ReadOnly);
        ASSERT_TRUE(library);
        EXPECT_THAT((*library)->counts().value().events, testing::AnyOf(8, 8 + rows));
    }
    EXPECT_GT(killed, 0) << "the kills must come before the end";
    ASSERT_EQ(run({u"import"_s, csv}).code, 0);
    ASSERT_EQ(run({u"import"_s, csv}).code, 0);
    const Result<std::unique_ptr<Library>> library = Library::open(libraryPath(), Library::Open::ReadOnly);
    EXPECT_EQ((*library)->counts().value().events, 8 + rows) << "what comes again adds nothing";
}

/// The same on a disk of 2 MB that only this process and its children see.
class ProcessOnASmallDisk : public Process
{
protected:
    void SetUp() override
    {
        m_isMounted = geteuid() == 0 && unshare(CLONE_NEWNS) == 0 &&
                      mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
                      mount("tmpfs", QFile::encodeName(m_folder.path()).constData(), "tmpfs", 0, "size=2m") == 0;
        if (!m_isMounted)
            GTEST_SKIP() << "a small disk cannot be mounted here";
        const QString sample = QStringLiteral(DOWNTIMELINE_SOURCE_DIR "/resources/samples/outage.txt");
        ASSERT_EQ(run({u"import"_s, sample}).code, 0);
        m_id = QString::fromStdString(run({u"list"_s, u"--ids"_s}).out).trimmed();
        ASSERT_EQ(m_id.size(), 36);
    }

    void TearDown() override
    {
        if (m_isMounted)
            umount2(QFile::encodeName(m_folder.path()).constData(), MNT_DETACH);
    }

    QStringList names() const { return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden); }

    /// Leaves no room at all.
    void fillUp()
    {
        QFile filler(path(u"filler"_s));
        ASSERT_TRUE(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        const QByteArray block(4096, 'x');
        while (filler.write(block) > 0) {
        }
    }

    QString m_id;
    bool m_isMounted = false;
};

TEST_F(ProcessOnASmallDisk, AnExportThatDoesNotFitLeavesTheOlderFile)
{
    // The library lies elsewhere: here only the export is to fail.
    QTemporaryDir elsewhere;
    const QString copy = elsewhere.filePath(u"copy.downtimeline"_s);
    ASSERT_TRUE(QFile::copy(libraryPath(), copy));
    for (const QString &ending : {u"csv"_s, u"json"_s, u"md"_s, u"svg"_s, u"png"_s, u"pdf"_s})
        write(u"out."_s + ending, "older");
    fillUp();
    const QStringList before = names();
    for (const QString &ending : {u"csv"_s, u"json"_s, u"md"_s, u"svg"_s, u"png"_s, u"pdf"_s}) {
        const Ended ended = run({u"export"_s, m_id, u"-o"_s, path(u"out."_s + ending), u"--library"_s, copy});
        EXPECT_EQ(ended.code, 3) << ending.toStdString() << ' ' << ended.err;
        EXPECT_THAT(ended.err, HasSubstr("no room left on the disk")) << ending.toStdString();
        EXPECT_EQ(std::ranges::count(ended.err, '\n'), 1) << ended.err;
        EXPECT_EQ(content(u"out."_s + ending), "older") << ending.toStdString();
        EXPECT_EQ(names(), before);
    }
}

TEST_F(ProcessOnASmallDisk, AnImportThatDoesNotFitNamesTheDiskAndChangesNothing)
{
    QTemporaryDir elsewhere;
    const QString csv = elsewhere.filePath(u"big.csv"_s);
    ASSERT_TRUE(QFile::rename(bigCsv(20'000), csv) || QFile::copy(path(u"big.csv"_s), csv));
    QFile::remove(path(u"big.csv"_s));
    const Ended ended = run({u"import"_s, csv});
    EXPECT_EQ(ended.code, 3);
    EXPECT_THAT(ended.err, HasSubstr("is full"));
    EXPECT_EQ(std::ranges::count(ended.err, '\n'), 1) << ended.err;
    EXPECT_EQ(names(), QStringList{u"library.downtimeline"_s});
    EXPECT_EQ(run({u"check"_s}).code, 0);
    EXPECT_EQ(QString::fromStdString(run({u"list"_s, u"--ids"_s}).out).trimmed(), m_id);
}

} // namespace
} // namespace downtimeline
