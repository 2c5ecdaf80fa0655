// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/kind.h"

#include <QColor>
#include <QPainterPath>
#include <QPixmap>

#include <map>
#include <tuple>

class QPainter;

namespace downtimeline {

/// The shape of a kind, filled, around 0,0 and within a square of size logical pixels. Every kind has its own.
QPainterPath glyphPath(EventKind kind, double size);

/// Draws the shape as vectors. vague: the time is only about known, so the edge is dashed and the fill faint.
void drawGlyph(
    QPainter &painter, EventKind kind, QPointF centre, double size, const QColor &colour, bool vague = false);

/// A five-pointed star, filled, around 0,0 and within a square of size logical pixels.
QPainterPath starPath(double size);

/// Pictures of glyphs for screens, made once for each shape, size, colour and pixel ratio.
class GlyphCache
{
public:
    /// Draws the picture at the whole device pixel next to centre.
    void draw(QPainter &painter, EventKind kind, QPointF centre, double size, const QColor &colour, bool vague);

    std::size_t size() const { return m_pictures.size(); }

private:
    using Key = std::tuple<EventKind, double, QRgb, double, bool>;

    std::map<Key, QPixmap> m_pictures;
};

} // namespace downtimeline
