// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/report/reportfixture.h"

#include "models/report/linelinks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

using namespace downtimeline;

namespace {

constexpr std::array allPapers{PaperSize::A4, PaperSize::Letter, PaperSize::A3, PaperSize::Slides};

/// The founding incident with the text that it was read from: its findings speak of lines 7, 11 and 24.
std::vector<Source> readSources(int lines = 30)
{
    std::string text;
    for (int i = 1; i <= lines; ++i)
        text += "   words of line " + std::to_string(i) + "\r\n";
    return {Source{.name = "postmortem.txt", .sha256 = std::string(64, 'a'), .text = text}};
}

QStringList bookmarksOf(const ReportPages &report)
{
    QStringList titles;
    for (const Bookmark &bookmark : report.bookmarks)
        titles << bookmark.title;
    return titles;
}

/// The text under each link, and where it leads to.
std::map<QString, QString> linksOf(const ReportPages &report)
{
    std::map<QString, QString> links;
    for (const ReportPage &page : report.pages) {
        for (const PageLink &link : page.links) {
            for (const PageText &text : page.texts) {
                if (text.node == link.node)
                    links[text.text] = link.address;
            }
        }
    }
    return links;
}

LaidOutReport laidOut(std::vector<ReportSection> sections, std::vector<Source> sources = readSources())
{
    return LaidOutReport(editedFounding(), PaperSize::A4, {200, 100}, std::move(sources), sections);
}

} // namespace

TEST(ReportSections, OnlyTheChosenOnesStandInTheChosenOrder)
{
    using enum ReportSection;
    EXPECT_EQ(
        bookmarksOf(laidOut({Findings, Events, Charts, Summary}).report).join(u'|').toStdString(),
        "Findings to settle|Events|Charts|Summary");
    const QString all = laidOut({Actions}).texts().join(u'|');
    EXPECT_TRUE(all.contains(QStringLiteral("Servers down after an upgrade"))) << "a report has its title";
    EXPECT_FALSE(all.contains(QStringLiteral("Time to recover")));
    EXPECT_FALSE(all.contains(QStringLiteral("On-call answers")));
}

TEST(ReportSections, AMeasureIsNeverPrintedWithoutItsDefinition)
{
    using enum ReportSection;
    const QString alone = laidOut({Measures, Events}).texts().join(u'|');
    EXPECT_LT(
        alone.indexOf(QStringLiteral("From the start of the first impact")), alone.indexOf(QStringLiteral("Kind")));
    const QString both = laidOut({Measures, Events, Definitions}).texts().join(u'|');
    EXPECT_EQ(both.count(QStringLiteral("From the start of the first impact")), 1);
    EXPECT_GT(both.indexOf(QStringLiteral("From the start of the first impact")), both.indexOf(QStringLiteral("Kind")));
}

TEST(ReportSections, ChartsUnderTheTimelineNeedNoHeadingOfTheirOwn)
{
    using enum ReportSection;
    EXPECT_EQ(bookmarksOf(laidOut({Timeline, Charts}).report), QStringList{QStringLiteral("Timeline")});
    EXPECT_EQ(bookmarksOf(laidOut({Charts, Timeline}).report).join(u'|').toStdString(), "Charts|Timeline");
    EXPECT_EQ(laidOut({Timeline}).report.pages[0].figures.size(), 1U);
}

TEST(ReportSections, AFindingLeadsToTheLinesOfTheText)
{
    const LaidOutReport laid(editedFounding(), PaperSize::A4, {}, readSources());
    const std::map<QString, QString> links = linksOf(laid.report);
    for (const int line : {7, 11})
        EXPECT_EQ(links.at(QString::number(line)), QStringLiteral("#line-0-%1").arg(line));
    const PagePlace place = laid.report.anchors.at(QStringLiteral("line-0-7"));
    const std::vector<PageText> &texts = laid.report.pages[place.page].texts;
    const auto found = std::ranges::find(texts, QStringLiteral("words of line 7"), &PageText::text);
    ASSERT_NE(found, texts.end());
    EXPECT_DOUBLE_EQ(found->rect.top(), place.y);
    EXPECT_EQ(links.at(QStringLiteral("10:00 – 10:22")), QStringLiteral("#line-0-14")) << "an event's time";
}

