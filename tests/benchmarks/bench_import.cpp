// SPDX-License-Identifier: GPL-3.0-or-later
// bench_import CSV LIBRARY [--no-search]: imports a CSV file of events into a new library.
// bench_import CSV LIBRARY --stop-after MS: asks for a stop in between; where it was in time, the exit code is 3.
// bench_import FILE --read [--stop-after MS]: only reads a file of any format, to events.
// Prints, from the begin or from the stop: milliseconds until the outcome was known, those of the processor until then,
// and milliseconds until the library was closed.
#include "models/readers/allreaders.h"
#include "models/storage/librarysink.h"
#include "models/storage/librarywriter.h"

#include <QFile>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <stop_token>
#include <string_view>
#include <thread>

namespace {

using namespace downtimeline;

/// When the outcome is known: what the user waits for. The library is closed, and so merged, after it.
struct Answer
{
    std::chrono::steady_clock::time_point at;
    std::clock_t worked = 0; ///< of the processor, by all threads

    static Answer now() { return {std::chrono::steady_clock::now(), std::clock()}; }
};

int told(const Error &error)
{
    std::fprintf(stderr, "%s (%s)\n", qUtf8Printable(error.message), qUtf8Printable(error.detail));
    return 3;
}

/// Takes events and keeps none.
class CountingSink final : public ImportSink
{
public:
    Status incident(const Incident &) override { return {}; }
    Status events(std::span<const Event> events) override
    {
        count += events.size();
        return {};
    }
    Result<SeriesHandle> series(const Series &) override { return SeriesHandle{}; }
    Status samples(SeriesHandle, std::span<const Sample>) override { return {}; }
    Status trafficClaim(const TrafficClaim &) override { return {}; }
    Status action(const Action &) override { return {}; }
    Status finding(const Finding &) override { return {}; }
    Status explained(const Explained &) override { return {}; }
    Status question(const Question &) override { return {}; }
    Status skipped(const Skip &) override { return {}; }
    Status illustrative() override { return {}; }
    void progress(std::int64_t) override {}

    std::size_t count = 0;
};

int readOnly(const QString &file, const std::stop_token &stop)
{
    Result<std::unique_ptr<ByteSource>> bytes = openByteSource(file);
    const Result<const Reader *> recognised = bytes ? recognise(**bytes) : std::unexpected(bytes.error());
    if (!recognised || !*recognised)
        return recognised ? 2 : told(recognised.error());
    CountingSink sink;
    if (const Status read = (*recognised)->read(**bytes, {}, sink, stop); !read)
        return told(read.error());
    return sink.count > 0 ? 0 : 1;
}

Result<std::int64_t> importInto(Library &library, const QString &csv, bool buildSearch, const std::stop_token &stop)
{
    const Reader *reader = readerOfKey("events");
    Result<std::unique_ptr<ByteSource>> bytes = openByteSource(csv);
    if (!bytes)
        return std::unexpected(bytes.error());
    Source source;
    source.name = "events.csv";
    source.format = "events";
    source.size = (*bytes)->size();
    LibrarySink sink(library, {.buildSearch = buildSearch, .progress = {}});
    if (const Status begun = sink.begin(source, {}); !begun)
        return std::unexpected(begun.error());
    if (const Status read = reader->read(**bytes, {}, sink, stop); !read)
        return std::unexpected(read.error());
    const Result<ImportOutcome> outcome = sink.commit();
    if (!outcome)
        return std::unexpected(outcome.error());
    std::fprintf(
        stderr, "%lld events, %lld skipped\n", static_cast<long long>(outcome->eventsAdded),
        static_cast<long long>(outcome->skipped));
    return outcome->eventsAdded;
}

/// As the window does it, through the one thread that writes.
int import(const QString &csv, const QString &path, bool buildSearch, const std::stop_token &stop, Answer &answer)
{
    Result<std::unique_ptr<Library>> library = Library::open(path, Library::Open::CreateIfMissing);
    if (!library)
        return told(library.error());
    LibraryWriter writer(std::move(*library));
    const Result<std::int64_t> events =
        writer
            .submit<std::int64_t>(
                [&](WriteContext &writing) { return importInto(writing.library, csv, buildSearch, writing.stop); },
                stop)
            .get();
    answer = Answer::now();
    if (!events)
        return told(events.error());
    return *events > 0 ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 3) {
        std::fprintf(
            stderr, "usage: bench_import CSV LIBRARY [--no-search | --stop-after MS]; bench_import FILE --read "
                    "[--stop-after MS]\n");
        return 2;
    }
    const std::string_view option = argc > 3 ? argv[3] : "";
    const QString csv = QFile::decodeName(argv[1]);
    std::stop_source stop;
    Answer begun = Answer::now();
    std::jthread stopper;
    if (option == "--stop-after" && argc > 4) {
        stopper = std::jthread([&stop, &begun, after = std::chrono::milliseconds(std::atoi(argv[4]))] {
            std::this_thread::sleep_for(after);
            begun = Answer::now();
            stop.request_stop();
        });
    }
    Answer answered;
    int code = 0;
    if (std::strcmp(argv[2], "--read") == 0) {
        code = readOnly(csv, stop.get_token());
        answered = Answer::now();
    } else {
        code = import(csv, QFile::decodeName(argv[2]), option != "--no-search", stop.get_token(), answered);
    }
    const Answer closed = Answer::now();
    if (stopper.joinable())
        stopper.join();
    const auto milliseconds = [&begun](const Answer &end) {
        return std::chrono::duration<double, std::milli>(end.at - begun.at).count();
    };
    std::printf(
        "%.0f %.0f %.0f\n", milliseconds(answered),
        static_cast<double>(answered.worked - begun.worked) * 1000 / CLOCKS_PER_SEC, milliseconds(closed));
    return code;
}
