// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/report/sectionlist.h"

#include <QWidget>

#include <vector>

class QListWidget;
class QToolButton;

namespace downtimeline {

/// The sections of a report, to be ticked and put in order: by dragging, by two buttons, by Alt+Up and Alt+Down.
class SectionPicker : public QWidget
{
    Q_OBJECT

public:
    explicit SectionPicker(QWidget *parent = nullptr);

    /// Those that are not chosen follow, in their usual order.
    void setSections(const std::vector<ReportSection> &sections);
    /// The ticked ones in their order.
    std::vector<ReportSection> sections() const;

    QListWidget *list() const { return m_list; }
    QToolButton *upButton() const { return m_up; }
    QToolButton *downButton() const { return m_down; }

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void add(ReportSection section, bool isChosen);
    void moveBy(int rows);
    void tellButtons();

    QListWidget *m_list;
    QToolButton *m_up;
    QToolButton *m_down;
    bool m_isFilling = false;
};

} // namespace downtimeline
