// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/commands.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;
using testing::HasSubstr;

/// A shell in an empty folder with a library of its own.
class Shell : public testing::Test
{
protected:
    struct Answer
    {
        ExitCode code;
        std::string out;
        std::string err;

        QJsonObject json() const { return QJsonDocument::fromJson(QByteArray::fromStdString(out)).object(); }
    };

    Answer run(QStringList words)
    {
        if (!words.contains(u"--library"_s))
            words << u"--library"_s << m_folder.filePath(u"library.downtimeline"_s);
        std::ostringstream out;
        std::ostringstream err;
        const Console console{out, err};
        const auto arguments = parseArguments(words);
        const ExitCode code = arguments ? runCommand(*arguments, console) : tell(console, arguments.error());
        return {code, out.str(), err.str()};
    }

    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return file.fileName();
    }

    QString sample() const { return QStringLiteral(DOWNTIMELINE_SOURCE_DIR "/resources/samples/outage.txt"); }

    QString importedId()
    {
        EXPECT_EQ(run({u"import"_s, sample()}).code, ExitCode::Done);
        return QString::fromStdString(run({u"list"_s, u"--ids"_s}).out).trimmed();
    }

    QTemporaryDir m_folder;
};

TEST_F(Shell, InspectTellsTheFactsOfTheSample)
{
    const Answer answer = run({u"inspect"_s, u"--json"_s, sample()});
    ASSERT_EQ(answer.code, ExitCode::Done) << answer.err;
    const QJsonObject object = answer.json();
    EXPECT_EQ(object[u"format"].toString(), u"postmortem"_s);
    EXPECT_EQ(object[u"incident"].toObject()[u"utcOffset"].toString(), u"+01:00"_s);
    const QJsonArray events = object[u"events"].toArray();
    ASSERT_EQ(events.size(), 8);
    const QStringList kinds{u"deploy"_s,   u"outage"_s,   u"alert"_s,   u"acknowledgement"_s,
                            u"rollback"_s, u"rollback"_s, u"restart"_s, u"recovery"_s};
    for (qsizetype i = 0; i < events.size(); ++i)
        EXPECT_EQ(events[i].toObject()[u"kind"].toString(), kinds[i]) << i;
    EXPECT_EQ(events[1].toObject()[u"until"].toString(), u"2024-01-16T10:22:00+01:00"_s);
    EXPECT_EQ(object[u"findings"].toArray().size(), 2);
    EXPECT_EQ(object[u"explained"].toArray().size(), 1);
    EXPECT_EQ(object[u"actions"].toArray().size(), 2);
}

TEST_F(Shell, WhatWasImportedIsListedAndShown)
{
    const QString id = importedId();
    ASSERT_EQ(id.size(), 36);
    const Answer shown = run({u"show"_s, id.left(8), u"--json"_s});
    ASSERT_EQ(shown.code, ExitCode::Done) << shown.err;
    EXPECT_EQ(shown.json()[u"incident"].toObject()[u"id"].toString(), id);
    EXPECT_EQ(shown.json()[u"events"].toArray().size(), 8);
    EXPECT_THAT(run({u"list"_s}).out, HasSubstr("8 events"));
}

TEST_F(Shell, ASecondImportAddsNothing)
{
    importedId();
    const Answer again = run({u"import"_s, sample(), u"--json"_s});
    ASSERT_EQ(again.code, ExitCode::Done) << again.err;
    const QJsonObject told = again.json()[u"imported"].toArray()[0].toObject();
    EXPECT_EQ(told[u"eventsAdded"].toInt(), 0);
    EXPECT_EQ(told[u"eventsKnown"].toInt(), 8);
    EXPECT_EQ(run({u"list"_s, u"--json"_s}).json()[u"incidents"].toArray().size(), 1);
}

