// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/presentoptions.h"

#include <QDialog>
#include <QList>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QScreen;

namespace downtimeline {

/// Asks how to present: which events, on which display, in which colours.
class PresentDialog : public QDialog
{
    Q_OBJECT

public:
    PresentDialog(const PresentOptions &options, const QList<QScreen *> &screens, QWidget *parent);

    PresentOptions options() const;

    QComboBox *steps() const { return m_steps; }
    QLineEdit *words() const { return m_words; }
    QComboBox *display() const { return m_display; }
    QComboBox *colours() const { return m_colours; }
    QCheckBox *presenter() const { return m_presenter; }

private:
    void fill(const PresentOptions &options, const QList<QScreen *> &screens);

    QComboBox *m_steps;
    QLineEdit *m_words;
    QComboBox *m_display;
    QComboBox *m_colours;
    QCheckBox *m_presenter;
};

} // namespace downtimeline
