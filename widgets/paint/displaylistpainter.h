// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;

namespace downtimeline {

class GlyphCache;
struct DisplayList;
struct Theme;

/// Replays a display list at the painter's origin, without its background. The only code that paints a timeline.
/// With a cache, glyphs are drawn as pictures (screens); without, as vectors (PDF, SVG, print).
void paintTimeline(QPainter &painter, const DisplayList &list, const Theme &theme, GlyphCache *cache = nullptr);

} // namespace downtimeline
