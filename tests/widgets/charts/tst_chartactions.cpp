// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/charts/chartsamples.h"
#include "widgets/charts/chartheader.h"
#include "widgets/charts/chartpane.h"
#include "widgets/charts/chartpicture.h"
#include "widgets/paint/theme.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QMimeData>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace downtimeline;
using namespace Qt::StringLiterals;
using sample::at;

namespace {

/// The response chart in a window of its own, with the keys.
struct ShownChart
{
    QWidget window;
    ViewState view;
    ChartPane pane{view, &window};

    ShownChart()
    {
        window.setPalette(Theme::light().palette());
        view.setZone(sample::zone());
        view.setWhole(sample::shown());
        pane.setContent(responseChart(sample::responseTimes()));
        pane.setGutter(112, 16);
        window.resize(1104, 144);
        pane.setGeometry(0, 0, 1104, 144);
        window.show();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&window));
        pane.setFocus();
        (void)window.grab();
    }

    QRectF header() const { return QRectF(12, 0, 1104 - 12 - 16, 24); }

    QPoint legend(std::size_t curve) const
    {
        for (const LegendPlace &place : legendPlaces(header(), pane.content(), view.cursor())) {
            if (place.curve == curve)
                return place.rect.center().toPoint();
        }
        return {};
    }

    std::vector<bool> hidden() const
    {
        std::vector<bool> flags;
        for (const ChartCurve &curve : pane.content().curves)
            flags.push_back(curve.isHidden);
        return flags;
    }

    QStringList menu()
    {
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(10, 10), pane.mapToGlobal(QPoint(10, 10)));
        QApplication::sendEvent(&pane, &event);
        opened = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QStringList texts;
        if (opened) {
            for (const QAction *action : opened->actions()) {
                if (!action->isSeparator())
                    texts << action->text();
            }
        }
        return texts;
    }

    QMenu *opened = nullptr;
};

} // namespace

TEST(ChartActions, AClickInTheLegendSwitchesACurveAndBack)
{
    ShownChart chart;
    QTest::mouseClick(chart.pane.viewport(), Qt::LeftButton, {}, chart.legend(1));
    EXPECT_EQ(chart.hidden(), (std::vector<bool>{false, true, false}));
    (void)chart.window.grab();
    QTest::mouseClick(chart.pane.viewport(), Qt::LeftButton, {}, chart.legend(1));
    EXPECT_EQ(chart.hidden(), (std::vector<bool>{false, false, false}));
    QTest::mouseClick(chart.pane.viewport(), Qt::LeftButton, {}, QPoint(600, 80));
    EXPECT_EQ(chart.hidden(), (std::vector<bool>{false, false, false}));
}

TEST(ChartActions, DigitsSwitchCurvesAndLTheAxis)
{
    ShownChart chart;
    QTest::keyClick(&chart.pane, Qt::Key_1);
    QTest::keyClick(&chart.pane, Qt::Key_3);
    EXPECT_EQ(chart.hidden(), (std::vector<bool>{true, false, true}));
    QTest::keyClick(&chart.pane, Qt::Key_9);
    EXPECT_EQ(chart.hidden(), (std::vector<bool>{true, false, true}));
    QTest::keyClick(&chart.pane, Qt::Key_L);
    EXPECT_TRUE(chart.pane.content().axis.isLogarithmic);
    QTest::keyClick(&chart.pane, Qt::Key_L);
    EXPECT_FALSE(chart.pane.content().axis.isLogarithmic);
    EXPECT_EQ(chart.hidden(), (std::vector<bool>{true, false, true}));
}

TEST(ChartActions, WhatWasChosenStaysWithTheChartAndNotWithAnother)
{
    ShownChart chart;
    QTest::keyClick(&chart.pane, Qt::Key_1);
    chart.pane.setContent(responseChart(sample::responseTimes()));
    EXPECT_TRUE(chart.pane.content().curves[0].isHidden);
    chart.pane.setContent(trafficChart(sample::measuredTraffic()));
    EXPECT_TRUE(chart.pane.options().hidden.empty());
}

