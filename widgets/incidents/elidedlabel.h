// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/paint/plaintext.h"

#include <QWidget>

namespace downtimeline {

/// One line of text with an ellipsis where it does not fit; the whole text is its tooltip then.
class ElidedLabel : public QWidget
{
    Q_OBJECT

public:
    /// role is the palette's role that the text is drawn in.
    ElidedLabel(const QFont &font, QPalette::ColorRole role, QWidget *parent = nullptr);

    /// The ellipsis stands before the last so many characters as long as they take no more than half of the room.
    void setText(const PlainText &text, qsizetype tail = 0);
    const QString &text() const { return m_text.text(); }
    bool isElided() const;
    /// With its ellipsis, as it is drawn.
    QString shownText() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void tellWhole();

    PlainText m_text;
    QPalette::ColorRole m_role;
    qsizetype m_tail = 0;
};

} // namespace downtimeline
