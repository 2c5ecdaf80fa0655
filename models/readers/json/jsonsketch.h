// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

namespace downtimeline {

/// What the first bytes of a JSON file hold, also where they end in the middle.
struct JsonSketch
{
    std::map<std::string, std::string, std::less<>> places; ///< "incidents[].id" -> the first plain value there, bare
    bool isJson = false;  ///< a list or an object, sound as far as it goes, with a name or an element in it
    bool isLines = false; ///< an object a line; a damaged line is passed over

    bool has(std::string_view place) const { return places.contains(place); }
    bool hasAll(std::string_view parent, std::initializer_list<std::string_view> names) const;
    std::string_view valueAt(std::string_view place) const;
};

/// Looks at the first bytes, UTF-8.
JsonSketch jsonSketchOf(std::string_view head);

} // namespace downtimeline
