// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/import/columnsmodel.h"

#include "widgets/paint/plaintext.h"

#include <QCoreApplication>

#include <algorithm>

namespace downtimeline {
namespace {

QString measureWords(Measure measure)
{
    switch (measure) {
    case Measure::Traffic:
        return ColumnsModel::tr("Traffic");
    case Measure::ResponseTime:
        return ColumnsModel::tr("Response time");
    case Measure::ErrorRate:
        return ColumnsModel::tr("Error rate");
    case Measure::Other:
        break;
    }
    return ColumnsModel::tr("Other values");
}

QString plain(const std::string &text)
{
    return PlainText::foreign(text).text().simplified();
}

bool isLong(const TableColumns &table)
{
    return std::ranges::any_of(table.columns, [](const TableColumn &column) { return column.choice.field == "name"; });
}

bool isSame(const ColumnChoice &meaning, const ColumnChoice &choice)
{
    return meaning.field == choice.field && meaning.measure == choice.measure;
}

} // namespace

std::vector<ColumnMeaning> columnMeanings(const TableColumns &table)
{
    std::vector<ColumnMeaning> meanings;
    for (const ColumnField &field : columnFields()) {
        if (!field.isOf(table.sort))
            continue;
        const ColumnChoice choice{.field = std::string(field.key)};
        if (field.key != "value" || isLong(table)) {
            meanings.push_back({.words = meaningWords(choice), .choice = choice});
            continue;
        }
        for (const Measure measure : {Measure::Traffic, Measure::ResponseTime, Measure::ErrorRate, Measure::Other}) {
            ColumnChoice series = choice;
            series.measure = measure;
            meanings.push_back({.words = meaningWords(series), .choice = series});
        }
    }
    return meanings;
}

QString meaningWords(const ColumnChoice &choice)
{
    if (choice.measure)
        return measureWords(*choice.measure);
    const ColumnField *field = columnFieldOf(choice.field);
    return field ? QCoreApplication::translate("ColumnField", field->name) : QString();
}

void ColumnsModel::setTable(TableColumns table)
{
    const bool isSameShape = table.sort == m_table.sort && table.columns.size() == m_table.columns.size();
    if (!isSameShape)
        beginResetModel();
    m_table = std::move(table);
    if (isSameShape)
        tellAll();
    else
        endResetModel();
}

void ColumnsModel::tellAll()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int ColumnsModel::readCount() const
{
    return static_cast<int>(std::ranges::count_if(
        m_table.columns, [](const TableColumn &column) { return column.choice.field != "ignore"; }));
}

void ColumnsModel::setOrder(DateOrder order)
{
    for (TableColumn &column : m_table.columns) {
        const bool tellsDays = column.choice.field == "time" || column.choice.field == "date";
        column.choice.order = tellsDays ? order : DateOrder::Unknown;
    }
    Q_EMIT chosen();
}

void ColumnsModel::setDecimalMark(char mark)
{
    for (TableColumn &column : m_table.columns)
        column.choice.decimalMark = column.choice.field == "value" ? mark : '\0';
    Q_EMIT chosen();
}

int ColumnsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.columns.size());
}

int ColumnsModel::columnCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return m_table.sort == TableSort::Metrics ? ColumnCount : UnitColumn;
}

bool ColumnsModel::hasUnit(int row) const
{
    return at(row).choice.field == "value";
}

/// A response time without a unit could be seconds as well as milliseconds.
bool ColumnsModel::isUnitOpen(int row) const
{
    const ColumnChoice &choice = at(row).choice;
    return hasUnit(row) && choice.measure == Measure::ResponseTime && choice.unit.empty();
}

QString ColumnsModel::display(int row, Column column) const
{
    switch (column) {
    case NameColumn:
        return plain(at(row).name);
    case SampleColumn:
        return plain(at(row).sample);
    case MeaningColumn:
        return meaningWords(at(row).choice);
    case UnitColumn:
        return isUnitOpen(row) ? tr("which?") : QString::fromStdString(at(row).choice.unit);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ColumnsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const int row = index.row();
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return display(row, column);
    case Qt::EditRole:
        return column == UnitColumn ? QString::fromStdString(at(row).choice.unit) : display(row, column);
    case Qt::ToolTipRole:
        return PlainText::foreign(QStringView(display(row, column))).forToolTip();
    case MeaningRole: {
        const std::vector<ColumnMeaning> meanings = columnMeanings(m_table);
        const auto found = std::ranges::find_if(
            meanings, [&](const ColumnMeaning &one) { return isSame(one.choice, at(row).choice); });
        return found == meanings.end() ? -1 : static_cast<int>(found - meanings.begin());
    }
    case ReadRole:
        return at(row).choice.field != "ignore";
    case OpenRole:
        return column == UnitColumn && isUnitOpen(row);
    case Qt::AccessibleTextRole:
        return column == MeaningColumn ? tr("%1 is read as %2").arg(plain(at(row).name), display(row, column))
                                       : display(row, column);
    default:
        return {};
    }
}

QVariant ColumnsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case NameColumn:
        return tr("Column");
    case SampleColumn:
        return tr("First value");
    case MeaningColumn:
        return tr("Read as");
    case UnitColumn:
        return tr("Unit");
    case ColumnCount:
        break;
    }
    return {};
}

Qt::ItemFlags ColumnsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags plain = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const bool isChoice = index.column() == MeaningColumn || (index.column() == UnitColumn && hasUnit(index.row()));
    return isChoice ? plain | Qt::ItemIsEditable : plain;
}

bool ColumnsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid())
        return false;
    if (index.column() == MeaningColumn && role == MeaningRole)
        return setMeaning(index.row(), value.toInt());
    return index.column() == UnitColumn && role == Qt::EditRole && setUnit(index.row(), value.toString());
}

bool ColumnsModel::setMeaning(int row, int meaning)
{
    const std::vector<ColumnMeaning> meanings = columnMeanings(m_table);
    if (meaning < 0 || meaning >= static_cast<int>(meanings.size()))
        return false;
    const ColumnChoice &wanted = meanings[static_cast<std::size_t>(meaning)].choice;
    ColumnChoice &choice = m_table.columns[static_cast<std::size_t>(row)].choice;
    if (isSame(wanted, choice))
        return false;
    const ColumnField *field = columnFieldOf(wanted.field);
    for (TableColumn &other : m_table.columns) {
        if (field->isOnce && &other.choice != &choice && other.choice.field == wanted.field)
            other.choice = {.field = "ignore"};
    }
    ColumnChoice next = wanted;
    if (choice.field == next.field) {
        next.unit = choice.unit;
        next.decimalMark = choice.decimalMark;
    }
    next.order = next.field == "time" || next.field == "date" ? m_table.order() : DateOrder::Unknown;
    choice = std::move(next);
    tellAll();
    Q_EMIT chosen();
    return true;
}

bool ColumnsModel::setUnit(int row, const QString &typed)
{
    ColumnChoice next = at(row).choice;
    next.unit = typed.simplified().toStdString();
    if (next.unit == at(row).choice.unit)
        return false;
    const Result<ColumnChoice> read = columnChoiceOf(textOf(next), m_table.sort);
    if (!read || *read != next) {
        Q_EMIT refused(tr("“%1” is no unit: type ms, s, percent, req/s or the like.").arg(typed.left(40)));
        return false;
    }
    m_table.columns[static_cast<std::size_t>(row)].choice = std::move(next);
    tellAll();
    Q_EMIT chosen();
    return true;
}

} // namespace downtimeline
