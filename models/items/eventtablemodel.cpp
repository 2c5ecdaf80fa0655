// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/eventtablemodel.h"

#include "models/items/eventtimetext.h"
#include "models/items/snapshotchange.h"

#include <algorithm>
#include <limits>

namespace downtimeline {

EventTableModel::EventTableModel(const EventTextSource &texts, EventEditor *editor, QObject *parent)
    : QAbstractTableModel(parent), m_texts(texts), m_editor(editor), m_events(std::make_shared<EventIndex>()),
      m_parseTime(parseEditedTime)
{}

void EventTableModel::setEvents(EventSnapshot events)
{
    Q_ASSERT(events);
    const int undated = undatedCount();
    replace(std::move(events));
    if (undatedCount() != undated)
        Q_EMIT headerDataChanged(Qt::Horizontal, TitleColumn, TitleColumn);
}

void EventTableModel::replace(EventSnapshot events)
{
    if (!m_places.empty() || (m_hides && m_mask)) { // what is left out may be what changed
        beginResetModel();
        m_events = std::move(events);
        chooseRows();
        endResetModel();
        return;
    }
    const SnapshotChange change = snapshotChange(*m_events, *events);
    const int row = static_cast<int>(change.row);
    switch (change.what) {
    case SnapshotChange::What::Rows:
        m_events = std::move(events);
        if (!m_events->empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    case SnapshotChange::What::Insert:
        beginInsertRows({}, row, row);
        m_events = std::move(events);
        endInsertRows();
        break;
    case SnapshotChange::What::Remove:
        beginRemoveRows({}, row, row);
        m_events = std::move(events);
        endRemoveRows();
        break;
    case SnapshotChange::What::Move:
        beginMoveRows({}, row, row, {}, static_cast<int>(change.destination));
        m_events = std::move(events);
        endMoveRows();
        break;
    case SnapshotChange::What::Everything:
        beginResetModel();
        m_events = std::move(events);
        endResetModel();
        return;
    }
    if (!m_events->empty()) // spans of other rows may have changed with it
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void EventTableModel::setZone(const DisplayZone &zone)
{
    m_zone = zone;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, TimeColumn), index(rowCount() - 1, TimeColumn));
}

void EventTableModel::setMask(SharedMask mask, bool hides)
{
    if (mask == m_mask && hides == m_hides)
        return;
    const bool leavesOut = (m_hides && m_mask) || (hides && mask);
    if (leavesOut)
        beginResetModel();
    m_mask = std::move(mask);
    m_hides = hides;
    chooseRows();
    if (leavesOut)
        endResetModel();
    else if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void EventTableModel::chooseRows()
{
    m_places.clear();
    if (!m_hides || !m_mask)
        return;
    for (std::size_t place = 0; place < m_events->size(); ++place)
        if (m_mask->passesRow(place))
            m_places.push_back(static_cast<std::uint32_t>(place));
}

std::size_t EventTableModel::placeOf(int row) const
{
    const auto place = static_cast<std::size_t>(row);
    return m_hides && m_mask ? m_places[place] : place;
}

std::span<const EventEntry> EventTableModel::dated() const
{
    const auto undated =
        std::ranges::partition_point(*m_events, [](const EventEntry &row) { return !row.isUndated(); });
    return {m_events->begin(), undated};
}

EventId EventTableModel::eventAt(int row) const
{
    return row >= 0 && row < rowCount() ? (*m_events)[placeOf(row)].id : EventId();
}

int EventTableModel::rowOf(EventId event) const
{
    const auto found = std::ranges::find(*m_events, event, &EventEntry::id);
    if (found == m_events->end())
        return -1;
    const auto place = static_cast<std::uint32_t>(found - m_events->begin());
    if (!m_hides || !m_mask)
        return static_cast<int>(place);
    const auto row = std::ranges::lower_bound(m_places, place);
    return row != m_places.end() && *row == place ? static_cast<int>(row - m_places.begin()) : -1;
}

int EventTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_hides && m_mask ? m_places.size() : m_events->size());
}

int EventTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EventTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index, CheckIndexOption::ParentIsInvalid))
        return {};
    const EventEntry &event = (*m_events)[placeOf(index.row())];
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return display(index.row(), column);
    case Qt::AccessibleTextRole:
        return column == TitleColumn && event.has(EventEntry::Starred)
                   ? tr("%1, starred").arg(display(index.row(), column))
                   : display(index.row(), column);
    case Qt::EditRole:
        return edited(index.row(), column);
    case IdRole:
        return QVariant::fromValue<qint64>(event.id.row());
    case KindRole:
        return static_cast<int>(event.kind);
    case SortRole:
        return sortKey(index.row(), column);
    case HiddenRole:
        return event.has(EventEntry::Hidden);
    case UndatedRole:
        return event.isUndated();
    case DimRole:
        return m_mask && !m_mask->passesRow(placeOf(index.row()));
    case StarredRole:
        return event.has(EventEntry::Starred);
    default: // roles are Qt's and open
        return {};
    }
}

