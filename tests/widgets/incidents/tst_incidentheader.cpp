// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incidents/incidentheader.h"

#include "incidentfixture.h"
#include "widgets/incidents/elidedlabel.h"
#include "widgets/incidents/measurelabel.h"
#include "widgets/paint/theme.h"

#include <gtest/gtest.h>

#include <QTest>
#include <QVBoxLayout>

namespace downtimeline {
namespace {

class IncidentHeaderTest : public testing::Test
{
protected:
    IncidentHeaderTest()
    {
        setLook(false);
        header.resize(1144, header.sizeHint().height());
        header.setContent(foundingHeader());
        header.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&header));
    }
    QList<MeasureLabel *> measures() const { return header.findChildren<MeasureLabel *>(); }
    Label *value(int measure) const { return measures().at(measure)->findChild<Label *>(QStringLiteral("value")); }

    IncidentHeader header;
};

TEST_F(IncidentHeaderTest, ShowsTheSixMeasuresOfTheFoundingIncident)
{
    ASSERT_EQ(measures().size(), 6);
    EXPECT_EQ(value(0)->text(), QStringLiteral("22 min"));
    EXPECT_EQ(value(2)->text(), QStringLiteral("10 min"));
    EXPECT_EQ(value(5)->text(), QStringLiteral("2"));
    EXPECT_EQ(value(0)->foregroundRole(), QPalette::BrightText);
    EXPECT_EQ(value(5)->foregroundRole(), QPalette::LinkVisited);
}

TEST_F(IncidentHeaderTest, EachMeasureTellsItsDefinitionOnHover)
{
    const QString tip = measures().at(4)->toolTip();
    EXPECT_TRUE(tip.contains(QStringLiteral("10:00 Server outage begins"))) << tip.toStdString();
    EXPECT_TRUE(tip.contains(QStringLiteral("10:22 100% of traffic back online"))) << tip.toStdString();
    EXPECT_FALSE(Qt::mightBeRichText(tip));
}

TEST_F(IncidentHeaderTest, AMeasureThatIsNotKnownIsMuted)
{
    HeaderContent content = foundingHeader();
    content.measures[1] = {
        .value = QStringLiteral("not known"),
        .caption = QStringLiteral("Time to detect"),
        .explanation = QStringLiteral("Missing: an alert."),
        .tone = HeaderMeasure::Tone::Plain,
        .isKnown = false};
    header.setContent(content);
    EXPECT_EQ(value(1)->foregroundRole(), QPalette::PlaceholderText);
    EXPECT_TRUE(measures().at(1)->toolTip().contains(QStringLiteral("Missing: an alert.")));
}

TEST_F(IncidentHeaderTest, WhatIsNotKnownIsNoFigureToBeSeenFromAfar)
{
    HeaderContent content = foundingHeader();
    content.measures[1].isKnown = false;
    header.setContent(content);
    EXPECT_EQ(value(1)->font().pixelSize(), 13);
    EXPECT_FALSE(value(1)->font().bold());
    EXPECT_EQ(value(2)->font().pixelSize(), 22);
    EXPECT_EQ(value(1)->height(), value(2)->height()) << "the captions stay on one line";
    header.setContent(foundingHeader());
    EXPECT_EQ(value(1)->font().pixelSize(), 22);
}

TEST_F(IncidentHeaderTest, LongMeasuresGoOnInAnotherRowAndWidenNothing)
{
    HeaderContent content = foundingHeader();
    for (HeaderMeasure &measure : content.measures)
        measure.value = QStringLiteral("1412 d 13 h");
    QWidget host;
    auto *column = new QVBoxLayout(&host);
    auto *narrow = new IncidentHeader(&host);
    column->addWidget(narrow);
    column->addStretch(1);
    narrow->setContent(content);
    host.resize(480, 300);
    host.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&host));
    EXPECT_EQ(host.width(), 480);
    EXPECT_LT(narrow->minimumSizeHint().width(), 300);
    const QList<MeasureLabel *> figures = narrow->findChildren<MeasureLabel *>();
    EXPECT_GT(figures.back()->y(), figures.front()->geometry().bottom());
    for (const MeasureLabel *figure : figures)
        EXPECT_TRUE(narrow->rect().contains(figure->geometry()));
    saveScreenshot(host, QStringLiteral("incidentheader-narrow"));
}

TEST_F(IncidentHeaderTest, FewerMeasuresLeaveNoneBehind)
{
    HeaderContent content = foundingHeader();
    content.measures.resize(2);
    header.setContent(content);
    EXPECT_EQ(measures().size(), 2);
    header.setContent(foundingHeader());
    EXPECT_EQ(measures().size(), 6);
}

TEST_F(IncidentHeaderTest, ALineThatDoesNotFitEndsWithAnEllipsisAndTellsItselfOnHover)
{
    auto *line = header.findChildren<ElidedLabel *>().at(1);
    EXPECT_FALSE(line->isElided());
    EXPECT_TRUE(line->toolTip().isEmpty());
    header.resize(500, header.height());
    QTest::qWait(0);
    EXPECT_TRUE(line->isElided());
    EXPECT_TRUE(line->toolTip().contains(QStringLiteral("0x19-postmortem.txt")));
}

TEST_F(IncidentHeaderTest, ALineThatIsCutKeepsItsSource)
{
    HeaderContent content = foundingHeader();
    EXPECT_EQ(content.lineEnd, QStringLiteral(" · from 0x19-postmortem.txt"));
    header.resize(420, header.height());
    QTest::qWait(0);
    auto *line = header.findChildren<ElidedLabel *>().at(1);
    EXPECT_TRUE(line->shownText().startsWith(QStringLiteral("16 January 2024, 10:00")));
    EXPECT_TRUE(line->shownText().endsWith(QStringLiteral("…  ·  from 0x19-postmortem.txt")))
        << line->shownText().toStdString();
}

TEST_F(IncidentHeaderTest, HostileTextIsLiteral)
{
    HeaderContent content = foundingHeader();
    content.title = QStringLiteral("<img src='file:///dev/zero'> \u202eabc");
    header.setContent(content);
    auto *title = header.findChildren<ElidedLabel *>().at(0);
    EXPECT_TRUE(title->text().startsWith(QStringLiteral("<img src=")));
    EXPECT_FALSE(title->text().contains(QChar(0x202e)));
    saveScreenshot(header, QStringLiteral("incidentheader-hostile"));
}

TEST_F(IncidentHeaderTest, LooksLikeTheDesign)
{
    saveScreenshot(header, QStringLiteral("incidentheader-light"));
    EXPECT_GT(pixelsOf(header, Theme::light().danger), 50);
    setLook(true);
    saveScreenshot(header, QStringLiteral("incidentheader-dark"));
    EXPECT_GT(pixelsOf(header, Theme::dark().danger), 50);
    EXPECT_EQ(pixelsOf(header, Theme::light().danger), 0);
}

} // namespace
} // namespace downtimeline
