// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QTimeZone>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace downtimeline {

/// The offset east of UTC that "Z", "UTC", "GMT", "+01:00", "-0330", "+1", "UTC+1", "GMT + 01:00", "(UTC)" name; none
/// for any other text, also for abbreviations such as "CET" or "IST", which may mean several.
std::optional<std::chrono::seconds> fixedOffset(std::string_view zone);

/// Could be the name of a zone: letters, digits, spaces and / _ + - : ( ) [ ] only, and not too long.
bool isZoneName(std::string_view text);

/// A zone of fixed offset or of the IANA list, looked up by its name once.
class CsvZone
{
public:
    /// Takes another name; nothing happens where it is the same.
    void setName(std::string_view name);

    const std::string &name() const { return m_name; }
    /// The offset when the zone's clocks show that time; none where the zone is not known, and where the clocks were
    /// set back or forward over that time.
    std::optional<std::chrono::seconds> offsetAt(Instant local) const;

private:
    std::string m_name;
    std::optional<std::chrono::seconds> m_fixed;
    QTimeZone m_zone;
};

} // namespace downtimeline
