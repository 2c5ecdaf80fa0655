// SPDX-License-Identifier: GPL-3.0-or-later
// bench_frame make LIBRARY: an incident of 1,000,000 events and five series of 10,000,000 samples.
// bench_frame frames LIBRARY: zooms and pans 300 steps at 1920 x 1080; prints a line each of
//   timeline and five charts; the five charts alone; five antialiased line series with two points a pixel from the same
//   pyramid; the timeline alone;
//   the timeline in the first hundredth of the time, with all events and with the 10,000 that are there;
//   the timeline with at least half of the time in view, with all events and with every hundredth.
// A line has median and p99 of a frame in milliseconds of the GUI thread's processor time, then of elapsed time.
// bench_frame open LIBRARY: prints the milliseconds from the library to the first full frame of the window, and the
// megabytes of memory that were used at most.
#include "app/library/librarysession.h"
#include "app/window/incidentcharting.h"
#include "app/window/incidentpane.h"
#include "app/window/incidentreading.h"
#include "app/window/mainwindow.h"
#include "app/window/plotsarea.h"
#include "models/edit/librarydocumentstorage.h"
#include "models/storage/librarysink.h"
#include "models/timeline/wholerange.h"
#include "tests/benchmarks/lineseriesview.h"
#include "widgets/charts/chartpane.h"
#include "widgets/timeline/timelineview.h"

#include <QApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <random>