TEST_F(Shell, AnExportReadAgainAddsNothing)
{
    const QDir samples(QStringLiteral(DOWNTIMELINE_SOURCE_DIR "/tests/data/exports"));
    const QStringList files = samples.entryList({u"*.json"_s});
    ASSERT_GE(files.size(), 12);
    for (const QString &file : files) {
        const Answer first = run({u"import"_s, samples.filePath(file), u"--json"_s});
        ASSERT_EQ(first.code, ExitCode::Done) << file.toStdString() << ": " << first.err;
        const Answer again = run({u"import"_s, samples.filePath(file), u"--json"_s});
        ASSERT_EQ(again.code, ExitCode::Done) << file.toStdString() << ": " << again.err;
        const QJsonObject told = first.json()[u"imported"].toArray()[0].toObject();
        const QJsonObject toldAgain = again.json()[u"imported"].toArray()[0].toObject();
        EXPECT_GT(told[u"eventsAdded"].toInt() + told[u"samplesAdded"].toInt(), 0) << file.toStdString();
        EXPECT_EQ(toldAgain[u"eventsAdded"].toInt(), 0) << file.toStdString();
        EXPECT_EQ(toldAgain[u"eventsKnown"].toInt(), told[u"eventsAdded"].toInt()) << file.toStdString();
        EXPECT_EQ(toldAgain[u"samplesAdded"].toInt(), 0) << file.toStdString();
    }
}

TEST_F(Shell, AnEndBeforeTheStartIsNoLength)
{
    const QString file = write(
        u"status.json"_s,
        R"([{"id": "i", "name": "Slow", "status": "resolved", "impact": "minor", "started_at": "2024-01-17T10:00:00Z",
 "resolved_at": "2024-01-16T10:00:00Z", "incident_updates": [{"id": "u", "status": "resolved", "body": "Back.",
 "display_at": "2024-01-16T10:00:00Z"}]}])");
    ASSERT_EQ(run({u"import"_s, file}).code, ExitCode::Done);
    const std::string list = run({u"list"_s}).out;
    EXPECT_THAT(list, HasSubstr("Slow (17 January 2024 10:00, 2 events)"));
}

TEST_F(Shell, MetricsGoIntoTheIncidentThatIsNamed)
{
    const QString id = importedId();
    const QString traffic = QStringLiteral(DOWNTIMELINE_SOURCE_DIR "/resources/samples/outage-traffic.csv");
    ASSERT_EQ(run({u"import"_s, traffic, u"--into"_s, id}).code, ExitCode::Done);
    const QJsonArray series = run({u"show"_s, id, u"--json"_s}).json()[u"series"].toArray();
    ASSERT_EQ(series.size(), 2); // measured and stated
    EXPECT_GT(series[0].toObject()[u"samples"].toInt(), 100);
    EXPECT_EQ(series[0].toObject()[u"measure"].toString(), u"traffic"_s);
}

TEST_F(Shell, ADryRunLeavesNoLibraryBehind)
{
    const Answer answer = run({u"import"_s, sample(), u"--dry-run"_s});
    EXPECT_EQ(answer.code, ExitCode::Done);
    EXPECT_THAT(answer.out, HasSubstr("would import 8 events"));
    EXPECT_FALSE(QFile::exists(m_folder.filePath(u"library.downtimeline"_s)));
}

TEST_F(Shell, AnEmptyFileIsNothingToImport)
{
    const Answer answer = run({u"inspect"_s, write(u"empty.txt"_s, {})});
    EXPECT_EQ(answer.code, ExitCode::Nothing);
    EXPECT_THAT(answer.err, HasSubstr("empty.txt is empty"));
}

