// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/present/slidepicture.h"

#include "widgets/present/presentation.h"
#include "widgets/present/presenttheme.h"
#include "widgets/present/slidepainter.h"

#include <QPainter>

#include <utility>

namespace downtimeline {

const QPixmap &SlidePicture::of(const Presentation &presentation, std::size_t step, QSize size, double pixelRatio)
{
    const QSize pixels = size * pixelRatio;
    if (m_picture.size() == pixels && m_picture.devicePixelRatio() == pixelRatio && m_step == step)
        return m_picture;
    m_step = step;
    m_slide = layoutSlide(presentation.request(step, slideSizeFor(size)));
    m_slide.isBlank = presentation.isBlank() && step == presentation.step();
    m_picture = QPixmap(pixels);
    m_picture.setDevicePixelRatio(pixelRatio);
    QPainter painter(&m_picture);
    painter.scale(slideScaleFor(size), slideScaleFor(size));
    paintSlide(painter, m_slide, presentationTheme(presentation.isLight()));
    return m_picture;
}

} // namespace downtimeline