namespace {

using namespace downtimeline;
using Clock = std::chrono::steady_clock;

constexpr int eventCount = 1'000'000;
constexpr std::size_t fewEvents = 10'000;
constexpr std::int64_t samplesEach = 10'000'000;
constexpr int steps = 300;
constexpr QSize frameSize(1920, 1080);
const Instant firstSample = instantFromMicroseconds(1'700'000'000'000'000);
constexpr Duration sampleStep = std::chrono::milliseconds(500);

int told(const Error &error)
{
    std::fprintf(stderr, "%s (%s)\n", qUtf8Printable(error.message), qUtf8Printable(error.detail));
    return 3;
}

/// Of both clocks, in milliseconds.
struct Spent
{
    double processor = 0;
    double elapsed = 0;
};

double processorMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

template<typename Call>
Spent spentOn(Call call)
{
    const Clock::time_point begun = Clock::now();
    const double before = processorMilliseconds();
    call();
    return {processorMilliseconds() - before, std::chrono::duration<double, std::milli>(Clock::now() - begun).count()};
}

/// Adds a series of samples half a second apart: a walk with rare needles.
Status addSeries(LibrarySink &sink, unsigned seed, const Series &series)
{
    const auto handle = sink.series(series);
    if (!handle)
        return std::unexpected(handle.error());
    std::mt19937 random(seed);
    std::vector<Sample> part;
    double value = 250;
    for (std::int64_t i = 0; i < samplesEach; ++i) {
        value += static_cast<double>(random() % 601) / 100 - 3 - (value - 250) / 500;
        const double needle = random() % 200'000 == 0 ? 900 : 0;
        part.push_back({firstSample + sampleStep * i, std::round((value + needle) * 100) / 100});
        if (part.size() < 200'000)
            continue;
        if (const Status added = sink.samples(*handle, part); !added)
            return added;
        part.clear();
    }
    return sink.samples(*handle, part);
}

Status addEvents(LibrarySink &sink)
{
    std::mt19937 random(7);
    std::vector<Event> events;
    const Duration length = sampleStep * samplesEach;
    for (int i = 0; i < eventCount; ++i) {
        Event event;
        event.kind = i == 5000 ? EventKind::Outage : static_cast<EventKind>(1 + random() % 12);
        event.title = "event " + std::to_string(i) + " of " + std::to_string(random() % 400);
        event.at = firstSample + std::chrono::floor<std::chrono::seconds>(length / eventCount * i);
        event.time = writtenTimeOf(*event.at, std::chrono::seconds(0), ZoneOrigin::Line);
        event.recordId = std::to_string(i);
        if (random() % 9 == 0 || i == 5000) {
            event.length = std::chrono::minutes(1 + random() % 50);
            event.lengthOrigin = LengthOrigin::Record;
        }
        events.push_back(std::move(event));
        if (events.size() < 5000)
            continue;
        if (const Status added = sink.takeEvents(events); !added)
            return added;
        events.clear();
    }
    return {};
}

int make(const QString &path)
{
    const Result<std::unique_ptr<Library>> library = Library::open(path, Library::Open::CreateIfMissing);
    if (!library)
        return told(library.error());
    LibrarySink sink(**library);
    Source source;
    source.name = "a year";
    Incident incident;
    incident.title = "Five million seconds";
    Status status = sink.begin(source, {});
    if (status)
        status = sink.incident(incident);
    if (status)
        status = addEvents(sink);
    unsigned seed = 1;
    const auto add = [&](const char *name, Measure measure, const char *unit) {
        Series series;
        series.name = name;
        series.measure = measure;
        series.unit = unit;
        if (status)
            status = addSeries(sink, seed++, series);
    };
    add("requests", Measure::Traffic, "req/s");
    add("p99", Measure::ResponseTime, "ms");
    add("errors", Measure::ErrorRate, "%");
    add("threads", Measure::Other, "threads");
    add("memory", Measure::Other, "MB");
    if (!status)
        return told(status.error());
    const Result<ImportOutcome> outcome = sink.commit();
    return outcome ? 0 : told(outcome.error());
}

/// What is visible at each step: in with a pan between, and out again. deepest: how many decades it zooms.
std::vector<TimeRange> journey(TimeRange whole, double deepest = 3.8)
{
    std::vector<TimeRange> ranges;
    for (int i = 0; i < steps; ++i) {
        const double depth = 1 - std::abs(2.0 * i / steps - 1); // 0, 1 in the middle, 0
        const double share = std::pow(10.0, -deepest * depth);
        const double place = 0.5 + 0.35 * std::sin(i / 9.0) * (1 - share);
        const auto length = static_cast<double>(whole.length().count());
        const double from = std::clamp(place - share / 2, 0.0, 1 - share);
        const Instant start = whole.start + Duration(static_cast<std::int64_t>(length * from));
        ranges.push_back({start, start + Duration(static_cast<std::int64_t>(length * share))});
    }
    return ranges;
}

void print(std::vector<Spent> frames)
{
    const auto at = [&frames](double Spent::*clock, double share) {
        std::ranges::sort(frames, {}, clock);
        return frames[std::min(
                   frames.size() - 1, static_cast<std::size_t>(share * static_cast<double>(frames.size())))].*
               clock;
    };
    std::printf(
        "%.2f %.2f %.2f %.2f\n", at(&Spent::processor, 0.5), at(&Spent::processor, 0.99), at(&Spent::elapsed, 0.5),
        at(&Spent::elapsed, 0.99));
}

/// Shows every range of the journey and paints what follows from it.
std::vector<Spent> framesOf(ViewState &view, const std::vector<TimeRange> &ranges)
{
    std::vector<Spent> frames;
    for (const TimeRange &range : ranges) {
        frames.push_back(spentOn([&] {
            view.setVisible(range);
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
        }));
    }
    return frames;
}

/// A window of that size with one thing in it, shown.
class Stage
{
public:
    Stage(QWidget *shown, QSize size)
    {
        auto *column = new QVBoxLayout(&m_window);
        column->setContentsMargins({});
        column->setSpacing(0);
        column->addWidget(shown);
        m_window.resize(size);
        m_window.show();
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents();
    }

private:
    QWidget m_window;
};

/// Charts of one kind below each other.
template<typename Chart>
QWidget *stacked(const std::vector<Chart *> &charts)
{
    auto *all = new QWidget;
    auto *column = new QVBoxLayout(all);
    column->setContentsMargins({});
    column->setSpacing(1);
    for (Chart *chart : charts)
        column->addWidget(chart);
    return all;
}

void measureCharts(const std::vector<ChartContent> &contents, TimeRange whole, const std::vector<TimeRange> &ranges)
{
    const QSize size(frameSize.width(), 5 * 144);
    {
        ViewState view;
        view.setWhole(whole);
        std::vector<ChartPane *> panes;
        for (const ChartContent &content : contents) {
            panes.push_back(new ChartPane(view));
            panes.back()->setContent(content);
        }
        const Stage stage(stacked(panes), size);
        print(framesOf(view, ranges));
    }
    ViewState view;
    view.setWhole(whole);
    std::vector<LineSeriesView *> lines;
    for (const ChartContent &content : contents)
        lines.push_back(new LineSeriesView(view, content));
    const Stage stage(stacked(lines), size);
    print(framesOf(view, ranges));
}

void measureTimeline(const TimelineContent &content, TimeRange whole, const std::vector<TimeRange> &ranges)
{
    ViewState view;
    view.setWhole(whole);
    auto *timeline = new TimelineView(&view, nullptr);
    timeline->setContent(
        content, {.title = [](EventId) { return QStringLiteral("something happened"); }, .source = {}});
    const Stage stage(timeline, {frameSize.width(), frameSize.height() - 5 * 144});
    print(framesOf(view, ranges));
}

int frames(const QString &path)
{
    const Result<std::unique_ptr<Library>> reader = Library::open(path, Library::Open::ReadOnly);
    if (!reader)
        return told(reader.error());
    Result<LoadedIncident> read = readIncident(path, IncidentId(1), {});
    if (!read)
        return told(read.error());
    const TimelineContent whole(*read->state.events(), read->state.derivedEnds(), read->state.analysis());
    const EventIndex first(
        read->state.events()->begin(), read->state.events()->begin() + static_cast<std::ptrdiff_t>(fewEvents));
    EventIndex sparse;
    for (std::size_t i = 0; i < read->state.events()->size(); i += eventCount / fewEvents)
        sparse.push_back((*read->state.events())[i]);
    LibraryDocumentStorage storage(**reader, nullptr);
    IncidentDocument document(storage);
    ViewState view;
    auto *plots = new PlotsArea(view);
    IncidentCharting charting(document, view, *plots);
    charting.setSeries(read->series);
    document.show(std::move(read->state));
    view.setWhole(wholeRange(eventsExtent(*document.events()), charting.extent()));
    plots->setTimeline(
        TimelineContent(*document.events(), document.derivedEnds(), document.analysis()),
        {.title = [&](EventId event) { return QString::fromStdString(document.text(event).title); }, .source = {}});
    charting.show();
    const std::vector<TimeRange> ranges = journey(view.whole());
    std::vector<ChartContent> contents;
    for (const ChartPane *chart : plots->charts())
        contents.push_back(chart->content());
    {
        const Stage stage(plots, frameSize);
        print(framesOf(view, ranges));
    }
    measureCharts(contents, view.whole(), ranges);
    measureTimeline(whole, view.whole(), ranges);
    const std::vector<TimeRange> early = journey({view.whole().start, first.back().at});
    measureTimeline(whole, view.whole(), early);
    measureTimeline(TimelineContent(first, {}, {}), view.whole(), early);
    const std::vector<TimeRange> wide = journey(view.whole(), 0.3);
    measureTimeline(whole, view.whole(), wide);
    measureTimeline(TimelineContent(sparse, {}, {}), view.whole(), wide);
    return 0;
}

/// The most resident memory so far, in megabytes.
double peakMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).simplified().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

int open(const QString &path)
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("window.ini")));
    const Clock::time_point begun = Clock::now();
    Result<std::unique_ptr<LibrarySession>> session = LibrarySession::open(path);
    if (!session)
        return told(session.error());
    MainWindow window(std::move(*session), settings);
    window.resize(frameSize);
    window.show();
    while (window.isOpening())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    QCoreApplication::processEvents();
    const double elapsed = std::chrono::duration<double, std::milli>(Clock::now() - begun).count();
    std::printf("%.0f\n%.0f\n", elapsed, peakMegabytes());
    return window.pane()->plots()->charts().size() == 5 ? 0 : 4;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    const QApplication application(argc, argv);
    const QByteArray what(argv[1]);
    const QString path = QFile::decodeName(argv[2]);
    return what == "make" ? make(path) : what == "frames" ? frames(path) : what == "open" ? open(path) : 2;
}
