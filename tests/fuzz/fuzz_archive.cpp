// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes at all as a ZIP archive: it is refused or unpacked within its budgets, twice the same.
#include "models/readers/exports/slackarchive.h"

#include <sys/mman.h>

#include <cstdint>
#include <cstdlib>

using namespace downtimeline;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

/// The whole text, as far as it comes.
std::string textOf(SlackFiles &files)
{
    std::string text;
    auto chunk = files.next();
    for (; chunk && !chunk->empty(); chunk = files.next()) {
        require(chunk->size() <= std::size_t{1} << 20);
        text += *chunk;
    }
    return text + (chunk ? "" : chunk.error().message.toStdString());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Descriptor file(::memfd_create("fuzz", MFD_CLOEXEC));
    require(file.isOpen() && ::write(file.number(), data, size) == static_cast<ssize_t>(size));
    const auto files = openSlackArchive(std::move(file), QStringLiteral("fuzz.zip"));
    if (!files) {
        require(!files.error().message.isEmpty());
        return 0;
    }
    const std::string first = textOf(**files);
    require((*files)->rewind().has_value());
    require(textOf(**files) == first);
    return 0;
}
