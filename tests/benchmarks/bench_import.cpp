// SPDX-License-Identifier: GPL-3.0-or-later
// bench_import CSV LIBRARY [--no-search]: imports a CSV file of events into a new library and prints the milliseconds.
// bench_import CSV LIBRARY --stop-after MS: asks for a stop in between and prints the milliseconds until all was taken
// back. bench_import FILE --read [--stop-after MS]: only reads a file of any format, to events, and prints the
// milliseconds. Where the stop was in time, the exit code is 3. Behind the milliseconds stand those of the processor.
#include "models/readers/allreaders.h"
#include "models/storage/librarysink.h"

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

int import(const QString &csv, const QString &path, bool buildSearch, const std::stop_token &stop)
{
    const Reader *reader = readerOfKey("events");
    Result<std::unique_ptr<ByteSource>> bytes = openByteSource(csv);
    if (!reader || !bytes)
        return bytes ? 2 : told(bytes.error());
    Result<std::unique_ptr<Library>> library = Library::open(path, Library::Open::CreateIfMissing);
    if (!library)
        return told(library.error());
    Source source;
    source.name = "events.csv";
    source.format = "events";
    source.size = (*bytes)->size();
    (*library)->setStopToken(stop);
    LibrarySink sink(**library, {.buildSearch = buildSearch, .progress = {}});
    if (const Status begun = sink.begin(source, {}); !begun)
        return told(begun.error());
    if (const Status read = reader->read(**bytes, {}, sink, stop); !read)
        return told(read.error());
    const Result<ImportOutcome> outcome = sink.commit();
    if (!outcome)
        return told(outcome.error());
    std::fprintf(
        stderr, "%lld events, %lld skipped\n", static_cast<long long>(outcome->eventsAdded),
        static_cast<long long>(outcome->skipped));
    return outcome->eventsAdded > 0 ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    using Clock = std::chrono::steady_clock;
    if (argc < 3) {
        std::fprintf(
            stderr, "usage: bench_import CSV LIBRARY [--no-search | --stop-after MS]; bench_import FILE --read "
                    "[--stop-after MS]\n");
        return 2;
    }
    const std::string_view option = argc > 3 ? argv[3] : "";
    const QString csv = QFile::decodeName(argv[1]);
    std::stop_source stop;
    Clock::time_point begun = Clock::now();
    std::clock_t worked = std::clock();
    std::jthread stopper;
    if (option == "--stop-after" && argc > 4) {
        stopper = std::jthread([&stop, &begun, &worked, after = std::chrono::milliseconds(std::atoi(argv[4]))] {
            std::this_thread::sleep_for(after);
            begun = Clock::now();
            worked = std::clock();
            stop.request_stop();
        });
    }
    // The library is closed, and so checkpointed, within the time.
    const int code = std::strcmp(argv[2], "--read") == 0
                         ? readOnly(csv, stop.get_token())
                         : import(csv, QFile::decodeName(argv[2]), option != "--no-search", stop.get_token());
    const Clock::time_point ended = Clock::now();
    worked = std::clock() - worked;
    if (stopper.joinable())
        stopper.join();
    std::printf(
        "%.0f %.0f\n", std::chrono::duration<double, std::milli>(ended - begun).count(),
        static_cast<double>(worked) * 1000 / CLOCKS_PER_SEC);
    return code;
}
