// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/kind.h"

#include <QAbstractListModel>

#include <map>
#include <optional>
#include <string>

namespace downtimeline {

/// What a line of a source was used for.
struct LineMark
{
    std::optional<EventKind> kind; ///< of the event that was read there and is taken
    bool isFinding = false;        ///< it contradicts another line
    bool isLeftOut = false;        ///< an event was read there and is not taken
    std::string skipped;           ///< why it was not read; UTF-8, empty where it was

    bool operator==(const LineMark &) const = default;
};

/// The lines of a source as a person reads them, numbered as readers count them, with what each was used for.
class SourceLineModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        KindRole = Qt::UserRole, ///< the EventKind as an int; invalid where no event is taken from the line
        FindingRole,             ///< true for a line of a finding
        LeftOutRole,             ///< true where its event is not taken
    };

    using QAbstractListModel::QAbstractListModel;

    /// Lines that are longer than a view can show are cut when they are shown, not here.
    void setText(const QString &text);
    /// By line, from 1.
    void setMarks(std::map<int, LineMark> marks);
    const std::map<int, LineMark> &marks() const { return m_marks; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QString m_text;
    std::vector<qsizetype> m_starts; ///< in m_text, one a line and one behind the last
    std::map<int, LineMark> m_marks;
};

} // namespace downtimeline
