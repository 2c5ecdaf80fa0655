// SPDX-License-Identifier: GPL-3.0-or-later
// Exports and metrics of other people's systems, where the shared folder is on this machine. What a file holds is
// counted here with other means than the readers'.
#include "csvtest.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <map>
#include <set>

using namespace downtimeline;
using namespace downtimeline::test;

namespace {

using namespace Qt::StringLiterals;

const QString corpus = QStringLiteral(DOWNTIMELINE_SHARED_DIR "/corpus/");

/// The folder of a tool -> the key of its reader.
const std::map<QString, std::string> readers{
    {u"alertmanager"_s, "alertmanager"}, {u"github-deployments"_s, "github"},    {u"grafana-annotations"_s, "grafana"},
    {u"journald"_s, "journald"},         {u"kubernetes-events"_s, "kubernetes"}, {u"opsgenie"_s, "opsgenie"},
    {u"other"_s, "victorops"},           {u"pagerduty"_s, "pagerduty"},          {u"prometheus"_s, "prometheus"},
    {u"statuspage"_s, "statuspage"}};

QByteArray content(const QString &path)
{
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
    return file.readAll();
}

QStringList filesBelow(const QString &folder, const QStringList &names)
{
    QStringList files;
    QDirIterator all(folder, names, QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext())
        files << all.next();
    files.sort();
    return files;
}

std::string idOf(const QJsonValue &record, const QString &name)
{
    const QJsonValue id = record[name];
    return id.isDouble() ? std::to_string(static_cast<long long>(id.toDouble())) : id.toString().toStdString();
}

/// The ids that the file gives its records.
std::vector<std::string> idsIn(const std::string &key, const QByteArray &bytes)
{
    std::vector<std::string> ids;
    if (key == "journald") {
        for (const QByteArray &line : bytes.split('\n')) {
            if (!line.trimmed().isEmpty())
                ids.push_back(idOf(QJsonDocument::fromJson(line).object(), u"__CURSOR"_s));
        }
        return ids;
    }
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    const QJsonObject object = document.object();
    if (key == "github") {
        for (const QString &name : {u"deployment"_s, u"deployment_status"_s}) {
            if (object.contains(name))
                ids.push_back(idOf(object[name], u"id"_s));
        }
        return ids;
    }
    const QJsonArray records = key == "alertmanager" ? object[u"alerts"_s].toArray()
                               : key == "kubernetes" ? object[u"items"_s].toArray()
                                                     : document.array();
    for (const auto &value : records) {
        const QJsonValue record = value;
        if (key == "statuspage") {
            const QJsonArray updates = record[u"incident_updates"_s].toArray();
            for (const auto &update : updates)
                ids.push_back(idOf(update, u"id"_s));
        } else if (key == "victorops") {
            ids.push_back(idOf(record, u"incidentNumber"_s));
        } else if (key == "kubernetes") {
            ids.push_back(idOf(record[u"metadata"_s], u"uid"_s));
        } else {
            ids.push_back(idOf(record, key == "alertmanager" ? u"fingerprint"_s : u"id"_s));
        }
    }
    return ids;
}

/// Readers put what an event is in the record, or which kind of record, beside its id.
bool isOf(const Event &event, const std::string &id)
{
    return event.recordId == id || event.recordId.starts_with(id + '/') || event.recordId.ends_with('/' + id);
}

struct Read
{
    std::string key;
    ImportBatch batch;

    std::vector<Event> events() const
    {
        std::vector<Event> all;
        for (const ReadIncident &incident : batch.incidents)
            all.insert(all.end(), incident.events.begin(), incident.events.end());
        return all;
    }
};

Read readRecognised(const QString &path)
{
    const auto source = openByteSource(path);
    EXPECT_TRUE(source) << path.toStdString();
    const auto reader = source ? recognise(**source) : std::unexpected(source.error());
    EXPECT_TRUE(reader && *reader) << path.toStdString();
    if (!reader || !*reader)
        return {};
    BatchSink sink;
    EXPECT_TRUE((*reader)->read(**source, {}, sink, {})) << path.toStdString();
    return {std::string((*reader)->key()), sink.take()};
}

void expectSeries(const QJsonDocument &document, const Read &read, const std::string &file)
{
    const QJsonArray result = document[u"data"_s][u"result"_s].toArray();
    const std::vector<ReadSeries> series = seriesOf(read.batch);
    ASSERT_EQ(series.size(), static_cast<std::size_t>(result.size())) << file;
    for (std::size_t i = 0; i < series.size(); ++i) {
        const auto values = result.at(static_cast<qsizetype>(i))[u"values"_s].toArray().size();
        EXPECT_EQ(series[i].samples.size(), static_cast<std::size_t>(values)) << file;
    }
}

} // namespace

