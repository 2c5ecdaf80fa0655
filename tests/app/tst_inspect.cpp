// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/commands.h"
#include "app/importing/outline.h"
#include "app/importing/reading.h"
#include "models/readers/draft/personsmet.h"
#include "models/report/incidentjson.h"
#include "models/report/incidenttext.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <sstream>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

QStringList samples()
{
    QStringList files;
    for (const QString &folder : {u"/tests/data/exports"_s, u"/tests/data/readers"_s, u"/resources/samples"_s}) {
        const QDir dir(QStringLiteral(DOWNTIMELINE_SOURCE_DIR) + folder);
        for (const QString &name :
             dir.entryList({u"*.json"_s, u"*.jsonl"_s, u"*.csv"_s, u"*.txt"_s, u"*.md"_s, u"*.html"_s}))
            files << dir.filePath(name);
    }
    return files;
}

std::string inspected(const QStringList &words)
{
    std::ostringstream out;
    std::ostringstream err;
    const auto arguments = parseArguments(QStringList{u"inspect"_s} + words);
    if (!arguments || runInspect(*arguments, {out, err}) != ExitCode::Done)
        return "refused: " + err.str();
    return out.str();
}

/// The same of a file that is held whole.
std::string written(const QString &path, bool json)
{
    Result<ReadFile> file = readWhole({path, {}, {}, {}});
    if (!file)
        return "refused: downtimeline: " + file.error().message.toStdString() + '\n';
    std::ostringstream out;
    for (WholeIncident &incident : file->batch.incidents)
        incident.persons = personsMet(incident);
    if (json)
        writeIncidentsJson(out, file->format, file->batch.incidents, file->batch.skipped);
    for (const WholeIncident &incident : file->batch.incidents) {
        if (!json)
            writeIncidentText(out, incident, file->batch.skipped);
    }
    if (!json && file->batch.illustrative)
        out << "The file says that its figures are illustrative.\n";
    return out.str();
}

TEST(Inspect, TellsOfEverySampleWhatTheWholeReadingTells)
{
    const QStringList files = samples();
    ASSERT_GE(files.size(), 40);
    int read = 0;
    for (const QString &file : files) {
        const std::string json = inspected({u"--json"_s, file});
        EXPECT_EQ(json, written(file, true)) << file.toStdString();
        EXPECT_EQ(inspected({file}), written(file, false)) << file.toStdString();
        read += json.starts_with('{') ? 1 : 0;
    }
    EXPECT_GE(read, 40);
}

TEST(Inspect, EventsAreSeenInTheirOrderWithTheirIncident)
{
    const QString path = QStringLiteral(DOWNTIMELINE_SOURCE_DIR "/tests/data/exports/victorops.json");
    const Result<ReadFile> whole = readWhole({path, {}, {}, {}});
    Result<OutlinedFile> file = OutlinedFile::read({path, {}, {}, {}});
    ASSERT_TRUE(whole && file);
    ASSERT_GT(whole->batch.incidents.size(), 1U);
    ASSERT_EQ(file->incidents().size(), whole->batch.incidents.size());
    for (int again = 0; again < 2; ++again) {
        std::vector<std::vector<Event>> seen(whole->batch.incidents.size());
        ASSERT_TRUE(file->forEachEvent([&seen](std::size_t incident, std::size_t place, const Event &event) {
            EXPECT_EQ(place, seen.at(incident).size());
            seen.at(incident).push_back(event);
        }));
        for (std::size_t i = 0; i < seen.size(); ++i) {
            EXPECT_EQ(seen[i], whole->batch.incidents[i].events);
            EXPECT_EQ(file->incidents()[i].eventCount, seen[i].size());
            EXPECT_TRUE(file->incidents()[i].whole.events.empty());
        }
    }
}

TEST(Inspect, SamplesAreCountedAndNotHeld)
{
    const QString path = QStringLiteral(DOWNTIMELINE_SOURCE_DIR "/resources/samples/outage-traffic.csv");
    const Result<OutlinedFile> file = OutlinedFile::read({path, {}, {}, {}});
    ASSERT_TRUE(file && !file->incidents().empty());
    const std::vector<WholeSeries> &series = file->incidents().front().whole.series;
    ASSERT_FALSE(series.empty());
    EXPECT_TRUE(series.front().samples.empty());
    EXPECT_GT(series.front().sampleCount(), 100U);
}

TEST(Inspect, AFileThatChangesBetweenTheReadingsIsToldAsChanged)
{
    const QTemporaryDir folder;
    QFile log(folder.filePath(u"log.jsonl"_s));
    ASSERT_TRUE(log.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    const auto row = [&log](const char *time) {
        log.write(
            QByteArray(R"({"time": "2024-01-16T10:)") + time + R"(Z", "level": "error", "message": "Refused"})" + '\n');
    };
    row("00:00");
    row("00:01");
    row("00:02");
    Result<OutlinedFile> file = OutlinedFile::read({log.fileName(), {}, {}, {}});
    ASSERT_TRUE(file) << file.error().message.toStdString();
    row("00:03");
    std::size_t seen = 0;
    const Status again = file->forEachEvent([&seen](std::size_t, std::size_t, const Event &) { ++seen; });
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, Error::Code::Io);
    EXPECT_EQ(again.error().message, u"log.jsonl changed while it was read; read it again."_s);
    EXPECT_EQ(seen, 3U) << "what is not in the outline is not shown";
}

} // namespace
} // namespace downtimeline
