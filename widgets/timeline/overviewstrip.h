// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/eventrows.h"
#include "models/items/viewstate.h"
#include "widgets/paint/plotmetrics.h"
#include "widgets/paint/timegestures.h"
#include "widgets/paint/valueforreaders.h"
#include "widgets/timeline/overviewlayout.h"

#include <QPixmap>
#include <QWidget>

namespace downtimeline {

class CursorLine;

/// The whole incident in a low strip that lines up with the plots: how many events of which lane lie where, the impact,
/// and the window of what the plots show. The window is dragged, resized at both edges, and comes where one clicks; the
/// wheel and the keys of TimeGestures zoom, arrows move it, Page Up and Page Down by its own width.
class OverviewStrip : public QWidget, public ValueForReaders
{
    Q_OBJECT

public:
    /// The state is not owned and outlives the strip.
    explicit OverviewStrip(ViewState *state, QWidget *parent = nullptr);

    void setContent(EventSnapshot events, std::vector<TimeRange> impacts);
    /// The room left and right of the plot, shared with all plots; logical pixels.
    void setGutter(int left, int right);

    /// Of the whole incident, not of what is visible.
    TimeScale scale() const;
    /// What is shown, laid out anew where needed.
    const OverviewLayout &layOut();
    /// What a screen reader hears: "10:00 – 10:22 of 09:40 – 10:36".
    QString valueText() const override;
    /// Where the window's middle stands, in percent of the whole.
    double position() const override;
    void setPosition(double percent) override;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

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

private:
    /// What a held button moves, and where that began.
    struct Hold
    {
        OverviewPart part = OverviewPart::Window;
        double x = 0;
        TimeRange visible;
    };

    void connectState();
    void outdate();
    void drag(double x);
    void hover(QPointF position);
    void moveTo(Instant middle);
    void paintDensity();
    void showCursor();

    ViewState *m_state;
    TimeGestures m_gestures;
    EventSnapshot m_events;
    std::vector<TimeRange> m_impacts;
    std::vector<LaneCounts> m_density;
    TimeRange m_densityOf{};
    OverviewLayout m_layout;
    QPixmap m_picture; ///< of all but the window
    int m_left = plot::leftGutter;
    int m_right = plot::rightGutter;
    bool m_isLayoutStale = true;
    bool m_isPictureStale = true;
    bool m_showsFocus = false;
    std::optional<Hold> m_hold;
    CursorLine *m_cursor;
};

} // namespace downtimeline
