// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/exporting.h"

#include "app/exporting/toldfindings.h"
#include "models/analysis/impact.h"
#include "models/report/derivedends.h"
#include "models/storage/eventstore.h"
#include "models/storage/incidentstore.h"
#include "tests/app/exportfixture.h"
#include "widgets/paint/theme.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace downtimeline;

namespace {

bool isMissing(const QString &tool)
{
    return QStandardPaths::findExecutable(tool).isEmpty();
}

QByteArray bytesAt(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString outputOf(const QString &tool, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(tool, arguments);
    EXPECT_TRUE(process.waitForFinished(60000)) << tool.toStdString();
    return QString::fromUtf8(process.readAll());
}

class Exporting : public testing::Test
{
protected:
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QByteArray exported(const WholeIncident &whole, ExportFormat format, const ExportRequest &request = {})
    {
        const Result<QByteArray> bytes = exportedBytes(whole, measuredSources(), format, request);
        EXPECT_TRUE(bytes.has_value()) << (bytes ? "" : bytes.error().message.toStdString());
        return bytes.value_or(QByteArray());
    }

    QTemporaryDir m_folder;
};

/// Pictures of all pages of a PDF, for those who look at them.
void keepPages(const QString &pdf, const QString &name)
{
    QDir().mkpath(QStringLiteral(DOWNTIMELINE_SCREENSHOT_DIR));
    const QString start = QStringLiteral(DOWNTIMELINE_SCREENSHOT_DIR "/") + name;
    QFile::remove(start + QStringLiteral(".pdf"));
    QFile::copy(pdf, start + QStringLiteral(".pdf"));
    outputOf(
        QStringLiteral("pdftoppm"), {QStringLiteral("-png"), QStringLiteral("-r"), QStringLiteral("96"), pdf, start});
}

} // namespace

TEST_F(Exporting, APdfHasTheTimelineAndTheChartsAsVectors)
{
    if (isMissing(QStringLiteral("pdftotext")) || isMissing(QStringLiteral("pdfimages")))
        GTEST_SKIP() << "pdftotext and pdfimages are not installed";
    const QString file = path(QStringLiteral("report.pdf"));
    ASSERT_TRUE(exportIncident(measuredFounding(), measuredSources(), {.path = file}));
    keepPages(file, QStringLiteral("report-a4"));
    const QString text =
        outputOf(QStringLiteral("pdftotext"), {QStringLiteral("-l"), QStringLiteral("1"), file, QStringLiteral("-")});
    for (const char *wanted : {"Impact", "Alerts", "Changes", "Recovery", "Phases", "p99", "10:15", "On-call answers"})
        EXPECT_TRUE(text.contains(QLatin1String(wanted))) << wanted;
    const QString images = outputOf(QStringLiteral("pdfimages"), {QStringLiteral("-list"), file});
    EXPECT_EQ(images.split(u'\n', Qt::SkipEmptyParts).size(), 2) << images.toStdString();
}

TEST_F(Exporting, ALetterHasTheSizeOfALetter)
{
    if (isMissing(QStringLiteral("pdfinfo")))
        GTEST_SKIP() << "pdfinfo is not installed";
    const QString file = path(QStringLiteral("report.pdf"));
    ASSERT_TRUE(exportIncident(editedFounding(), {}, {.path = file, .report = {.paper = PaperSize::Letter}}));
    keepPages(file, QStringLiteral("report-letter"));
    EXPECT_TRUE(outputOf(QStringLiteral("pdfinfo"), {file}).contains(QStringLiteral("612 x 792")));
}

TEST_F(Exporting, ALongIncidentBecomesManySoundPages)
{
    if (isMissing(QStringLiteral("qpdf")))
        GTEST_SKIP() << "qpdf is not installed";
    const QString file = path(QStringLiteral("report.pdf"));
    ASSERT_TRUE(exportIncident(longIncident(500), {}, {.path = file}));
    keepPages(file, QStringLiteral("report-long"));
    EXPECT_TRUE(
        outputOf(QStringLiteral("qpdf"), {QStringLiteral("--check"), file}).contains(QStringLiteral("No syntax")));
}

TEST_F(Exporting, TheSameIncidentGivesTheSamePdf)
{
    const WholeIncident whole = measuredFounding();
    EXPECT_EQ(exported(whole, ExportFormat::Pdf), exported(whole, ExportFormat::Pdf));
}

TEST_F(Exporting, AnotherRunOfTheProgramGivesTheSamePdf)
{
    const QString name = QStringLiteral("DOWNTIMELINE_TEST_PDF");
    if (qEnvironmentVariableIsSet(qUtf8Printable(name))) { // the other run
        ASSERT_TRUE(exportIncident(
            measuredFounding(), measuredSources(), {.path = qEnvironmentVariable(qUtf8Printable(name))}));
        return;
    }
    QByteArray first;
    for (const char *seed : {"0", "", ""}) { // an empty one is random
        QProcess other;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(name, path(QStringLiteral("other.pdf")));
        environment.remove(QStringLiteral("QT_HASH_SEED"));
        if (*seed)
            environment.insert(QStringLiteral("QT_HASH_SEED"), QString::fromLatin1(seed));
        other.setProcessEnvironment(environment);
        other.start(
            QCoreApplication::applicationFilePath(),
            {QStringLiteral("--gtest_filter=Exporting.AnotherRunOfTheProgramGivesTheSamePdf")});
        ASSERT_TRUE(other.waitForFinished(60000));
        const QByteArray bytes = bytesAt(path(QStringLiteral("other.pdf")));
        ASSERT_FALSE(bytes.isEmpty());
        first = first.isEmpty() ? bytes : first;
        EXPECT_TRUE(bytes == first);
    }
}

TEST_F(Exporting, AnEmptyIncidentIsStillAReport)
{
    EXPECT_TRUE(exported(WholeIncident{}, ExportFormat::Pdf).startsWith("%PDF-"));
}

/// The founding incident, whose traffic left the usual six minutes after what its document claims.
WholeIncident lateFounding()
{
    WholeIncident whole = measuredFounding();
    whole.findings.clear();
    for (WholeSeries &series : whole.series) {
        series.series.uuid = QUuid::createUuidV5(QUuid(), QString::fromStdString(series.series.name));
        for (Sample &sample : series.samples)
            sample.at += std::chrono::minutes(6);
    }
    return whole;
}

TEST_F(Exporting, WhatTheSamplesContradictIsAFindingOfEveryReportAndNotOfTheData)
{
    const QString pdf = path(QStringLiteral("late.pdf"));
    ASSERT_TRUE(exportIncident(lateFounding(), measuredSources(), {.path = pdf}));
    QStringList told{
        QString::fromUtf8(exported(lateFounding(), ExportFormat::Html)),
        QString::fromUtf8(exported(lateFounding(), ExportFormat::Markdown))};
    if (!isMissing(QStringLiteral("pdftotext")))
        told << outputOf(QStringLiteral("pdftotext"), {pdf, QStringLiteral("-")}).simplified();
    for (const QString &report : std::as_const(told)) {
        EXPECT_TRUE(report.contains(QStringLiteral("Two starts of the impact"))) << report.toStdString();
        EXPECT_TRUE(report.contains(QStringLiteral("leave the usual at 10:06")));
    }
    EXPECT_FALSE(exported(lateFounding(), ExportFormat::Json).contains("Two starts"));
}

TEST_F(Exporting, AFindingFromTheSamplesThatWasSettledIsNotOpenInAReport)
{
    WholeIncident whole = lateFounding();
    const ResponseAnalysis analysis = analyseResponse(indexOf(whole.events), statedImpact(whole.incident));
    whole.findings = toldFindings(whole, measuredSources(), analysis, DisplayZone());
    ASSERT_FALSE(whole.findings.empty());
    for (Finding &finding : whole.findings)
        finding.decision = Finding::Decision::Settled;
    EXPECT_FALSE(exported(whole, ExportFormat::Markdown).contains("Two starts"));
}

TEST_F(Exporting, AChartThatGoesOutHasTheMarksOfTheEvents)
{
    ExportRequest request{.chart = QStringLiteral("traffic")};
    const auto violet = [&](const WholeIncident &whole) {
        QImage image;
        EXPECT_TRUE(image.loadFromData(exported(whole, ExportFormat::Png, request), "PNG"));
        const QColor rollback = Theme::light().kind(EventKind::Rollback);
        int pixels = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                pixels += image.pixelColor(x, y) == rollback ? 1 : 0;
        return pixels;
    };
    WholeIncident whole = measuredFounding();
    EXPECT_GE(violet(whole), 6);
    std::erase_if(whole.events, [](const Event &event) { return event.kind == EventKind::Rollback; });
    EXPECT_EQ(violet(whole), 0);
}

TEST_F(Exporting, PicturesHaveTheWidthThatWasAskedFor)
{
    const ExportRequest request{.pictureWidth = 800, .pictureScale = 1.5};
    QImage image;
    ASSERT_TRUE(image.loadFromData(exported(editedFounding(), ExportFormat::Png, request), "PNG"));
    EXPECT_EQ(image.width(), 1200);
    const QByteArray svg = exported(editedFounding(), ExportFormat::Svg, request);
    EXPECT_TRUE(svg.contains("<svg") && svg.contains("viewBox=\"0 0 800 "));
    EXPECT_TRUE(svg.contains("On-call answers"));
}

TEST_F(Exporting, TextFormatsCarryTheEvents)
{
    const QJsonObject json = QJsonDocument::fromJson(exported(editedFounding(), ExportFormat::Json)).object();
    EXPECT_EQ(json[QStringLiteral("format")].toString(), QStringLiteral("downtimeline"));
    for (const ExportFormat format : {ExportFormat::Json, ExportFormat::Csv, ExportFormat::Markdown})
        EXPECT_TRUE(exported(editedFounding(), format).contains("Rollback is through"));
}

TEST_F(Exporting, TheEndingDecidesAndAnUnknownOneIsRefused)
{
    for (const QString &ending : exportEndings()) {
        const QString file = path(QStringLiteral("out.") + ending);
        EXPECT_TRUE(exportIncident(editedFounding(), {}, {.path = file})) << ending.toStdString();
        EXPECT_FALSE(bytesAt(file).isEmpty());
    }
    const QString odd = path(QStringLiteral("out.docx"));
    const Status refused = exportIncident(editedFounding(), {}, {.path = odd});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Error::Code::Usage);
    EXPECT_TRUE(refused.error().message.contains(QStringLiteral("pdf, png, svg")));
    EXPECT_FALSE(QFile::exists(odd));
    EXPECT_TRUE(exportIncident(editedFounding(), {}, {.path = odd, .ending = QStringLiteral(".PDF")}));
    EXPECT_TRUE(bytesAt(odd).startsWith("%PDF-"));
}

