// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/paint/pdfwriter.h"

#include "tests/models/report/reportfixture.h"
#include "widgets/paint/pagefonts.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace downtimeline;

namespace {

ReportPages
pagesOf(const WholeIncident &whole, PaperSize paper = PaperSize::A4, const std::vector<double> &heights = {})
{
    const ResponseAnalysis analysis = analyseResponse(indexOf(whole.events));
    const DisplayZone zone(std::chrono::hours(1), QStringLiteral("GMT+1"));
    const std::vector<ReportFigure> figures = figuresOf(heights);
    return layoutReport(
        {.whole = whole, .analysis = analysis, .zone = zone, .findings = whole.findings},
        {.paper = paper, .figures = figures}, PageFontMeasure());
}

QByteArray pdfOf(const ReportPages &pages, std::span<const FigurePainter> figures = {})
{
    const Result<QByteArray> pdf = writePdf(pages, {.figures = figures, .created = instantFromMicroseconds(0)});
    EXPECT_TRUE(pdf.has_value()) << (pdf ? "" : pdf.error().message.toStdString());
    return pdf.value_or(QByteArray());
}

/// A PDF in a folder of its own, to be looked at with the tools of others.
class PdfOnDisk
{
public:
    explicit PdfOnDisk(const QByteArray &pdf)
    {
        QFile file(path());
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(pdf);
    }

    QString path() const { return m_folder.filePath(QStringLiteral("report.pdf")); }

    QString run(const QString &tool, QStringList before, const QStringList &after = {}) const
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(tool, before << path() << after);
        EXPECT_TRUE(process.waitForFinished(30000)) << tool.toStdString();
        m_exitCode = process.exitCode();
        return QString::fromUtf8(process.readAll());
    }

    int exitCode() const { return m_exitCode; }

private:
    QTemporaryDir m_folder;
    mutable int m_exitCode = -1;
};

bool isMissing(const QString &tool)
{
    return QStandardPaths::findExecutable(tool).isEmpty();
}

#define SKIP_WITHOUT(tool)                                                                                             \
    if (isMissing(QStringLiteral(tool)))                                                                               \
    GTEST_SKIP() << tool " is not installed"

WholeIncident hostileIncident()
{
    WholeIncident whole = editedFounding();
    whole.incident.title = "<img src='file:///etc/passwd'> & (paren\\) \xD9\x85\xD8\xB1\xD8\xAD\xD8\xA8\xD8\xA7";
    whole.events[0].title = "<b>not bold</b> ) Tj /F1 (";
    whole.events[1].title = "Umlaute äöü, 日本語, emoji";
    return whole;
}

} // namespace

TEST(PdfWriter, ThePdfIsSoundAndTellsItsTitleAuthorLanguageAndDate)
{
    SKIP_WITHOUT("qpdf");
    SKIP_WITHOUT("pdfinfo");
    const PdfOnDisk pdf(pdfOf(pagesOf(editedFounding())));
    const QString check = pdf.run(QStringLiteral("qpdf"), {QStringLiteral("--check")});
    EXPECT_EQ(pdf.exitCode(), 0) << check.toStdString();
    const QString facts = pdf.run(QStringLiteral("pdfinfo"), {QStringLiteral("-isodates")});
    EXPECT_TRUE(facts.contains(QRegularExpression(QStringLiteral("Title: +Servers down after an upgrade\n"))));
    EXPECT_TRUE(facts.contains(QRegularExpression(QStringLiteral("Author: +Ada, Grace\n"))));
    EXPECT_TRUE(facts.contains(QRegularExpression(QStringLiteral("CreationDate: +1970-01-01T00:00:00"))));
    const QString json = pdf.run(QStringLiteral("qpdf"), {QStringLiteral("--json")});
    for (const char *wanted : {"/DisplayDocTitle", "/Outlines", "/Lang", "Findings to settle", "/UseOutlines", "/URI"})
        EXPECT_TRUE(json.contains(QLatin1String(wanted))) << wanted;
}

TEST(PdfWriter, TheFileBeginsLikeAPdfAndHasThePagesOfTheLayout)
{
    SKIP_WITHOUT("pdfinfo");
    for (const PaperSize paper : {PaperSize::A4, PaperSize::Letter}) {
        const ReportPages pages = pagesOf(longIncident(120), paper);
        const QByteArray bytes = pdfOf(pages);
        EXPECT_TRUE(bytes.startsWith("%PDF-"));
        const QString facts = PdfOnDisk(bytes).run(QStringLiteral("pdfinfo"), {});
        EXPECT_TRUE(facts.contains(QRegularExpression(QStringLiteral("Pages: +%1\n").arg(pages.pages.size()))));
        const QString size = paper == PaperSize::A4 ? QStringLiteral("595 x 842") : QStringLiteral("612 x 792");
        EXPECT_TRUE(facts.contains(size)) << facts.toStdString();
    }
}

TEST(PdfWriter, EveryFontIsEmbedded)
{
    SKIP_WITHOUT("pdffonts");
    const QString fonts = PdfOnDisk(pdfOf(pagesOf(hostileIncident()))).run(QStringLiteral("pdffonts"), {});
    const QStringList lines = fonts.split(u'\n', Qt::SkipEmptyParts).mid(2);
    EXPECT_FALSE(lines.isEmpty());
    for (const QString &line : lines)
        EXPECT_TRUE(line.contains(QRegularExpression(QStringLiteral(" yes +(yes|no) +yes ")))) << line.toStdString();
}

