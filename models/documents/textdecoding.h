// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace downtimeline {

/// The text of a document's bytes as UTF-8 with plain line feeds: UTF-8 or UTF-16 (by its mark), without the mark;
/// bytes that are no text and NULs become U+FFFD, so that every line keeps its number.
std::string decodedText(std::string_view bytes);

} // namespace downtimeline
