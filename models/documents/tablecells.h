// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace downtimeline {

/// Over how many columns and rows a cell reaches, from 1.
struct CellSpan
{
    int columns = 1;
    int rows = 1;
};

/// Puts the cells of an HTML table into their columns. A cell over several columns leaves the others empty; one over
/// several rows is repeated below itself where it is short, as a day or a name is. What is beyond 256 columns joins the
/// last one.
class TableCells
{
public:
    static constexpr std::size_t mostColumns = 256;

    /// The next cell of the row that is being read.
    void add(std::string_view text, CellSpan span);
    /// Ends the row and hands its cells over; nothing where it had none of its own.
    std::vector<std::string> takeRow();
    /// How many cells were made so far, the repeated and the empty ones too.
    std::size_t made() const { return m_made; }
    /// Forgets what reaches down from above: another table begins.
    void beginTable() { m_above.clear(); }

private:
    struct Above
    {
        int rows = 0; ///< for how many more rows
        std::string text;
    };

    void fillFromAbove();
    void push(std::string_view text);
    void carry(std::size_t column, std::string_view text, int rows);

    std::vector<std::string> m_row;
    std::vector<Above> m_above; ///< by column
    std::size_t m_made = 0;
    bool m_hasOwn = false;
};

} // namespace downtimeline
