// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/eventfeed.h"

#include <utility>

namespace downtimeline {
namespace {

// Enough that neither side waits for the other's hiccups.
constexpr std::size_t mostWaiting = 4;

} // namespace

EventFeed::EventFeed(Take take)
    : m_take(std::move(take)), m_thread([this](const std::stop_token &closing) { work(closing); })
{}

EventFeed::~EventFeed() = default; // the thread is asked to stop, and joined, before anything else goes

EventBatch EventFeed::spare()
{
    const std::lock_guard lock(m_mutex);
    if (m_spare.empty())
        return {};
    EventBatch batch = std::move(m_spare.back());
    m_spare.pop_back();
    return batch;
}

Status EventFeed::put(EventBatch batch)
{
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_waiting.size() < mostWaiting || !m_status || m_thrown; });
        if (Status so = outcome(); !so)
            return so;
        m_waiting.push_back(std::move(batch));
    }
    m_changed.notify_all();
    return {};
}

Status EventFeed::drain()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return (m_waiting.empty() && !m_taking) || !m_status || m_thrown; });
    return outcome();
}

Status EventFeed::outcome() const
{
    if (m_thrown)
        std::rethrow_exception(m_thrown);
    return m_status;
}

void EventFeed::work(const std::stop_token &closing)
{
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, closing, [this] { return !m_waiting.empty(); }) && !closing.stop_requested()) {
        takeOne(lock);
        if (!m_status || m_thrown)
            return;
    }
}

void EventFeed::takeOne(std::unique_lock<std::mutex> &lock)
{
    EventBatch batch = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_taking = true;
    lock.unlock();
    Status status;
    std::exception_ptr thrown;
    try {
        status = m_take(batch);
    } catch (...) { // memory may run out; who waits is to hear of it
        thrown = std::current_exception();
    }
    lock.lock();
    m_taking = false;
    m_status = std::move(status);
    m_thrown = std::move(thrown);
    m_spare.push_back(std::move(batch));
    m_changed.notify_all();
}

} // namespace downtimeline
