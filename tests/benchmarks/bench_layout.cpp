// SPDX-License-Identifier: GPL-3.0-or-later
// bench_layout: lays out 1,000, 10,000 and 100,000 spans of one lane, each of which overlaps its neighbours, at 1920 x
// 1080. Prints a line each: median milliseconds of processor time from the events to the content, and from the content
// to the display list.
#include "widgets/timeline/timelinelayout.h"

#include <QGuiApplication>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <random>

namespace {

using namespace downtimeline;

constexpr int rounds = 21;
constexpr QSizeF room(1920, 1080);
const Instant begun = instantFromMicroseconds(1'700'000'000'000'000);
constexpr Duration day = std::chrono::hours(24);

/// Through a day; each lasts from an hour to six.
EventIndex overlapping(int count)
{
    std::mt19937 random(11);
    EventIndex events;
    for (int i = 0; i < count; ++i) {
        Event event;
        event.id = EventId(i + 1);
        event.kind = EventKind::Alert;
        event.at = begun + day / count * i;
        event.length = std::chrono::seconds(3600 + random() % 18'000);
        event.lengthOrigin = LengthOrigin::Record;
        events.push_back(entryOf(event));
    }
    return events;
}

double processorMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

template<typename Call>
double medianOf(Call call)
{
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        const double before = processorMilliseconds();
        call();
        times.push_back(processorMilliseconds() - before);
    }
    std::ranges::nth_element(times, times.begin() + rounds / 2);
    return times[rounds / 2];
}

} // namespace

int main(int argc, char **argv)
{
    const QGuiApplication application(argc, argv);
    TimelineLook look;
    look.title = [](EventId event) { return QStringLiteral("span %1").arg(event.row()); };
    const TimeScale scale({begun, begun + day}, 112, room.width() - 128);
    for (const int count : {1000, 10'000, 100'000}) {
        const EventIndex events = overlapping(count);
        TimelineContent content;
        const double building = medianOf([&] { content = TimelineContent(events, {}, {}); });
        std::size_t rects = 0;
        const double placing = medianOf(
            [&] { rects = layoutTimeline(content, look, scale, room, LayoutMetrics(), FontMeasure()).rects.size(); });
        if (rects == 0)
            return 1;
        std::printf("%.4f %.4f\n", building, placing);
    }
    return 0;
}
