// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/eventfeed.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <new>
#include <string>

namespace downtimeline {
namespace {

EventBatch eventsCalled(std::initializer_list<const char *> titles)
{
    EventBatch batch;
    for (const char *title : titles)
        batch.events.emplace_back().title = title;
    return batch;
}

TEST(EventFeed, TakesEveryEventOnceAndInOrder)
{
    std::vector<std::string> taken;
    EventFeed feed([&taken](const EventBatch &batch) {
        for (const Event &event : batch.events)
            taken.push_back(event.title);
        return Status();
    });
    std::vector<std::string> put;
    for (int i = 0; i < 200; ++i) {
        EventBatch batch = feed.spare();
        batch.events.resize(static_cast<std::size_t>(i % 5));
        for (Event &event : batch.events) {
            event.title = "event " + std::to_string(put.size());
            put.push_back(event.title);
        }
        ASSERT_TRUE(feed.put(std::move(batch)));
    }
    ASSERT_TRUE(feed.drain());
    EXPECT_EQ(taken, put);
}

TEST(EventFeed, GivesTakenBatchesBackToBeFilledAgain)
{
    EventFeed feed([](const EventBatch &) { return Status(); });
    EXPECT_TRUE(feed.spare().events.empty());
    ASSERT_TRUE(feed.put(eventsCalled({"alert", "page"})));
    ASSERT_TRUE(feed.drain());
    EXPECT_EQ(feed.spare().events.size(), 2U);
    EXPECT_TRUE(feed.spare().events.empty());
}

TEST(EventFeed, TellsAFailureLaterAndTakesNothingAfterIt)
{
    std::atomic<int> taken = 0;
    EventFeed feed([&taken](const EventBatch &) -> Status {
        if (++taken == 2)
            return failure(Error::Code::Io, QStringLiteral("the disk is full"));
        return {};
    });
    const EventBatch events = eventsCalled({"alert"});
    Status status;
    for (int i = 0; i < 100 && status; ++i)
        status = feed.put(events);
    if (status)
        status = feed.drain();
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().message, QStringLiteral("the disk is full"));
    EXPECT_EQ(feed.drain().error().code, Error::Code::Io);
    EXPECT_FALSE(feed.put(events));
    EXPECT_EQ(taken, 2);
}

TEST(EventFeed, ThrowsWhatWasThrownWhereEventsArePut)
{
    EventFeed feed([](const EventBatch &) -> Status { throw std::bad_alloc(); });
    const EventBatch events = eventsCalled({"alert"});
    EXPECT_THROW(
        {
            for (int i = 0; i < 100; ++i)
                EXPECT_TRUE(feed.put(events));
            EXPECT_TRUE(feed.drain());
        },
        std::bad_alloc);
}

TEST(EventFeed, NeverHoldsMoreThanAFewBatches)
{
    std::promise<void> go;
    std::shared_future<void> gone(go.get_future());
    std::atomic<int> put = 0;
    EventFeed feed([&gone](const EventBatch &) {
        gone.wait();
        return Status();
    });
    std::future<void> putter = std::async(std::launch::async, [&] {
        for (; put < 50; ++put)
            ASSERT_TRUE(feed.put(eventsCalled({"alert"})));
    });
    EXPECT_EQ(putter.wait_for(std::chrono::milliseconds(50)), std::future_status::timeout);
    EXPECT_LE(put, 6);
    go.set_value();
    putter.wait();
    EXPECT_TRUE(feed.drain());
}

TEST(EventFeed, WaitsForTheBatchInHandWhenItGoes)
{
    std::promise<void> begun;
    std::atomic<int> started = 0;
    std::atomic<int> ended = 0;
    {
        EventFeed feed([&](const EventBatch &) {
            if (++started == 1)
                begun.set_value();
            std::this_thread::yield();
            ++ended;
            return Status();
        });
        for (int i = 0; i < 4; ++i)
            ASSERT_TRUE(feed.put(eventsCalled({"alert"})));
        begun.get_future().wait();
    }
    EXPECT_EQ(ended, started);
    EXPECT_GE(ended, 1);
}

} // namespace
} // namespace downtimeline
