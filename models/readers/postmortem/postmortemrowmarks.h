// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace downtimeline {

/// "HH:mm Short description", "YYYY-MM-DD": a row of the template that was left in place.
bool isTemplate(std::string_view text);

/// "Resolved - all is well": a status page's update, whose time stands below it.
bool isStatusUpdate(std::string_view text);

/// The words before "At" where a sentence goes on with "At 08:20": all of them where it does not.
std::string_view withoutSentenceStart(std::string_view before);

} // namespace downtimeline
