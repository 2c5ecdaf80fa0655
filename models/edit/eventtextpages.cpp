// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/eventtextpages.h"

#include <algorithm>

namespace downtimeline {

Result<EventText> EventTextPages::at(const EventIndex &events, std::size_t row)
{
    const std::size_t first = row / pageRows * pageRows;
    return afterReading(events, row, first, first + pageRows);
}

Result<EventText> EventTextPages::alone(const EventIndex &events, std::size_t row)
{
    return afterReading(events, row, row, row + 1);
}

Result<EventText>
EventTextPages::afterReading(const EventIndex &events, std::size_t row, std::size_t first, std::size_t last)
{
    if (row >= events.size())
        return EventText{};
    const EventId id = events[row].id;
    if (const auto found = m_texts.find(id); found != m_texts.end())
        return found->second;
    if (const Status done = read(events, first, std::min(last, events.size())); !done)
        return std::unexpected(done.error());
    EventText &text = m_texts[id]; // one that the file does not have is remembered as empty
    text.id = id;
    return text;
}

Status EventTextPages::read(const EventIndex &events, std::size_t first, std::size_t last)
{
    std::vector<EventId> wanted;
    for (std::size_t i = first; i < last; ++i) {
        if (!isProvisional(events[i].id) && !m_texts.contains(events[i].id))
            wanted.push_back(events[i].id);
    }
    if (m_texts.size() > mostKept)
        m_texts.clear();
    Result<std::vector<EventText>> texts = m_storage.texts(wanted);
    if (!texts)
        return std::unexpected(std::move(texts).error());
    for (EventText &text : *texts)
        m_texts.insert_or_assign(text.id, std::move(text));
    return {};
}

} // namespace downtimeline
