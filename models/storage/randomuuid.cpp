// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/randomuuid.h"

#include <cstring>

namespace downtimeline {

UuidBytes uuidBytes(const QUuid &uuid)
{
    const QByteArray text = uuid.toRfc4122();
    UuidBytes bytes{};
    std::memcpy(bytes.data(), text.constData(), bytes.size());
    return bytes;
}

UuidBytes RandomUuids::next()
{
    if (m_used == perFetch) {
        m_generator.fillRange(m_random.data(), static_cast<qsizetype>(m_random.size()));
        m_used = 0;
    }
    UuidBytes bytes{};
    std::memcpy(bytes.data(), &m_random[m_used * 4], bytes.size());
    ++m_used;
    bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0FU) | 0x40U);
    bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3FU) | 0x80U);
    return bytes;
}

} // namespace downtimeline
