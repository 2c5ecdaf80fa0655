// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace downtimeline {

/// Makes the platform's screen readers find the lanes of a TimelineView as lists, and in each of them the events and
/// the folded marks that are drawn, from left to right, in words; pressing one selects it. What is not in view is not
/// there: the table beside the timeline has every event. More than one call changes nothing.
void tellTimelinesToReaders();

} // namespace downtimeline
