// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace downtimeline {

/// A spreadsheet runs a cell that starts like this, also behind white space, quotes and in full width (OWASP, CSV
/// injection). A number is none, whatever its sign.
bool looksLikeFormula(std::string_view utf8);

/// The cell without the apostrophe that keeps it from being run; any other cell as it is.
std::string_view withoutGuard(std::string_view cell);

} // namespace downtimeline
