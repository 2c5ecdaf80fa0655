// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/peoplemodel.h"

#include "models/domain/namewords.h"
#include "models/domain/persons.h"

#include <QStringList>

#include <algorithm>
#include <functional>
#include <utility>

namespace downtimeline {
namespace {

QString namesText(const Person &person)
{
    QStringList names;
    for (const std::string &name : person.names)
        names << QString::fromStdString(name);
    return names.join(QStringLiteral("; "));
}

/// Spellings that are the same are kept: "José" and "Jose" may both be wanted in the list.
std::vector<std::string> namesOf(const QString &text)
{
    std::vector<std::string> names;
    for (const QString &part : text.split(u';')) {
        const std::string name = part.simplified().toStdString();
        if (!name.empty() && std::ranges::find(names, name) == names.end())
            names.push_back(name);
    }
    return names;
}

bool hasName(const Person &person)
{
    return std::ranges::any_of(person.names, [](const std::string &name) { return NameWords(name).size() > 0; });
}

/// Each once, the last first.
QList<int> fromTheEnd(QList<int> rows, std::size_t count)
{
    std::ranges::sort(rows, std::greater());
    const auto doubled = std::ranges::unique(rows);
    rows.erase(doubled.begin(), doubled.end());
    rows.removeIf([count](int row) { return row < 0 || row >= static_cast<int>(count); });
    return rows;
}

} // namespace

PeopleModel::PeopleModel(Persons persons, QObject *parent) : QAbstractTableModel(parent), m_persons(std::move(persons))
{}

Persons PeopleModel::persons() const
{
    Persons named;
    std::ranges::copy_if(m_persons, std::back_inserter(named), hasName);
    return named;
}

QStringList PeopleModel::roles() const
{
    QStringList roles{tr("on-call engineer"),  tr("incident commander"),
                      tr("release manager"),   tr("engineer"),
                      tr("database engineer"), tr("support"),
                      tr("customer"),          tr("author")};
    for (const Person &person : m_persons) {
        const QString role = QString::fromStdString(person.role);
        if (!role.isEmpty() && !roles.contains(role, Qt::CaseInsensitive))
            roles << role;
    }
    roles.sort(Qt::CaseInsensitive);
    return roles;
}

int PeopleModel::addRow()
{
    Persons after = m_persons;
    after.emplace_back();
    take(std::move(after));
    return rowCount() - 1;
}

void PeopleModel::removeRowsAt(QList<int> rows)
{
    Persons after = m_persons;
    for (const int row : fromTheEnd(std::move(rows), after.size()))
        after.erase(after.begin() + row);
    take(std::move(after));
}

int PeopleModel::merge(QList<int> rows)
{
    Persons after = m_persons;
    rows = fromTheEnd(std::move(rows), after.size());
    if (rows.size() < 2)
        return -1;
    const int kept = rows.takeLast();
    std::ranges::reverse(rows); // names in the order of the list
    for (qsizetype merged = 0; merged < rows.size(); ++merged)
        mergePersons(after, static_cast<std::size_t>(kept), static_cast<std::size_t>(rows[merged] - merged));
    take(std::move(after));
    return kept;
}

int PeopleModel::move(int row, int by)
{
    const int to = row + by;
    if (row < 0 || row >= rowCount() || to < 0 || to >= rowCount())
        return row;
    Persons after = m_persons;
    std::swap(after[static_cast<std::size_t>(row)], after[static_cast<std::size_t>(to)]);
    take(std::move(after));
    return to;
}

void PeopleModel::undo()
{
    step(m_undo, m_redo);
}

void PeopleModel::redo()
{
    step(m_redo, m_undo);
}

void PeopleModel::step(std::vector<Persons> &from, std::vector<Persons> &to)
{
    if (from.empty())
        return;
    to.push_back(std::move(m_persons));
    beginResetModel();
    m_persons = std::move(from.back());
    from.pop_back();
    endResetModel();
    Q_EMIT edited();
}

void PeopleModel::take(Persons persons)
{
    if (persons == m_persons)
        return;
    m_undo.push_back(m_persons);
    m_redo.clear();
    if (persons.size() == m_persons.size()) {
        m_persons = std::move(persons);
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    } else {
        beginResetModel();
        m_persons = std::move(persons);
        endResetModel();
    }
    Q_EMIT edited();
}

int PeopleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_persons.size());
}

int PeopleModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PeopleModel::data(const QModelIndex &index, int role) const
{
    const bool isShown = role == Qt::DisplayRole || role == Qt::EditRole || role == Qt::AccessibleTextRole;
    if (!isShown || !checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Person &person = m_persons[static_cast<std::size_t>(index.row())];
    return index.column() == NamesColumn ? namesText(person) : QString::fromStdString(person.role);
}

QVariant PeopleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == NamesColumn ? tr("Names") : section == RoleColumn ? tr("Role") : QVariant();
}

Qt::ItemFlags PeopleModel::flags(const QModelIndex &index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return Qt::NoItemFlags;
    return Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemIsEditable | Qt::ItemNeverHasChildren;
}

bool PeopleModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    Persons after = m_persons;
    Person &person = after[static_cast<std::size_t>(index.row())];
    if (index.column() == NamesColumn)
        person.names = namesOf(value.toString());
    else
        person.role = value.toString().simplified().toStdString();
    take(std::move(after));
    return true;
}

} // namespace downtimeline