TEST(ReportSections, WithoutTheTextAFindingLeadsToTheRowOfTheEvent)
{
    WholeIncident whole = editedFounding();
    whole.findings[0].message = "The rollback is told twice, on lines 18 and 24.";
    whole.findings[0].lines = {18, 24};
    const LaidOutReport laid(whole);
    const std::map<QString, QString> links = linksOf(laid.report);
    ASSERT_TRUE(links.contains(QStringLiteral("18")));
    EXPECT_EQ(links.at(QStringLiteral("18")), QStringLiteral("#event-5"));
    EXPECT_FALSE(links.contains(QStringLiteral("24"))) << "no event stands on that line";
    const PagePlace row = laid.report.anchors.at(QStringLiteral("event-5"));
    const std::vector<PageText> &texts = laid.report.pages[row.page].texts;
    const auto found = std::ranges::find(texts, QStringLiteral("Rollback is through"), &PageText::text);
    ASSERT_NE(found, texts.end());
    EXPECT_NEAR(found->rect.top(), row.y, 5);
    using enum ReportSection;
    EXPECT_TRUE(linksOf(laidOut({Findings}).report).empty());
}

TEST(ReportSections, EveryWayWithinTheReportHasAnEnd)
{
    for (const PaperSize paper : allPapers) {
        const LaidOutReport laid(editedFounding(), paper, {200, 100}, readSources(400));
        int ways = 0;
        for (const ReportPage &page : laid.report.pages) {
            for (const PageLink &link : page.links) {
                if (!link.address.startsWith(u'#'))
                    continue;
                ++ways;
                EXPECT_TRUE(laid.report.anchors.contains(link.address.mid(1))) << link.address.toStdString();
            }
        }
        EXPECT_GT(ways, 8);
    }
}

TEST(ReportSections, TheTextOfASourceIsPrintedLineByLineWithItsNumbers)
{
    const LaidOutReport laid = laidOut({ReportSection::Appendix}, readSources(150));
    const QStringList texts = laid.texts(PageFace::Small);
    for (int i = 1; i <= 150; ++i) {
        const auto at = texts.indexOf(QStringLiteral("words of line %1").arg(i));
        ASSERT_GT(at, 0) << i;
        EXPECT_EQ(texts[at - 1], QString::number(i));
    }
    EXPECT_GT(laid.report.pages.size(), 2U);
}

TEST(ReportSections, OfALongTextOnlyWhatIsSpokenOfIsPrinted)
{
    const int lines = static_cast<int>(LineLinks::mostWhole) + 100;
    const LaidOutReport laid = laidOut({ReportSection::Findings, ReportSection::Appendix}, readSources(lines));
    const QStringList texts = laid.texts();
    for (const int line : {5, 7, 13, 20, 26})
        EXPECT_EQ(texts.count(QStringLiteral("words of line %1").arg(line)), 1) << line;
    for (const int line : {35, 500, 2000})
        EXPECT_EQ(texts.count(QStringLiteral("words of line %1").arg(line)), 0) << line;
    EXPECT_TRUE(texts.join(u'|').contains(QStringLiteral("Lines that nothing here speaks of are left out: 20")));
}

TEST(ReportSections, AFileOfFiguresThatNothingSpeaksOfIsCountedAndNotPrinted)
{
    std::vector<Source> sources = readSources(40);
    sources[0].id = SourceId(7); // events and findings are of another one
    const LaidOutReport laid = laidOut({ReportSection::Appendix}, sources);
    const QString all = laid.texts().join(u'|');
    EXPECT_FALSE(all.contains(QStringLiteral("words of line")));
    EXPECT_TRUE(all.contains(QStringLiteral("are left out: 40.")));
}

