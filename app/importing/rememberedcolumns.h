// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/tables/tablecolumns.h"

#include <QByteArray>
#include <QString>

#include <cstddef>
#include <string>
#include <vector>

namespace downtimeline {

/// How the user chose to read tables, each known again by the names of its columns and their order.
class RememberedColumns
{
public:
    static constexpr std::size_t mostTables = 200; ///< the oldest goes first
    static constexpr std::size_t mostColumns = 500;

    /// What cannot be read is left out.
    static RememberedColumns fromJson(const QByteArray &json);
    QByteArray toJson() const;

    /// Null where such a table was never chosen for.
    const ColumnsWish *find(const std::vector<std::string> &names) const;
    void keep(const std::vector<std::string> &names, const ColumnsWish &wish);
    void forget(const std::vector<std::string> &names);
    std::size_t count() const { return m_tables.size(); }

    bool operator==(const RememberedColumns &) const = default;

private:
    struct Table
    {
        std::vector<std::string> names;
        ColumnsWish wish;

        bool operator==(const Table &) const = default;
    };

    std::vector<Table> m_tables; ///< the latest last
};

/// Where the window keeps what it remembers: in the user's configuration folder.
QString userSettingsFile();
/// Under which name it keeps there how tables were read, as RememberedColumns writes it.
inline constexpr char rememberedColumnsKey[] = "import/columns";

/// What the window keeps there, or in that file; nothing where there is no such file.
RememberedColumns rememberedByWindow(const QString &file = userSettingsFile());

} // namespace downtimeline
