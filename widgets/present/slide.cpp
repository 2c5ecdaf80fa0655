// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/present/slide.h"

#include <algorithm>

namespace downtimeline {

double slideScaleFor(QSizeF screen)
{
    return std::max(0.01, std::min(screen.height() / slideHeight, screen.width() / leastSlideWidth));
}

QSizeF slideSizeFor(QSizeF screen)
{
    return screen / slideScaleFor(screen);
}

} // namespace downtimeline
