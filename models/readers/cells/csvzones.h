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

/// The text is the name of a zone and nothing else: "UTC+1", "CET", "IST", "Pacific Time", "Europe/Berlin".
bool isKnownZone(std::string_view text);

/// A zone of fixed offset, an abbreviation that one place uses, a zone named in words or of the IANA list, looked up by
/// its name once.
class CsvZone
{
public:
    /// Takes another name; nothing happens where it is the same.
    void setName(std::string_view name);

    const std::string &name() const { return m_name; }
    /// The offset depends on the day.
    bool hasRules() const { return !m_fixed && m_zone.isValid(); }
    /// The offset when the zone's clocks show that time; none where the zone is not known, where it depends on the day
    /// and no time is given, and where the clocks were set back or forward over that time.
    std::optional<std::chrono::seconds> offsetAt(std::optional<Instant> local) const;

private:
    std::string m_name;
    std::optional<std::chrono::seconds> m_fixed;
    QTimeZone m_zone;
};

} // namespace downtimeline
