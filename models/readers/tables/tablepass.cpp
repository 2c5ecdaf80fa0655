// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/tables/tablepass.h"

#include <QCoreApplication>

#include <algorithm>

namespace downtimeline {

PassWatch::PassWatch(const ByteSource &source, ImportSink &sink, std::stop_token stop, TablePass::Part part)
    : m_source(source), m_sink(sink), m_stop(std::move(stop)), m_part(part)
{}

Status PassWatch::watchMore(std::int64_t bytesRead)
{
    m_watched = bytesRead;
    if (m_stop.stop_requested()) {
        return failure(
            Error::Code::Cancelled, QCoreApplication::translate("CsvPass", "Reading \"%1\" was stopped.")
                                        .arg(QString::fromStdString(m_source.name())));
    }
    using Part = TablePass::Part;
    const std::int64_t whole = std::max(m_source.size(), m_watched);
    m_sink.progress(m_part == Part::Only ? m_watched : m_part == Part::First ? m_watched / 2 : (whole + m_watched) / 2);
    return {};
}

} // namespace downtimeline
