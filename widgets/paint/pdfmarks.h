// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

class QPainter;

namespace downtimeline {

/// Marks in the painting of a page that say to which node of the report the next strokes belong: Qt's writer knows no
/// tags. They are rectangles far outside the paper, which taggedContent() replaces.
void beginMark(QPainter &painter, std::size_t node);
void endMark(QPainter &painter);

/// The drawing operators of a page, its marks made into marked content; everything else is decoration.
struct TaggedContent
{
    std::string operators;
    std::vector<std::size_t> nodes; ///< of the marked contents 0, 1, ...
    bool isSound = true;            ///< every mark was found whole, and each is closed
};

/// tagOf: the name of a node's tag, such as "/P".
TaggedContent taggedContent(std::string_view operators, const std::function<std::string(std::size_t node)> &tagOf);

} // namespace downtimeline
