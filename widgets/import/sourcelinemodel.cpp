// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/import/sourcelinemodel.h"

#include "widgets/paint/plaintext.h"

namespace downtimeline {
namespace {

constexpr qsizetype longestShown = 600; // more than the widest view has room for
constexpr qsizetype longestToolTip = 1500;

QString toolTipOf(const QString &line, const LineMark *mark)
{
    QString text = line.left(longestToolTip).simplified();
    if (mark && !mark->skipped.empty())
        text += QStringLiteral("\n\n") + SourceLineModel::tr("Not read: %1").arg(QString::fromStdString(mark->skipped));
    return PlainText::foreign(QStringView(text)).forToolTip();
}

} // namespace

void SourceLineModel::setText(const QString &text)
{
    beginResetModel();
    m_text = text;
    m_marks.clear();
    m_starts.clear();
    for (qsizetype begin = 0; begin >= 0 && begin < m_text.size();) {
        m_starts.push_back(begin);
        const qsizetype end = m_text.indexOf(u'\n', begin);
        begin = end < 0 ? -1 : end + 1;
    }
    m_starts.push_back(m_text.endsWith(u'\n') ? m_text.size() : m_text.size() + 1);
    endResetModel();
}

void SourceLineModel::setMarks(std::map<int, LineMark> marks)
{
    m_marks = std::move(marks);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int SourceLineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_starts.empty() ? 0 : static_cast<int>(m_starts.size()) - 1;
}

QVariant SourceLineModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    const QStringView line = QStringView(m_text).mid(m_starts[row], m_starts[row + 1] - m_starts[row] - 1);
    const auto mark = m_marks.find(index.row() + 1);
    const LineMark *used = mark == m_marks.end() ? nullptr : &mark->second;
    switch (role) {
    case Qt::DisplayRole:
        return line.left(longestShown).toString();
    case Qt::AccessibleTextRole:
        return tr("line %1: %2").arg(index.row() + 1).arg(line.left(longestShown).toString());
    case Qt::ToolTipRole:
        return line.trimmed().isEmpty() ? QVariant() : toolTipOf(line.left(longestToolTip).toString(), used);
    case KindRole:
        return used && used->kind ? QVariant(static_cast<int>(*used->kind)) : QVariant();
    case FindingRole:
        return used && used->isFinding;
    case LeftOutRole:
        return used && used->isLeftOut;
    default: // roles are Qt's and open
        return {};
    }
}

} // namespace downtimeline
