// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/commands.h"
#include "app/importing/reading.h"
#include "models/readers/personsmet.h"
#include "models/report/incidentjson.h"
#include "models/report/incidenttext.h"

#include <QCoreApplication>

#include <ostream>

namespace downtimeline {

ExitCode runInspect(const Arguments &arguments, Console console)
{
    if (arguments.operands.size() != 1) {
        return tell(
            console, {Error::Code::Usage, QCoreApplication::translate("inspect", "inspect takes one file."), {}});
    }
    Result<ReadFile> file =
        readWhole({arguments.operands.front(), arguments.format, arguments.options, arguments.answers});
    if (!file)
        return tell(console, file.error());
    ImportBatch &batch = file->batch;
    if (arguments.json) {
        for (WholeIncident &incident : batch.incidents)
            incident.persons = personsMet(incident);
        writeIncidentsJson(console.out, file->format, batch.incidents, batch.skipped);
        return ExitCode::Done;
    }
    for (const WholeIncident &incident : batch.incidents)
        writeIncidentText(console.out, incident, batch.skipped);
    if (batch.illustrative)
        console.out << "The file says that its figures are illustrative.\n";
    return ExitCode::Done;
}

} // namespace downtimeline
