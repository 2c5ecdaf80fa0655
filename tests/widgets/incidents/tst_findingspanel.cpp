// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incidents/findingspanel.h"

#include "incidentfixture.h"
#include "widgets/incidents/findingdelegate.h"
#include "widgets/paint/plaintext.h"
#include "widgets/paint/theme.h"

#include <gtest/gtest.h>

#include <QListView>
#include <QSignalSpy>
#include <QTest>

namespace downtimeline {
namespace {

Finding finding(const char *key, const char *title, const char *message, std::vector<int> lines)
{
    Finding result;
    result.key = key;
    result.title = title;
    result.message = message;
    result.lines = std::move(lines);
    result.source = SourceId(3);
    return result;
}

std::vector<Finding> foundingFindings()
{
    return {
        finding(
            "two-dates", "Two dates for one outage", "Summary says 16 January 2024; root cause says 5 September 2020.",
            {7, 24}),
        finding(
            "two-times", "Two times for the rollback", "The table has it done at 10:20; root cause says 8:30 pm.",
            {18, 24})};
}

class FindingsPanelTest : public testing::Test
{
protected:
    FindingsPanelTest()
    {
        setLook(false);
        panel.resize(532, 158);
        panel.setFindings(foundingFindings(), true);
        panel.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&panel));
        panel.view()->setFocus();
    }
    QModelIndex row(int number) const { return panel.view()->model()->index(number, 0); }
    QString heading() const { return panel.findChild<Label *>()->text(); }
    /// The first point of the card where that line's number is drawn.
    std::optional<QPoint> pointOf(int number, int line) const
    {
        const QRect card = panel.view()->visualRect(row(number));
        for (int y = card.top(); y < card.bottom(); y += 2) {
            for (int x = card.left(); x < card.right(); ++x) {
                if (FindingDelegate::lineAt(*panel.view(), row(number), {x, y}) == line)
                    return QPoint(x, y);
            }
        }
        return {};
    }
    void click(QPoint position)
    {
        QTest::mouseClick(panel.view()->viewport(), Qt::LeftButton, Qt::NoModifier, position);
    }

    FindingsPanel panel;
    QSignalSpy lines{&panel, &FindingsPanel::lineRequested};
    QSignalSpy decisions{&panel, &FindingsPanel::decisionRequested};
};

TEST_F(FindingsPanelTest, AClickOnALineAsksForThatLine)
{
    for (const int line : {18, 24}) {
        const auto point = pointOf(1, line);
        ASSERT_TRUE(point.has_value()) << line;
        lines.clear();
        click(*point);
        ASSERT_EQ(lines.count(), 1);
        EXPECT_EQ(lines[0][0].value<SourceId>(), SourceId(3));
        EXPECT_EQ(lines[0][1].toInt(), line);
    }
}

TEST_F(FindingsPanelTest, AClickOnTheMessageOnlySelects)
{
    const QRect card = panel.view()->visualRect(row(0));
    click(card.topLeft() + QPoint(40, 14));
    EXPECT_EQ(lines.count(), 0);
    EXPECT_EQ(panel.view()->currentIndex(), row(0));
}

TEST_F(FindingsPanelTest, KeysSettleDismissAndShow)
{
    panel.view()->setCurrentIndex(row(0));
    QTest::keyClick(panel.view(), Qt::Key_Return);
    ASSERT_EQ(lines.count(), 1);
    EXPECT_EQ(lines[0][1].toInt(), 7);
    QTest::keyClick(panel.view(), Qt::Key_S);
    QTest::keyClick(panel.view(), Qt::Key_Delete);
    ASSERT_EQ(decisions.count(), 2);
    EXPECT_EQ(decisions[0][0].value<std::string>(), "two-dates");
    EXPECT_EQ(decisions[0][1].value<Finding::Decision>(), Finding::Decision::Settled);
    EXPECT_EQ(decisions[1][1].value<Finding::Decision>(), Finding::Decision::Dismissed);
}

TEST_F(FindingsPanelTest, OnlyADecidedFindingCanBeOpenedAgain)
{
    panel.view()->setCurrentIndex(row(0));
    QTest::keyClick(panel.view(), Qt::Key_O);
    EXPECT_EQ(decisions.count(), 0);
    std::vector<Finding> findings = foundingFindings();
    for (Finding &each : findings)
        each.decision = Finding::Decision::Dismissed;
    panel.setFindings(findings, true);
    EXPECT_EQ(heading(), QStringLiteral("Findings · all of them decided"));
    panel.view()->setCurrentIndex(row(1));
    QTest::keyClick(panel.view(), Qt::Key_O);
    ASSERT_EQ(decisions.count(), 1);
    EXPECT_EQ(decisions[0][1].value<Finding::Decision>(), Finding::Decision::Open);
}

TEST_F(FindingsPanelTest, NothingIsDecidedInALibraryThatIsReadOnly)
{
    panel.setFindings(foundingFindings(), false);
    panel.view()->setCurrentIndex(row(0));
    QTest::keyClick(panel.view(), Qt::Key_S);
    QTest::keyClick(panel.view(), Qt::Key_Delete);
    EXPECT_EQ(decisions.count(), 0);
}

TEST_F(FindingsPanelTest, WithoutFindingsItSaysSo)
{
    panel.setFindings({}, true);
    EXPECT_EQ(heading(), QStringLiteral("Findings · no contradictions found"));
}

TEST_F(FindingsPanelTest, ANarrowPanelMakesItsCardsHigher)
{
    const int wide = panel.view()->visualRect(row(0)).height();
    panel.resize(260, 300);
    QCoreApplication::processEvents();
    EXPECT_GT(panel.view()->visualRect(row(0)).height(), wide);
}

TEST_F(FindingsPanelTest, HostileTextIsLiteralAndEndless)
{
    std::vector<Finding> findings = foundingFindings();
    findings[0].message = "<img src='file:///dev/zero'> " + std::string(100'000, 'x');
    panel.setFindings(findings, true);
    QCoreApplication::processEvents();
    saveScreenshot(panel, QStringLiteral("findings-hostile"));
    EXPECT_LT(panel.view()->visualRect(row(0)).height(), 2000); // clipped by the door
    EXPECT_GT(panel.view()->visualRect(row(0)).height(), 200);  // a word without end is broken, not cut
}

TEST_F(FindingsPanelTest, LooksLikeTheDesign)
{
    panel.view()->clearFocus();
    saveScreenshot(panel, QStringLiteral("findings-light"));
    EXPECT_GT(pixelsOf(panel, Theme::light().warning), 200);
    setLook(true);
    saveScreenshot(panel, QStringLiteral("findings-dark"));
    EXPECT_GT(pixelsOf(panel, Theme::dark().warning), 200);
}

} // namespace
} // namespace downtimeline
