// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/eventfilter.h"
#include "models/items/eventrows.h"
#include "models/timeline/displayzone.h"

#include <QAbstractTableModel>

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace downtimeline {

/// The events of the open incident as rows of a table, in order of time and those without a time at the end. It holds a
/// snapshot of the index and asks for words a row at a time; an edit goes to the EventEditor and comes back as a new
/// snapshot.
class EventTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TimeColumn, KindColumn, TitleColumn, SourceColumn, ColumnCount };
    enum Role {
        IdRole = Qt::UserRole, ///< the row of the EventId, a qint64
        KindRole,              ///< the EventKind as an int; also what an editor of the kind column writes
        SortRole,              ///< the instant in microseconds for the time column, else the shown text
        HiddenRole,            ///< true for an event that is left out of what is shown to others
        UndatedRole,           ///< true for an event that has no instant
        DimRole,               ///< true for an event that does not pass the filter
        StarredRole,           ///< true for an event that a presentation is made of
    };
    /// Reads a typed time: the text, where the event stands now (or on which day it has to be, or none where that is
    /// not known) and the zone that is shown.
    using TimeParser = std::function<Result<Instant>(QStringView, std::optional<Instant>, const DisplayZone &)>;

    /// Neither words nor editor are owned; both must outlive the model. Without an editor nothing can be edited.
    EventTableModel(const EventTextSource &texts, EventEditor *editor, QObject *parent = nullptr);

    /// Shows another state of the events. A change of one event keeps selections and editors of the others.
    void setEvents(EventSnapshot events);
    const EventSnapshot &events() const { return m_events; }
    void setZone(const DisplayZone &zone);
    /// Which rows of the snapshot pass a filter; null: all. The others are DimRole, or left out.
    void setMask(SharedMask mask, bool hides);
    /// parseEditedTime unless another one is given.
    void setTimeParser(TimeParser parser) { m_parseTime = std::move(parser); }

    EventId eventAt(int row) const;
    /// How many events have no instant; they are the last of the snapshot.
    int undatedCount() const { return static_cast<int>(m_events->size() - dated().size()); }
    /// -1 where the event is not in the table. Linear.
    int rowOf(EventId event) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    /// What was typed cannot be taken; the sentence says why.
    void editRefused(const QString &sentence);

private:
    void replace(EventSnapshot events);
    std::span<const EventEntry> dated() const;
    std::size_t placeOf(int row) const;
    void chooseRows();
    QString display(int row, Column column) const;
    QString timeText(std::size_t row) const;
    QVariant edited(int row, Column column) const;
    QVariant sortKey(int row, Column column) const;
    Status apply(const EventEntry &event, Column column, const QVariant &value);
    Status applyTime(const EventEntry &event, const QString &text);
    DateNeed needOfDates() const;

    const EventTextSource &m_texts;
    EventEditor *m_editor;
    EventSnapshot m_events;
    SharedMask m_mask;
    bool m_hides = false;
    std::vector<std::uint32_t> m_places; ///< of the rows in the snapshot, where some are left out
    DisplayZone m_zone;
    TimeParser m_parseTime;
};

} // namespace downtimeline
