// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/reportpages.h"

#include "models/report/pageflow.h"
#include "tests/models/report/reportfixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QFile>

using namespace downtimeline;

namespace {

constexpr double tolerance = 0.01;

/// Everything that may not lie on anything else.
std::vector<QRectF> solidRects(const ReportPage &page)
{
    std::vector<QRectF> rects;
    for (const PageText &text : page.texts)
        rects.push_back(text.rect);
    for (const PageFigure &figure : page.figures)
        rects.push_back(figure.rect);
    for (const PageGlyph &glyph : page.glyphs) {
        const double half = glyph.size / 2;
        rects.emplace_back(glyph.centre.x() - half, glyph.centre.y() - half, glyph.size, glyph.size);
    }
    for (const PageFill &fill : page.fills) {
        if (fill.rect.height() <= 1)
            rects.push_back(fill.rect);
    }
    return rects;
}

void expectInOrder(const ReportPages &report)
{
    const QRectF paper(QPointF(0, 0), report.size);
    const QRectF inner = paper.adjusted(PageFlow::margin, PageFlow::margin - 1, -PageFlow::margin, -20);
    for (const ReportPage &page : report.pages) {
        const std::vector<QRectF> rects = solidRects(page);
        for (std::size_t i = 0; i < rects.size(); ++i) {
            const QRectF own = rects[i].adjusted(tolerance, tolerance, -tolerance, -tolerance);
            EXPECT_TRUE(inner.contains(own)) << i << ": " << own.left() << ',' << own.top() << ' ' << own.right();
            for (std::size_t k = i + 1; k < rects.size(); ++k)
                EXPECT_FALSE(own.intersects(rects[k])) << i << " and " << k << " at " << own.top();
        }
        for (const PageFill &fill : page.fills)
            EXPECT_TRUE(inner.adjusted(-tolerance, 0, tolerance, 0).contains(fill.rect));
    }
}

int countOf(const QStringList &texts, const QString &wanted)
{
    return static_cast<int>(texts.count(wanted));
}

} // namespace

TEST(ReportPages, TheFoundingIncidentLooksAsKept)
{
    const LaidOutReport laid(editedFounding(), PaperSize::A4, {260, 120, 120});
    QFile golden(QStringLiteral(DOWNTIMELINE_SOURCE_DIR "/tests/golden/report-founding-a4.txt"));
    const QString text = describe(laid.report);
    if (qEnvironmentVariableIsSet("DOWNTIMELINE_WRITE_GOLDEN")) {
        ASSERT_TRUE(golden.open(QIODevice::WriteOnly));
        golden.write(text.toUtf8());
        return;
    }
    ASSERT_TRUE(golden.open(QIODevice::ReadOnly));
    EXPECT_EQ(text.toStdString(), golden.readAll().toStdString());
}

TEST(ReportPages, NothingOverlapsAndNothingLeavesThePaper)
{
    for (const PaperSize paper : {PaperSize::A4, PaperSize::Letter, PaperSize::A3, PaperSize::Slides}) {
        expectInOrder(LaidOutReport(editedFounding(), paper, {260, 120, 120}).report);
        expectInOrder(LaidOutReport(longIncident(500), paper, {600, 500}).report);
        expectInOrder(LaidOutReport(WholeIncident{}, paper).report);
    }
}

TEST(ReportPages, EveryEventOfALongIncidentStandsOnceUnderAHeader)
{
    for (const PaperSize paper : {PaperSize::A4, PaperSize::Letter, PaperSize::A3, PaperSize::Slides}) {
        const LaidOutReport laid(longIncident(500), paper);
        const QString all = laid.texts(PageFace::Cell).join(u' ') + u' ';
        for (int i = 0; i < 500; ++i) {
            const QString title = QStringLiteral("Event number %1 ").arg(i);
            EXPECT_EQ(all.count(title), 1) << i;
        }
        EXPECT_GT(laid.report.pages.size(), 8U);
        for (const ReportPage &page : laid.report.pages) {
            const bool hasRows = !page.glyphs.empty();
            const auto headers = std::ranges::count_if(page.texts, [](const PageText &text) {
                return text.face == PageFace::TableHead && text.text == QStringLiteral("After start");
            });
            EXPECT_EQ(headers, hasRows ? 1 : 0);
        }
    }
}

