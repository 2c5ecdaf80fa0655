// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/rememberedcolumns.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

QString worded(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::vector<std::string> namesIn(const QJsonArray &array)
{
    std::vector<std::string> names;
    for (const auto &name : array)
        names.push_back(name.toString().toStdString());
    return names;
}

/// Without choices that are none, as another version of the program might have written them.
ColumnsWish wishIn(const QJsonObject &table)
{
    ColumnsWish wish;
    wish.sort = table[u"sort"_s].toString() == u"metrics"_s ? TableSort::Metrics : TableSort::Events;
    const QJsonObject columns = table[u"columns"_s].toObject();
    for (auto column = columns.begin(); column != columns.end(); ++column) {
        const std::string text = column.value().toString().toStdString();
        if (columnChoiceOf(text, wish.sort))
            wish.columns.emplace(column.key().toStdString(), text);
    }
    return wish;
}

} // namespace

RememberedColumns RememberedColumns::fromJson(const QByteArray &json)
{
    RememberedColumns remembered;
    const QJsonArray tables = QJsonDocument::fromJson(json).array();
    for (const auto &value : tables) {
        const QJsonObject table = value.toObject();
        const std::vector<std::string> names = namesIn(table[u"names"_s].toArray());
        if (!names.empty())
            remembered.keep(names, wishIn(table));
    }
    return remembered;
}

QByteArray RememberedColumns::toJson() const
{
    QJsonArray tables;
    for (const Table &table : m_tables) {
        QJsonArray names;
        for (const std::string &name : table.names)
            names.append(worded(name));
        QJsonObject columns;
        for (const auto &[name, choice] : table.wish.columns)
            columns.insert(worded(name), worded(choice));
        tables.append(
            QJsonObject{{u"names"_s, names}, {u"sort"_s, worded(table.wish.format())}, {u"columns"_s, columns}});
    }
    return QJsonDocument(tables).toJson(QJsonDocument::Compact);
}

const ColumnsWish *RememberedColumns::find(const std::vector<std::string> &names) const
{
    const auto found = std::ranges::find(m_tables, names, &Table::names);
    return found == m_tables.end() ? nullptr : &found->wish;
}

void RememberedColumns::keep(const std::vector<std::string> &names, const ColumnsWish &wish)
{
    forget(names);
    if (names.size() > mostColumns)
        return;
    if (m_tables.size() >= mostTables)
        m_tables.erase(m_tables.begin());
    m_tables.push_back({.names = names, .wish = wish});
}

QString userSettingsFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/window.ini"_s;
}

RememberedColumns rememberedByWindow(const QString &file)
{
    const QSettings settings(file, QSettings::IniFormat);
    return RememberedColumns::fromJson(settings.value(QLatin1StringView(rememberedColumnsKey)).toByteArray());
}

void RememberedColumns::forget(const std::vector<std::string> &names)
{
    std::erase_if(m_tables, [&names](const Table &table) { return table.names == names; });
}

} // namespace downtimeline
