// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"
#include "models/domain/eventindex.h"
#include "models/domain/source.h"
#include "models/timeline/displayzone.h"

#include <QString>

#include <string_view>
#include <vector>

namespace downtimeline {

/// A line of a source as it stands there.
struct QuotedLine
{
    int number = 0; ///< from 1
    QString text;
    bool isEvents = false; ///< the line that the event was read from

    bool operator==(const QuotedLine &) const = default;
};

/// All that is known of one event, in words: what it is, when, who says so and where. Foreign texts as they are.
struct EventCard
{
    EventId event;
    EventKind kind = EventKind::Note;
    QString title;
    QString kindText;    ///< "Rollback, 97 % certain"
    QString time;        ///< "16 January 2024, 10:15 – 10:20 GMT+1", or that it has none
    QString length;      ///< "5 min, to the event that ends it"; empty for an instant event
    QString timeAsRead;  ///< “10:15AM”, with where its zone is from; empty where the user set it
    QString instantText; ///< the same moment as an instant: "2024-01-16 09:15:00 UTC"
    QString sourceText;  ///< "0x19-postmortem.txt, line 17"; empty where the user added the event
    std::vector<QuotedLine> lines;
    QString actor;
    QString service;
    QString detail;
    QString note;
    bool isStarred = false;
    bool isHidden = false;

    bool operator==(const EventCard &) const = default;
};

/// entry has the derived end; source is null where the event has none, and without text where that was not kept.
EventCard eventCard(const Event &event, const EventEntry &entry, const Source *source, const DisplayZone &zone);

/// The line and up to so many lines on either side; empty where the text has no such line. Linear.
std::vector<QuotedLine> linesAround(std::string_view utf8, int line, int around);

} // namespace downtimeline
