// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/paint/pdfmarks.h"

#include "tests/models/report/reportfixture.h"
#include "widgets/paint/pagefonts.h"
#include "widgets/paint/pdfwriter.h"

#include <gtest/gtest.h>

#include <QCryptographicHash>
#include <QFile>
#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace downtimeline;

namespace {

constexpr const char *data = "{\"format\": \"downtimeline\"}\n";

/// A report with its text and data, written, and asked about with the tools of others.
class TaggedPdf : public testing::Test
{
protected:
    void SetUp() override
    {
        for (const QString &tool : {QStringLiteral("qpdf"), QStringLiteral("pdfinfo"), QStringLiteral("pdfdetach")}) {
            if (QStandardPaths::findExecutable(tool).isEmpty())
                GTEST_SKIP() << tool.toStdString() << " is not installed";
        }
        write(editedFounding());
    }

    void write(const WholeIncident &whole)
    {
        std::string text;
        for (int i = 1; i <= 30; ++i)
            text += "words of line " + std::to_string(i) + '\n';
        const std::vector<Source> sources{{.name = "postmortem.txt", .text = text}};
        const ResponseAnalysis analysis = analyseResponse(indexOf(whole.events));
        const DisplayZone zone(std::chrono::hours(1), QStringLiteral("GMT+1"));
        const std::vector<ReportFigure> figures = figuresOf({200, 100});
        m_report = layoutReport(
            {.whole = whole, .analysis = analysis, .zone = zone, .findings = whole.findings, .sources = sources},
            {.figures = figures}, PageFontMeasure());
        const FigurePainter painter = [](QPainter &paper, const QRectF &room) {
            paper.setClipRect(room);
            paper.scale(2, 2);
            paper.fillRect(room, Qt::gray);
        };
        const std::vector<FigurePainter> painters{painter, painter};
        const PdfAttachment attachment{
            .name = "incident.json", .type = "application/json", .words = QStringLiteral("Data"), .bytes = data};
        const Result<QByteArray> pdf =
            writePdf(m_report, {.figures = painters, .created = instantFromMicroseconds(0), .attachment = attachment});
        ASSERT_TRUE(pdf) << pdf.error().message.toStdString() << pdf.error().detail.toStdString();
        QFile file(path());
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(*pdf);
    }

    QString path() const { return m_folder.filePath(QStringLiteral("report.pdf")); }

    QString run(const QString &tool, const QStringList &arguments) const
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(tool, arguments);
        EXPECT_TRUE(process.waitForFinished(30000));
        return QString::fromUtf8(process.readAll());
    }

    ReportPages m_report;
    QTemporaryDir m_folder;
};

std::string tagged(std::string_view operators, bool isSound = true)
{
    const TaggedContent content =
        taggedContent(operators, [](std::size_t node) { return "/N" + std::to_string(node); });
    EXPECT_EQ(content.isSound, isSound) << operators;
    return content.operators;
}

} // namespace

TEST_F(TaggedPdf, APdfIsTaggedAndSound)
{
    const QString check = run(QStringLiteral("qpdf"), {QStringLiteral("--check"), path()});
    EXPECT_TRUE(check.contains(QStringLiteral("No syntax or stream encoding errors"))) << check.toStdString();
    EXPECT_FALSE(check.contains(QStringLiteral("WARNING"))) << check.toStdString();
    const QString facts = run(QStringLiteral("pdfinfo"), {path()});
    EXPECT_TRUE(facts.contains(QRegularExpression(QStringLiteral("Tagged: +yes")))) << facts.toStdString();
    EXPECT_TRUE(facts.contains(QRegularExpression(QStringLiteral("Keywords: +incident report, .*SEV1"))));
}

