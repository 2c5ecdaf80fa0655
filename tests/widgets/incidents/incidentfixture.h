// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/eventtablemodel.h"
#include "models/items/headercontent.h"
#include "models/items/incidententry.h"

#include <QWidget>

#include <map>

namespace downtimeline {

/// That clock on 16 January 2024 at +01:00.
Instant onTheDay(int hour, int minute);
DisplayZone plusOne();

/// An incident in memory that a table edits: events with titles, without undo and without a file.
class MemoryRows : public EventTextSource, public EventEditor
{
public:
    /// The events of the founding document, ids 1 to 8.
    MemoryRows();

    EventText textAt(std::size_t row) const override;
    bool isEditable() const override { return editable; }
    Status setEventTime(EventId event, Instant at) override;
    Status setEventKind(EventId event, EventKind kind) override;
    Status setEventTitle(EventId event, const QString &title) override;

    const EventEntry &entry(EventId event) const;
    EventSnapshot snapshot() const;

    EventTableModel *shownIn = nullptr; ///< told of every edit
    bool editable = true;
    EventIndex index; ///< in order of time
    std::map<EventId, std::string> titles;

private:
    Status change(EventId event, const std::function<void(EventEntry &)> &how);
};

/// The header of the founding incident after its owner edited it.
HeaderContent foundingHeader();
/// The seven incidents of the design pictures.
std::vector<IncidentEntry> pictureIncidents();

/// Gives the whole application the look, light or dark.
void setLook(bool dark);
/// Saves a picture of the widget beside the other screenshots.
void saveScreenshot(QWidget &widget, const QString &name);
/// How many pixels of the widget have exactly that colour.
int pixelsOf(QWidget &widget, const QColor &colour);

} // namespace downtimeline
