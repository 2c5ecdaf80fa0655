// SPDX-License-Identifier: GPL-3.0-or-later
// bench_import CSV LIBRARY [--no-search]: imports a CSV file of events into a new library and prints the milliseconds.
#include "models/readers/reader.h"
#include "models/storage/librarysink.h"

#include <QFile>

#include <chrono>
#include <cstdio>
#include <cstring>

namespace {

using namespace downtimeline;

int told(const Error &error)
{
    std::fprintf(stderr, "%s (%s)\n", qUtf8Printable(error.message), qUtf8Printable(error.detail));
    return 3;
}

int import(const QString &csv, const QString &path, bool buildSearch)
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
    LibrarySink sink(**library, {.buildSearch = buildSearch, .progress = {}});
    if (const Status begun = sink.begin(source, {}); !begun)
        return told(begun.error());
    if (const Status read = reader->read(**bytes, {}, sink, {}); !read)
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
    if (argc < 3) {
        std::fprintf(stderr, "usage: bench_import CSV LIBRARY [--no-search]\n");
        return 2;
    }
    const bool buildSearch = argc < 4 || std::strcmp(argv[3], "--no-search") != 0;
    const auto begun = std::chrono::steady_clock::now();
    // The library is closed, and so checkpointed, within the time.
    const int code = import(QFile::decodeName(argv[1]), QFile::decodeName(argv[2]), buildSearch);
    const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - begun;
    std::printf("%.0f\n", taken.count());
    return code;
}
