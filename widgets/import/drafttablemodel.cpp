// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/import/drafttablemodel.h"

#include "models/items/eventtimetext.h"
#include "widgets/import/importwords.h"
#include "widgets/paint/plaintext.h"

#include <algorithm>

namespace downtimeline {

void DraftTableModel::setDraft(ImportDraft *draft, std::size_t incident)
{
    beginResetModel();
    m_draft = draft && incident < draft->incidents.size() ? draft : nullptr;
    m_incident = incident;
    endResetModel();
    refresh();
}

void DraftTableModel::refresh()
{
    if (rowCount() == 0)
        return;
    const DisplayZone shown = zone();
    std::optional<TimeRange> extent;
    for (int row = 0; row < rowCount(); ++row) {
        if (const std::optional<Instant> at = eventAt(row).at)
            extent = extent ? TimeRange{std::min(extent->start, *at), std::max(extent->end, *at)} : TimeRange{*at, *at};
    }
    m_dates = extent ? dateNeed(*extent, shown) : DateNeed::Clock;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

DisplayZone DraftTableModel::zone() const
{
    return m_draft ? zoneOf(incident()) : DisplayZone();
}

Event DraftTableModel::eventAt(int row) const
{
    return chosenEvent(*m_draft, incident(), static_cast<std::size_t>(row));
}

QString DraftTableModel::storyOf(int row) const
{
    return row >= 0 && row < rowCount() ? timeStory(*m_draft, incident(), static_cast<std::size_t>(row)) : QString();
}

int DraftTableModel::rowOfLine(int line) const
{
    if (!m_draft || line <= 0)
        return -1;
    const std::vector<Event> &events = incident().read.events;
    const auto found = std::ranges::find(events, line, &Event::line);
    return found == events.end() ? -1 : static_cast<int>(found - events.begin());
}

void DraftTableModel::setTaken(const QList<int> &rows, bool taken)
{
    bool hasChanged = false;
    for (const int row : rows) {
        if (row < 0 || row >= rowCount() || !canBeChanged(row))
            continue;
        choice(row).taken = taken;
        hasChanged = true;
    }
    if (!hasChanged)
        return;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT edited();
}

int DraftTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_draft ? 0 : static_cast<int>(incident().choices.size());
}

int DraftTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DraftTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index, CheckIndexOption::ParentIsInvalid))
        return {};
    const int row = index.row();
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return display(row, column);
    case Qt::AccessibleTextRole:
        return column == TakenColumn ? (choice(row).isTaken() ? tr("taken") : tr("not taken")) : display(row, column);
    case Qt::EditRole:
        return editValue(row, column);
    case Qt::ToolTipRole:
        return PlainText::foreign(QStringView(toolTipOf(row, column))).forToolTip();
    case Qt::CheckStateRole:
        return column == TakenColumn ? QVariant(choice(row).isTaken() ? Qt::Checked : Qt::Unchecked) : QVariant();
    case KindRole:
        return static_cast<int>(eventAt(row).kind);
    case TakenRole:
        return choice(row).isTaken();
    case LockedRole:
        return !canBeChanged(row);
    case NoteRole:
        return noteOf(row);
    case SureRole:
        return eventAt(row).certainty;
    case LineRole:
        return incident().read.events[static_cast<std::size_t>(row)].line;
    default: // roles are Qt's and open
        return {};
    }
}

QVariant DraftTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    switch (static_cast<Column>(section)) {
    case TakenColumn:
    case ColumnCount:
        break;
    case TimeColumn:
        return tr("Time");
    case KindColumn:
        return tr("Kind");
    case TitleColumn:
        return tr("Event");
    case LineColumn:
        return tr("Line");
    case SureColumn:
        return tr("Sure");
    }
    return QString();
}

Qt::ItemFlags DraftTableModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || !checkIndex(index, CheckIndexOption::ParentIsInvalid))
        return Qt::NoItemFlags;
    const Qt::ItemFlags shown = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    if (!canBeChanged(index.row()))
        return shown;
    if (index.column() == TakenColumn)
        return shown | Qt::ItemIsUserCheckable;
    const bool canEdit = index.column() == TimeColumn || index.column() == KindColumn || index.column() == TitleColumn;
    return canEdit ? shown | Qt::ItemIsEditable : shown;
}

