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
    /// What the user says of the whole, where it was shown in part.
    std::optional<std::string> title = {};
    std::optional<std::optional<Severity>> severity = {};
    Duration clockShift{0};
    bool addPersons = false; ///< whom it met goes on the user's list of people
};

/// What came of it.
struct ImportReport
{
    std::string format;
    ImportOutcome outcome;
    std::vector<Question> questions; ///< still open; the answers can be given in a second import
    std::vector<Skip> skipped;       ///< the first 1000
    bool isRemembered = false;       ///< columns were read as the user chose for such a table before
    std::size_t personsAdded = 0;    ///< to the user's list, or with new names on it
};

/// A file as a source that no library has: its name, size and hash, and of a small one its text.
Result<Source> describedSource(const QString &path);

/// Reads a file into a library in one transaction. Whatever fails or is stopped leaves the library as it was. Documents
/// of at most 16 MiB are kept with their text. Called on the thread that owns the library.
Result<ImportReport> importFile(
    Library &library, const ImportRequest &request, const std::function<void(std::int64_t)> &progress,
    std::stop_token stop);

/// The SHA-256 of every byte, 64 hex digits.
Result<std::string> hashOf(const QString &path, const std::stop_token &stop);

} // namespace downtimeline
