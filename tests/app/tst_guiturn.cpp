// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/guiturn.h"

#include "app/exporting/exporting.h"
#include "tests/app/exportfixture.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>

#include <future>
#include <thread>

using namespace downtimeline;

namespace {

using namespace std::chrono_literals;

/// Turns the event loop until the worker has answered.
template<typename T>
T answerOf(std::future<T> &future)
{
    while (future.wait_for(0s) != std::future_status::ready)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    return future.get();
}

} // namespace

TEST(GuiTurn, TheWorkIsDoneOnTheGuiThread)
{
    QThread *where = nullptr;
    std::future<Status> worker =
        std::async(std::launch::async, [&] { return inGuiTurn([&] { where = QThread::currentThread(); }, {}); });
    EXPECT_TRUE(answerOf(worker));
    EXPECT_EQ(where, qApp->thread());
}

TEST(GuiTurn, OthersGetATurnBetweenTwoWorks)
{
    int turns = 0;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &timer, [&] { ++turns; });
    timer.start(0);
    std::vector<int> seen;
    std::future<bool> worker = std::async(std::launch::async, [&] {
        bool done = true;
        for (int i = 0; i < 50; ++i)
            done = inGuiTurn([&] { seen.push_back(turns); }, {}) && done;
        return done;
    });
    EXPECT_TRUE(answerOf(worker));
    ASSERT_EQ(seen.size(), 50U);
    EXPECT_EQ(std::ranges::adjacent_find(seen), seen.end());
}

TEST(GuiTurn, AStoppedWorkerDoesNotWaitForAThreadThatWaitsForIt)
{
    std::stop_source stop;
    bool isDone = false;
    std::future<Status> worker =
        std::async(std::launch::async, [&] { return inGuiTurn([&] { isDone = true; }, stop.get_token()); });
    stop.request_stop();
    ASSERT_EQ(worker.wait_for(20s), std::future_status::ready); // no turn of the event loop here
    EXPECT_EQ(worker.get().error().code, Error::Code::Cancelled);
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
    EXPECT_FALSE(isDone);
}

TEST(GuiTurn, AReportOfAWorkerIsTheSameAsOneMadeHere)
{
    const WholeIncident whole = measuredFounding();
    const std::vector<Source> sources = measuredSources();
    std::vector<std::int64_t> told;
    const ExportRun run{
        .stop = {},
        .progress = [&](std::int64_t done, std::int64_t) { told.push_back(done); },
        .paint = [](const std::function<void()> &work) { return inGuiTurn(work, {}); }};
    for (const ExportFormat format : {ExportFormat::Pdf, ExportFormat::Svg, ExportFormat::Png}) {
        std::future<Result<QByteArray>> worker =
            std::async(std::launch::async, [&] { return exportedBytes(whole, sources, format, {}, run); });
        const Result<QByteArray> theirs = answerOf(worker);
        ASSERT_TRUE(theirs);
        EXPECT_TRUE(*theirs == exportedBytes(whole, sources, format, {}));
    }
    ASSERT_FALSE(told.empty());
    EXPECT_EQ(told.front(), 1);
    EXPECT_EQ(told.back(), std::ssize(told));
}

TEST(GuiTurn, AStoppedExportWritesNothing)
{
    const QTemporaryDir folder;
    std::stop_source stop;
    stop.request_stop();
    for (const QString &ending : exportEndings()) {
        const QString path = folder.filePath(QStringLiteral("out.") + ending);
        const Status written = exportIncident(measuredFounding(), {}, {.path = path}, {.stop = stop.get_token()});
        ASSERT_FALSE(written);
        EXPECT_EQ(written.error().code, Error::Code::Cancelled);
        EXPECT_FALSE(QFile::exists(path));
    }
}
