// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/guiturn.h"

#include <QCoreApplication>
#include <QTimer>

#include <condition_variable>
#include <memory>
#include <mutex>

namespace downtimeline {
namespace {

/// What the worker and the GUI thread share of one turn; whoever is last drops it.
struct Turn
{
    std::mutex mutex; ///< held while the work is done: a stopped worker waits for what has begun
    std::condition_variable_any changed;
    bool isDone = false;
    bool isAbandoned = false;
};

} // namespace

Status inGuiTurn(const std::function<void()> &work, const std::stop_token &stop)
{
    const auto turn = std::make_shared<Turn>();
    const auto take = [turn, &work] { // the work is there as long as the turn is not abandoned
        const std::scoped_lock lock(turn->mutex);
        if (turn->isAbandoned)
            return;
        work();
        turn->isDone = true;
        turn->changed.notify_all();
    };
    // By way of a timer: posted events alone could follow each other in one turn and keep input waiting.
    QMetaObject::invokeMethod(qApp, [take] { QTimer::singleShot(0, qApp, take); }, Qt::QueuedConnection);
    std::unique_lock lock(turn->mutex);
    if (turn->changed.wait(lock, stop, [&turn] { return turn->isDone; }))
        return {};
    turn->isAbandoned = true;
    return failure(
        Error::Code::Cancelled,
        QCoreApplication::translate("Export", "The export was cancelled. Nothing was changed."));
}

} // namespace downtimeline
