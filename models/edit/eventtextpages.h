// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/edit/documentstorage.h"

#include <unordered_map>

namespace downtimeline {

/// The words of stored events, read a page of rows at a time and forgotten when there are many. Words never change by
/// themselves; whoever edits an event keeps its new words.
class EventTextPages
{
public:
    static constexpr std::size_t pageRows = 256;
    static constexpr std::size_t mostKept = 16'384;

    explicit EventTextPages(DocumentStorage &storage) : m_storage(storage) {}

    /// Of the event in that row; an event that the file does not have has none. An error is the file's.
    Result<EventText> at(const EventIndex &events, std::size_t row);
    /// The same without its neighbours, for one who asks for events that lie far apart.
    Result<EventText> alone(const EventIndex &events, std::size_t row);
    void clear() { m_texts.clear(); }

private:
    Result<EventText> afterReading(const EventIndex &events, std::size_t row, std::size_t first, std::size_t last);
    Status read(const EventIndex &events, std::size_t first, std::size_t last);

    DocumentStorage &m_storage;
    std::unordered_map<EventId, EventText> m_texts;
};

} // namespace downtimeline
