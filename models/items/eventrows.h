// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/eventindex.h"
#include "models/domain/result.h"

#include <QString>

#include <memory>
#include <string>

namespace downtimeline {

/// What a table or a tooltip says of an event in words. Texts are UTF-8.
struct EventText
{
    EventId id;
    std::string title;
    std::string detail;
    std::string timeText;   ///< as the source writes it
    std::string sourceName; ///< the file's name; empty where the user added the event
    int line = 0;           ///< in the source, from 1; 0: no line

    bool operator==(const EventText &) const = default;
};

/// Where the words of events come from, a page at a time. The open document is one.
class EventTextSource
{
public:
    virtual ~EventTextSource() = default;

    /// Of the event in that row of the snapshot; empty words where the row or its words cannot be had.
    virtual EventText textAt(std::size_t row) const = 0;

protected:
    EventTextSource() = default;
    EventTextSource(const EventTextSource &) = default;
    EventTextSource &operator=(const EventTextSource &) = default;
};

/// Takes the edits that a table makes, each a step that can be undone. A refusal says why in one sentence.
class EventEditor
{
public:
    virtual ~EventEditor() = default;

    /// False while the library may only be read.
    virtual bool isEditable() const = 0;
    virtual Status setEventTime(EventId event, Instant at) = 0;
    virtual Status setEventKind(EventId event, EventKind kind) = 0;
    virtual Status setEventTitle(EventId event, const QString &title) = 0;

protected:
    EventEditor() = default;
    EventEditor(const EventEditor &) = default;
    EventEditor &operator=(const EventEditor &) = default;
};

/// The events as they were at one moment, the undated after all others; an edit makes a new one.
using EventSnapshot = std::shared_ptr<const EventIndex>;

} // namespace downtimeline
