// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"
#include "models/domain/result.h"
#include "models/storage/eventrow.h"

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace downtimeline {

/// Events on their way into the library, with the columns of each.
struct EventBatch
{
    std::vector<Event> events;
    std::vector<DerivedColumns> columns;
};

/// Takes events on a thread of its own while more are read: a big import then takes as long as its slower half.
/// Batches are taken one after another in their order. What fails is told by a later call; nothing is taken after it.
class EventFeed
{
public:
    using Take = std::function<Status(const EventBatch &)>;

    /// `take` runs on the feed's thread, never while drain() has answered and nothing was put since.
    explicit EventFeed(Take take);
    /// Forgets what waits and stays until the batch in hand is taken.
    ~EventFeed();
    EventFeed(const EventFeed &) = delete;
    EventFeed &operator=(const EventFeed &) = delete;

    /// A batch that was taken, whose texts keep their room for the next; an empty one where there is none.
    EventBatch spare();
    /// Stays while as many batches wait as may. Fails with what an earlier batch failed with, and throws what it threw.
    Status put(EventBatch batch);
    /// Stays until every batch is taken, or one has failed; fails and throws as put().
    Status drain();

private:
    void work(const std::stop_token &closing);
    void takeOne(std::unique_lock<std::mutex> &lock);
    Status outcome() const;

    Take m_take;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<EventBatch> m_waiting;
    std::vector<EventBatch> m_spare;
    bool m_taking = false;
    Status m_status;
    std::exception_ptr m_thrown;
    std::jthread m_thread; ///< last: it uses the others
};

} // namespace downtimeline
