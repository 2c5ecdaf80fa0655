// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;
class QPointF;

namespace downtimeline {

struct Slide;
struct Theme;

/// Paints a slide with its background at the painter's origin, in units of the slide. Only on the thread of the user
/// interface.
void paintSlide(QPainter &painter, const Slide &slide, const Theme &theme);

/// The dot like that of a laser; unit: the painter's for one of a slide.
void paintPointer(QPainter &painter, QPointF at, double unit);

} // namespace downtimeline
