// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/bytesource.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace downtimeline {

/// The same bytes, where a byte order mark says UTF-16 turned into UTF-8. The source must outlive it.
std::unique_ptr<ByteSource> utf8Source(ByteSource &source);

/// The first bytes of a file as UTF-8: UTF-16 with a byte order mark is turned into it, anything else stays.
std::string utf8Head(std::string_view head);

inline constexpr std::size_t headSize = std::size_t{64} << 10; ///< bytes by which a file is recognised

/// Up to headSize bytes from the start of the source, as it gives it; the source stands at its start afterwards.
Result<std::string> headOf(ByteSource &source);

/// Without the blanks and line ends around it.
std::string_view trimmed(std::string_view text);

/// Well-formed UTF-8 without a NUL, fit to be kept as a text.
bool isCleanText(std::string_view bytes);

/// UTF-8 in which what is not well formed, and every NUL, became U+FFFD.
std::string cleanText(std::string_view bytes);

} // namespace downtimeline
