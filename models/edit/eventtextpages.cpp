// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/eventtextpages.h"

namespace downtimeline {

Result<EventText> EventTextPages::at(const EventIndex &events, std::size_t row)
{
    if (row >= events.size())
        return EventText{};
    const EventId id = events[row].id;
    if (const auto found = m_texts.find(id); found != m_texts.end())
        return found->second;
    if (const Status read = readPage(events, row); !read)
        return std::unexpected(read.error());
    EventText &text = m_texts[id]; // one that the file does not have is remembered as empty
    text.id = id;
    return text;
}

Status EventTextPages::readPage(const EventIndex &events, std::size_t row)
{
    const std::size_t first = row / pageRows * pageRows;
    const std::size_t last = std::min(first + pageRows, events.size());
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
