// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"

#include <QAbstractListModel>

namespace downtimeline {

/// The findings of the open incident, open ones first, else in the order they are given.
class FindingListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        MessageRole = Qt::UserRole, ///< the sentences after the title
        LinesTextRole,              ///< "lines 7, 24"; empty where the finding names no line
        DecisionRole,               ///< the Finding::Decision as an int
    };

    explicit FindingListModel(QObject *parent = nullptr);

    /// Keeps selections where the same findings stand in the same order.
    void setFindings(std::vector<Finding> findings);
    const Finding &findingAt(int row) const;
    /// How many nobody has decided on yet.
    int openCount() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    std::vector<Finding> m_findings;
};

/// "line 7" or "lines 7, 24"; empty for none.
QString linesText(const std::vector<int> &lines);

} // namespace downtimeline
