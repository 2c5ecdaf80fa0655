// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/commands.h"
#include "app/commandline/readrequest.h"
#include "app/importing/outline.h"
#include "models/report/incidentjson.h"
#include "models/report/incidenttext.h"

#include <QCoreApplication>

#include <map>
#include <ostream>
#include <utility>

namespace downtimeline {
namespace {

/// Leads a reading of the events through the incidents, those without events too.
template<typename Begin, typename Tell, typename End>
Status putEach(OutlinedFile &file, Begin begin, Tell tell, End end)
{
    const std::vector<IncidentOutline> &incidents = file.incidents();
    std::size_t begun = 0; // incidents
    const auto upTo = [&](std::size_t count) {
        while (begun < count) {
            if (begun > 0)
                end(incidents[begun - 1]);
            begin(begun, incidents[begun]);
            ++begun;
        }
    };
    const Status told = file.forEachEvent([&](std::size_t incident, std::size_t place, const Event &event) {
        upTo(incident + 1);
        tell(event, incidents[incident].ends.of(event, place));
    });
    if (!told)
        return told;
    upTo(incidents.size());
    end(incidents.back());
    return {};
}

Status putJson(OutlinedFile &file, std::ostream &out)
{
    IncidentsJson json(out, file.format(), file.incidents().size(), file.skipped());
    const Status told = putEach(
        file, [&json](std::size_t /*place*/, const IncidentOutline &incident) { json.begin(incident.whole); },
        [&json](const Event &event, std::optional<Instant> end) { json.event(event, end); },
        [&json](const IncidentOutline &incident) { json.end(incident.whole); });
    if (told)
        json.finish();
    return told;
}

using Titles = std::map<std::pair<std::size_t, EventId>, std::string>; ///< by incident and event

/// Of the events that stand beside a measure.
Result<Titles> titlesNamed(OutlinedFile &file)
{
    Titles titles;
    for (std::size_t i = 0; i < file.incidents().size(); ++i) {
        const IncidentOutline &incident = file.incidents()[i];
        for (const EventId id : eventsNamed(incident.index, incident.whole.incident))
            titles.try_emplace({i, id});
    }
    if (titles.empty())
        return titles;
    const Status read = file.forEachEvent([&titles](std::size_t incident, std::size_t place, const Event &event) {
        if (const auto named = titles.find({incident, idOf(event, place)}); named != titles.end())
            named->second = event.title;
    });
    return read ? Result<Titles>(std::move(titles)) : std::unexpected(read.error());
}

Status putText(OutlinedFile &file, std::ostream &out)
{
    const Result<Titles> titles = titlesNamed(file);
    if (!titles)
        return std::unexpected(titles.error());
    const auto begin = [&](std::size_t place, const IncidentOutline &incident) {
        const TitleOfEvent titleOf = [&titles, place](EventId id) -> std::optional<std::string> {
            const auto named = titles->find({place, id});
            return named == titles->end() ? std::nullopt : std::optional(named->second);
        };
        writeTextBefore(out, incident.whole, incident.index, incident.eventCount, titleOf);
    };
    const Status told = putEach(
        file, begin, [&out](const Event &event, std::optional<Instant> end) { writeTextEvent(out, event, end); },
        [&](const IncidentOutline &incident) { writeTextBehind(out, incident.whole, file.skipped()); });
    if (told && file.isIllustrative())
        out << "The file says that its figures are illustrative.\n";
    if (told && file.isRemembered())
        out << "Its columns are read as you chose them in the window; --map reads them otherwise.\n";
    return told;
}

} // namespace

ExitCode runInspect(const Arguments &arguments, Console console)
{
    if (arguments.operands.size() != 1) {
        return tell(
            console, {Error::Code::Usage, QCoreApplication::translate("inspect", "inspect takes one file."), {}});
    }
    Result<OutlinedFile> file = OutlinedFile::read(readRequest(arguments, arguments.operands.front()));
    if (!file)
        return tell(console, file.error());
    const Status told = arguments.json ? putJson(*file, console.out) : putText(*file, console.out);
    return told ? ExitCode::Done : tell(console, told.error());
}

} // namespace downtimeline