TEST(ReportSections, LongTitlesGetTheRoomThatOtherColumnsDoNotNeed)
{
    const auto leftOf = [](const LaidOutReport &laid, const QString &head) {
        for (const ReportPage &page : laid.report.pages) {
            for (const PageText &text : page.texts) {
                if (text.face == PageFace::TableHead && text.text == head)
                    return text.rect.left();
            }
        }
        return 0.0;
    };
    const LaidOutReport calm = laidOut({ReportSection::Events});
    WholeIncident whole = editedFounding();
    whole.events[2].title = std::string(60, 'x') + " and so many words more that it takes two lines of any page";
    const LaidOutReport full(whole, PaperSize::A4, {}, {}, std::array{ReportSection::Events});
    EXPECT_LT(leftOf(full, QStringLiteral("Event")), leftOf(calm, QStringLiteral("Event")) - 50);
    EXPECT_GT(leftOf(full, QStringLiteral("Kind")), leftOf(full, QStringLiteral("After start")) + 61);
}

TEST(ReportSections, SlidesBeginASectionOnAPageOfItsOwn)
{
    const LaidOutReport laid(editedFounding(), PaperSize::Slides, {200, 150}, readSources());
    std::set<std::size_t> pages;
    for (const Bookmark &bookmark : laid.report.bookmarks)
        EXPECT_TRUE(pages.insert(bookmark.page).second) << bookmark.title.toStdString();
    EXPECT_NEAR(laid.report.size.width() / laid.report.size.height(), 16.0 / 9.0, 0.001);
}

TEST(ReportSections, TheTreeIsReadInTheOrderOfTheReport)
{
    using enum ReportSection;
    WholeIncident whole = editedFounding();
    whole.events.resize(1);
    const LaidOutReport laid(whole, PaperSize::A4, {200}, {}, std::array{Summary, Timeline, Events});
    EXPECT_EQ(
        describeStructure(laid.report).toStdString(),
        "document\n"
        " paragraph | SEV1 · INCIDENT REPORT\n"
        " title | Servers down after an upgrade\n"
        " paragraph | 16 January 2024, 09:45 GMT+1 · all servers\n"
        " heading | Summary\n"
        " paragraph | All servers were down for 22 minutes after an upgrade. It was rolled back.\n"
        " paragraph | Nobody had tried it before, see .\n"
        "  link | https://example.org/upgrade\n"
        " heading | Timeline\n"
        " figure | A picture\n"
        " heading | Events\n"
        " table\n"
        "  row\n"
        "   header | Time (GMT+1)\n"
        "   header | After start\n"
        "   header | Kind\n"
        "   header | Event\n"
        "  row\n"
        "   cell | 09:45\n"
        "   cell | +0 min\n"
        "   cell | Deploy\n"
        "   cell | Upgrade starts\n");
}

TEST(ReportSections, WhatIsReadOutIsEverythingButFootersAndRepeatedHeaders)
{
    const LaidOutReport laid(longIncident(120), PaperSize::A4, {}, readSources());
    int headers = 0;
    for (std::size_t i = 0; i < laid.report.pages.size(); ++i) {
        for (const PageText &text : laid.report.pages[i].texts) {
            const bool isHeader = text.face == PageFace::TableHead;
            headers += isHeader ? 1 : 0;
            const bool isDecoration = text.face == PageFace::Footer || (isHeader && headers > 4);
            EXPECT_EQ(text.node == artifact, isDecoration) << text.text.toStdString();
            EXPECT_TRUE(text.node == artifact || text.node < laid.report.nodes.size());
        }
    }
    EXPECT_GT(headers, 8);
    for (std::size_t i = 1; i < laid.report.nodes.size(); ++i)
        ASSERT_LT(laid.report.nodes[i].parent, i) << "a part stands before its whole";
}

TEST(ReportSections, TheKeywordsAreWhatASearchWouldUse)
{
    WholeIncident whole = editedFounding();
    whole.incident.service = "web, mail";
    EXPECT_EQ(
        LaidOutReport(whole).report.keywords.toStdString(),
        "incident report, postmortem, timeline, SEV1, web; mail, 16 January 2024");
}

TEST(ReportSections, EverySectionHasAKeyThatIsReadBack)
{
    for (const ReportSection section : allReportSections()) {
        const std::string_view key = sectionKey(section);
        EXPECT_EQ(sectionOfKey(QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size())).toUpper()), section);
        EXPECT_FALSE(sectionName(section).isEmpty());
    }
    EXPECT_FALSE(sectionOfKey(u"nothing"));
    EXPECT_FALSE(sectionOfKey(u""));
}
