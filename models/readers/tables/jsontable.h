// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/tables/rowtable.h"

#include <optional>
#include <string>
#include <string_view>

namespace downtimeline {

/// Where the rows of a table stand in JSON, and what its first rows hold. Keys within keys become columns "a.b"; lists
/// of plain values are joined; lists of objects are no columns.
struct JsonShape
{
    std::string place;    ///< of the objects, for JsonCutter: "", "[]", "items[]"
    bool isLines = false; ///< an object a line
    CsvSketch sketch;     ///< the headers are the keys as they stand
};

/// The list of objects among the first bytes (UTF-8) that looks most like events or metrics; none where there is no
/// list of objects of two columns or more.
std::optional<JsonShape> jsonShapeOf(std::string_view head);

/// Objects as rows. The source, UTF-8, stands at its start and outlives it.
class JsonTable final : public RowTable
{
public:
    JsonTable(ByteSource &source, JsonShape shape) : m_source(source), m_shape(std::move(shape)) {}

    const CsvSketch &sketch() const override { return m_shape.sketch; }
    ByteSource &source() override { return m_source; }
    std::unique_ptr<TablePass> pass(ImportSink &sink, std::stop_token stop, TablePass::Part part) override;

private:
    ByteSource &m_source;
    JsonShape m_shape;
};

} // namespace downtimeline
