// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/commands.h"
#include "app/commandline/exportnames.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;
using testing::HasSubstr;

QString sample()
{
    return QStringLiteral(DOWNTIMELINE_SOURCE_DIR "/resources/samples/outage.txt");
}

class ExportCommandLine : public testing::Test
{
protected:
    struct Answer
    {
        ExitCode code;
        std::string out;
        std::string err;
    };

    Answer run(QStringList words)
    {
        words << u"--library"_s << m_folder.filePath(u"library.downtimeline"_s);
        std::ostringstream out;
        std::ostringstream err;
        const Console console{out, err};
        const auto arguments = parseArguments(words);
        const ExitCode code = arguments ? runCommand(*arguments, console) : tell(console, arguments.error());
        return {code, out.str(), err.str()};
    }

    QByteArray exported(const QString &name, const QStringList &more = {})
    {
        const QString path = m_folder.filePath(name);
        const Answer answer = run(QStringList{u"export"_s, m_id, u"-o"_s, path} + more);
        EXPECT_EQ(answer.code, ExitCode::Done) << answer.err;
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }

    void SetUp() override
    {
        ASSERT_EQ(run({u"import"_s, sample()}).code, ExitCode::Done);
        m_id = QString::fromStdString(run({u"list"_s, u"--ids"_s}).out).trimmed();
    }

    QStringList import(const QByteArray &text)
    {
        QFile file(m_folder.filePath(u"more.txt"_s));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        EXPECT_EQ(run({u"import"_s, file.fileName()}).code, ExitCode::Done);
        return QString::fromStdString(run({u"list"_s, u"--ids"_s}).out).split(u'\n', Qt::SkipEmptyParts);
    }

    QString folder()
    {
        QDir(m_folder.path()).mkpath(u"out"_s);
        return m_folder.filePath(u"out"_s);
    }

    QTemporaryDir m_folder;
    QString m_id;
};

TEST_F(ExportCommandLine, ManyIncidentsGetNamesOfTheirOwnInAFolder)
{
    const QStringList ids =
        import("# Server Outage Incident report\n\n2024-01-16\n\n10:00 UTC Outage begins\n10:20 UTC All is back\n");
    ASSERT_EQ(ids.size(), 2);
    const Answer answer = run(QStringList{u"export"_s} + ids + QStringList{u"-o"_s, folder(), u"--as"_s, u"md"_s});
    ASSERT_EQ(answer.code, ExitCode::Done) << answer.err;
    const QStringList names = QDir(folder()).entryList(QDir::Files);
    ASSERT_EQ(names.size(), 2) << names.join(u' ').toStdString();
    EXPECT_EQ(names.filter(u"2024-01-16-server-outage-incident-report-"_s).size(), 1) << names.join(u' ').toStdString();
    for (const QString &id : ids) {
        const QString name = u"-%1.md"_s.arg(id.left(8));
        EXPECT_EQ(names.filter(name).size(), 1) << name.toStdString() << names.join(u' ').toStdString();
    }
}

TEST_F(ExportCommandLine, OneBadIncidentDoesNotStopTheOthers)
{
    const Answer answer = run({u"export"_s, u"ffffffff"_s, m_id, sample(), u"-o"_s, folder(), u"--as"_s, u"csv"_s});
    EXPECT_EQ(answer.code, ExitCode::Usage);
    EXPECT_EQ(std::ranges::count(answer.err, '\n'), 1) << answer.err;
    EXPECT_EQ(QDir(folder()).entryList(QDir::Files).size(), 2) << "the other one, and the file";
    EXPECT_TRUE(QFile::exists(folder() + u"/outage.csv"_s));
}

TEST_F(ExportCommandLine, TheSameIncidentTwiceDoesNotOverwriteItself)
{
    const Answer answer = run({u"export"_s, m_id, m_id, u"-o"_s, folder(), u"--as"_s, u"md"_s});
    EXPECT_EQ(answer.code, ExitCode::Done) << answer.err;
    const QStringList names = QDir(folder()).entryList(QDir::Files);
    ASSERT_EQ(names.size(), 2);
    EXPECT_TRUE(names.join(u' ').contains(u"-2.md"_s)) << names.join(u' ').toStdString();
}

