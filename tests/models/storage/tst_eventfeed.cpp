// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/eventfeed.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <new>
#include <string>

namespace downtimeline {
namespace {

std::vector<Event> eventsCalled(std::initializer_list<const char *> titles)
{
    std::vector<Event> events;
    for (const char *title : titles)
        events.emplace_back().title = title;
    return events;
}

TEST(EventFeed, TakesEveryEventOnceAndInOrder)
{
    std::vector<std::string> taken;
    EventFeed feed([&taken](std::span<const Event> events) {
        for (const Event &event : events)
            taken.push_back(event.title);
        return Status();
    });
    std::vector<std::string> put;
    for (int i = 0; i < 200; ++i) {
        std::vector<Event> events(static_cast<std::size_t>(i % 5));
        for (Event &event : events) {
            event.title = "event " + std::to_string(put.size());
            put.push_back(event.title);
        }
        ASSERT_TRUE(feed.put(events));
    }
    ASSERT_TRUE(feed.drain());
    EXPECT_EQ(taken, put);
}

TEST(EventFeed, KeepsItsOwnCopyOfWhatIsPut)
{
    std::promise<void> go;
    std::string taken;
    EventFeed feed([&](std::span<const Event> events) {
        go.get_future().wait();
        taken = events.front().title;
        return Status();
    });
    std::vector<Event> events = eventsCalled({"alert fired"});
    ASSERT_TRUE(feed.put(events));
    events.front().title = "reused for the next row";
    go.set_value();
    ASSERT_TRUE(feed.drain());
    EXPECT_EQ(taken, "alert fired");
}

TEST(EventFeed, TellsAFailureLaterAndTakesNothingAfterIt)
{
    std::atomic<int> taken = 0;
    EventFeed feed([&taken](std::span<const Event>) -> Status {
        if (++taken == 2)
            return failure(Error::Code::Io, QStringLiteral("the disk is full"));
        return {};
    });
    const std::vector<Event> events = eventsCalled({"alert"});
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
    EventFeed feed([](std::span<const Event>) -> Status { throw std::bad_alloc(); });
    const std::vector<Event> events = eventsCalled({"alert"});
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
    EventFeed feed([&gone](std::span<const Event>) {
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
        EventFeed feed([&](std::span<const Event>) {
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
