// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/viewstate.h"
#include "models/timeline/timescale.h"

#include <QWidget>

#include <functional>
#include <vector>

namespace downtimeline {

/// What is measured, drawn over a whole plot: the range with both its ends, the markers A and B. It lets every input
/// through, is there only while something is measured, and stands at the same x in every plot, since it takes the
/// plot's own scale.
class MeasureOverlay : public QWidget
{
    Q_OBJECT

public:
    using Scale = std::function<TimeScale()>;

    using Labels = std::function<std::vector<QRectF>()>;

    /// The state is not owned and outlives the plot. header: the height that names and times take at the top, in
    /// logical pixels; the lines begin below it.
    MeasureOverlay(ViewState &view, QWidget *plot, Scale scale, int header);
    /// In the header the range has its length and the markers their letters. labels: what stands there; one that would
    /// be covered in part is blotted out.
    void nameInHeader(Labels labels) { m_labels = std::move(labels); }

    /// The pixel column of an instant, as every line of the overlay stands.
    static int column(Instant instant, const TimeScale &scale);

protected:
    bool eventFilter(QObject *plot, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void follow();
    QRectF flagAt(Instant marker, const TimeScale &scale) const;
    void paintRange(QPainter &painter, const TimeScale &scale) const;
    void paintName(QPainter &painter, const QRectF &place, const QString &name, QColor colour, QColor ink) const;
    void paintMarker(QPainter &painter, const TimeScale &scale, Instant at, QChar letter) const;

    ViewState &m_view;
    Scale m_scale;
    int m_header;
    Labels m_labels; ///< none: nothing is named
};

} // namespace downtimeline
