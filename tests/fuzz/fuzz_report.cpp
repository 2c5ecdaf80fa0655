// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes at all as a PDF: its data is taken out, twice the same, or it is refused with a sentence.
#include "models/readers/exports/pdfattachment.h"

#include <cstdint>
#include <cstdlib>

using namespace downtimeline;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    const Result<std::string> first = attachedIncident(bytes, QStringLiteral("fuzz.pdf"));
    require(first.has_value() || !first.error().message.isEmpty());
    const Result<std::string> second = attachedIncident(bytes, QStringLiteral("fuzz.pdf"));
    require(first.has_value() == second.has_value() && (!first || *first == *second));
    return 0;
}
