// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/commands.h"

namespace downtimeline {

/// Opens the window, and runs until it is closed. A file among the operands that is a library is opened, others are
/// offered for import. With --picture the window is written as PNG once everything shows, and closed.
ExitCode runWindow(const Arguments &arguments, Console console);

} // namespace downtimeline
