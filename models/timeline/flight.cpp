// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/flight.h"

#include <cmath>

namespace downtimeline {
namespace {

Duration share(Duration way, double part)
{
    return std::chrono::round<Duration>(std::chrono::duration<double, Duration::period>(way) * part);
}

} // namespace

TimeRange onTheWay(TimeRange from, TimeRange to, double part)
{
    if (part <= 0 && !from.isEmpty())
        return from;
    if (!(part < 1) || from.isEmpty() || to.isEmpty())
        return to;
    const double ratio = static_cast<double>(to.length().count()) / static_cast<double>(from.length().count());
    // How much of the change in length is done; of the change in place the same part is, else nothing kept its place.
    const double done = std::abs(ratio - 1) < 1e-6 ? part : (std::pow(ratio, part) - 1) / (ratio - 1);
    return {from.start + share(to.start - from.start, done), from.end + share(to.end - from.end, done)};
}

} // namespace downtimeline
