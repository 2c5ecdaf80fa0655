// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUuid>

#include <compare>
#include <cstdint>
#include <functional>

namespace downtimeline {

/// A row of the library file. Zero: not stored yet. It holds within one file only; a uuid travels.
template<typename Tag>
class Id
{
public:
    constexpr Id() = default;
    constexpr explicit Id(std::int64_t row) : m_row(row) {}

    constexpr std::int64_t row() const { return m_row; }
    constexpr bool isValid() const { return m_row != 0; }

    auto operator<=>(const Id &) const = default;

private:
    std::int64_t m_row = 0;
};

using IncidentId = Id<struct IncidentTag>;
using EventId = Id<struct EventTag>;
using SeriesId = Id<struct SeriesTag>;
using SourceId = Id<struct SourceTag>;
using ActionId = Id<struct ActionTag>;
using FindingId = Id<struct FindingTag>;
using PersonId = Id<struct PersonTag>;

} // namespace downtimeline

template<typename Tag>
struct std::hash<downtimeline::Id<Tag>>
{
    std::size_t operator()(downtimeline::Id<Tag> id) const noexcept { return std::hash<std::int64_t>{}(id.row()); }
};