TEST(ChartActions, TheMenuComesByKeyAndHoldsEverything)
{
    ShownChart chart;
    const QStringList texts = chart.menu();
    ASSERT_NE(chart.opened, nullptr);
    EXPECT_EQ(
        texts,
        (QStringList{
            u"&Copy picture\tCtrl+C"_s, u"&Save picture…\tS"_s, u"&Numbers…\tT"_s, u"p99\t1"_s, u"p95\t2"_s,
            u"p50\t3"_s, u"&Logarithmic axis\tL"_s, u"&Objective…\tO"_s, u"Response &phases beside the charts"_s}));
    QSignalSpy requested(&chart.pane, &ChartPane::requested);
    QTest::keyClick(chart.opened, Qt::Key_N);
    ASSERT_EQ(requested.count(), 1);
    EXPECT_EQ(requested[0][0].value<ChartRequest>(), ChartRequest::Numbers);
}

TEST(ChartActions, KeysAskForWhatTakesADialog)
{
    ShownChart chart;
    QSignalSpy requested(&chart.pane, &ChartPane::requested);
    for (const Qt::Key key : {Qt::Key_S, Qt::Key_T, Qt::Key_O})
        QTest::keyClick(&chart.pane, key);
    ASSERT_EQ(requested.count(), 3);
    EXPECT_EQ(requested[0][0].value<ChartRequest>(), ChartRequest::Save);
    EXPECT_EQ(requested[2][0].value<ChartRequest>(), ChartRequest::Objective);
}

TEST(ChartActions, CtrlCCopiesThePictureAndAnSvg)
{
    ShownChart chart;
    QGuiApplication::clipboard()->clear();
    QTest::keySequence(&chart.pane, QKeySequence::Copy);
    const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
    ASSERT_TRUE(copied->hasImage());
    const auto image = copied->imageData().value<QImage>();
    EXPECT_EQ(image.size(), QSize(2208, 328)) << "with a ruler of its own below";
    const QByteArray svg = copied->data(QStringLiteral("image/svg+xml"));
    EXPECT_TRUE(svg.contains("<svg"));
    EXPECT_TRUE(svg.contains("objective 500 ms"));
    // What is drawn is a chart: the colour of p99 is in it.
    const QColor violet = Theme::light().kind(EventKind::Deploy);
    int found = 0;
    for (int x = 0; x < image.width(); x += 2)
        for (int y = 48; y < image.height(); y += 2)
            found += image.pixelColor(x, y) == violet ? 1 : 0;
    EXPECT_GT(found, 50);
}

TEST(ChartActions, EventsAreTicksInTheirColourAndAreToldUnderThePointer)
{
    ShownChart chart;
    EventEntry entry;
    entry.id = EventId(4);
    entry.at = entry.end = at(600);
    entry.kind = EventKind::Rollback;
    entry.lane = laneOf(entry.kind);
    chart.pane.setEvents(chartEvents(
        std::make_shared<const EventIndex>(EventIndex{entry}),
        [](EventId) { return QStringLiteral("<b>Rollback</b> begins"); }, LaneArrangement()));
    const QImage image = sample::picture(chart.window);
    const int x = static_cast<int>(std::floor(chart.pane.scale().x(at(600))));
    EXPECT_EQ(image.pixelColor(x, 26), Theme::light().kind(EventKind::Rollback));
    EXPECT_NE(image.pixelColor(x + 2, 26), Theme::light().kind(EventKind::Rollback));
    QTest::mouseMove(chart.pane.viewport(), QPoint(x + 1, 27));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !chart.pane.viewport()->toolTip().isEmpty(); }, 2000));
    EXPECT_TRUE(chart.pane.viewport()->toolTip().startsWith(QStringLiteral("10:10:00 <")));
    EXPECT_FALSE(Qt::mightBeRichText(chart.pane.viewport()->toolTip()));
}

