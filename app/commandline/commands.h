// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/arguments.h"

#include <iosfwd>

namespace downtimeline {

/// What a command returns to the shell.
enum class ExitCode { Done = 0, Nothing = 1, Usage = 2, InputOutput = 3 };

/// Where a command writes: answers to out, one sentence an error to err. UTF-8.
struct Console
{
    std::ostream &out;
    std::ostream &err;
};

/// Runs any command but the window.
ExitCode runCommand(const Arguments &arguments, Console console);

ExitCode runInspect(const Arguments &arguments, Console console);
ExitCode runImport(const Arguments &arguments, Console console);
ExitCode runList(const Arguments &arguments, Console console);
ExitCode runShow(const Arguments &arguments, Console console);
ExitCode runExport(const Arguments &arguments, Console console);
ExitCode runBackup(const Arguments &arguments, Console console);
ExitCode runCheck(const Arguments &arguments, Console console);

/// Says the error's sentence and tells the exit code that goes with it.
ExitCode tell(Console console, const Error &error);

} // namespace downtimeline
