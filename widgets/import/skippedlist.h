// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"

#include <QWidget>

#include <vector>

class QListView;
class QStringListModel;
class QToolButton;

namespace downtimeline {

/// What was not read and why, each with its line. Long lists are folded away under their heading.
class SkippedList : public QWidget
{
    Q_OBJECT

public:
    explicit SkippedList(QWidget *parent = nullptr);

    /// None hides it.
    void setSkips(const std::vector<Skip> &skips);
    QToolButton *heading() const { return m_heading; }
    QListView *view() const { return m_view; }

Q_SIGNALS:
    /// The line of a skip is wanted; lines count from 1.
    void lineRequested(int line);
    /// It was folded or unfolded and needs another height.
    void folded();

private:
    void unfold(bool unfolded);

    QToolButton *m_heading;
    QListView *m_view;
    QStringListModel *m_words;
    std::vector<int> m_lines;
    bool m_isUnfolded = false;
};

} // namespace downtimeline
