// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/documents/documentline.h"

#include <string_view>
#include <vector>

namespace downtimeline {

/// The lines of an HTML page: a block element is a line, a table row has cells, navigation, scripts and tables of
/// contents are left out. Numbers are those of the source. Linear, without recursion.
std::vector<DocumentLine> htmlLines(std::string_view text);

} // namespace downtimeline
