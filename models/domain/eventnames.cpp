// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/eventnames.h"

namespace downtimeline {

std::uint16_t EventNames::numberOf(SourceId source)
{
    if (!source.isValid())
        return none;
    if (const auto known = m_sourceNumbers.find(source); known != m_sourceNumbers.end())
        return known->second;
    if (m_sources.size() + 1 >= others)
        return others;
    m_sources.push_back(source);
    const auto number = static_cast<std::uint16_t>(m_sources.size());
    m_sourceNumbers.emplace(source, number);
    return number;
}

std::uint16_t EventNames::numberOfService(std::string_view service)
{
    if (service.empty())
        return none;
    if (const auto known = m_serviceNumbers.find(service); known != m_serviceNumbers.end())
        return known->second;
    if (m_services.size() + 1 >= others)
        return others;
    m_services.emplace_back(service);
    const auto number = static_cast<std::uint16_t>(m_services.size());
    m_serviceNumbers.emplace(m_services.back(), number);
    return number;
}

void EventNames::name(EventEntry &entry, const Event &event)
{
    entry.source = numberOf(event.source);
    entry.service = numberOfService(event.service);
}

} // namespace downtimeline
