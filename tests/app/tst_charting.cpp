// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/incidentcharting.h"
#include "app/window/incidentpane.h"
#include "app/window/plotsarea.h"
#include "models/edit/incidentdocument.h"
#include "models/storage/eventstore.h"
#include "models/storage/incidentstore.h"
#include "models/storage/seriesstore.h"
#include "models/storage/sourcestore.h"
#include "tests/app/windowfixture.h"
#include "widgets/charts/chartpane.h"
#include "widgets/charts/numbersdialog.h"
#include "widgets/paint/theme.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTableView>
#include <QTest>

#include <algorithm>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

const Instant nine = Instant(std::chrono::sys_days(std::chrono::year(2024) / 1 / 16)) + 9h;

Event event(EventKind kind, Instant at, const char *title)
{
    Event made;
    made.kind = kind;
    made.title = title;
    made.at = at;
    made.time = writtenTimeOf(at, 0s, ZoneOrigin::Line);
    return made;
}

/// An incident whose document says 9:00 to 9:22, while its traffic was away from 9:05 to 9:22; and its response times.
class ChartingInTheWindow : public ShownWindow
{
protected:
    void SetUp() override
    {
        ShownWindow::SetUp();
        m_window.reset();
        Result<std::unique_ptr<Library>> library = Library::open(libraryPath(), Library::Open::ReadWrite);
        ASSERT_TRUE(library) << library.error().message.toStdString();
        fill(**library);
        library->reset();
        restart();
    }

    void fill(Library &library)
    {
        Incident incident;
        incident.title = "Checkout fails";
        incident.offset = 0s;
        const IncidentId id = IncidentStore(library).add(incident).value();
        EventStore events(library);
        ASSERT_TRUE(events.add(id, event(EventKind::Outage, nine, "Checkout is down")));
        ASSERT_TRUE(events.add(id, event(EventKind::Recovery, nine + 22min, "Everything is back")));
        addSeries(library, id, {.name = "requests", .measure = Measure::Traffic, .unit = "req/s"}, 1000, 10);
        addSeries(library, id, {.name = "p99", .measure = Measure::ResponseTime, .unit = "ms"}, 200, 2000);
    }

    static void addSeries(Library &library, IncidentId incident, const Series &series, double usual, double away)
    {
        const SeriesId id = SeriesStore(library).add(incident, series).value();
        std::vector<Sample> samples;
        for (Instant at = nine - 1h; at <= nine + 1h; at += 10s)
            samples.push_back({at, at >= nine + 5min && at < nine + 22min ? away : usual});
        ASSERT_TRUE(SeriesStore(library).append(id, samples));
    }

    IncidentDocument &document() { return *window().document(); }
    const std::vector<ChartPane *> &charts() { return window().pane()->plots()->charts(); }
    ChartPane &response() { return *charts().at(1); }

    QStringList rules()
    {
        QStringList rules;
        for (const Finding &finding : document().findings())
            rules << QString::fromStdString(finding.rule);
        return rules;
    }

    void press(ChartPane &chart, int key)
    {
        chart.setFocus();
        QTest::keyClick(&chart, static_cast<Qt::Key>(key));
    }
};

TEST_F(ChartingInTheWindow, AClaimedStartThatTheSamplesDoNotBearOutIsAFinding)
{
    ASSERT_EQ(rules(), (QStringList{u"measured-start"_s}));
    const Finding &finding = document().findings().front();
    const QString message = QString::fromStdString(finding.message);
    EXPECT_TRUE(
        message.startsWith(u"“Checkout is down” is at 09:00. The samples of “requests” leave the usual at 09:05:00."_s))
        << finding.message;
    window().pane()->grab();
    photograph(u"charts-two-starts"_s);
}

TEST_F(ChartingInTheWindow, TheFindingGoesWhenTheClaimIsMovedToWhatWasMeasured)
{
    const EventId outage = document().events()->front().id;
    ASSERT_TRUE(document().setEventTime(outage, nine + 5min));
    EXPECT_TRUE(rules().isEmpty());
    document().undoStack().undo();
    EXPECT_EQ(rules().size(), 1);
    ASSERT_TRUE(document().setEventTime(document().events()->back().id, nine + 40min));
    EXPECT_EQ(rules(), (QStringList{u"measured-start"_s, u"measured-end"_s}));
}

TEST_F(ChartingInTheWindow, ADecisionOnItSurvivesTheNextStart)
{
    ASSERT_EQ(document().findings().size(), 1U);
    ASSERT_TRUE(document().decideFinding(document().findings().front().key, Finding::Decision::Settled));
    ASSERT_TRUE(QTest::qWaitFor([this] { return !document().isSaving(); }, 5000));
    restart();
    ASSERT_EQ(document().findings().size(), 1U);
    EXPECT_EQ(document().findings().front().decision, Finding::Decision::Settled);
}

