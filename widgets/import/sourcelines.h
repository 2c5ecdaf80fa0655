// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/import/sourcelinemodel.h"

#include <QListView>

namespace downtimeline {

/// The source at the left of the import preview. Choosing a line tells of it; a line can be shown from outside.
class SourceLines : public QListView
{
    Q_OBJECT

public:
    explicit SourceLines(QWidget *parent = nullptr);

    SourceLineModel &lines() { return m_lines; }
    /// Selects the line and scrolls to it without telling of it; lines count from 1, any other lets go.
    void showLine(int line);
    /// 0 where none is selected.
    int selectedLine() const;

Q_SIGNALS:
    /// The user chose this line; they count from 1.
    void lineChosen(int line);

private:
    SourceLineModel m_lines;
    bool m_isFollowing = false;
};

} // namespace downtimeline
