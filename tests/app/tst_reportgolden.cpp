// SPDX-License-Identifier: GPL-3.0-or-later
// A picture of each page of a report, against one that was looked at.
#include "app/exporting/preparedreport.h"
#include "tests/app/exportfixture.h"
#include "widgets/paint/pagefonts.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QFontInfo>
#include <QImage>
#include <QPainter>

#include <cmath>

using namespace downtimeline;

namespace {

constexpr int goldenWidth = 320; ///< small: letters blur, places stay
constexpr int block = 8;         ///< pixels a side that are compared as one
constexpr double mostDifferent = 14;
constexpr double mostBlocks = 0.01; ///< share of blocks that may differ by more

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
    return image.scaled(image.size() / finer, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .convertToFormat(QImage::Format_Grayscale8);
}

/// The share of blocks whose mean differs by more than what fonts of two versions differ.
double differenceOf(const QImage &a, const QImage &b)
{
    int blocks = 0;
    int different = 0;
    for (int y = 0; y + block <= a.height(); y += block) {
        for (int x = 0; x + block <= a.width(); x += block) {
            double sum = 0;
            for (int row = y; row < y + block; ++row) {
                for (int column = x; column < x + block; ++column)
                    sum += a.constScanLine(row)[column] - b.constScanLine(row)[column];
            }
            ++blocks;
            different += std::abs(sum) / (block * block) > mostDifferent ? 1 : 0;
        }
    }
    return static_cast<double>(different) / std::max(1, blocks);
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
    const QString start =
        QStringLiteral(DOWNTIMELINE_SOURCE_DIR "/tests/golden/%1-").arg(QLatin1String(GetParam().name));
    for (std::size_t page = 0; page < report.pages().pages.size(); ++page) {
        const QString path = start + QString::number(page + 1) + QStringLiteral(".png");
        const QImage picture = pictureOf(report, page);
        if (qEnvironmentVariableIsSet("DOWNTIMELINE_WRITE_GOLDEN")) {
            ASSERT_TRUE(picture.save(path));
            continue;
        }
        const QImage golden = QImage(path).convertToFormat(QImage::Format_Grayscale8);
        ASSERT_EQ(golden.size(), picture.size()) << path.toStdString();
        EXPECT_LE(differenceOf(picture, golden), mostBlocks) << path.toStdString();
    }
    EXPECT_FALSE(QFile::exists(start + QString::number(report.pages().pages.size() + 1) + QStringLiteral(".png")))
        << "a page is missing";
}

TEST(ReportGoldenMeasure, AMovedLineIsSeen)
{
    QImage a(goldenWidth, 400, QImage::Format_Grayscale8);
    a.fill(255);
    QImage b = a;
    QPainter(&a).fillRect(20, 100, 280, 6, Qt::black);
    QPainter(&b).fillRect(20, 112, 280, 6, Qt::black);
    EXPECT_GT(differenceOf(a, b), mostBlocks);
    EXPECT_EQ(differenceOf(a, a), 0);
}

INSTANTIATE_TEST_SUITE_P(
    Papers, ReportGolden,
    testing::Values(
        GoldenReport{"page-a4", {}}, GoldenReport{"page-letter", {.paper = PaperSize::Letter}},
        GoldenReport{"page-a3", {.paper = PaperSize::A3, .timeline = TimelinePaper::Pages}},
        GoldenReport{"page-slides", {.paper = PaperSize::Slides}}),
    [](const auto &kept) { return QString::fromLatin1(kept.param.name).remove(u'-').toStdString(); });