TEST(ReportPages, AShortTableIsNotTorn)
{
    for (int lines = 20; lines < 45; ++lines) {
        WholeIncident whole = editedFounding();
        for (int i = 0; i < lines; ++i)
            whole.incident.summary += "\nLine";
        const LaidOutReport laid(whole);
        for (const ReportPage &page : laid.report.pages)
            EXPECT_TRUE(page.glyphs.empty() || page.glyphs.size() == 8) << lines;
    }
}

TEST(ReportPages, TheRowsOfALongTableGoOnWhereThePageEnded)
{
    const LaidOutReport laid(longIncident(120));
    double last = 0;
    for (std::size_t i = 0; i < laid.report.pages.size(); ++i) {
        for (const PageGlyph &glyph : laid.report.pages[i].glyphs) {
            const double place = static_cast<double>(i) * laid.report.size.height() + glyph.centre.y();
            EXPECT_GT(place, last);
            last = place;
        }
    }
}

TEST(ReportPages, ALongTitleWrapsAndKeepsAllItsWords)
{
    WholeIncident whole = editedFounding();
    whole.events[0].title = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
                            "sixteen seventeen eighteen nineteen twenty";
    whole.incident.title = whole.events[0].title;
    const LaidOutReport laid(whole);
    const QString all = laid.texts().join(u' ');
    EXPECT_EQ(all.count(QString::fromStdString(whole.events[0].title)), 2); // above all, and in the table
    expectInOrder(laid.report);
}

TEST(ReportPages, ARowTallerThanAPageGoesOnOnTheNext)
{
    WholeIncident whole = editedFounding();
    whole.events[0].title.clear();
    for (int i = 0; i < 280; ++i)
        whole.events[0].title += "w" + std::to_string(i) + " ";
    whole.events[1].title = std::string(1500, 'x');
    const LaidOutReport laid(whole, PaperSize::Letter);
    const QString all = u' ' + laid.texts(PageFace::Cell).join(u' ') + u' ';
    for (int i = 0; i < 280; ++i)
        EXPECT_EQ(all.count(QStringLiteral(" w%1 ").arg(i)), 1) << i;
    EXPECT_EQ(all.count(u'x'), 1500);
    expectInOrder(laid.report);
}

TEST(ReportPages, AHeadingNeverStandsAloneAtTheEndOfAPage)
{
    for (int lines = 20; lines < 80; ++lines) {
        WholeIncident whole = editedFounding();
        for (int i = 0; i < lines; ++i)
            whole.incident.summary += "\nLine";
        const LaidOutReport laid(whole);
        for (const ReportPage &page : laid.report.pages) {
            double lowest = 0, heading = 0;
            for (const PageText &text : page.texts) {
                if (text.face == PageFace::Heading)
                    heading = std::max(heading, text.rect.bottom());
                else if (text.face != PageFace::Footer)
                    lowest = std::max(lowest, text.rect.bottom());
            }
            EXPECT_GE(lowest, heading) << lines;
        }
    }
}

TEST(ReportPages, FiguresStandUnderTheTimelineHeadingAndMoveOnWhole)
{
    const LaidOutReport laid(editedFounding(), PaperSize::A4, {300, 0, 300, 350});
    std::vector<std::size_t> order;
    for (const ReportPage &page : laid.report.pages) {
        for (const PageFigure &figure : page.figures) {
            order.push_back(figure.figure);
            EXPECT_DOUBLE_EQ(figure.rect.width(), figureWidth(PaperSize::A4));
        }
    }
    EXPECT_THAT(order, testing::ElementsAre(0, 2, 3)); // a figure without height is left out
    EXPECT_EQ(laid.report.pages[0].figures.size(), 2U);
    expectInOrder(laid.report);
}

