// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/commands.h"

#include "models/report/incidenttext.h"

#include <QCoreApplication>

#include <array>
#include <ostream>
#include <utility>

namespace downtimeline {

ExitCode runCommand(const Arguments &arguments, Console console)
{
    using Run = ExitCode (*)(const Arguments &, Console);
    static constexpr std::array<std::pair<const char16_t *, Run>, 7> commands{{
        {u"inspect", runInspect},
        {u"import", runImport},
        {u"list", runList},
        {u"show", runShow},
        {u"export", runExport},
        {u"backup", runBackup},
        {u"check", runCheck},
    }};
    if (arguments.help) {
        console.out << usageText().toStdString();
        return ExitCode::Done;
    }
    if (arguments.version) {
        console.out << "downtimeline " << QCoreApplication::applicationVersion().toStdString() << '\n';
        return ExitCode::Done;
    }
    for (const auto &[name, run] : commands) {
        if (arguments.command == QStringView(name))
            return run(arguments, console);
    }
    console.err << usageText().toStdString();
    return ExitCode::Usage;
}

ExitCode tell(Console console, const Error &error)
{
    console.err << "downtimeline: " << terminalText(error.message.toStdString()) << '\n';
    switch (error.code) {
    case Error::Code::NotRecognised:
        return ExitCode::Nothing;
    case Error::Code::Usage:
    case Error::Code::NotFound:
        return ExitCode::Usage;
    case Error::Code::Io:
    case Error::Code::Sql:
    case Error::Code::Parse:
    case Error::Code::SchemaTooNew:
    case Error::Code::NotOurs:
    case Error::Code::ReadOnly:
    case Error::Code::Cancelled:
        return ExitCode::InputOutput;
    }
    return ExitCode::InputOutput;
}

} // namespace downtimeline