bool DraftTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || !canBeChanged(index.row()))
        return false;
    if (role == Qt::CheckStateRole && index.column() == TakenColumn) {
        setTaken({index.row()}, value.toInt() == Qt::Checked);
        return true;
    }
    const bool isEdit = role == Qt::EditRole || role == KindRole;
    if (!isEdit || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const Status done = apply(index.row(), static_cast<Column>(index.column()), value);
    if (!done) {
        Q_EMIT editRefused(done.error().message);
        return false;
    }
    refresh(); // a time may be the first on another day
    Q_EMIT edited();
    return true;
}

QString DraftTableModel::display(int row, Column column) const
{
    const Event event = eventAt(row);
    switch (column) {
    case TakenColumn:
    case ColumnCount:
        break;
    case TimeColumn:
        return timeText(event);
    case KindColumn:
        return kindName(event.kind);
    case TitleColumn:
        return QString::fromStdString(event.title);
    case LineColumn:
        return event.line > 0 ? QString::number(event.line) : QString();
    case SureColumn:
        return tr("%1 %").arg(qRound(event.certainty * 100));
    }
    return {};
}

QString DraftTableModel::timeText(const Event &event) const
{
    if (event.at)
        return eventTimeText(entryOf(event), zone(), m_dates);
    return event.time.clock ? tr("%1, no date").arg(QString::fromStdString(isoText(event.time)).section(u'T', -1))
                            : QString::fromStdString(event.time.text);
}

QVariant DraftTableModel::editValue(int row, Column column) const
{
    const Event event = eventAt(row);
    switch (column) {
    case TimeColumn:
        return event.at ? editableTimeText(*event.at, zone()) : QString();
    case KindColumn:
        return static_cast<int>(event.kind);
    case TakenColumn:
    case TitleColumn:
    case LineColumn:
    case SureColumn:
    case ColumnCount:
        break;
    }
    return display(row, column);
}

QString DraftTableModel::noteOf(int row) const
{
    return standingNote(choice(row), zone());
}

QString DraftTableModel::toolTipOf(int row, Column column) const
{
    switch (column) {
    case TimeColumn:
        return storyOf(row);
    case TitleColumn: {
        const QString note = noteOf(row);
        const QString title = display(row, column);
        return note.isEmpty() ? title : title + u'\n' + note;
    }
    case SureColumn:
        return choice(row).kind ? tr("You chose this kind.")
                                : tr("How sure the kind is: %1").arg(display(row, SureColumn));
    case TakenColumn:
    case KindColumn:
    case LineColumn:
    case ColumnCount:
        break;
    }
    return {};
}

Status DraftTableModel::apply(int row, Column column, const QVariant &value)
{
    switch (column) {
    case TimeColumn:
        return applyTime(row, value.toString());
    case KindColumn: {
        const int kind = value.toInt();
        Q_ASSERT(kind >= 0 && kind < static_cast<int>(eventKindCount));
        if (kind != static_cast<int>(eventAt(row).kind))
            choice(row).kind = static_cast<EventKind>(kind);
        return {};
    }
    case TitleColumn: {
        const QString title = value.toString().simplified();
        if (title.isEmpty())
            return failure(Error::Code::Usage, tr("An event needs a text: type what happened."));
        choice(row).title = title.toStdString();
        return {};
    }
    case TakenColumn:
    case LineColumn:
    case SureColumn:
    case ColumnCount:
        break;
    }
    return failure(Error::Code::Usage, tr("This cannot be changed."));
}

Status DraftTableModel::applyTime(int row, const QString &text)
{
    const Event event = eventAt(row);
    const DisplayZone shown = zone();
    if (event.at && text == editableTimeText(*event.at, shown)) // left as it was: an approximate time stays approximate
        return {};
    std::optional<Instant> near = event.at;
    for (int other = 0; other < rowCount() && !near; ++other)
        near = eventAt(other).at; // a clock alone is on the day of the others
    const Result<Instant> at = parseEditedTime(text, near.value_or(Instant{}), shown);
    if (!at)
        return std::unexpected(at.error());
    if (!near && !text.contains(u'-'))
        return failure(Error::Code::Usage, tr("Type the day too: 2024-01-16 10:25."));
    choice(row).at = *at;
    return {};
}

} // namespace downtimeline
