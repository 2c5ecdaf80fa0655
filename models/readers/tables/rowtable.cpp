// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/tables/rowtable.h"

#include "models/readers/tables/csvpass.h"

namespace downtimeline {

std::unique_ptr<TablePass> CsvTable::pass(ImportSink &sink, std::stop_token stop, TablePass::Part part)
{
    return std::make_unique<CsvPass>(m_source, m_sketch, sink, std::move(stop), part);
}

Status readTable(TableSort sort, RowTable &table, const ReadOptions &options, ImportSink &sink, std::stop_token stop)
{
    return sort == TableSort::Events ? readEventTable(table, options, sink, std::move(stop))
                                     : readMetricTable(table, options, sink, std::move(stop));
}

int likenessTo(TableSort sort, const CsvSketch &sketch)
{
    return sort == TableSort::Events ? likenessToEvents(sketch) : likenessToMetrics(sketch);
}

} // namespace downtimeline
