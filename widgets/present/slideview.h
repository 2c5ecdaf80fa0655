// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/present/slidepicture.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <optional>

class QTouchEvent;

namespace downtimeline {

class Presentation;

/// The slides, on a screen of their own. A click or a tap steps on, a right click or a tap at the left goes back, a
/// quick swipe either; a drag shows a dot like that of a laser, and so do keys.
class SlideView : public QWidget
{
    Q_OBJECT

public:
    /// The presentation must outlive it.
    explicit SlideView(Presentation &presentation, QWidget *parent = nullptr);

    /// What is shown now.
    const Slide &slide();
    /// Where the dot is; none without a drag and without that of the keys.
    std::optional<QPointF> dot() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    bool event(QEvent *event) override;

private:
    void refresh();
    void point(std::optional<QPointF> at);
    void touch(const QTouchEvent &event);
    void endTouch(QPointF at);
    double unit() const;

    Presentation &m_presentation;
    SlidePicture m_picture;
    std::optional<QPointF> m_pressed; ///< where a button or a finger went down
    std::optional<QPointF> m_dot;     ///< of the hand
    QElapsedTimer m_sincePress;
    QTimer m_hidePointer;
};

} // namespace downtimeline