TEST(ChartPicture, HasTheSizeThatWasChosenInBothForms)
{
    ShownChart chart;
    const ChartPicture picture{chart.pane.content(), chart.pane.frameFor(QSizeF(700, 300)), Theme::light()};
    EXPECT_EQ(QImage::fromData(chartPng(picture, 1).value()).size(), QSize(700, 300));
    EXPECT_EQ(chartImage(picture, 2).value().size(), QSize(1400, 600));
    EXPECT_TRUE(chartSvg(picture).value().contains("viewBox=\"0 0 700 300\""));
    EXPECT_FALSE(chartImage(picture, 100).has_value());
    const ChartPicture none{chart.pane.content(), chart.pane.frameFor(QSizeF(0, 0)), Theme::light()};
    EXPECT_FALSE(chartPng(none, 1).has_value());
}

/// All texts of a picture, as an SVG has them.
QStringList textsOf(const QByteArray &svg)
{
    static const QRegularExpression element(QStringLiteral("<text[^>]*>([^<]*)</text>"));
    QStringList texts;
    for (auto found = element.globalMatch(QString::fromUtf8(svg)); found.hasNext();)
        texts << found.next().captured(1);
    return texts;
}

/// The day and the zone below the labels of values.
QString dayAndZone()
{
    return QStringLiteral("16 Jan, ") + sample::zone().shortLabel(at(0));
}

TEST(ChartPicture, AloneItTellsItsTimesZoneTitleAndCurves)
{
    ShownChart chart;
    ChartContent content = chart.pane.content();
    content.incident = PlainText::foreign(std::string_view("Server <b>outage</b>"));
    const ChartPicture picture{content, chart.pane.frameFor(QSizeF(700, 300)), Theme::light()};
    const QStringList texts = textsOf(chartSvg(picture).value());
    const QString all = texts.join(u'\n');
    EXPECT_TRUE(texts.contains(QStringLiteral("Server &lt;b&gt;outage&lt;/b&gt;"))) << all.toStdString();
    EXPECT_TRUE(texts.contains(content.title.text())) << all.toStdString();
    EXPECT_TRUE(texts.contains(content.curves.front().name.text())) << all.toStdString();
    EXPECT_TRUE(texts.contains(dayAndZone())) << all.toStdString();
    EXPECT_TRUE(texts.filter(QStringLiteral("16 January 2024")).size() == 1) << all.toStdString();
    static const QRegularExpression clock(QStringLiteral("^\\d\\d:\\d\\d$"));
    EXPECT_GE(texts.filter(clock).size(), 3) << all.toStdString();
}

TEST(ChartPicture, ALowOneKeepsItsTimesAndLetsTheHeadingGo)
{
    ShownChart chart;
    ChartContent content = chart.pane.content();
    content.incident = PlainText::own(QStringLiteral("An outage"));
    for (const double height : {80.0, 120.0}) {
        const ChartPicture picture{content, chart.pane.frameFor(QSizeF(200, height)), Theme::dark()};
        const QStringList texts = textsOf(chartSvg(picture).value());
        EXPECT_FALSE(texts.contains(QStringLiteral("An outage")));
        EXPECT_TRUE(texts.contains(dayAndZone())) << texts.join(u'|').toStdString();
    }
}

TEST(ChartPicture, ASizeIsReadAsPeopleWriteIt)
{
    for (const char *text : {"1200 x 400", "1200x400", " 1200 × 400 ", "1200,400", "1200 400", "1200 X 400"})
        EXPECT_EQ(writtenSize(QString::fromUtf8(text)), QSize(1200, 400)) << text;
    for (const char *text : {"", "1200", "1200 x", "10 x 10", "99999 x 400", "-5 x 400", "1200 x 400 x 3", "a x b"})
        EXPECT_FALSE(writtenSize(QString::fromUtf8(text))) << text;
}
