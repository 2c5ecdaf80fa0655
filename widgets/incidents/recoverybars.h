// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/incidententry.h"

#include <QWidget>

namespace downtimeline {

/// Twelve small bars: the median time to recover of each month, the last one marked. Hidden where there are too few
/// incidents to speak of a trend. Each bar tells on hover its month, its median and how many incidents it is taken of.
class RecoveryBars : public QWidget
{
    Q_OBJECT

public:
    explicit RecoveryBars(QWidget *parent = nullptr);

    /// As recoveryByMonth() gives them; none hides the bars.
    void setMonths(std::vector<RecoveryMonth> months);
    /// "January 2024: median 22 min of 3 incidents"; empty where no bar is.
    QString textAt(QPoint position) const;

    QSize sizeHint() const override { return {240, 92}; }
    QSize minimumSizeHint() const override { return {120, 92}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    QRectF columnOf(std::size_t month) const;
    QRectF barOf(std::size_t month) const;
    QString describe(const RecoveryMonth &month) const;

    std::vector<RecoveryMonth> m_months;
    Duration m_longest{1};
};

} // namespace downtimeline
