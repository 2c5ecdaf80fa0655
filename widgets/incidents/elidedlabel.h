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
    /// Where the ellipsis stands; at the right unless told otherwise.
    void setElideMode(Qt::TextElideMode mode);

    void setText(const PlainText &text);
    const QString &text() const { return m_text.text(); }
    bool isElided() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void tellWhole();

    PlainText m_text;
    QPalette::ColorRole m_role;
    Qt::TextElideMode m_mode = Qt::ElideRight;
};

} // namespace downtimeline
