// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/paint/plaintext.h"

#include <QWidget>

class QToolButton;

namespace downtimeline {

/// A calm message where something happened, with what can be done about it. It waits until it is closed or replaced.
class MessageBar : public QWidget
{
    Q_OBJECT

public:
    enum class Tone { Notice, Warning, Failure };

    explicit MessageBar(QWidget *parent = nullptr);

    /// Without an action there is no button for it.
    void showMessage(Tone tone, const PlainText &text, const QString &action = {});
    /// Hides it and says so.
    void dismiss();
    QString text() const;
    QToolButton *actionButton() const { return m_action; }
    QToolButton *closeButton() const { return m_close; }

Q_SIGNALS:
    void actionTriggered();
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    Label *m_text;
    QToolButton *m_action;
    QToolButton *m_close;
    Tone m_tone = Tone::Notice;
};

} // namespace downtimeline
