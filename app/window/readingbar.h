// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/viewstate.h"
#include "widgets/timeline/timelinecontent.h"

#include <QWidget>

class QActionGroup;
class QHBoxLayout;
class QToolButton;

namespace downtimeline {

/// The line below the lanes: how they are made, and what of the timeline is not seen, each with the way to bring it
/// back.
class ReadingBar : public QWidget
{
    Q_OBJECT

public:
    /// The view state outlives it.
    explicit ReadingBar(ViewState &view, QWidget *parent = nullptr);

    void setHiddenLanes(HiddenLanes hidden);
    /// How many events have no time; none: nothing is said.
    void setUndated(int count);

    QToolButton *lanes() const { return m_lanes; }
    QToolButton *hiddenLanes() const { return m_hidden; }
    QToolButton *undated() const { return m_undated; }

Q_SIGNALS:
    void undatedRequested();
    void showAllRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QToolButton *addRemark(QHBoxLayout &row);
    void makeMenu();
    void showGrouping();
    void mute();

    ViewState &m_view;
    QActionGroup *m_groupings = nullptr;
    QToolButton *m_lanes = nullptr;
    QToolButton *m_hidden = nullptr;
    QToolButton *m_undated = nullptr;
};

/// "Lanes by kind".
QString groupingName(LaneGrouping grouping);

} // namespace downtimeline