TEST(PdfWriter, EveryEventCanBeSelectedAndSearchedInItsOrder)
{
    SKIP_WITHOUT("pdftotext");
    const WholeIncident whole = longIncident(300);
    const PdfOnDisk pdf(pdfOf(pagesOf(whole)));
    const QString text =
        pdf.run(QStringLiteral("pdftotext"), {QStringLiteral("-raw")}, {QStringLiteral("-")}).simplified();
    qsizetype from = text.indexOf(QStringLiteral("After start"));
    for (int i = 0; i < 300; ++i) {
        const QString title = QStringLiteral("Event number %1").arg(i);
        const qsizetype found = text.indexOf(title, from);
        ASSERT_GE(found, 0) << i;
        from = found + title.size();
    }
}

TEST(PdfWriter, WordsWithLigaturesAreFound)
{
    SKIP_WITHOUT("pdftotext");
    WholeIncident whole = editedFounding();
    whole.events[0].title = "Traffic offline, alert fired, first file fixed";
    const PdfOnDisk pdf(pdfOf(pagesOf(whole)));
    const QString text = pdf.run(QStringLiteral("pdftotext"), {}, {QStringLiteral("-")});
    EXPECT_TRUE(text.contains(QStringLiteral("Traffic offline, alert fired, first file fixed")));
}

TEST(PdfWriter, ATimeIsFoundAsItIsWritten)
{
    SKIP_WITHOUT("pdftotext");
    const PdfOnDisk pdf(pdfOf(pagesOf(editedFounding())));
    const QString text = pdf.run(QStringLiteral("pdftotext"), {}, {QStringLiteral("-")});
    for (const char16_t *time : {u"09:45", u"10:15 – 10:20", u"GMT+1"})
        EXPECT_TRUE(text.contains(QStringView(time))) << QString::fromUtf16(time).toStdString();
}

TEST(PdfWriter, HostileTextIsPrintedAsItIs)
{
    SKIP_WITHOUT("pdftotext");
    SKIP_WITHOUT("qpdf");
    const PdfOnDisk pdf(pdfOf(pagesOf(hostileIncident())));
    const QString text = pdf.run(QStringLiteral("pdftotext"), {}, {QStringLiteral("-")});
    if (!text.contains(QStringLiteral("<img")))
        ADD_FAILURE() << text.toStdString();
    EXPECT_TRUE(text.contains(QStringLiteral("<img src='file:///etc/passwd'> & (paren\\)")));
    EXPECT_TRUE(text.contains(QStringLiteral("<b>not bold</b> ) Tj /F1 (")));
    EXPECT_TRUE(text.contains(QStringLiteral("Umlaute äöü")));
    pdf.run(QStringLiteral("qpdf"), {QStringLiteral("--check")});
    EXPECT_EQ(pdf.exitCode(), 0);
}

TEST(PdfWriter, TheSameInputGivesTheSameBytes)
{
    const ReportPages pages = pagesOf(editedFounding());
    const QByteArray first = pdfOf(pages);
    EXPECT_EQ(first, pdfOf(pages));
    EXPECT_FALSE(first.contains("CreationDate (D:2026"));
    ReportPages other = pages;
    other.title += u'!';
    EXPECT_NE(first, pdfOf(other));
}

TEST(PdfWriter, FiguresArePaintedAsVectorsIntoTheirRoom)
{
    SKIP_WITHOUT("pdftotext");
    SKIP_WITHOUT("pdfimages");
    const ReportPages pages = pagesOf(editedFounding(), PaperSize::A4, {200, 100});
    std::vector<QRectF> rooms;
    const FigurePainter painter = [&rooms](QPainter &paper, const QRectF &room) {
        rooms.push_back(room);
        paper.scale(3, 3); // must not reach the texts that follow
        paper.setFont(pageFont(PageFace::Cell));
        paper.drawText(QPointF(room.left() / 3, room.center().y() / 3), QStringLiteral("in the figure"));
    };
    const std::vector<FigurePainter> figures = {painter}; // the second stays empty
    const PdfOnDisk pdf(pdfOf(pages, figures));
    ASSERT_EQ(rooms.size(), 1U);
    EXPECT_DOUBLE_EQ(rooms[0].height(), 200);
    const QString text =
        pdf.run(QStringLiteral("pdftotext"), {QStringLiteral("-l"), QStringLiteral("1")}, {QStringLiteral("-")});
    EXPECT_TRUE(text.contains(QStringLiteral("in the figure")));
    EXPECT_TRUE(text.contains(QStringLiteral("Page 1 of 2")));
    const QString images = pdf.run(QStringLiteral("pdfimages"), {QStringLiteral("-list")});
    EXPECT_EQ(images.split(u'\n', Qt::SkipEmptyParts).size(), 2) << images.toStdString(); // its header only
}

TEST(PdfWriter, AReportWithoutPagesIsRefused)
{
    const Result<QByteArray> pdf = writePdf(ReportPages{}, {});
    ASSERT_FALSE(pdf.has_value());
    EXPECT_FALSE(pdf.error().message.isEmpty());
}
