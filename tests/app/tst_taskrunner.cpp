// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tasks/taskrunner.h"

#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include <thread>

namespace downtimeline {
namespace {

TEST(TaskRunner, WorkRunsOnAnotherThreadAndAnswersOnThisOne)
{
    TaskRunner tasks;
    std::thread::id worker;
    std::thread::id receiver;
    tasks.run<int>(
        QStringLiteral("count"), &tasks,
        [&worker](const TaskContext &) {
            worker = std::this_thread::get_id();
            return Result<int>(7);
        },
        [&receiver](const Result<int> &result) {
            EXPECT_EQ(*result, 7);
            receiver = std::this_thread::get_id();
        });
    ASSERT_TRUE(QSignalSpy(&tasks, &TaskRunner::idle).wait());
    EXPECT_NE(worker, std::this_thread::get_id());
    EXPECT_EQ(receiver, std::this_thread::get_id());
    EXPECT_FALSE(tasks.isBusy());
}

TEST(TaskRunner, CancelReachesWorkThatRunsAndWorkThatWaits)
{
    TaskRunner tasks;
    int cancelled = 0;
    const auto wait = [](const TaskContext &context) -> Result<int> {
        while (!context.stop.stop_requested())
            std::this_thread::yield();
        return failure(Error::Code::Cancelled, QStringLiteral("stopped"));
    };
    const auto count = [&cancelled](const Result<int> &result) { cancelled += result ? 0 : 1; };
    tasks.run<int>(QStringLiteral("first"), &tasks, wait, count);
    tasks.run<int>(QStringLiteral("second"), &tasks, wait, count);
    tasks.cancel();
    ASSERT_TRUE(QSignalSpy(&tasks, &TaskRunner::idle).wait());
    EXPECT_EQ(cancelled, 2);
}

TEST(TaskRunner, AfterACancelNewWorkRuns)
{
    TaskRunner tasks;
    tasks.cancel();
    bool stopped = true;
    tasks.run<int>(
        QStringLiteral("next"), &tasks,
        [&stopped](const TaskContext &context) {
            stopped = context.stop.stop_requested();
            return Result<int>(0);
        },
        [](const Result<int> &) {});
    ASSERT_TRUE(QSignalSpy(&tasks, &TaskRunner::idle).wait());
    EXPECT_FALSE(stopped);
}

TEST(TaskRunner, AnAnswerWhoseReceiverIsGoneIsDropped)
{
    TaskRunner tasks;
    auto receiver = std::make_unique<QObject>();
    bool answered = false;
    tasks.run<int>(
        QStringLiteral("late"), receiver.get(), [](const TaskContext &) { return Result<int>(1); },
        [&answered](const Result<int> &) { answered = true; });
    receiver.reset();
    ASSERT_TRUE(QSignalSpy(&tasks, &TaskRunner::idle).wait());
    EXPECT_FALSE(answered);
}

TEST(TaskRunner, ProgressIsToldButNotForEveryByte)
{
    TaskRunner tasks;
    QSignalSpy progress(&tasks, &TaskRunner::progressed);
    tasks.run<int>(
        QStringLiteral("bytes"), &tasks,
        [](const TaskContext &context) {
            const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(120);
            while (std::chrono::steady_clock::now() < end)
                context.progress(1, 2);
            return Result<int>(0);
        },
        [](const Result<int> &) {});
    ASSERT_TRUE(QSignalSpy(&tasks, &TaskRunner::idle).wait());
    EXPECT_GE(progress.count(), 1);
    EXPECT_LE(progress.count(), 3);
}

} // namespace
} // namespace downtimeline
