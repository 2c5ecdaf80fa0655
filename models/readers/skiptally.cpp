// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/skiptally.h"

#include <QCoreApplication>

#include <utility>

namespace downtimeline {

Status SkipTally::add(int line, std::string reason)
{
    if (++m_count > mostTold)
        return {};
    return m_sink.skipped({.line = line, .reason = std::move(reason)});
}

Status SkipTally::finish()
{
    if (m_count <= mostTold)
        return {};
    const QString reason =
        QCoreApplication::translate("CsvPass", "%1 more rows were not read; only the first %2 are told.");
    return m_sink.skipped({.line = 0, .reason = reason.arg(m_count - mostTold).arg(mostTold).toStdString()});
}

} // namespace downtimeline
