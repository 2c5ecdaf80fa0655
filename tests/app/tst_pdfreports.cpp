// SPDX-License-Identifier: GPL-3.0-or-later
// A report in PDF from the command line and back again.
#include "app/commandline/commands.h"
#include "app/importing/draftreading.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;
using testing::HasSubstr;

class PdfReport : public testing::Test
{
protected:
    ExitCode run(QStringList words, const QString &library = u"library.downtimeline"_s)
    {
        words << u"--library"_s << at(library);
        std::ostringstream out;
        std::ostringstream err;
        const auto arguments = parseArguments(words);
        const ExitCode code = arguments ? runCommand(*arguments, {out, err}) : tell({out, err}, arguments.error());
        m_out = out.str();
        m_err = err.str();
        return code;
    }

    QString at(const QString &name) const { return m_folder.filePath(name); }

    QByteArray bytes(const QString &name) const
    {
        QFile file(at(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// The sample with its metrics, in a library.
    QString imported()
    {
        const QString samples = QStringLiteral(DOWNTIMELINE_SOURCE_DIR "/resources/samples/");
        EXPECT_EQ(run({u"import"_s, samples + u"outage.txt"_s}), ExitCode::Done) << m_err;
        run({u"list"_s, u"--ids"_s});
        const QString id = QString::fromStdString(m_out).trimmed();
        EXPECT_EQ(run({u"import"_s, samples + u"outage-traffic.csv"_s, u"--into"_s, id}), ExitCode::Done) << m_err;
        return id;
    }

    QString text(const QString &name)
    {
        QProcess process;
        process.start(u"pdftotext"_s, {at(name), u"-"_s});
        EXPECT_TRUE(process.waitForFinished(30000));
        return QString::fromUtf8(process.readAllStandardOutput());
    }

    QTemporaryDir m_folder;
    std::string m_out;
    std::string m_err;
};

TEST_F(PdfReport, WhatIsOpenedAgainIsTheSameIncidentByteForByte)
{
    const QString id = imported();
    ASSERT_EQ(run({u"export"_s, id, u"-o"_s, at(u"before.json"_s)}), ExitCode::Done) << m_err;
    ASSERT_EQ(run({u"export"_s, id, u"-o"_s, at(u"report.pdf"_s)}), ExitCode::Done) << m_err;
    ASSERT_EQ(run({u"import"_s, at(u"report.pdf"_s)}, u"other.downtimeline"_s), ExitCode::Done) << m_err;
    ASSERT_EQ(run({u"list"_s, u"--ids"_s}, u"other.downtimeline"_s), ExitCode::Done);
    const QString again = QString::fromStdString(m_out).trimmed();
    ASSERT_EQ(run({u"export"_s, again, u"-o"_s, at(u"after.json"_s)}, u"other.downtimeline"_s), ExitCode::Done);
    EXPECT_FALSE(bytes(u"before.json"_s).isEmpty());
    EXPECT_TRUE(bytes(u"before.json"_s).contains("\"samples\": ["));
    EXPECT_TRUE(bytes(u"before.json"_s) == bytes(u"after.json"_s));
    ASSERT_EQ(run({u"export"_s, at(u"report.pdf"_s), u"-o"_s, at(u"direct.json"_s)}), ExitCode::Done) << m_err;
    EXPECT_TRUE(bytes(u"before.json"_s) == bytes(u"direct.json"_s)) << "without a library";
}

TEST_F(PdfReport, TheSameIncidentTwiceIsTheSameFile)
{
    const QString id = imported();
    for (const QString &name : {u"a.pdf"_s, u"b.pdf"_s})
        ASSERT_EQ(run({u"export"_s, id, u"-o"_s, at(name), u"--timeline"_s, u"pages"_s}), ExitCode::Done) << m_err;
    EXPECT_FALSE(bytes(u"a.pdf"_s).isEmpty());
    EXPECT_TRUE(bytes(u"a.pdf"_s) == bytes(u"b.pdf"_s));
}

TEST_F(PdfReport, InspectTellsWhatAReportHolds)
{
    const QString id = imported();
    ASSERT_EQ(run({u"export"_s, id, u"-o"_s, at(u"report.pdf"_s)}), ExitCode::Done) << m_err;
    ASSERT_EQ(run({u"inspect"_s, u"--json"_s, at(u"report.pdf"_s)}), ExitCode::Done) << m_err;
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(m_out)).object();
    EXPECT_EQ(object[u"format"].toString(), u"downtimeline"_s);
    EXPECT_EQ(object[u"events"].toArray().size(), 8);
}

TEST_F(PdfReport, TheImportPreviewReadsTheDataAndKeepsItAsText)
{
    const QString id = imported();
    ASSERT_EQ(run({u"export"_s, id, u"-o"_s, at(u"report.pdf"_s)}), ExitCode::Done) << m_err;
    ASSERT_EQ(run({u"export"_s, id, u"-o"_s, at(u"data.json"_s)}), ExitCode::Done) << m_err;
    const Result<ReadSource> read =
        readSource({.path = at(u"report.pdf"_s), .format = {}, .options = {}, .answers = {}});
    ASSERT_TRUE(read) << read.error().message.toStdString();
    EXPECT_EQ(read->source.name, "report.pdf");
    EXPECT_EQ(read->text.toUtf8(), bytes(u"data.json"_s)) << "no bytes of a PDF are shown or stored";
    EXPECT_EQ(read->batch.incidents.size(), 1U);
}

TEST_F(PdfReport, WithoutItsDataItIsAPdfLikeAnyOther)
{
    const QString id = imported();
    ASSERT_EQ(run({u"export"_s, id, u"-o"_s, at(u"bare.pdf"_s), u"--no-attachment"_s}), ExitCode::Done) << m_err;
    for (const QString &command : {u"inspect"_s, u"import"_s}) {
        EXPECT_EQ(run({command, at(u"bare.pdf"_s)}), ExitCode::Nothing);
        EXPECT_THAT(m_err, HasSubstr("without an incident's data"));
        EXPECT_EQ(std::ranges::count(m_err, '\n'), 1) << m_err;
    }
}

TEST_F(PdfReport, TheSectionsThatAreNamedStandInTheirOrder)
{
    if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
        GTEST_SKIP() << "pdftotext is not installed";
    const QString id = imported();
    ASSERT_EQ(
        run(
            {u"export"_s, id, u"-o"_s, at(u"part.pdf"_s), u"--sections"_s, u"actions,events"_s, u"--page"_s,
             u"slides"_s}),
        ExitCode::Done)
        << m_err;
    const QString words = text(u"part.pdf"_s);
    EXPECT_LT(words.indexOf(u"Follow-up actions"_s), words.indexOf(u"After start"_s));
    EXPECT_GE(words.indexOf(u"Follow-up actions"_s), 0);
    for (const QString &other : {u"Summary"_s, u"Time to recover"_s, u"Text of the sources"_s})
        EXPECT_FALSE(words.contains(other)) << other.toStdString();
}

TEST_F(PdfReport, EveryLineOfTheSourceIsInTheAppendix)
{
    if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
        GTEST_SKIP() << "pdftotext is not installed";
    const QString id = imported();
    ASSERT_EQ(
        run({u"export"_s, id, u"-o"_s, at(u"text.pdf"_s), u"--sections"_s, u"sources,appendix"_s}), ExitCode::Done);
    const QString words = text(u"text.pdf"_s).simplified();
    QFile sample(QStringLiteral(DOWNTIMELINE_SOURCE_DIR "/resources/samples/outage.txt"));
    ASSERT_TRUE(sample.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(sample.readAll()).split(u'\n', Qt::SkipEmptyParts);
    EXPECT_GT(lines.size(), 10);
    for (const QString &line : lines)
        EXPECT_TRUE(words.contains(line.simplified().left(40))) << line.toStdString();
    EXPECT_TRUE(words.contains(u"SHA-256"_s));
}

class BadReport : public testing::TestWithParam<QStringList>
{};

TEST_P(BadReport, IsRefusedWithTheWordsThatAreKnown)
{
    const auto arguments = parseArguments(QStringList{u"export"_s, u"x"_s, u"-o"_s, u"a.pdf"_s} + GetParam());
    ASSERT_FALSE(arguments);
    EXPECT_EQ(arguments.error().code, Error::Code::Usage);
    EXPECT_THAT(arguments.error().message.toStdString(), HasSubstr(GetParam().front().toStdString()));
}

INSTANTIATE_TEST_SUITE_P(
    Rows, BadReport,
    testing::Values(
        QStringList{u"--sections"_s, u"events,nonsense"_s}, QStringList{u"--sections"_s, u","_s},
        QStringList{u"--timeline"_s, u"wide"_s}, QStringList{u"--page"_s, u"b5"_s}));

} // namespace
} // namespace downtimeline
