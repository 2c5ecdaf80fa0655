// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>

namespace downtimeline {

/// What work may use while it runs on its own thread.
struct TaskContext
{
    std::stop_token stop;
    /// How much is done of how much; any unit. Cheap, may be called often.
    std::function<void(std::int64_t done, std::int64_t total)> progress;
};

/// Runs work off the GUI thread, one after another, with progress and cancel. Answers come back on the GUI thread; an
/// answer whose receiver is gone is dropped.
class TaskRunner : public QObject
{
    Q_OBJECT

public:
    explicit TaskRunner(QObject *parent = nullptr);
    /// Stops what runs and waits for it.
    ~TaskRunner() override;

    template<typename T>
    using Work = std::function<Result<T>(const TaskContext &)>;
    template<typename T>
    using Done = std::function<void(Result<T>)>;

    /// title: what the user reads while it runs: "Importing log.csv".
    template<typename T>
    void run(const QString &title, QObject *receiver, Work<T> work, Done<T> done)
    {
        start(
            title, [guard = QPointer<QObject>(receiver), work = std::move(work),
                    done = std::move(done)](const TaskContext &context) {
                auto result = std::make_shared<Result<T>>(work(context));
                return [guard, done, result] {
                    if (guard)
                        done(std::move(*result));
                };
            });
    }

    bool isBusy() const { return m_running > 0; }
    /// Asks everything that runs or waits to stop; each answers with Error::Code::Cancelled as soon as it notices.
    void cancel();

Q_SIGNALS:
    void started(const QString &title);
    void progressed(qint64 done, qint64 total);
    /// Nothing runs any more.
    void idle();

private:
    using Deliver = std::function<void()>;

    void start(const QString &title, std::function<Deliver(const TaskContext &)> work);

    QThreadPool m_pool;
    std::stop_source m_stop;
    int m_running = 0;
};

} // namespace downtimeline
