// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/draft/importdraft.h"
#include "models/timeline/displayzone.h"

#include <QAbstractTableModel>

namespace downtimeline {

/// The events of one incident of a draft, in the order of the source. Edits go into the draft and can be refused with a
/// sentence.
class DraftTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TakenColumn, TimeColumn, KindColumn, TitleColumn, LineColumn, SureColumn, ColumnCount };
    enum Role {
        KindRole = Qt::UserRole, ///< the EventKind as an int; also what an editor of the kind column writes
        TakenRole,               ///< true where the event is taken
        LockedRole,              ///< true where it is known and cannot be taken
        NoteRole,                ///< "known already", "like 10:00 Server outage begins"; empty for most
        SureRole,                ///< how sure the kind is, 0 to 1
        LineRole,                ///< of the source, from 1; 0: none
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Neither owned; the draft must outlive the model or be replaced. Null shows nothing.
    void setDraft(ImportDraft *draft, std::size_t incident);
    /// Rows that stand for many more are shown and cannot be changed one by one.
    void setReadOnly(bool readOnly) { m_isReadOnly = readOnly; }
    /// The draft was changed from outside: every row may differ, none came or went.
    void refresh();
    /// The zone that the times are shown in.
    DisplayZone zone() const;
    /// The event as it would be stored.
    Event eventAt(int row) const;
    /// What the source says of it and how that was read, in one line.
    QString storyOf(int row) const;
    /// -1 where no event was read from the line.
    int rowOfLine(int line) const;
    void setTaken(const QList<int> &rows, bool taken);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    /// The user changed something of the draft.
    void edited();
    void editRefused(const QString &sentence);

private:
    DraftIncident &incident() const { return m_draft->incidents[m_incident]; }
    bool canBeChanged(int row) const { return !m_isReadOnly && choice(row).canBeTaken(); }
    DraftEvent &choice(int row) const { return incident().choices[static_cast<std::size_t>(row)]; }
    QString display(int row, Column column) const;
    QString timeText(const Event &event) const;
    QVariant editValue(int row, Column column) const;
    QString noteOf(int row) const;
    QString toolTipOf(int row, Column column) const;
    Status apply(int row, Column column, const QVariant &value);
    Status applyTime(int row, const QString &text);

    ImportDraft *m_draft = nullptr;
    std::size_t m_incident = 0;
    bool m_isReadOnly = false;
    DateNeed m_dates = DateNeed::Clock; ///< of the times shown
};

} // namespace downtimeline
