// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/viewstate.h"
#include "widgets/charts/chartlayout.h"
#include "widgets/charts/chartmenu.h"
#include "widgets/charts/chartoptions.h"
#include "widgets/charts/curvereading.h"
#include "widgets/paint/plotmetrics.h"
#include "widgets/paint/timegestures.h"

#include <QPixmap>
#include <QtCharts/QChartView>

class QTouchEvent;

namespace downtimeline {

class PlotChart;

/// One chart on the incident's time axis. It follows the view state, which outlives it, with every gesture of
/// TimeGestures; left and right move the cursor. The chart is kept as a picture: moving the cursor paints none of it
/// anew. A click in the legend, or 1 to 9, switches a curve; L the logarithmic axis; all else is in the context menu.
class ChartPane : public QChartView
{
    Q_OBJECT

public:
    explicit ChartPane(ViewState &view, QWidget *parent = nullptr);
    ~ChartPane() override;

    void setContent(ChartContent content);
    /// As it is shown, with the options applied.
    const ChartContent &content() const { return m_content; }
    const ChartOptions &options() const { return m_options; }
    void setOptions(ChartOptions options);
    void toggleCurve(std::size_t curve);
    void toggleLogarithmic();
    /// Whose marks run through the chart.
    void setEvents(ChartEvents events);
    /// Whether the window shows the response phases beside the charts, for the menu.
    void setPhasesShown(bool shown) { m_arePhasesShown = shown; }

    /// Puts the chart as it is seen into the clipboard, as a picture and as an SVG.
    void copy();
    /// The chart at another size, with the room at the left that its own labels need.
    ChartFrame frameFor(QSizeF size) const;

    /// Logical pixels left and right of the plot. Every plot of a window gets the same.
    void setGutter(int left, int right);
    /// The left gutter that this chart's labels need; the window takes the maximum of all.
    int neededGutter() const;
    /// The least distance between the ruler's labels, the same as the timeline's.
    void setTickSpacing(double pixels);

    /// Where instants are now, in the pane's logical pixels.
    TimeScale scale() const { return frame().scale(); }
    /// How often the picture was painted.
    int renderCount() const { return m_renders; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// What the pane cannot do by itself.
    void requested(downtimeline::ChartRequest what);
    /// The content changed, and with it perhaps the gutter that it needs.
    void neededGutterChanged(int left);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    ChartFrame frame() const;
    QRect headerRect() const;
    QRectF legendRect() const;
    PlainText toldAt(QPointF position) const;
    std::optional<Instant> shownCursor() const;
    void zoomAt(QPointF position);
    bool moveCursorByKey(int key);
    bool actByKey(const QKeyEvent &event);
    void perform(ChartRequest what);
    std::optional<std::size_t> legendAt(QPointF position) const;
    void showContent();
    bool touch(const QTouchEvent &touch);
    void setUpView();
    void outdate();
    void renew(double ratio);
    void tellWhatIsHere(QPointF position);
    void placeCursor();
    void describe();

    ViewState &m_view;
    TimeGestures m_gestures;
    CurveReading m_reading;
    ChartContent m_given; ///< m_content without the options
    ChartContent m_content;
    ChartOptions m_options;
    ChartEvents m_events;
    bool m_arePhasesShown = false;
    PlotChart *m_plot; ///< owned by the scene
    QWidget *m_cursor;
    QPixmap m_picture;
    QString m_told; ///< the tooltip that is set
    int m_left = plot::leftGutter;
    int m_right = plot::rightGutter;
    double m_tickSpacing = plot::tickLabelWidth;
    int m_renders = 0;
    bool m_isOutdated = true;
};

} // namespace downtimeline
