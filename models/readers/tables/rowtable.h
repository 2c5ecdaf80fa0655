// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/reader.h"
#include "models/readers/tables/csvsketch.h"
#include "models/readers/tables/tablepass.h"

#include <memory>

namespace downtimeline {

/// A table of any make: its columns and first rows are known, its rows can be gone over.
class RowTable
{
public:
    virtual ~RowTable() = default;

    virtual const CsvSketch &sketch() const = 0;
    virtual ByteSource &source() = 0;
    /// A pass from the first row on; the source stands at its start, and the table outlives the pass.
    virtual std::unique_ptr<TablePass> pass(ImportSink &sink, std::stop_token stop, TablePass::Part part) = 0;

protected:
    RowTable() = default;
    RowTable(const RowTable &) = default;
    RowTable &operator=(const RowTable &) = default;
};

/// A table of RFC 4180; the source, UTF-8, stands at its start and outlives it.
class CsvTable final : public RowTable
{
public:
    CsvTable(ByteSource &source, CsvSketch sketch) : m_source(source), m_sketch(std::move(sketch)) {}

    const CsvSketch &sketch() const override { return m_sketch; }
    ByteSource &source() override { return m_source; }
    std::unique_ptr<TablePass> pass(ImportSink &sink, std::stop_token stop, TablePass::Part part) override;

private:
    ByteSource &m_source;
    CsvSketch m_sketch;
};

/// Reads a table of events, one a row; see eventcolumns.h for how the columns are known.
Status readEventTable(RowTable &table, const ReadOptions &options, ImportSink &sink, std::stop_token stop);
/// How sure it is, 0 to 90, that the table is one of events.
int likenessToEvents(const CsvSketch &sketch);

/// Reads a table of metrics; see metriccolumns.h for how the columns are known.
Status readMetricTable(RowTable &table, const ReadOptions &options, ImportSink &sink, std::stop_token stop);
/// How sure it is, 0 to 90, that the table is one of metrics.
int likenessToMetrics(const CsvSketch &sketch);

/// The two above, by what the table tells of.
Status readTable(TableSort sort, RowTable &table, const ReadOptions &options, ImportSink &sink, std::stop_token stop);
int likenessTo(TableSort sort, const CsvSketch &sketch);

} // namespace downtimeline
