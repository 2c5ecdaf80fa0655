// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/draft/importdraft.h"
#include "models/timeline/displayzone.h"

#include <QString>

#include <span>

namespace downtimeline {

/// The zone that an incident's times are shown in before they are stored.
DisplayZone zoneOf(const DraftIncident &incident);

/// "Read as a postmortem document. 8 events, 2 findings. Nothing is saved until you choose Import."
/// wasReadBefore: the library has some of it, which need not be events.
QString readingSentence(const QString &readerName, const ImportDraft &draft, bool wasReadBefore);

/// "known already", "differs (kept: 10:15 Rollback begins, Rollback)", "removed earlier", "like 10:00 Server outage
/// begins"; empty for what is new.
QString standingNote(const DraftEvent &event, const DisplayZone &zone);

/// "“10:15AM” on line 17, read as 16 January 2024, 10:15 GMT+1. The zone is from the header."
QString timeStory(const ImportDraft &draft, const DraftIncident &incident, std::size_t event);

/// "Import 8 events", "Import 2 series", "Update", "Import"; what the button says of all that is shown.
QString importWords(std::span<const ImportDraft *const> drafts);
/// Why nothing can be imported yet, in one sentence; empty where it can.
QString obstacle(const ImportDraft &draft);

/// Findings and open questions as the cards show them.
std::vector<Finding> cardsOf(const DraftIncident &incident);

/// "traffic · requests_per_second · 360 samples", one a series, then "2 actions", for what is no event.
QStringList otherWords(const DraftIncident &incident);

} // namespace downtimeline
