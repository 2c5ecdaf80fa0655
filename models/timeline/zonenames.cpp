// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/zonenames.h"

#include <QTimeZone>

namespace downtimeline {

QStringList zoneNames()
{
    QStringList names{QStringLiteral("UTC")};
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds()) {
        if (id.contains('/'))
            names.append(QString::fromUtf8(id));
    }
    return names;
}

std::optional<QString> zoneNamed(const QString &typed)
{
    const QString wanted = typed.trimmed().replace(u' ', u'_');
    if (wanted.isEmpty())
        return {};
    std::optional<QString> place;
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds()) {
        const QString name = QString::fromUtf8(id);
        if (name.compare(wanted, Qt::CaseInsensitive) == 0)
            return name;
        if (!place && name.endsWith(u'/' + wanted, Qt::CaseInsensitive))
            place = name;
    }
    return place;
}

} // namespace downtimeline
