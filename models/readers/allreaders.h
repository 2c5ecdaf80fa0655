// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/reader.h"

#include <span>
#include <string_view>

namespace downtimeline {

/// Every reader that there is. To add a format, add it here.
std::span<const Reader *const> allReaders();

/// The reader of that key; null where there is none.
const Reader *readerOfKey(std::string_view key);

/// The reader that is surest of these first bytes; null where none is. The source stands at its start afterwards.
Result<const Reader *> recognise(ByteSource &source);

} // namespace downtimeline
