// SPDX-License-Identifier: GPL-3.0-or-later
// A picture of each page of a report, against one that was looked at.
#include "app/exporting/preparedreport.h"
#include "tests/app/exportfixture.h"
#include "tests/app/goldenpicture.h"
#include "widgets/paint/pagefonts.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QFontInfo>
#include <QImage>
#include <QPainter>

using namespace downtimeline;

namespace {

constexpr int goldenWidth = 320; ///< small: letters blur, places stay

std::vector<Source> sourcesWithText()
{
    std::vector<Source> sources = measuredSources();
    std::string text;
    for (int i = 1; i <= 30; ++i)
        text += "What the postmortem says on its line " + std::to_string(i) + ".\n";
    sources[0].text = text;
    sources[0].sha256 = std::string(64, 'a');
    return sources;
}

QImage pictureOf(const PreparedReport &report, std::size_t page)
{
    constexpr int finer = 4; // painted larger and shrunk: hinting and edges do not count
    const QSizeF size = report.pages().size;
    const double scale = goldenWidth / size.width();
    QImage image((size * scale * finer).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale * finer, scale * finer);
    paintReportPage(painter, report.pages().pages[page], report.painters());
    painter.end();
    return image;
}

struct GoldenReport
{
    const char *name;
    ReportChoice choice;
};

class ReportGolden : public testing::TestWithParam<GoldenReport>
{};

} // namespace

TEST_P(ReportGolden, EveryPageLooksAsKept)
{
    if (!QFontInfo(pageFont(PageFace::Body)).family().startsWith(QStringLiteral("Inter")))
        GTEST_SKIP() << "Inter is not installed";
    WholeIncident whole = measuredFounding();
    for (Event &event : whole.events)
        event.source = SourceId(1);
    for (Finding &finding : whole.findings)
        finding.source = SourceId(1);
    const std::vector<Source> sources = sourcesWithText();
    const PreparedReport report(scoped(whole, sources, {}), {.report = GetParam().choice});
    const QString start = QString::fromLatin1(GetParam().name) + u'-';
    for (std::size_t page = 0; page < report.pages().pages.size(); ++page) {
        const QImage picture = pictureOf(report, page);
        EXPECT_TRUE(golden::looksAsKept(picture, start + QString::number(page + 1), goldenWidth));
    }
    EXPECT_FALSE(QFile::exists(golden::pathOf(start + QString::number(report.pages().pages.size() + 1))))
        << "a page is missing";
}

TEST(ReportGoldenMeasure, AMovedLineIsSeen)
{
    QImage a(goldenWidth, 400, QImage::Format_Grayscale8);
    a.fill(255);
    QImage b = a;
    QPainter(&a).fillRect(20, 100, 280, 6, Qt::black);
    QPainter(&b).fillRect(20, 112, 280, 6, Qt::black);
    EXPECT_GT(golden::difference(a, b), 0.01);
    EXPECT_EQ(golden::difference(a, a), 0);
}

INSTANTIATE_TEST_SUITE_P(
    Papers, ReportGolden,
    testing::Values(
        GoldenReport{"page-a4", {}}, GoldenReport{"page-letter", {.paper = PaperSize::Letter}},
        GoldenReport{"page-a3", {.paper = PaperSize::A3, .timeline = TimelinePaper::Pages}},
        GoldenReport{"page-slides", {.paper = PaperSize::Slides}}),
    [](const auto &kept) { return QString::fromLatin1(kept.param.name).remove(u'-').toStdString(); });