QVariant EventTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case TimeColumn:
        return tr("Time");
    case KindColumn:
        return tr("Kind");
    case TitleColumn:
        return undatedCount() > 0 ? tr("Event · %1 of %2 without a time").arg(undatedCount()).arg(m_events->size())
                                  : tr("Event");
    case SourceColumn:
        return tr("Source");
    case ColumnCount:
        break;
    }
    return {};
}

Qt::ItemFlags EventTableModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || !checkIndex(index, CheckIndexOption::ParentIsInvalid))
        return Qt::NoItemFlags;
    const Qt::ItemFlags shown = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    const bool canEdit = m_editor && m_editor->isEditable() && index.column() != SourceColumn;
    return canEdit ? shown | Qt::ItemIsEditable : shown;
}

bool EventTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const bool isEdit = role == Qt::EditRole || role == KindRole;
    if (!isEdit || !checkIndex(index, CheckIndexOption::IndexIsValid) || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const EventEntry event = (*m_events)[placeOf(index.row())]; // the edit replaces the snapshot
    const Status done = apply(event, static_cast<Column>(index.column()), value);
    if (!done)
        Q_EMIT editRefused(done.error().message);
    return done.has_value();
}

QString EventTableModel::display(int row, Column column) const
{
    const std::size_t place = placeOf(row);
    const EventEntry &event = (*m_events)[place];
    switch (column) {
    case TimeColumn:
        return timeText(place);
    case KindColumn:
        return kindName(event.kind);
    case TitleColumn:
        return QString::fromStdString(m_texts.textAt(place).title);
    case SourceColumn: {
        const EventText text = m_texts.textAt(place);
        return text.line > 0 ? tr("line %1").arg(text.line) : QString::fromStdString(text.sourceName);
    }
    case ColumnCount:
        break;
    }
    return {};
}

/// The words of the source where they name no instant.
QString EventTableModel::timeText(std::size_t row) const
{
    const EventEntry &event = (*m_events)[row];
    if (!event.isUndated())
        return eventTimeText(event, m_zone, needOfDates());
    const QString written = QString::fromStdString(m_texts.textAt(row).timeText).simplified();
    return written.isEmpty() ? tr("no time") : written;
}

QVariant EventTableModel::edited(int row, Column column) const
{
    const EventEntry &event = (*m_events)[placeOf(row)];
    switch (column) {
    case TimeColumn:
        return event.isUndated() ? QString() : editableTimeText(event.at, m_zone);
    case KindColumn:
        return static_cast<int>(event.kind);
    case TitleColumn:
    case SourceColumn:
    case ColumnCount:
        break;
    }
    return display(row, column);
}

QVariant EventTableModel::sortKey(int row, Column column) const
{
    const EventEntry &event = (*m_events)[placeOf(row)];
    if (column == TimeColumn)
        return QVariant::fromValue<qint64>(
            event.isUndated() ? std::numeric_limits<qint64>::max() : microseconds(event.at));
    return display(row, column);
}

Status EventTableModel::apply(const EventEntry &event, Column column, const QVariant &value)
{
    switch (column) {
    case TimeColumn:
        return applyTime(event, value.toString());
    case KindColumn: {
        const int kind = value.toInt();
        Q_ASSERT(kind >= 0 && kind < static_cast<int>(eventKindCount));
        return m_editor->setEventKind(event.id, static_cast<EventKind>(kind));
    }
    case TitleColumn:
        return m_editor->setEventTitle(event.id, value.toString());
    case SourceColumn:
    case ColumnCount:
        break;
    }
    return failure(Error::Code::Usage, tr("The source of an event cannot be changed."));
}

Status EventTableModel::applyTime(const EventEntry &event, const QString &text)
{
    std::optional<Instant> current = event.at;
    if (event.isUndated()) // a clock alone is on the incident's day, as long as there is but one
        current =
            dated().empty() || needOfDates() != DateNeed::Clock ? std::nullopt : std::optional(dated().front().at);
    const bool isUntouched = event.isUndated() ? text.trimmed().isEmpty() : text == editableTimeText(event.at, m_zone);
    if (isUntouched) // an approximate time stays approximate
        return {};
    const Result<Instant> at = m_parseTime(text, current, m_zone);
    return at ? m_editor->setEventTime(event.id, *at) : Status(std::unexpected(at.error()));
}

DateNeed EventTableModel::needOfDates() const
{
    const std::span<const EventEntry> placed = dated();
    return placed.empty() ? DateNeed::Clock : dateNeed({placed.front().at, placed.back().at}, m_zone);
}

} // namespace downtimeline
