// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"

#include <QUuid>

#include <cstdint>
#include <string>

namespace downtimeline {

/// Something to be done so that the incident does not come back. Texts are UTF-8; an empty text was not stated.
struct Action
{
    enum class State : std::uint8_t { Open = 0, Done = 1 }; ///< the numbers stand in library files

    ActionId id;
    QUuid uuid; ///< null until stored
    std::string text;
    std::string owner;
    std::string due; ///< as written, an ISO date where it could be read as one
    State state = State::Open;
    SourceId source;
    int line = 0; ///< in the source, from 1; 0: no line

    bool operator==(const Action &) const = default;
};

} // namespace downtimeline
