// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/findinglistmodel.h"

#include <QWidget>

class QAction;
class QListView;

namespace downtimeline {

class Label;

/// The contradictions of the open incident as cards. Each can be settled, dismissed or opened again, and shows its
/// lines in the source.
class FindingsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit FindingsPanel(QWidget *parent = nullptr);

    /// Without editable decisions are shown only.
    void setFindings(std::vector<Finding> findings, bool isEditable);
    QListView *view() const { return m_view; }

Q_SIGNALS:
    /// The line of a source is wanted; lines count from 1.
    void lineRequested(downtimeline::SourceId source, int line);
    void decisionRequested(const std::string &key, downtimeline::Finding::Decision decision);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void createWidgets();
    void createActions();
    void tellHeading();
    void enableActions();
    void goToLine(const QModelIndex &index, int line);
    int lineUnder(QPoint position) const;

    FindingListModel m_findings;
    Label *m_heading = nullptr;
    QListView *m_view = nullptr;
    QAction *m_show = nullptr;
    QAction *m_settle = nullptr;
    QAction *m_dismiss = nullptr;
    QAction *m_reopen = nullptr;
    bool m_isEditable = false;
};

} // namespace downtimeline
