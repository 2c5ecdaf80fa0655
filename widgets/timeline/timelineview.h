// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/viewstate.h"
#include "models/timeline/timescale.h"
#include "widgets/paint/displaylist.h"
#include "widgets/paint/glyphs.h"
#include "widgets/paint/timegestures.h"
#include "widgets/timeline/eventdetails.h"
#include "widgets/timeline/lanehandles.h"
#include "widgets/timeline/layoutmetrics.h"
#include "widgets/timeline/timelinecontent.h"

#include <QPixmap>
#include <QWidget>

class QKeyEvent;
class QTouchEvent;

namespace downtimeline {

class ClusterList;
class CursorLine;
class Label;
class TimeChip;

/// The interactive timeline of one incident on the shared view state: every gesture of TimeGestures, hovering tells
/// what is under the pointer, a click selects, a second one zooms in, arrows step through the events. While nothing has
/// a time it says so and how an event gets one.
class TimelineView : public QWidget
{
    Q_OBJECT

public:
    /// The state is not owned and outlives the view.
    explicit TimelineView(ViewState *state, QWidget *parent = nullptr);

    void setContent(TimelineContent content, TimelineTexts texts);
    /// Titles that were missing have arrived.
    void refreshTexts();
    const TimelineContent &content() const { return m_content; }

    /// The room left and right of the plot, shared with the charts; logical pixels.
    void setGutter(int left, int right);
    /// The least left gutter that shows every name in full.
    int neededGutter() const;

    TimeScale scale() const;
    TimelineLook look() const;
    const TimelineTexts &texts() const { return m_texts; }
    /// The list of the events behind a folded mark; null or hidden while none is open.
    ClusterList *cluster() const { return m_cluster; }
    /// What is shown, laid out anew where needed.
    const DisplayList &list();
    /// Selects an event and tells of it, as a click on it does.
    void choose(EventId event);
    /// What a key does on the timeline, also where another plot had it and did not take it; false where it means
    /// nothing here. Arrows step through the events, N and P through those of the selection's kind, Home and End go to
    /// the first and the last, F fits the selection, Enter activates it; and every key of TimeGestures.
    bool takeKey(const QKeyEvent &event);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A click: what is known of it is wanted, and the keys stay here.
    void detailsRequested(downtimeline::EventId event);
    /// Enter, or a double click where there is nothing to zoom into.
    void eventActivated(downtimeline::EventId event);
    /// S: the star of the selected event is to be set or taken away.
    void starRequested(downtimeline::EventId event);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    struct Click
    {
        QPointF place;
        std::optional<HitArea> hit;
    };

    void connectState();
    void layOutAgain();
    void paintPicture();
    void showCursor();
    std::vector<QRectF> rulerLabels();
    void describeForReaders();
    void hover(QPointF position);
    void click(QPointF position);
    void openCluster(const HitArea &hit);
    bool openClusterOfSelection();
    void stepSelection(int direction, std::optional<EventKind> kind = {});
    void stepByKind(int direction);
    void fitSelection();
    void bringIntoView(EventId event);
    bool touch(const QTouchEvent &touch);
    void activate(QPointF position);
    std::optional<Instant> selectedInstant() const;
    LaneSight sight();

    ViewState *m_state;
    TimeGestures m_gestures;
    LaneHandles m_handles;
    TimelineContent m_content;
    TimelineTexts m_texts;
    LayoutMetrics m_metrics;
    int m_leftGutter = plot::leftGutter;
    int m_rightGutter = plot::rightGutter;
    DisplayList m_list;
    QPixmap m_picture; ///< of m_list; moving the cursor copies from it
    GlyphCache m_glyphs;
    std::optional<Click> m_click; ///< the last one
    bool m_isListStale = true;
    bool m_isPictureStale = true;
    CursorLine *m_cursorLine;
    ClusterList *m_cluster = nullptr; ///< made when the first one is opened
    TimeChip *m_chip;
    Label *m_nothing; ///< in place of all that while nothing has a time
    bool m_showsFocus = false;
};

} // namespace downtimeline
