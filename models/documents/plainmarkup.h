// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace downtimeline {

/// One line of Markdown (with HTML in it) as plain text: emphasis, code marks, tags and images go, links keep their
/// words, entities become characters. Linear in the line's length whatever it holds.
std::string plainText(std::string_view markdown);

} // namespace downtimeline
