// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/wholeincident.h"

#include <iosfwd>
#include <string>
#include <string_view>

namespace downtimeline {

/// The incident as an appointment and its actions as tasks (RFC 5545, iCalendar 2.0, UTF-8, CRLF): the impact, else
/// from the first event to the last, in UTC; a task has the day that it is due where that is a date. Nothing comes from
/// the clock of the machine: a stamp is the time of the last event, so that the same incident gives the same bytes.
/// An incident without a time has only its tasks; without those too it is no calendar, a Usage error.
Status writeCalendar(std::ostream &out, const WholeIncident &incident);

/// One line of it: escaped text may follow the name. Folded so that no line has more than 75 octets and no character is
/// cut, with its end.
std::string calendarLine(std::string_view content);
/// A text value: backslash, comma, semicolon and line ends escaped, other control characters made visible.
std::string calendarText(std::string_view utf8);

} // namespace downtimeline
