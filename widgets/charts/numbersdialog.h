// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartnumbers.h"

#include <QDialog>

class QTableView;

namespace downtimeline {

/// The numbers of a chart in a table that can be read out, walked through with the keys and copied: the selected rows,
/// or all of them.
class NumbersDialog : public QDialog
{
    Q_OBJECT

public:
    NumbersDialog(const PlainText &title, ChartNumbers numbers, QWidget *parent);

    QTableView *table() const { return m_table; }
    /// Puts the selected rows, or all where none are, into the clipboard as tab-separated text.
    void copy();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    ChartNumbers m_numbers;
    QTableView *m_table;
};

} // namespace downtimeline
