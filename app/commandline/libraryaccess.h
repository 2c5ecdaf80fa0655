// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/arguments.h"
#include "models/domain/ids.h"
#include "models/domain/person.h"
#include "models/domain/result.h"
#include "models/storage/library.h"

#include <memory>

namespace downtimeline {

/// The library for a command that changes it; made, with its folder, where it is missing. ReadOnly where it may only be
/// read.
Result<std::unique_ptr<Library>> openForWriting(const QString &path);

/// The library for a command that only looks.
Result<std::unique_ptr<Library>> openForLooking(const QString &path);

/// By uuid, or the first characters of one.
Result<IncidentId> findIncident(Library &library, const QString &text);

/// The user's list of people where --hide-names is given and there is a library; else nobody.
Result<Persons> personsToHide(const Arguments &arguments);

/// The id that a user sees.
Result<QString> uuidOf(Library &library, IncidentId id);

} // namespace downtimeline
