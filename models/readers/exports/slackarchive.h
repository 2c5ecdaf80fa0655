// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/descriptor.h"
#include "models/readers/exports/slackfiles.h"

#include <QString>

#include <memory>

namespace downtimeline {

/// The files of a Slack export in a ZIP, unpacked in memory a piece at a time: no name in it ever becomes a file.
/// Refused with a sentence: another archive, one with too many files, one that unpacks to too much. The path is for
/// sentences.
Result<std::unique_ptr<SlackFiles>> openSlackArchive(Descriptor file, const QString &path);

} // namespace downtimeline
