// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/charts/chartsamples.h"

#include <QDir>
#include <QPainter>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace downtimeline::sample {

namespace {

constexpr std::int64_t outageStart = 1705395600; // 2024-01-16T10:00:00+01:00

double level(double second)
{
    if (second < 0 || second >= 22 * 60)
        return 1;
    if (second < 40)
        return 1 - second / 40;
    if (second < 20 * 60 + 10)
        return 0;
    return (second - 1210) / 110;
}

std::vector<Sample> wave(double calm, double high, double ripple)
{
    std::vector<Sample> samples;
    for (int second = -1200; second <= 2160; second += 10) {
        const double rise = std::clamp((second + 90) / 90.0, 0.0, 1.0);
        const double fall = std::clamp((1440 - second) / 200.0, 0.0, 1.0);
        const double base = calm + (high - calm) * std::min(rise, fall);
        const double shape = std::sin(second / 37.0) + 0.4 * std::sin(second / 11.0);
        samples.push_back({at(second), base * (1 + ripple * shape)});
    }
    return samples;
}

} // namespace

Instant at(double seconds)
{
    return Instant{std::chrono::seconds(outageStart)} + Duration{std::llround(seconds * 1e6)};
}

TimeRange shown()
{
    return {at(-1200), at(2160)};
}

TimeRange outage()
{
    return {at(0), at(1320)};
}

DisplayZone zone()
{
    return {std::chrono::hours(1), QStringLiteral("GMT+1")};
}

std::vector<Sample> trafficSamples()
{
    std::vector<Sample> samples;
    for (int second = -1200; second <= 2160; second += 10) {
        const double ripple = 1 + 0.02 * std::sin(second / 40.0) + 0.012 * std::sin(second / 13.0);
        samples.push_back({at(second), 1000 * level(second) * ripple + 4});
    }
    return samples;
}

TrafficChartContent measuredTraffic()
{
    TrafficChartContent traffic;
    traffic.measured = curveOf(trafficSamples());
    traffic.name = "requests";
    traffic.unit = "req/s";
    TrafficRecovery recovery;
    recovery.baseline = 1004;
    recovery.lowest = 0.004;
    recovery.backAt50 = at(1266);
    recovery.backAt95 = at(1310);
    recovery.backAt99 = at(1320);
    recovery.below99 = std::chrono::minutes(22);
    recovery.lost = 1210000;
    recovery.lostFraction = 0.93;
    traffic.recovery = recovery;
    traffic.impacts = {outage()};
    traffic.start = at(0);
    return traffic;
}

TrafficChartContent statedTraffic()
{
    TrafficChartContent traffic;
    traffic.stated = {{at(0), 0, true, "100% impact", 11}, {at(1320), 100, false, "100% of traffic back online", 20}};
    traffic.impacts = {outage()};
    traffic.start = at(0);
    return traffic;
}

ResponseChartContent responseTimes()
{
    ResponseChartContent response;
    response.series = {
        {"p50", "ms", curveOf(wave(110, 330, 0.06))},
        {"p95", "ms", curveOf(wave(240, 1400, 0.08))},
        {"p99", "ms", curveOf(wave(420, 2600, 0.08))}};
    response.objective = 500;
    response.impacts = {outage()};
    response.start = at(0);
    return response;
}

ResponseAnalysis foundingAnalysis()
{
    ResponseAnalysis analysis;
    double minute = 0;
    Phase phase = Phase::Detect;
    for (const double length : {0.0, 10.0, 5.0, 5.0, 2.0}) {
        analysis.phases.push_back({phase, phase, {at(minute * 60), at((minute + length) * 60)}});
        minute += length;
        phase = static_cast<Phase>(static_cast<int>(phase) + 1);
    }
    analysis.impacts = {outage()};
    analysis.downtime = std::chrono::minutes(22);
    return analysis;
}

QImage picture(QWidget &widget, double ratio)
{
    QImage image((QSizeF(widget.size()) * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::magenta);
    widget.render(&image);
    return image;
}

bool saveScreenshot(const QImage &image, const QString &name)
{
    const QDir folder(QStringLiteral(DOWNTIMELINE_SCREENSHOT_DIR));
    return folder.mkpath(QStringLiteral(".")) && image.save(folder.filePath(name));
}

} // namespace downtimeline::sample
