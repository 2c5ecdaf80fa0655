// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/importing/importing.h"
#include "models/readers/draft/importdraft.h"

namespace downtimeline {

/// A draft on its way into a library.
struct DraftRequest
{
    Source source; ///< with its text
    ImportDraft draft;
    ImportTarget target;
};

/// Stores what the user took of a reading. The source's own words are stored first and the user's edits after them, as
/// edits, so that a later reading of the same source knows every event again; events that were not taken are removed as
/// the user removes them, so that it does not bring them back. Called inside one transaction on the thread that owns
/// the library (a job of LibraryWriter): a failure leaves half a draft behind for it to take back.
Result<ImportReport> importDraft(Library &library, const DraftRequest &request, std::stop_token stop);

} // namespace downtimeline