TEST_F(ChartingInTheWindow, AnObjectiveIsDrawnTellsTheTimeAboveItAndIsRemembered)
{
    EXPECT_FALSE(response().content().reference);
    m_dialogs.lines = {u"500"_s};
    press(response(), Qt::Key_O);
    EXPECT_TRUE(m_dialogs.asked.back().contains(u"in ms"_s));
    ASSERT_TRUE(response().content().reference);
    EXPECT_EQ(response().content().remark.text(), u"above 500 ms: p99 17 min"_s);
    photograph(u"charts-objective"_s);
    restart();
    EXPECT_TRUE(response().content().reference);
    m_dialogs.lines = {u"fast"_s};
    press(response(), Qt::Key_O);
    EXPECT_TRUE(response().content().reference) << "no number changes nothing";
    m_dialogs.lines = {QString()};
    press(response(), Qt::Key_O);
    EXPECT_FALSE(response().content().reference);
}

TEST_F(ChartingInTheWindow, AFilterAndAHiddenLaneTakeTheMarksOfEventsOutOfTheCharts)
{
    ViewState &view = window().view();
    const auto colourAt = [this](Instant at) {
        const QImage image = response().grab().toImage();
        const double ratio = image.devicePixelRatio();
        const QPointF tick(std::floor(response().scale().x(at)), 26);
        return image.pixelColor((tick * ratio).toPoint());
    };
    const QColor outage = Theme::light().kind(EventKind::Outage);
    ASSERT_EQ(colourAt(nine), outage);
    EventFilter recoveries;
    recoveries.kinds = {EventKind::Recovery};
    view.setFilter(recoveries);
    ASSERT_TRUE(QTest::qWaitFor([&] { return view.mask() != nullptr; }, 5000));
    EXPECT_EQ(colourAt(nine + 22min), Theme::light().kind(EventKind::Recovery));
    const QColor dim = colourAt(nine);
    EXPECT_NE(dim, outage);
    view.setHidesFiltered(true);
    EXPECT_NE(colourAt(nine), dim);
    view.setFilter({});
    ASSERT_TRUE(QTest::qWaitFor([&] { return view.mask() == nullptr; }, 5000));
    EXPECT_EQ(colourAt(nine), outage);
    view.setLanes(withLaneHidden(view.lanes(), u"kind:impact"_s, true));
    EXPECT_NE(colourAt(nine), outage);
}

TEST_F(ChartingInTheWindow, PhasesStandBesideTheChartsWhereTheyAreWanted)
{
    ASSERT_EQ(charts().size(), 2U);
    Q_EMIT response().requested(ChartRequest::Phases);
    ASSERT_EQ(charts().size(), 3U);
    EXPECT_EQ(charts().at(2)->content().key, "phases");
    photograph(u"charts-phases"_s);
    restart();
    ASSERT_EQ(charts().size(), 3U);
    Q_EMIT response().requested(ChartRequest::Phases);
    EXPECT_EQ(charts().size(), 2U);
}

TEST_F(ChartingInTheWindow, TheNumbersOfWhatIsVisibleComeInATable)
{
    press(response(), Qt::Key_T);
    auto *dialog = qobject_cast<NumbersDialog *>(m_dialogs.shown.data());
    ASSERT_NE(dialog, nullptr);
    const TimeRange visible = response().scale().visible();
    int expected = 0;
    for (Instant at = nine - 1h; at <= nine + 1h; at += 10s)
        expected += visible.contains(at) ? 1 : 0;
    EXPECT_GT(expected, 100);
    EXPECT_EQ(dialog->table()->model()->rowCount(), expected);
    EXPECT_EQ(dialog->table()->model()->headerData(1, Qt::Horizontal).toString(), u"p99 (ms)"_s);
    QDir().mkpath(QStringLiteral(DOWNTIMELINE_SCREENSHOT_DIR));
    EXPECT_TRUE(dialog->grab().save(QStringLiteral(DOWNTIMELINE_SCREENSHOT_DIR "/charts-numbers.png")));
    dialog->close();
}

TEST_F(ChartingInTheWindow, AChartIsSavedAtTheSizeThatWasTyped)
{
    m_dialogs.lines = {u"800 x 300"_s};
    m_dialogs.save = m_folder.filePath(u"chart.png"_s);
    press(response(), Qt::Key_S);
    EXPECT_EQ(QImage(*m_dialogs.save).size(), QSize(800, 300));
    m_dialogs.lines = {u"800 x 300"_s};
    m_dialogs.save = m_folder.filePath(u"chart.svg"_s);
    press(response(), Qt::Key_S);
    QFile svg(*m_dialogs.save);
    ASSERT_TRUE(svg.open(QIODevice::ReadOnly));
    EXPECT_TRUE(svg.readAll().contains("p99"));
    m_dialogs.lines = {u"huge"_s};
    m_dialogs.save = m_folder.filePath(u"never.png"_s);
    press(response(), Qt::Key_S);
    EXPECT_FALSE(QFile::exists(*m_dialogs.save));
}

TEST_F(ChartingInTheWindow, WhatWasChosenForAChartStaysWhenAnEventMoves)
{
    press(response(), Qt::Key_L);
    ASSERT_TRUE(response().content().axis.isLogarithmic);
    ASSERT_TRUE(document().setEventTime(document().events()->back().id, nine + 30min));
    EXPECT_TRUE(response().content().axis.isLogarithmic);
    EXPECT_FALSE(charts().at(0)->content().axis.isLogarithmic);
}

} // namespace
} // namespace downtimeline
