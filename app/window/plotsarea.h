// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/eventrows.h"
#include "models/items/viewstate.h"
#include "widgets/charts/chartpane.h"
#include "widgets/timeline/eventdetails.h"
#include "widgets/timeline/timelinecontent.h"

#include <QScrollArea>
#include <QStringList>

#include <map>
#include <string>
#include <vector>

class QToolButton;
class QVBoxLayout;

namespace downtimeline {

class PlotsFoot;
class ReadingBar;
class TimelineView;

/// The timeline and every chart of one incident, above each other on one time axis: they share a gutter, so that an
/// instant has the same x in all of them. Below them stays the overview of the whole incident.
class PlotsArea : public QScrollArea
{
    Q_OBJECT

public:
    /// The view state must outlive it.
    explicit PlotsArea(ViewState &view, QWidget *parent = nullptr);

    void setTimeline(TimelineContent content, TimelineTexts texts);
    void setOverview(EventSnapshot events, std::vector<TimeRange> impacts);
    /// What the user chose for a chart stays with its key. The events' marks run through all of them, as the view's
    /// lanes and filter leave them.
    void setCharts(
        std::vector<ChartContent> charts, EventSnapshot events, std::function<QString(EventId)> title,
        bool arePhasesShown);
    /// How many events have no time and so are not on the timeline; none: nothing is said.
    void setUndated(int count);

    TimelineView *timeline() const { return m_timeline; }
    const std::vector<ChartPane *> &charts() const { return m_charts; }
    PlotsFoot *foot() const { return m_foot; }
    QStringList chartTitles() const;
    /// The line that tells of events without a time.
    QToolButton *undated() const;
    /// What is said below the lanes.
    ReadingBar *bar() const { return m_bar; }

Q_SIGNALS:
    /// The events without a time are wanted.
    void undatedRequested();
    void chartRequested(downtimeline::ChartPane *chart, downtimeline::ChartRequest what);

protected:
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fitLanes();
    void shareHeight();
    void makeCharts(std::size_t count);
    void shareGutter();
    void markEvents();
    void placeFoot();

    ViewState &m_view;
    QVBoxLayout *m_column;
    TimelineView *m_timeline;
    ReadingBar *m_bar = nullptr;
    PlotsFoot *m_foot = nullptr;
    std::vector<ChartPane *> m_charts;             ///< those in use, from top to bottom
    std::map<std::string, ChartOptions> m_options; ///< by the charts' keys
    ChartEvents m_events;
};

} // namespace downtimeline
