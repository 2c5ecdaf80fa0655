// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/exports/slackfiles.h"

#include <QString>

#include <memory>

namespace downtimeline {

/// The files of an unpacked Slack export. Any other folder is refused with a sentence. Links are not followed.
Result<std::unique_ptr<SlackFiles>> openSlackFolder(const QString &path);

} // namespace downtimeline
