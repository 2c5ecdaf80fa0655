// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/commands.h"
#include "app/commandline/libraryaccess.h"

#include <QCoreApplication>

#include <ostream>

namespace downtimeline {

ExitCode runBackup(const Arguments &arguments, Console console)
{
    if (arguments.operands.size() != 1) {
        return tell(
            console, {Error::Code::Usage,
                      QCoreApplication::translate("backup", "backup takes the file to write the copy to."),
                      {}});
    }
    Result<std::unique_ptr<Library>> library = openForLooking(arguments.library);
    if (!library)
        return tell(console, library.error());
    if (const Status written = (*library)->backup(arguments.operands.front()); !written)
        return tell(console, written.error());
    console.out << "Copied to " << arguments.operands.front().toStdString() << '\n';
    return ExitCode::Done;
}

ExitCode runCheck(const Arguments &arguments, Console console)
{
    Result<std::unique_ptr<Library>> library = openForLooking(arguments.library);
    if (!library)
        return tell(console, library.error());
    const Result<CheckReport> report = (*library)->check();
    if (!report)
        return tell(console, report.error());
    const LibraryCounts &counts = report->counts;
    console.out << (*library)->path().toStdString() << ": " << counts.incidents << " incidents, " << counts.events
                << " events, " << counts.series << " series, " << counts.samples << " samples, " << counts.sources
                << " sources\n";
    for (const QString &problem : report->problems)
        console.err << "downtimeline: " << problem.toStdString() << '\n';
    if (report->isWhole())
        console.out << "The library is whole.\n";
    return report->isWhole() ? ExitCode::Done : ExitCode::InputOutput;
}

} // namespace downtimeline
