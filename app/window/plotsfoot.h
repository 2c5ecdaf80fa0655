// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/viewstate.h"

#include <QWidget>

class QVBoxLayout;

namespace downtimeline {

class MeasureCard;
class OverviewStrip;

/// What stays below the plots while they scroll: what is measured on them, and the overview of the whole incident.
class PlotsFoot : public QWidget
{
    Q_OBJECT

public:
    /// The view state must outlive it.
    explicit PlotsFoot(ViewState &view, QWidget *parent = nullptr);

    OverviewStrip *overview() const { return m_overview; }
    MeasureCard *measured() const { return m_measured; }
    int heightFor(int width) const;

Q_SIGNALS:
    /// It needs another height now.
    void heightChanged();

protected:
    bool event(QEvent *event) override;

private:
    QVBoxLayout *m_column;
    MeasureCard *m_measured;
    OverviewStrip *m_overview;
};

} // namespace downtimeline
