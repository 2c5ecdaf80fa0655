// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/action.h"
#include "models/readers/postmortem/postmortemsections.h"

#include <vector>

namespace downtimeline {

/// What is to be done, from the parts named after it: list items, paragraphs, rows of a table with owner and due
/// columns, "Deadline: ..." lines. A due day is an ISO date where it could be read as one.
std::vector<Action> documentActions(const std::vector<SectionedLine> &lines, int year);

} // namespace downtimeline