TEST_F(ExportCommandLine, EveryEndingIsWrittenAndAsOutweighsThePath)
{
    EXPECT_TRUE(exported(u"a.ics"_s).startsWith("BEGIN:VCALENDAR\r\n"));
    EXPECT_TRUE(exported(u"a.txt"_s, {u"--as"_s, u"MD"_s}).startsWith("# Outage of the web servers"));
}

TEST_F(ExportCommandLine, ATemplateIsChosen)
{
    EXPECT_TRUE(exported(u"a.md"_s, {u"--template"_s, u"atlassian"_s}).contains("\n## Leadup\n"));
    EXPECT_FALSE(exported(u"a.md"_s).contains("\n## Leadup\n"));
    const Answer refused = run({u"export"_s, m_id, u"-o"_s, m_folder.filePath(u"b.md"_s), u"--template"_s, u"etsy"_s});
    EXPECT_EQ(refused.code, ExitCode::Usage);
    EXPECT_THAT(refused.err, HasSubstr("plain, sre, pagerduty or atlassian"));
}

TEST_F(ExportCommandLine, ARangeKindsAndWordsChooseTheEvents)
{
    const QByteArray part = exported(
        u"a.csv"_s, {u"--events"_s, u"2024-01-16T09:12Z..2024-01-16T09:21:30Z"_s, u"--kinds"_s, u"rollback"_s});
    EXPECT_EQ(part.count("\r\n"), 3) << part.toStdString();
    EXPECT_EQ(exported(u"a.csv"_s, {u"--events"_s, u"stars"_s}).count("\r\n"), 1);
    EXPECT_EQ(exported(u"a.csv"_s, {u"--words"_s, u"ROLLBACK successful"_s}).count("\r\n"), 2);
    EXPECT_EQ(exported(u"a.csv"_s, {u"--events"_s, u"all"_s}).count("\r\n"), 9);
}

TEST_F(ExportCommandLine, TheFilterOfTheWindowChoosesTheEventsToo)
{
    EXPECT_EQ(exported(u"a.csv"_s, {u"--filter"_s, u"kind:rollback successful"_s}).count("\r\n"), 2);
    EXPECT_EQ(exported(u"a.csv"_s, {u"--filter"_s, u"kind:roll,alert"_s, u"--kinds"_s, u"alert"_s}).count("\r\n"), 2);
    EXPECT_EQ(exported(u"a.csv"_s, {u"--filter"_s, u"kind:alert"_s, u"--kinds"_s, u"note"_s}).count("\r\n"), 1);
    EXPECT_EQ(exported(u"a.csv"_s, {u"--filter"_s, u"service:nowhere"_s}).count("\r\n"), 1);
    EXPECT_EQ(exported(u"a.csv"_s, {u"--filter"_s, u"star:"_s}).count("\r\n"), 1);
}

TEST_F(ExportCommandLine, TimesAreToldInTheZoneThatIsNamed)
{
    EXPECT_TRUE(exported(u"a.md"_s, {u"--times"_s, u"UTC"_s}).contains("| 2024-01-16 09:22 | Recovery |"));
    EXPECT_TRUE(exported(u"a.md"_s).contains("| 2024-01-16 10:22 | Recovery |"));
}

