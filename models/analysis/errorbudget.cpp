// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/errorbudget.h"

#include <algorithm>
#include <limits>

namespace downtimeline {

Duration ErrorBudget::allowed() const
{
    const double share = 1.0 - std::clamp(objective, 0.0, 1.0);
    return std::chrono::round<Duration>(std::chrono::duration<double, Duration::period>(window) * share);
}

double ErrorBudget::share(Duration downtime) const
{
    const Duration budget = allowed();
    if (budget <= Duration::zero())
        return downtime > Duration::zero() ? std::numeric_limits<double>::infinity() : 0.0;
    return static_cast<double>(downtime.count()) / static_cast<double>(budget.count());
}

} // namespace downtimeline
