// SPDX-License-Identifier: GPL-3.0-or-later
// Excursions against series whose trouble others have labelled.
#include "models/analysis/excursions.h"

#include <gtest/gtest.h>

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

#include <algorithm>
#include <cstdio>

using namespace downtimeline;

namespace {

const QString corpus = QStringLiteral(DOWNTIMELINE_SHARED_DIR) + QStringLiteral("/corpus/metrics/");

#define NEEDS_CORPUS                                                                                                   \
    if (!QFile::exists(corpus + QStringLiteral("NAB")))                                                                \
    GTEST_SKIP() << "the corpus of metrics is not here: nothing to check against"

Instant instantOf(QString text)
{
    const QDateTime time = QDateTime::fromString(text.replace(u' ', u'T').left(19), Qt::ISODate);
    return instantFromMicroseconds(QDateTime(time.date(), time.time(), QTimeZone::utc()).toMSecsSinceEpoch() * 1000);
}

/// The first two cells of each row below the head.
std::vector<Sample> samplesOf(const QString &name)
{
    QFile file(corpus + name);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << name.toStdString();
    std::vector<Sample> samples;
    file.readLine();
    while (!file.atEnd()) {
        const QStringList cells = QString::fromUtf8(file.readLine()).remove(u'"').trimmed().split(u',');
        if (cells.size() >= 2)
            samples.push_back({instantOf(cells[0]), cells[1].toDouble()});
    }
    std::ranges::stable_sort(samples, {}, &Sample::at);
    return samples;
}

std::vector<TimeRange> labelsOf(const QString &name)
{
    QFile file(corpus + QStringLiteral("NAB/labels/combined_windows.json"));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    const QJsonArray windows = QJsonDocument::fromJson(file.readAll()).object().value(name).toArray();
    std::vector<TimeRange> labels;
    for (const auto &window : windows)
        labels.push_back({instantOf(window[0].toString()), instantOf(window[1].toString())});
    return labels;
}

struct Counts
{
    std::size_t labels = 0;
    std::size_t hit = 0;        ///< labels that an excursion overlaps
    std::size_t found = 0;      ///< excursions
    std::size_t falseAlarm = 0; ///< excursions that overlap no label

    bool operator==(const Counts &) const = default;
};

bool overlap(const Excursion &excursion, TimeRange label, Instant last)
{
    return excursion.start <= label.end && excursion.end.value_or(last) >= label.start;
}

Counts countsOf(const QString &name, Leaving leaving)
{
    const std::vector<Sample> samples = samplesOf(QStringLiteral("NAB/data/") + name);
    const std::vector<TimeRange> labels = labelsOf(name);
    const std::vector<Excursion> found = excursionsOf(samples, leaving);
    const Instant last = samples.back().at;
    Counts counts{.labels = labels.size(), .hit = 0, .found = found.size(), .falseAlarm = 0};
    for (const TimeRange &label : labels)
        counts.hit += std::ranges::any_of(found, [&](const Excursion &each) { return overlap(each, label, last); });
    for (const Excursion &each : found)
        counts.falseAlarm +=
            std::ranges::none_of(labels, [&](const TimeRange &label) { return overlap(each, label, last); });
    std::printf(
        "%-42s labels %zu, hit %zu; excursions %zu, false alarms %zu\n", qPrintable(name.section(u'/', -1)),
        counts.labels, counts.hit, counts.found, counts.falseAlarm);
    return counts;
}

} // namespace

TEST(ExcursionCorpus, TheRequestLatencyLeavesTheUsualWhereItIsLabelledAndNowhereElse)
{
    NEEDS_CORPUS;
    const Counts counts =
        countsOf(QStringLiteral("realKnownCause/ec2_request_latency_system_failure.csv"), Leaving::Rises);
    EXPECT_GE(counts.hit, 1U);
    EXPECT_EQ(counts.falseAlarm, 0U);
}

TEST(ExcursionCorpus, NothingIsFoundInTheQuietSeries)
{
    NEEDS_CORPUS;
    const std::vector<Sample> samples =
        samplesOf(QStringLiteral("ms-cloud-monitoring/service-unavailable/unavail-01.csv"));
    ASSERT_GT(samples.size(), 15000U);
    EXPECT_TRUE(excursionsOf(samples, Leaving::Both).empty());
}

/// The method is made for incidents of services. What it makes of temperatures, taxis and keys is counted, so that a
/// change of it is seen.
TEST(ExcursionCorpus, HitsAndFalseAlarmsOnTheOtherSeriesAreAsCounted)
{
    NEEDS_CORPUS;
    const std::vector<std::pair<const char *, Counts>> rows = {
        {"ambient_temperature_system_failure", {2, 0, 1, 1}},
        {"cpu_utilization_asg_misconfiguration", {1, 1, 5, 3}},
        {"machine_temperature_system_failure", {4, 4, 46, 37}},
        {"nyc_taxi", {5, 1, 7, 6}},
        {"rogue_agent_key_hold", {2, 1, 1, 0}},
        {"rogue_agent_key_updown", {2, 1, 13, 10}}};
    for (const auto &[name, expected] : rows)
        EXPECT_EQ(countsOf(QStringLiteral("realKnownCause/%1.csv").arg(QLatin1String(name)), Leaving::Both), expected)
            << name;
}