/// The program itself, which has a screen to lay texts out for.
class ExportProgram : public ExportCommandLine
{
protected:
    QByteArray written(const QString &ending, const QString &locale, const QStringList &more = {})
    {
        const QString path = m_folder.filePath(u"program."_s + ending);
        QFile::remove(path);
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"LC_ALL"_s, locale);
        environment.insert(u"LANG"_s, locale);
        environment.insert(u"LOCPATH"_s, locales());
        process.setProcessEnvironment(environment);
        process.start(
            QStringLiteral(DOWNTIMELINE_PROGRAM),
            QStringList{
                u"export"_s, m_id, u"-o"_s, path, u"--library"_s, m_folder.filePath(u"library.downtimeline"_s)} +
                more);
        EXPECT_TRUE(process.waitForFinished(60'000));
        EXPECT_EQ(process.exitCode(), 0) << process.readAllStandardError().toStdString();
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
        return file.readAll();
    }

    /// The C library's own locales, where they can be made; Qt has its own.
    QString locales()
    {
        const QString folder = m_folder.filePath(u"locales"_s);
        const QString maker = QStandardPaths::findExecutable(u"localedef"_s);
        if (maker.isEmpty() || QDir(folder).exists())
            return folder;
        QDir().mkpath(folder);
        for (const QString &name : {u"de_DE"_s, u"tr_TR"_s, u"ar_EG"_s, u"fa_IR"_s})
            QProcess::execute(maker, {u"-i"_s, name, u"-f"_s, u"UTF-8"_s, folder + u'/' + name + u".UTF-8"_s});
        return folder;
    }
};

TEST_F(ExportProgram, WritesPagesAndChartsAtAChosenSize)
{
    EXPECT_TRUE(written(u"html"_s, u"C.UTF-8"_s).startsWith("<!DOCTYPE html>"));
    const QByteArray svg = written(
        u"svg"_s, u"C.UTF-8"_s,
        {u"--chart"_s, u"phases"_s, u"--width"_s, u"640"_s, u"--height"_s, u"200"_s, u"--theme"_s, u"dark"_s});
    EXPECT_TRUE(svg.contains("viewBox=\"0 0 640 200\"")) << svg.left(300).toStdString();
    EXPECT_TRUE(svg.contains("#0f141b")) << "dark";
    EXPECT_TRUE(svg.contains("Acknowledge")) << "it has its texts";
    const QByteArray png = written(u"png"_s, u"C.UTF-8"_s, {u"--width"_s, u"500"_s, u"--scale"_s, u"1"_s});
    EXPECT_EQ(png.mid(16, 4), QByteArray("\0\0\x01\xF4", 4)) << "500 pixels";
}

/// Decimal commas, a dotless i, other digits and other calendars: none of them may come into a file.
TEST_F(ExportProgram, NoLocaleChangesAByteOfAnyExport)
{
    for (const QString &ending : exportEndings()) {
        const QByteArray plain = written(ending, u"C"_s);
        ASSERT_FALSE(plain.isEmpty());
        for (const QString &locale : {u"de_DE.UTF-8"_s, u"tr_TR.UTF-8"_s, u"ar_EG.UTF-8"_s, u"fa_IR.UTF-8"_s})
            EXPECT_TRUE(written(ending, locale) == plain) << ending.toStdString() << " " << locale.toStdString();
    }
}

class BadWord : public ExportCommandLine, public testing::WithParamInterface<QStringList>
{};

TEST_P(BadWord, IsRefusedWithASentenceAndNothingIsWritten)
{
    const QString path = m_folder.filePath(u"out.md"_s);
    const Answer answer = run(QStringList{u"export"_s, m_id, u"-o"_s, path} + GetParam());
    EXPECT_EQ(answer.code, ExitCode::Usage);
    EXPECT_THAT(answer.err, HasSubstr(GetParam().front().toStdString()));
    EXPECT_THAT(answer.err, HasSubstr(GetParam().back().toStdString()));
    EXPECT_FALSE(QFile::exists(path));
}

INSTANTIATE_TEST_SUITE_P(
    Words, BadWord,
    testing::Values(
        QStringList{u"--template"_s, u"etsy"_s}, QStringList{u"--events"_s, u"some"_s},
        QStringList{u"--events"_s, u"2024-01-16T09:30Z..2024-01-16T09:00Z"_s}, QStringList{u"--kinds"_s, u"party"_s},
        QStringList{u"--filter"_s, u"kind:party"_s}, QStringList{u"--times"_s, u"IST"_s},
        QStringList{u"--width"_s, u"wide"_s}, QStringList{u"--width"_s, u"-3"_s}, QStringList{u"--scale"_s, u"9"_s},
        QStringList{u"--as"_s, u"docx"_s}));

TEST(ExportNames, AreMadeOfLettersThatEveryDiskTakes)
{
    ExportNames names;
    EXPECT_EQ(
        names.nameOf({}, u"../etc/passwd: <b> \u202Ea?"_s, u"0f8fad5b-d9cb"_s, u"md"_s),
        u"etc-passwd-b-a-0f8fad5b.md"_s);
    EXPECT_EQ(names.nameOf({}, u"..."_s, u"0f8fad5b-d9cb"_s, u"md"_s), u"incident-0f8fad5b.md"_s);
    EXPECT_EQ(names.nameOf(u"/a/b/Report.txt"_s, u"md"_s), u"Report.md"_s);
    EXPECT_EQ(names.nameOf(u"/c/report.txt"_s, u"md"_s), u"report-2.md"_s) << "some disks know no case";
    EXPECT_LE(names.nameOf({}, QString(500, u'x'), u"0f8fad5b"_s, u"md"_s).size(), 80);
}

} // namespace
} // namespace downtimeline
