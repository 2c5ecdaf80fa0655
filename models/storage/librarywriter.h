// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/storage/library.h"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>

namespace downtimeline {

/// What a job may use while it runs on the writer's thread.
struct WriteContext
{
    Library &library;
    std::stop_token stop; ///< SQL statements look at it by themselves; loops without SQL have to ask
};

/// The one thread that writes to a library, and the owner of its only write connection. Jobs run one after another, in
/// the order of submit(); edits wait behind an import.
class LibraryWriter
{
public:
    template<typename T>
    using Job = std::move_only_function<Result<T>(WriteContext &)>;

    /// Takes over the connection: nobody else may use it from now on.
    explicit LibraryWriter(std::unique_ptr<Library> library);
    /// Runs what was submitted to its end, then closes the connection. Stop an import first to be quick.
    ~LibraryWriter();
    LibraryWriter(const LibraryWriter &) = delete;
    LibraryWriter &operator=(const LibraryWriter &) = delete;

    /// Any thread. Each job is one transaction: a failure takes back all that it wrote. Stopping ends a running job
    /// within 200 ms, and one that waits before it begins, with Error::Code::Cancelled.
    template<typename T>
    std::future<Result<T>> submit(Job<T> job, std::stop_token stop = {})
    {
        std::promise<Result<T>> promise;
        std::future<Result<T>> future = promise.get_future();
        enqueue(
            {[job = std::move(job), promise = std::move(promise)](WriteContext &context) mutable {
                 promise.set_value(run<T>(job, context));
             },
             std::move(stop)});
        return future;
    }

    /// Jobs that are waiting or running.
    std::size_t pending() const;
    bool isBusy() const { return pending() > 0; }
    /// Called with pending() on the writer's thread or the submitting one, whenever it changes. Set it before use.
    void setPendingChanged(std::function<void(std::size_t)> changed);

    QString path() const { return m_path; }
    bool isReadOnly() const { return m_readOnly; }

private:
    struct Entry
    {
        std::move_only_function<void(WriteContext &)> work;
        std::stop_token stop;
    };

    /// Begins the transaction of a job; a job that was stopped while it waited does not begin.
    static Status begin(WriteContext &context);
    static Status finish(WriteContext &context, const Status &outcome);

    template<typename T>
    static Result<T> attempt(Job<T> &job, WriteContext &context)
    {
        try {
            return job(context);
        } catch (const std::exception &exception) { // memory ran out: nothing else throws here
            return std::unexpected(outOfMemory(exception));
        }
    }

    static Error outOfMemory(const std::exception &exception);

    template<typename T>
    static Result<T> run(Job<T> &job, WriteContext &context)
    {
        if (Status begun = begin(context); !begun)
            return std::unexpected(begun.error());
        Result<T> result = attempt<T>(job, context);
        const Status outcome = result ? Status{} : Status{std::unexpected(result.error())};
        if (Status finished = finish(context, outcome); !finished)
            return std::unexpected(finished.error());
        return result;
    }

    void enqueue(Entry entry);
    void work(const std::stop_token &closing);

    std::unique_ptr<Library> m_library;
    QString m_path;
    bool m_readOnly;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<Entry> m_entries;
    std::size_t m_pending = 0;
    std::function<void(std::size_t)> m_pendingChanged;
    std::jthread m_thread; ///< last: it uses all the others
};

} // namespace downtimeline
