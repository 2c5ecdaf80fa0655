// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QString>

namespace downtimeline {

/// What stands at a path, judged by its first hundred bytes without SQLite, so that nothing is written beside it.
struct LibraryFile
{
    enum class Kind { Missing, Empty, Library };

    Kind kind = Kind::Missing;
    int format = 0;       ///< user_version of a library
    bool usesWal = false; ///< a library in journal mode WAL
    bool fileWritable = false;
    bool folderWritable = false;
};

/// Refuses what is no library: folders, pipes and devices (Io), other SQLite files and other content (NotOurs), and a
/// format newer than this program's (SchemaTooNew; the sentence names the version that is needed).
Result<LibraryFile> inspectLibraryFile(const QString &path);

/// The refusal of a format that is too new.
Error tooNewError(const QString &path, int format);

/// An SQLite name for a path that SQLite takes as it stands, never writes to and never locks.
std::string immutableUri(const QString &path);

} // namespace downtimeline