WholeIncident manyEvents(std::size_t count)
{
    WholeIncident whole = editedFounding();
    const Event one = whole.events.front();
    whole.events.assign(count, one);
    return whole;
}

TEST_F(Exporting, RowsAreCountedAndStopWhereTheUserCancels)
{
    const WholeIncident whole = manyEvents(3000);
    for (const ExportFormat format : {ExportFormat::Json, ExportFormat::Csv, ExportFormat::Markdown}) {
        std::int64_t last = 0;
        ExportRun run;
        run.progress = [&](std::int64_t done, std::int64_t total) {
            EXPECT_GT(done, last);
            EXPECT_EQ(total, 3000);
            last = done;
        };
        ASSERT_TRUE(exportedBytes(whole, {}, format, {}, run));
        EXPECT_GT(last, 2000);
        std::stop_source stop;
        int told = 0;
        run.stop = stop.get_token();
        run.progress = [&](std::int64_t, std::int64_t) {
            ++told;
            stop.request_stop();
        };
        const Result<QByteArray> bytes = exportedBytes(whole, {}, format, {}, run);
        ASSERT_FALSE(bytes);
        EXPECT_EQ(bytes.error().code, Error::Code::Cancelled);
        EXPECT_EQ(told, 1) << "rows were written on";
    }
}

