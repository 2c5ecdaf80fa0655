// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/documents/tablecells.h"

#include <algorithm>
#include <utility>

namespace downtimeline {
namespace {

/// A longer text is told once: rows below would only repeat it, and many of them would fill the memory.
constexpr std::size_t longestRepeated = 64;

} // namespace

void TableCells::push(std::string_view text)
{
    if (m_row.size() < mostColumns) {
        m_row.emplace_back(text);
        ++m_made;
    } else if (!text.empty()) {
        m_row.back() += " ";
        m_row.back() += text;
    }
}

void TableCells::fillFromAbove()
{
    while (m_row.size() < m_above.size() && m_above[m_row.size()].rows > 0) {
        Above &above = m_above[m_row.size()];
        --above.rows;
        push(above.text);
    }
}

void TableCells::carry(std::size_t column, std::string_view text, int rows)
{
    if (rows <= 1 || column >= mostColumns)
        return;
    if (m_above.size() <= column)
        m_above.resize(column + 1);
    m_above[column] = {rows - 1, text.size() <= longestRepeated ? std::string(text) : std::string()};
}

void TableCells::add(std::string_view text, CellSpan span)
{
    fillFromAbove();
    m_hasOwn = true;
    const std::size_t first = m_row.size();
    const std::size_t room = mostColumns - std::min(first, mostColumns);
    const std::size_t columns =
        std::clamp<std::size_t>(static_cast<std::size_t>(std::max(span.columns, 1)), 1, room + 1);
    for (std::size_t i = 0; i < columns; ++i) {
        carry(first + i, i == 0 ? text : std::string_view(), span.rows);
        push(i == 0 ? text : std::string_view());
    }
}

std::vector<std::string> TableCells::takeRow()
{
    std::size_t last = m_above.size();
    while (last > m_row.size() && m_above[last - 1].rows == 0)
        --last;
    while (m_row.size() < last) {
        Above &above = m_above[m_row.size()];
        push(above.rows > 0 ? above.text : std::string());
        above.rows = std::max(0, above.rows - 1);
    }
    std::vector<std::string> row = std::exchange(m_row, {});
    if (!std::exchange(m_hasOwn, false))
        row.clear();
    return row;
}

} // namespace downtimeline
