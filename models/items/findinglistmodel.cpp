// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/findinglistmodel.h"

#include <QStringList>

namespace downtimeline {
namespace {

bool isOpen(const Finding &finding)
{
    return finding.decision == Finding::Decision::Open;
}

QString spokenText(const Finding &finding)
{
    return QStringLiteral("%1. %2 %3")
        .arg(QString::fromStdString(finding.title), QString::fromStdString(finding.message), linesText(finding.lines));
}

} // namespace

QString linesText(const std::vector<int> &lines)
{
    if (lines.empty())
        return {};
    QStringList numbers;
    for (const int line : lines)
        numbers << QString::number(line);
    const QString joined = numbers.join(QStringLiteral(", "));
    return lines.size() == 1 ? FindingListModel::tr("line %1").arg(joined)
                             : FindingListModel::tr("lines %1").arg(joined);
}

FindingListModel::FindingListModel(QObject *parent) : QAbstractListModel(parent) {}

void FindingListModel::setFindings(std::vector<Finding> findings)
{
    std::ranges::stable_partition(findings, isOpen);
    if (std::ranges::equal(m_findings, findings, {}, &Finding::key, &Finding::key)) {
        m_findings = std::move(findings);
        if (!m_findings.empty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_findings = std::move(findings);
    endResetModel();
}

const Finding &FindingListModel::findingAt(int row) const
{
    Q_ASSERT(row >= 0 && row < rowCount());
    return m_findings[static_cast<std::size_t>(row)];
}

int FindingListModel::openCount() const
{
    return static_cast<int>(std::ranges::count_if(m_findings, isOpen));
}

int FindingListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_findings.size());
}

QVariant FindingListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index, CheckIndexOption::ParentIsInvalid))
        return {};
    const Finding &finding = m_findings[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return QString::fromStdString(finding.title);
    case Qt::AccessibleTextRole:
        return spokenText(finding);
    case MessageRole:
        return QString::fromStdString(finding.message);
    case LinesTextRole:
        return linesText(finding.lines);
    case DecisionRole:
        return static_cast<int>(finding.decision);
    default: // roles are Qt's and open
        return {};
    }
}

} // namespace downtimeline
