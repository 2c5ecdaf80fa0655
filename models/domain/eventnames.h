// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"
#include "models/domain/eventindex.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace downtimeline {

/// What the numbers in EventEntry::source and EventEntry::service stand for: a small table beside the index, so that a
/// million events are told apart without their texts. 0 is none. What finds no number any more is `others`.
class EventNames
{
public:
    static constexpr std::uint16_t none = 0;
    static constexpr std::uint16_t others = 0xFFFF;

    /// The number of a source or a service; a new one where it has none yet.
    std::uint16_t numberOf(SourceId source);
    std::uint16_t numberOfService(std::string_view service);
    /// Writes both numbers of the event.
    void name(EventEntry &entry, const Event &event);

    /// From number 1 on.
    const std::vector<SourceId> &sources() const { return m_sources; }
    const std::vector<std::string> &services() const { return m_services; }

    bool operator==(const EventNames &) const = default;

private:
    std::vector<SourceId> m_sources;
    std::vector<std::string> m_services;
    std::map<SourceId, std::uint16_t> m_sourceNumbers;
    std::map<std::string, std::uint16_t, std::less<>> m_serviceNumbers;
};

} // namespace downtimeline
