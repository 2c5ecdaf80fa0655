// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/eventstore.h"
#include "models/storage/incidentstore.h"
#include "models/storage/librarysink.h"
#include "models/storage/librarywriter.h"

#include <chrono>
#include <iostream>
#include <string>
#include <string_view>

// A process that writes to a library and tells on its standard output what was acknowledged: to be killed by a test, or
// to compete with another of its kind.

namespace {

using namespace downtimeline;

Event eventCalled(std::string title, int number)
{
    using namespace std::chrono;
    Event event;
    event.title = std::move(title);
    event.at = sys_days(year(2024) / January / 16) + seconds(number);
    event.time = writtenTimeOf(*event.at, hours(1), ZoneOrigin::Header);
    return event;
}

/// One line, in one write.
void acknowledge(const std::string &text)
{
    std::cout << text + '\n' << std::flush;
}

int complain(const Error &error)
{
    std::cerr << error.message.toStdString() << ' ' << error.detail.toStdString() << std::endl;
    return 1;
}

/// Edits without end, each acknowledged with the title of the new event.
int writeEdits(LibraryWriter &writer, IncidentId incident, int first)
{
    for (int number = first;; ++number) {
        LibraryWriter::Job<EventId> edit = [=](WriteContext &context) {
            return EventStore(context.library).add(incident, eventCalled("edit " + std::to_string(number), number));
        };
        if (const Result<EventId> done = writer.submit(std::move(edit)).get(); !done)
            return complain(done.error());
        acknowledge("edit " + std::to_string(number));
    }
}

Result<int> importRound(Library &library, int round, int events)
{
    LibrarySink sink(library);
    Source source;
    source.name = "round " + std::to_string(round);
    source.format = "events";
    source.sha256 = std::to_string(round) + std::string(64, '0');
    source.sha256.resize(64);
    source.size = events * 150LL;
    if (Status begun = sink.begin(source, {}); !begun)
        return std::unexpected(begun.error());
    for (int i = 0; i < events; ++i) {
        const Event event = eventCalled("row " + std::to_string(i), i);
        if (Status added = sink.events({&event, 1}); !added)
            return std::unexpected(added.error());
    }
    const Result<ImportOutcome> outcome = sink.commit();
    if (!outcome)
        return std::unexpected(outcome.error());
    return round;
}

/// Imports without end, each a new incident, acknowledged with its title.
int writeImports(LibraryWriter &writer, int first, int events)
{
    for (int round = first;; ++round) {
        LibraryWriter::Job<int> import = [=](WriteContext &context) {
            return importRound(context.library, round, events);
        };
        if (const Result<int> done = writer.submit(std::move(import)).get(); !done)
            return complain(done.error());
        acknowledge("round " + std::to_string(round));
    }
}

/// Adds, renames and competes for one text with the other process.
int writeMixed(LibraryWriter &writer, IncidentId incident, const std::string &name, int edits)
{
    for (int number = 0; number < edits; ++number) {
        const std::string title = name + ' ' + std::to_string(number);
        LibraryWriter::Job<int> edit = [=](WriteContext &context) -> Result<int> {
            EventStore events(context.library);
            const Result<EventId> id = events.add(incident, eventCalled("to be renamed", number));
            if (!id)
                return std::unexpected(id.error());
            const Result<Event> before = events.get(*id);
            if (!before)
                return std::unexpected(before.error());
            Event after = *before;
            after.title = title;
            if (Status renamed = events.update(*before, after); !renamed)
                return std::unexpected(renamed.error());
            const Result<Incident> shared = IncidentStore(context.library).get(incident);
            if (!shared)
                return std::unexpected(shared.error());
            Incident longer = *shared;
            longer.summary += 'x';
            const Status lengthened = IncidentStore(context.library).update(*shared, longer);
            return lengthened ? Result<int>(number) : std::unexpected(lengthened.error());
        };
        if (const Result<int> done = writer.submit(std::move(edit)).get(); !done)
            return complain(done.error());
        acknowledge(title);
    }
    return 0;
}

} // namespace

/// edits LIBRARY FIRST | imports LIBRARY FIRST EVENTS | mixed LIBRARY NAME EDITS; the library has an incident 1.
int main(int argc, char **argv)
{
    if (argc < 4)
        return 2;
    const std::string_view mode = argv[1];
    Result<std::unique_ptr<Library>> library = Library::open(QString::fromUtf8(argv[2]), Library::Open::ReadWrite);
    if (!library)
        return complain(library.error());
    LibraryWriter writer(std::move(*library));
    acknowledge("ready");
    const IncidentId incident(1);
    if (mode == "edits")
        return writeEdits(writer, incident, std::stoi(argv[3]));
    if (argc < 5)
        return 2;
    const int count = std::stoi(argv[4]);
    return mode == "imports" ? writeImports(writer, std::stoi(argv[3]), count)
                             : writeMixed(writer, incident, argv[3], count);
}
