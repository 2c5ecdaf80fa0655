// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/present/slidepicture.h"

#include <QWidget>

namespace downtimeline {

class Presentation;

/// A slide in small, for the presenter: the current step or the one after it.
class SlidePreview : public QWidget
{
    Q_OBJECT

public:
    enum class Shows { Current, Next };

    /// The presentation must outlive it.
    SlidePreview(Presentation &presentation, Shows shows, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Presentation &m_presentation;
    Shows m_shows;
    SlidePicture m_picture;
};

} // namespace downtimeline
