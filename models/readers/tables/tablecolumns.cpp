// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/tables/tablecolumns.h"

#include "models/readers/tables/csvsketch.h"
#include "models/readers/textsource.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace downtimeline {
namespace {

constexpr qsizetype mostNamed = 40;

QString tr(const char *text)
{
    return QCoreApplication::translate("TableColumns", text);
}

} // namespace

std::map<std::string, std::string> TableColumns::choices() const
{
    std::map<std::string, std::string> all;
    for (const TableColumn &column : columns)
        all.emplace(column.name, textOf(column.choice));
    return all;
}

DateOrder TableColumns::order() const
{
    for (const TableColumn &column : columns) {
        if (column.choice.order != DateOrder::Unknown)
            return column.choice.order;
    }
    return DateOrder::Unknown;
}

std::vector<std::string> TableColumns::names() const
{
    std::vector<std::string> all;
    for (const TableColumn &column : columns)
        all.push_back(column.name);
    return all;
}

std::vector<std::string> columnNames(const CsvSketch &sketch)
{
    std::vector<std::string> names;
    std::set<std::string> taken;
    std::map<std::string, int> counts;
    for (const std::string &header : sketch.header) {
        std::string name = cleanText(trimmed(header));
        if (name.empty())
            name = "column " + std::to_string(names.size() + 1);
        const std::string first = name;
        while (!taken.insert(name).second)
            name = first + " (" + std::to_string(1 + ++counts[first]) + ")";
        names.push_back(std::move(name));
    }
    return names;
}

Status checkChoices(const TableColumns &columns, const std::map<std::string, std::string> &choices, const QString &file)
{
    for (const auto &[name, text] : choices) {
        if (std::ranges::find(columns.columns, name, &TableColumn::name) == columns.columns.end()) {
            QStringList names;
            for (const TableColumn &column : columns.columns) {
                if (names.size() < mostNamed)
                    names << QString::fromStdString(column.name);
            }
            return failure(
                Error::Code::Usage,
                tr("%1 has no column \"%2\"; it has %3.")
                    .arg(file, QString::fromStdString(cleanText(name)), names.join(QStringLiteral(", "))));
        }
        if (const Result<ColumnChoice> choice = columnChoiceOf(text, columns.sort); !choice)
            return failure(
                Error::Code::Usage,
                tr("Column \"%1\" of %2: %3").arg(QString::fromStdString(name), file, choice.error().message));
    }
    return {};
}

} // namespace downtimeline
