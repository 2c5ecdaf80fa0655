// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace downtimeline {

/// The line of the shared cursor: one logical pixel wide, as high as its parent, lets every input through. Moving it
/// repaints a strip of what lies below, no more.
class CursorLine : public QWidget
{
    Q_OBJECT

public:
    explicit CursorLine(QWidget *parent);

    /// x in the parent's logical pixels; top: where it begins.
    void showAt(double x, int top);

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// The time at the cursor, on the ruler.
class TimeChip : public QWidget
{
    Q_OBJECT

public:
    explicit TimeChip(QWidget *parent);

    /// Centred on x and kept inside the parent; height: the ruler's.
    void showAt(double x, int height, const QString &text);
    /// Blots out what it would cover in part; in the parent's logical pixels.
    void cover(const QRectF &rect);
    const QString &text() const { return m_text; }
    /// Of the chip alone, in the parent's logical pixels.
    QRect chip() const { return m_chip; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    QRect m_chip;
};

} // namespace downtimeline
