// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>

namespace downtimeline {

/// "reading stopped there, and the 2 records before it were kept", for a sentence that tells why.
QString stoppedAfter(std::int64_t records);

} // namespace downtimeline
