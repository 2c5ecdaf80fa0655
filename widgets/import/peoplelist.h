// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/draft/importdraft.h"

#include <QWidget>

class QListWidget;
class QListWidgetItem;
class QToolButton;

namespace downtimeline {

/// Whom a reading met, each with a role where one can be told; those with a tick go on the user's list of people. Long
/// lists are folded away under their heading.
class PeopleList : public QWidget
{
    Q_OBJECT

public:
    explicit PeopleList(QWidget *parent = nullptr);

    /// None hides it.
    void setPeople(const std::vector<DraftPerson> &people);
    QToolButton *heading() const { return m_heading; }
    QListWidget *view() const { return m_view; }

Q_SIGNALS:
    /// The tick of the n-th was set or taken away.
    void ticked(int person, bool taken);
    /// It was folded or unfolded and needs another height.
    void folded();

private:
    void unfold(bool unfolded);
    void tellCount();
    void take(const QListWidgetItem *item);

    QToolButton *m_heading;
    QListWidget *m_view;
    bool m_isUnfolded = false;
    bool m_isFilling = false;
};

} // namespace downtimeline