TEST_F(Exporting, ACancelledPictureLeavesTheOlderFile)
{
    std::stop_source stop;
    stop.request_stop();
    for (const QString &name : {QStringLiteral("out.png"), QStringLiteral("out.svg")}) {
        QFile older(path(name));
        ASSERT_TRUE(older.open(QIODevice::WriteOnly));
        older.write("older");
        older.close();
        ExportRun run;
        run.stop = stop.get_token();
        const Status written = exportIncident(editedFounding(), {}, {.path = path(name)}, run);
        ASSERT_FALSE(written);
        EXPECT_EQ(written.error().code, Error::Code::Cancelled);
        EXPECT_EQ(bytesAt(path(name)), "older");
    }
}

TEST_F(Exporting, AnIncidentOfALibraryIsWrittenWithItsEvents)
{
    const auto library = Library::open(path(QStringLiteral("a.downtimeline")), Library::Open::CreateIfMissing);
    ASSERT_TRUE(library.has_value());
    const WholeIncident whole = editedFounding();
    const Result<IncidentId> id = IncidentStore(**library).add(whole.incident);
    ASSERT_TRUE(id.has_value());
    for (const Event &event : whole.events)
        ASSERT_TRUE(EventStore(**library).add(*id, event).has_value());
    const QString file = path(QStringLiteral("out.md"));
    ASSERT_TRUE(exportIncident(**library, *id, {.path = file}));
    EXPECT_TRUE(bytesAt(file).contains("Servers stop answering"));
    const Status missing = exportIncident(**library, IncidentId(999), {.path = file});
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, Error::Code::NotFound);
    EXPECT_TRUE(bytesAt(file).contains("Servers stop answering"));
}
