// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tasks/taskrunner.h"

#include <QElapsedTimer>

namespace downtimeline {
namespace {

constexpr qint64 progressEveryMs = 50;

} // namespace

TaskRunner::TaskRunner(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

TaskRunner::~TaskRunner()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

void TaskRunner::cancel()
{
    m_stop.request_stop();
    m_stop = std::stop_source();
}

void TaskRunner::start(const QString &title, std::function<Deliver(const TaskContext &)> work)
{
    ++m_running;
    const auto report = [this](qint64 done, qint64 total) {
        QMetaObject::invokeMethod(this, [this, done, total] { Q_EMIT progressed(done, total); }, Qt::QueuedConnection);
    };
    m_pool.start([this, title, report, work = std::move(work), stop = m_stop.get_token()] {
        QMetaObject::invokeMethod(this, [this, title] { Q_EMIT started(title); }, Qt::QueuedConnection);
        QElapsedTimer sinceReport;
        sinceReport.start();
        TaskContext context{.stop = stop, .progress = {}};
        context.progress = [&](std::int64_t done, std::int64_t total) {
            if (sinceReport.elapsed() < progressEveryMs)
                return;
            sinceReport.restart();
            report(done, total);
        };
        Deliver deliver = work(context);
        const auto finish = [this, deliver = std::move(deliver)] {
            --m_running;
            deliver();
            if (m_running == 0)
                Q_EMIT idle();
        };
        QMetaObject::invokeMethod(this, finish, Qt::QueuedConnection);
    });
}

} // namespace downtimeline