TEST_F(Shell, APictureIsNotRecognised)
{
    const Answer answer =
        run({u"inspect"_s, write(u"x.png"_s, QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1", 20))});
    EXPECT_EQ(answer.code, ExitCode::Nothing);
    EXPECT_EQ(std::ranges::count(answer.err, '\n'), 1);
}

TEST_F(Shell, AFileThatIsNotThereIsAnInputError)
{
    const Answer answer = run({u"inspect"_s, m_folder.filePath(u"gone.txt"_s)});
    EXPECT_EQ(answer.code, ExitCode::InputOutput);
    EXPECT_THAT(answer.err, HasSubstr("gone.txt"));
}

TEST_F(Shell, InvalidUtf8IsReadWithoutACrash)
{
    const Answer answer = run(
        {u"inspect"_s,
         write(u"bad.txt"_s, "Outage report\n\n2024-01-16\n10:00 Outage \xff\xfe begins\n10:20 Service restored\n")});
    EXPECT_EQ(answer.code, ExitCode::Done) << answer.err;
    EXPECT_THAT(answer.out, HasSubstr("Events: 2"));
}

TEST_F(Shell, AForeignFileIsNoLibraryAndStaysAsItIs)
{
    const QByteArray bytes(5000, 'x');
    const QString path = write(u"foreign.db"_s, bytes);
    const Answer answer = run({u"import"_s, sample(), u"--library"_s, path});
    EXPECT_EQ(answer.code, ExitCode::InputOutput);
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), bytes);
}

TEST_F(Shell, AnUnknownIdIsAUsageError)
{
    importedId();
    const Answer answer = run({u"show"_s, u"ffffffff"_s});
    EXPECT_EQ(answer.code, ExitCode::Usage);
    EXPECT_FALSE(answer.err.empty());
}

TEST_F(Shell, ABackupIsALibraryOfItsOwn)
{
    const QString id = importedId();
    const QString copy = m_folder.filePath(u"copy.downtimeline"_s);
    ASSERT_EQ(run({u"backup"_s, copy}).code, ExitCode::Done);
    EXPECT_EQ(QString::fromStdString(run({u"list"_s, u"--ids"_s, u"--library"_s, copy}).out).trimmed(), id);
    const Answer checked = run({u"check"_s, u"--library"_s, copy});
    EXPECT_EQ(checked.code, ExitCode::Done) << checked.err;
    EXPECT_THAT(checked.out, HasSubstr("1 incidents, 8 events"));
}

TEST_F(Shell, CsvAndJsonComeOutByTheirEnding)
{
    const QString id = importedId();
    const QString csv = m_folder.filePath(u"out.csv"_s);
    const QString json = m_folder.filePath(u"out.json"_s);
    ASSERT_EQ(run({u"export"_s, id, u"-o"_s, csv}).code, ExitCode::Done);
    ASSERT_EQ(run({u"export"_s, id, u"-o"_s, json}).code, ExitCode::Done);
    QFile rows(csv);
    ASSERT_TRUE(rows.open(QIODevice::ReadOnly));
    EXPECT_EQ(rows.readAll().count('\n'), 9);
    QFile whole(json);
    ASSERT_TRUE(whole.open(QIODevice::ReadOnly));
    EXPECT_EQ(QJsonDocument::fromJson(whole.readAll()).object()[u"events"].toArray().size(), 8);
}

TEST_F(Shell, AnIncidentReadBackIntoItsLibraryAddsNothing)
{
    const QString id = importedId();
    const QString metrics = QStringLiteral(DOWNTIMELINE_SOURCE_DIR "/resources/samples/outage-traffic.csv");
    ASSERT_EQ(run({u"import"_s, metrics, u"--into"_s, id}).code, ExitCode::Done);
    const auto exported = [&](const QString &name) {
        const QString path = m_folder.filePath(name);
        EXPECT_EQ(run({u"export"_s, id, u"-o"_s, path}).code, ExitCode::Done);
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    };
    const QByteArray before = exported(u"outage.downtimeline.json"_s);
    const Answer again = run({u"import"_s, m_folder.filePath(u"outage.downtimeline.json"_s), u"--json"_s});
    ASSERT_EQ(again.code, ExitCode::Done) << again.err;
    const QJsonObject told = again.json()[u"imported"].toArray()[0].toObject();
    EXPECT_EQ(told[u"eventsAdded"].toInt(), 0);
    EXPECT_EQ(told[u"eventsKnown"].toInt(), 8);
    EXPECT_EQ(told[u"samplesAdded"].toInt(), 0);
    EXPECT_EQ(exported(u"again.downtimeline.json"_s), before);
    EXPECT_EQ(run({u"list"_s, u"--json"_s}).json()[u"incidents"].toArray().size(), 1);
}

TEST_F(Shell, AnUnknownEndingIsRefusedWithTheKnownOnes)
{
    const Answer answer = run({u"export"_s, importedId(), u"-o"_s, m_folder.filePath(u"out.docx"_s)});
    EXPECT_EQ(answer.code, ExitCode::Usage);
    EXPECT_THAT(answer.err, HasSubstr("pdf"));
}

TEST_F(Shell, HelpAndVersionNeedNoLibrary)
{
    EXPECT_THAT(run({u"--help"_s}).out, HasSubstr("downtimeline inspect FILE"));
    EXPECT_EQ(run({u"--version"_s}).out, "downtimeline 0.0\n");
}

} // namespace
} // namespace downtimeline
