// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace downtimeline {

/// The one style sheet of an HTML report, with the rules of its pictures. Dark only on a screen.
std::string htmlStyle(std::string_view pictureLight, std::string_view pictureDark);

} // namespace downtimeline