TEST_F(TaggedPdf, AScreenReaderHearsHeadingsTablesAndFiguresInOrder)
{
    const QString heard = run(QStringLiteral("pdfinfo"), {QStringLiteral("-struct-text"), path()});
    EXPECT_FALSE(heard.contains(u'\t')) << "a blank is a blank";
    qsizetype from = 0;
    for (const char *wanted :
         {"Document",
          "SEV1",
          "H1",
          "Servers down after an upgrade",
          "22 min",
          "H2",
          "\"Summary\"",
          "All servers were",
          "Link",
          "https://example.org/upgrade",
          "Timeline",
          "Figure",
          "Table",
          "TR",
          "TH",
          "After start",
          "TD",
          "09:45",
          "Upgrade starts",
          "10:22",
          "All traffic is back",
          "Root cause",
          "Findings to settle",
          "Two dates",
          "H3",
          "postmortem.txt",
          "words of line 30"}) {
        const qsizetype found = heard.indexOf(QLatin1String(wanted), from);
        ASSERT_GE(found, 0) << wanted << " after " << from << " in\n" << heard.toStdString();
        from = found;
    }
    EXPECT_EQ(heard.count(QStringLiteral("Page 1 of")), 0) << "footers are decoration";
}

TEST_F(TaggedPdf, FindingsLeadToTheLinesTheySpeakOf)
{
    const QString objects =
        run(QStringLiteral("qpdf"),
            {QStringLiteral("--qdf"), QStringLiteral("--object-streams=disable"), path(), QStringLiteral("-")});
    int ways = 0;
    for (const ReportPage &page : m_report.pages) {
        for (const PageLink &link : page.links)
            ways += link.address.startsWith(u'#') ? 1 : 0;
    }
    EXPECT_GT(ways, 9);
    const int destinations = static_cast<int>(objects.count(QStringLiteral("/XYZ")));
    EXPECT_EQ(destinations, ways + static_cast<int>(m_report.bookmarks.size()));
    EXPECT_EQ(objects.count(QStringLiteral("/Type /OBJR")), objects.count(QStringLiteral("/Subtype /Link")));
}

TEST_F(TaggedPdf, TheDataIsAttachedWithItsHash)
{
    EXPECT_TRUE(run(QStringLiteral("pdfdetach"), {QStringLiteral("-list"), path()})
                    .contains(QStringLiteral("1: incident.json")));
    const QString out = m_folder.filePath(QStringLiteral("out.json"));
    run(QStringLiteral("pdfdetach"), {QStringLiteral("-save"), QStringLiteral("1"), QStringLiteral("-o"), out, path()});
    QFile file(out);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), data);
    const QString objects =
        run(QStringLiteral("qpdf"),
            {QStringLiteral("--qdf"), QStringLiteral("--object-streams=disable"), path(), QStringLiteral("-")});
    const QByteArray hash = QCryptographicHash::hash(data, QCryptographicHash::Sha256).toHex();
    EXPECT_TRUE(objects.contains(QString::fromLatin1(hash)));
    EXPECT_TRUE(objects.contains(QStringLiteral("/CheckSum")));
}

TEST(PdfMarks, MarkedContentStandsForTheMarksAndTheRestIsDecoration)
{
    EXPECT_EQ(
        tagged("q\n1 w\n-100007 -100000 7 7 re\nf\nBT ET\n-100000 -200000 7 7 re\nf\nQ"),
        "/Artifact BMC\nq\n1 w\n\nEMC\n/N7 <</MCID 0>> BDC\n\nBT ET\n\nEMC\n/Artifact BMC\n\nQ\nEMC\n");
    EXPECT_EQ(tagged("q Q"), "/Artifact BMC\nq Q\nEMC\n");
}

TEST(PdfMarks, WhatIsNotWholeIsTold)
{
    tagged("-100007 -100000 7 7 re\nf\nBT ET", false);                       // not closed
    tagged("BT ET -100000 -200000 7 7 re\nf\n", false);                      // not begun
    tagged("-100001 -100000 7 7 re\nf\n-100002 -100000 7 7 re\nf\n", false); // begun twice
    tagged("-100001 -100000 7 7 re\nS\n-100000 -200000 7 7 re\nf\n", false); // not filled
    tagged("12 -100000 7 7 re\nf\n-100000 -200000 7 7 re\nf\n", false);      // on the paper
}
