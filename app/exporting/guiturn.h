// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <functional>
#include <stop_token>

namespace downtimeline {

/// For a worker: has the work done in a turn of its own of the GUI thread's event loop, and returns when it is done.
/// Once stopped it no longer waits for a work that has not begun, which then never begins: Error::Code::Cancelled. So a
/// GUI thread may wait for a worker that it has stopped.
Status inGuiTurn(const std::function<void()> &work, const std::stop_token &stop);

} // namespace downtimeline
