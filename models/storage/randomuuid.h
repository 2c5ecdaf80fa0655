// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>
#include <QUuid>

#include <array>
#include <cstddef>
#include <cstdint>

namespace downtimeline {

/// A uuid as the library stores it, most significant byte first.
using UuidBytes = std::array<unsigned char, 16>;

UuidBytes uuidBytes(const QUuid &uuid);

/// Random uuids of version 4 for bulk loads, from a securely seeded generator: the system's own was a quarter of an
/// import.
class RandomUuids
{
public:
    UuidBytes next();

private:
    static constexpr std::size_t perFetch = 512;

    QRandomGenerator m_generator = QRandomGenerator::securelySeeded();
    std::array<std::uint32_t, perFetch * 4> m_random{};
    std::size_t m_used = perFetch;
};

} // namespace downtimeline
