// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/importing/reading.h"
#include "models/storage/librarysink.h"

#include <functional>
#include <stop_token>

namespace downtimeline {

/// A file on its way into a library.
struct ImportRequest
{
    ReadRequest read;
    ImportTarget target;
};

/// What came of it.
struct ImportReport
{
    std::string format;
    ImportOutcome outcome;
    std::vector<Question> questions; ///< still open; the answers can be given in a second import
    std::vector<Skip> skipped;       ///< the first 1000
};

/// A file as a source that no library has: its name, size and hash, and of a small one its text.
Result<Source> describedSource(const QString &path);

/// Reads a file into a library in one transaction. Whatever fails or is stopped leaves the library as it was. Documents
/// of at most 16 MiB are kept with their text. Called on the thread that owns the library.
Result<ImportReport> importFile(
    Library &library, const ImportRequest &request, const std::function<void(std::int64_t)> &progress,
    std::stop_token stop);

} // namespace downtimeline
