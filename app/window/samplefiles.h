// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QStringList>

namespace downtimeline {

/// The sample outage and its metric files, as files: the document first. They lie in a temporary folder that goes with
/// the program.
Result<QStringList> sampleFiles();

} // namespace downtimeline
