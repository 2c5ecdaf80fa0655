// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/exports/slackwords.h"
#include "models/readers/json/jsonflow.h"

#include <string>

namespace downtimeline {

/// Whether the message only tells that somebody joined, left or renamed something.
bool isSlackHousekeeping(JsonValue message);

/// A message of a channel as an event. Of people it is a communication unless its words speak for another kind; of a
/// bot that watches or pages an alert. Its time stamp is its id within the channel; a pinned one is starred.
Event slackEvent(const JsonRecord &message, const std::string &channel, const SlackNames &names);

} // namespace downtimeline
