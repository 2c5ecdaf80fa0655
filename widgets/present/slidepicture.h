// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/present/slide.h"

#include <QPixmap>

namespace downtimeline {

class Presentation;

/// A step of a presentation as a picture that is painted once and kept until the presentation changes.
class SlidePicture
{
public:
    /// For a place of that size in logical pixels.
    const QPixmap &of(const Presentation &presentation, std::size_t step, QSize size, double pixelRatio);
    /// What of() shows.
    const Slide &slide() const { return m_slide; }
    void outdate() { m_picture = {}; }

private:
    Slide m_slide;
    QPixmap m_picture;
    std::size_t m_step = 0;
};

} // namespace downtimeline
