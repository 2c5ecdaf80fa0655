// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/arguments.h"
#include "app/importing/reading.h"

#include <QString>

namespace downtimeline {

/// How the command line asks to read a file; what it leaves open, the window may remember.
ReadRequest readRequest(const Arguments &arguments, const QString &path);

} // namespace downtimeline
