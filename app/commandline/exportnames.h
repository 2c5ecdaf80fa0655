// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/incident.h"
#include "models/domain/instant.h"

#include <QString>

#include <optional>
#include <set>

namespace downtimeline {

/// Names for several files of one folder: "2024-01-16-server-outage-3f2a91c0.md", no two alike.
class ExportNames
{
public:
    /// of an incident: its day, its title, the first characters of its id.
    QString nameOf(std::optional<Instant> start, const QString &title, const QString &id, const QString &ending);
    /// of a file that was read: its own name with another ending.
    QString nameOf(const QString &file, const QString &ending);

private:
    QString onlyOne(const QString &base, const QString &ending);

    std::set<QString> m_given; ///< folded: some disks know no case
};

} // namespace downtimeline
