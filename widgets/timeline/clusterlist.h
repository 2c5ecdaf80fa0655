// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/paint/displaylist.h"
#include "widgets/timeline/layoutmetrics.h"
#include "widgets/timeline/timelinecontent.h"

#include <QFrame>

class QListView;

namespace downtimeline {

class ClusterModel;
class Label;

/// The events behind one folded mark, as a list beside it: arrows go through it, Enter or a click chooses one, Escape
/// or a click elsewhere closes it. It covers nothing that it was opened from, so that a double click still finds it.
class ClusterList : public QFrame
{
    Q_OBJECT

public:
    explicit ClusterList(QWidget *parent);
    ~ClusterList() override;

    /// Shows the events of the hit beside that place of the parent, inside it. The content has to stay until the list
    /// is closed.
    void open(const HitArea &hit, const TimelineContent &content, const TimelineLook &look, const QRectF &place);
    void shut();
    QListView *view() const { return m_view; }
    QString heading() const;

Q_SIGNALS:
    void eventChosen(downtimeline::EventId event);
    /// By a key: where it was opened from has the keys again. Who clicks elsewhere goes there.
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose(const QModelIndex &index);
    /// Closes it and lets go of the content.
    QRect placeBeside(const QRectF &place) const;

    ClusterModel *m_events;
    QListView *m_view;
    Label *m_heading;
};

} // namespace downtimeline
