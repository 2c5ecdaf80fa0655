// SPDX-License-Identifier: GPL-3.0-or-later
// bench_series FOLDER: ten series of 1,000,000 samples; prints, a line each: bytes a sample, milliseconds to write, to
// read one series, to read the same from a table with a row per sample, and for an overview of 2000 columns.
#include "models/storage/incidentstore.h"
#include "models/storage/seriesstore.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <random>

namespace {

using namespace downtimeline;
using Clock = std::chrono::steady_clock;

constexpr int seriesCount = 10;
constexpr std::size_t samplesEach = 1'000'000;
constexpr int repetitions = 5;

std::vector<Sample> walk(unsigned seed)
{
    std::mt19937 random(seed);
    std::normal_distribution<double> step(0, 3);
    std::vector<Sample> samples(samplesEach);
    double value = 250;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        value += step(random) - (value - 250) / 200;
        samples[i] = {
            instantFromMicroseconds(1'700'000'000'000'000 + static_cast<std::int64_t>(i) * 1'000'000),
            std::round(value * 100) / 100};
    }
    return samples;
}

double millisecondsSince(Clock::time_point begun)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - begun).count();
}

template<typename Call>
double medianOf(Call call)
{
    std::vector<double> all;
    for (int i = 0; i < repetitions; ++i) {
        const Clock::time_point begun = Clock::now();
        call();
        all.push_back(millisecondsSince(begun));
    }
    std::ranges::sort(all);
    return all[all.size() / 2];
}

double readRows(const QString &path, const std::vector<Sample> &samples)
{
    SQLite::Database rows(path.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    rows.exec(
        "CREATE TABLE sample (series INTEGER, at INTEGER, value REAL, PRIMARY KEY (series, at)) WITHOUT ROWID; BEGIN");
    SQLite::Statement insert(rows, "INSERT INTO sample VALUES (1, ?1, ?2)");
    for (const Sample &sample : samples) {
        insert.bind(1, microseconds(sample.at));
        insert.bind(2, sample.value);
        insert.exec();
        insert.reset();
    }
    rows.exec("COMMIT");
    return medianOf([&] {
        std::vector<Sample> read;
        SQLite::Statement select(rows, "SELECT at, value FROM sample WHERE series = 1 ORDER BY at");
        while (select.executeStep())
            read.push_back({instantFromMicroseconds(select.getColumn(0).getInt64()), select.getColumn(1).getDouble()});
        if (read != samples)
            std::fprintf(stderr, "rows differ\n");
    });
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2)
        return 2;
    const QString folder = QFile::decodeName(argv[1]);
    const QString path = folder + QStringLiteral("/series.downtimeline");
    std::vector<Sample> samples;
    double writing = 0;
    SeriesId series;
    {
        const std::unique_ptr<Library> library = Library::open(path, Library::Open::CreateIfMissing).value();
        const IncidentId incident = IncidentStore(*library).add({}).value();
        for (unsigned i = 0; i < seriesCount; ++i) {
            samples = walk(i);
            const Clock::time_point begun = Clock::now();
            series = SeriesStore(*library).add(incident, {}).value();
            (void)SeriesStore(*library).append(series, samples).value();
            writing += millisecondsSince(begun);
        }
    }
    const double bytes = static_cast<double>(QFileInfo(path).size());
    const std::unique_ptr<Library> library = Library::open(path, Library::Open::ReadOnly).value();
    SeriesStore store(*library);
    const TimeRange all = store.extent(series).value().value();
    const double reading = medianOf([&] {
        if (store.samples(series, all).value() != samples)
            std::fprintf(stderr, "samples differ\n");
    });
    const double overview = medianOf([&] { (void)store.overview(series, all, 2000).value(); });
    const double rows = readRows(folder + QStringLiteral("/rows.sqlite"), samples);
    std::printf(
        "%.3f\n%.0f\n%.2f\n%.2f\n%.2f\n", bytes / (seriesCount * samplesEach), writing, reading, rows, overview);
    return 0;
}