TEST(Corpus, EachRecordOfEachExportBecameAnEventOrASeries)
{
    if (!QDir(corpus + u"exports"_s).exists())
        GTEST_SKIP() << "the shared folder is not on this machine";
    std::set<QString> tools;
    std::size_t records = 0;
    for (const QString &path : filesBelow(corpus + u"exports"_s, {u"*"_s})) {
        const QString tool = path.mid(corpus.size() + 8).section(u'/', 0, 0);
        if (tool == u"slack"_s) // one export of many files
            continue;
        const std::string file = path.toStdString();
        ASSERT_TRUE(readers.contains(tool)) << file << " is of a tool that this test does not know";
        tools.insert(tool);
        const Read read = readRecognised(path);
        EXPECT_EQ(read.key, readers.at(tool)) << file;
        EXPECT_TRUE(read.batch.skipped.empty()) << file << ": " << read.batch.skipped.front().reason;
        const QByteArray bytes = content(path);
        if (read.key == "prometheus") {
            expectSeries(QJsonDocument::fromJson(bytes), read, file);
            ++records;
            continue;
        }
        const std::vector<Event> events = read.events();
        const std::vector<std::string> ids = idsIn(read.key, bytes);
        ASSERT_FALSE(ids.empty()) << file;
        EXPECT_GE(events.size(), ids.size()) << file;
        for (const std::string &id : ids) {
            EXPECT_FALSE(id.empty()) << file;
            EXPECT_TRUE(std::ranges::any_of(events, [&id](const Event &event) { return isOf(event, id); }))
                << file << ": no event of the record " << id;
        }
        for (const Event &event : events)
            EXPECT_TRUE(event.at) << file << ": " << event.title;
        records += ids.size();
    }
    EXPECT_EQ(tools.size(), readers.size());
    EXPECT_GE(records, 45U);
}

TEST(Corpus, EachMessageOfTheSlackExportIsAnEventOrToldAsLeftOut)
{
    const QString folder = corpus + u"exports/slack/hfaran-testarchive"_s;
    if (!QDir(folder).exists())
        GTEST_SKIP() << "the shared folder is not on this machine";
    const Read read = readRecognised(folder);
    EXPECT_EQ(read.key, "slack");
    const std::vector<Event> events = read.events();
    std::size_t leftOut = 0;
    std::size_t messages = 0;
    for (const QString &path : filesBelow(folder, {u"20*.json"_s})) {
        const QJsonArray day = QJsonDocument::fromJson(content(path)).array();
        for (const auto &value : day) {
            const std::string stamp = idOf(value, u"ts"_s);
            const bool isEvent = std::ranges::any_of(events, [&](const Event &event) { return isOf(event, stamp); });
            leftOut += isEvent ? 0 : 1;
            ++messages;
        }
    }
    EXPECT_EQ(events.size() + leftOut, messages);
    ASSERT_EQ(read.batch.skipped.size(), 1U);
    EXPECT_TRUE(read.batch.skipped[0].reason.starts_with(std::to_string(leftOut) + " messages only tell of joining"))
        << read.batch.skipped[0].reason;
}

TEST(Corpus, EachSeriesOfTheMetricsIsReadToItsLastValue)
{
    if (!QDir(corpus + u"metrics"_s).exists())
        GTEST_SKIP() << "the shared folder is not on this machine";
    const QStringList files = filesBelow(corpus + u"metrics"_s, {u"*.csv"_s});
    EXPECT_GE(files.size(), 8);
    for (const QString &path : files) {
        const std::string file = path.toStdString();
        const Read read = readRecognised(path);
        EXPECT_EQ(read.key, "metrics") << file;
        QByteArrayList lines = content(path).replace('"', QByteArray()).split('\n');
        const QByteArrayList names = lines.takeFirst().trimmed().split(',');
        std::vector<std::map<QByteArray, double>> columns(
            static_cast<std::size_t>(names.size()) - 1); // by written time
        for (const QByteArray &line : lines) {
            const QByteArrayList cells = line.trimmed().split(',');
            for (std::size_t i = 0; cells.size() == names.size() && i < columns.size(); ++i)
                columns[i][cells[0]] = cells[static_cast<qsizetype>(i) + 1].toDouble(); // the last of a time holds
        }
        const std::vector<ReadSeries> series = seriesOf(read.batch);
        ASSERT_EQ(series.size(), columns.size()) << file;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            EXPECT_GE(columns[i].size(), 1'000U) << file;
            std::vector<double> wanted;
            for (const auto &[time, value] : columns[i])
                wanted.push_back(value);
            std::vector<double> found;
            for (const Sample &sample : series[i].samples)
                found.push_back(sample.value);
            EXPECT_TRUE(found == wanted) << file << ", column " << i;
        }
        for (const Skip &skip : read.batch.skipped)
            EXPECT_EQ(skip.line, 0) << file << ": a row is not read: " << skip.reason;
    }
}
