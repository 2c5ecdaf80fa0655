// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QUuid>

#include <string_view>

namespace downtimeline {

inline QJsonValue jsonText(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

inline QJsonValue jsonTextOrNull(std::string_view utf8)
{
    return utf8.empty() ? QJsonValue(QJsonValue::Null) : jsonText(utf8);
}

/// Nothing where the text is empty.
inline void putText(QJsonObject &object, const QString &name, std::string_view utf8)
{
    if (!utf8.empty())
        object.insert(name, jsonText(utf8));
}

/// Nothing for what no library knows.
inline void putUuid(QJsonObject &object, const QUuid &uuid)
{
    if (!uuid.isNull())
        object.insert(QStringLiteral("id"), uuid.toString(QUuid::WithoutBraces));
}

} // namespace downtimeline
