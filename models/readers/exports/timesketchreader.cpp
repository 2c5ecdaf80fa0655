// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/exports/timesketchreader.h"

#include "models/readers/exports/timesketchforms.h"

#include <QCoreApplication>

#include <array>

namespace downtimeline {

QString TimesketchReader::name() const
{
    return QCoreApplication::translate("TimesketchReader", "a timeline of Timesketch");
}

std::span<const Reader *const> TimesketchReader::forms() const
{
    static const TimesketchJsonReader json;
    static const TimesketchCsvReader table;
    static const std::array<const Reader *, 2> all{&json, &table};
    return all;
}

} // namespace downtimeline
