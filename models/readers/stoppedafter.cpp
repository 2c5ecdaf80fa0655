// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/stoppedafter.h"

#include <QCoreApplication>

namespace downtimeline {

QString stoppedAfter(std::int64_t records)
{
    const auto translated = [](const char *text) { return QCoreApplication::translate("StoppedAfter", text); };
    if (records == 0)
        return translated("reading stopped there");
    if (records == 1)
        return translated("reading stopped there, and the record before it was kept");
    return translated("reading stopped there, and the %1 records before it were kept").arg(records);
}

} // namespace downtimeline
