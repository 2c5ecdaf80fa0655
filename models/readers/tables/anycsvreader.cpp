// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/tables/anycsvreader.h"

#include "models/readers/tables/metriccolumns.h"
#include "models/readers/tables/rowtable.h"
#include "models/readers/tables/tableguess.h"
#include "models/readers/textsource.h"

#include <QCoreApplication>

namespace downtimeline {

QString AnyCsvReader::name() const
{
    return m_sort == TableSort::Events ? QCoreApplication::translate("AnyCsvReader", "a table of events (CSV)")
                                       : QCoreApplication::translate("AnyCsvReader", "a table of metrics (CSV)");
}

int AnyCsvReader::recognises(std::string_view head) const
{
    const std::string text = utf8Head(head);
    if (!mayBeTable(text))
        return 0;
    const CsvSketch sketch = sketchOf(text);
    return sketch.isTable() ? likenessTo(m_sort, sketch) : 0;
}

Status AnyCsvReader::read(ByteSource &source, const ReadOptions &options, ImportSink &sink, std::stop_token stop) const
{
    const auto text = utf8Source(source);
    const Result<std::string> head = headOf(*text);
    if (!head)
        return std::unexpected(head.error());
    CsvTable table(*text, sketchOf(*head));
    return readTable(m_sort, table, options, sink, std::move(stop));
}

Result<std::optional<TableColumns>> AnyCsvReader::columns(ByteSource &source, const ReadOptions &options) const
{
    const auto text = utf8Source(source);
    const Result<std::string> head = headOf(*text);
    if (!head)
        return std::unexpected(head.error());
    const CsvSketch sketch = sketchOf(*head);
    return sketch.header.size() < 2 ? std::nullopt
                                    : std::optional(tableColumnsOf(m_sort, sketch, options, source.name()));
}

} // namespace downtimeline