TEST(ReportPages, AFigureAsTallAsThePageGetsThePage)
{
    const LaidOutReport laid(editedFounding(), PaperSize::A4, {5000});
    std::vector<double> heights;
    for (const ReportPage &page : laid.report.pages)
        for (const PageFigure &figure : page.figures)
            heights.push_back(figure.rect.height());
    ASSERT_EQ(heights.size(), 1U);
    EXPECT_GT(heights[0], mostFigureHeight(PaperSize::A4) * 0.9);
    expectInOrder(laid.report);
}

TEST(ReportPages, ThePagesAreNumberedAndCarryTheTitle)
{
    const LaidOutReport laid(longIncident(200));
    const auto count = laid.report.pages.size();
    for (std::size_t i = 0; i < count; ++i) {
        const std::vector<PageText> &texts = laid.report.pages[i].texts;
        ASSERT_GE(texts.size(), 2U);
        EXPECT_EQ(texts[texts.size() - 2].text, QStringLiteral("A long night · incident report"));
        EXPECT_EQ(texts.back().text, QStringLiteral("Page %1 of %2").arg(i + 1).arg(count));
    }
}

TEST(ReportPages, TheOutlineHasAnEntryForEachSection)
{
    const LaidOutReport laid(editedFounding(), PaperSize::A4, {300});
    QStringList titles;
    for (const Bookmark &bookmark : laid.report.bookmarks)
        titles << bookmark.title;
    EXPECT_EQ(
        titles.join(u'|').toStdString(),
        "Summary|Timeline|Events|Root cause|Follow-up actions|Findings to settle|How the times are measured");
    EXPECT_EQ(laid.report.author, QStringLiteral("Ada, Grace"));
}

TEST(ReportPages, AnAddressInAProseBecomesALinkWithoutTheStopBehindIt)
{
    const LaidOutReport laid(editedFounding());
    std::vector<PageLink> links;
    for (const ReportPage &page : laid.report.pages)
        links.insert(links.end(), page.links.begin(), page.links.end());
    ASSERT_EQ(links.size(), 1U);
    EXPECT_EQ(links[0].address, QStringLiteral("https://example.org/upgrade"));
}

TEST(ReportPages, HiddenEventsAndDecidedFindingsAreCounted)
{
    WholeIncident whole = editedFounding();
    whole.events[3].hidden = true;
    whole.findings[0].decision = Finding::Decision::Settled;
    const LaidOutReport laid(whole);
    const QStringList texts = laid.texts();
    EXPECT_EQ(countOf(texts, QStringLiteral("Hidden events left out: 1.")), 1);
    EXPECT_EQ(countOf(texts, QStringLiteral("Findings settled or dismissed: 1.")), 1);
    EXPECT_EQ(countOf(texts, QStringLiteral("Findings to settle")), 0);
    EXPECT_EQ(countOf(texts, QStringLiteral("Acknowledgement")), 0);
}

TEST(ReportPages, SourcesAreNamedAndAnIllustrativeOneSaysSo)
{
    Source told{.id = SourceId(1), .name = "talk.txt", .illustrative = true};
    Source other{.id = SourceId(2), .name = "alerts.json"};
    WholeIncident whole = editedFounding();
    whole.findings[0].source = SourceId(2);
    const LaidOutReport laid(whole, PaperSize::A4, {}, {told, other});
    const QString all = laid.texts().join(u' ');
    EXPECT_TRUE(all.contains(QStringLiteral("alerts.json, lines\u00A07,\u00A011,\u00A024")));
    EXPECT_TRUE(all.contains(QStringLiteral("all servers · illustrative")));
    EXPECT_TRUE(all.contains(QStringLiteral("talk.txt its figures are illustrative")));
}

TEST(ReportPages, AFindingThatTellsItsLinesDoesNotTellThemTwice)
{
    WholeIncident whole = editedFounding();
    const QString lines = QStringLiteral("lines\u00A07,\u00A011,\u00A024");
    EXPECT_EQ(countOf(LaidOutReport(whole).texts(), lines), 0);
    whole.findings[0].message = "It happened on one day; it happened on another on line 7.";
    EXPECT_EQ(countOf(LaidOutReport(whole).texts(), lines), 1);
}
