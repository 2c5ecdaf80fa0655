// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/paint/displaylist.h"
#include "widgets/paint/plaintext.h"
#include "widgets/timeline/layoutmetrics.h"
#include "widgets/timeline/timelinecontent.h"

#include <functional>

namespace downtimeline {

/// Where a timeline's words come from; each may answer with nothing while it is being fetched. Foreign text is fine.
struct TimelineTexts
{
    std::function<QString(EventId)> title;
    std::function<QString(EventId)> source; ///< "0x19-postmortem.txt, line 14"
};

/// What the tooltip tells of one event or of several folded ones: time with its zone, title, kind and length, source.
PlainText
detailsOf(const HitArea &hit, const TimelineContent &content, const TimelineLook &look, const TimelineTexts &texts);

/// What the zone beside the ruler stands for, with the words of the sources for it.
PlainText zoneDetails(const TimelineContent &content, const TimelineLook &look);

/// What the chip at the cursor says: the clock with seconds, in both zones where two are shown.
QString cursorText(Instant cursor, const TimelineLook &look);

/// One sentence for a screen reader: "10:10 GMT+1, Acknowledgement: On-call team acknowledgement".
QString spokenEvent(TimelineContent::Index index, const TimelineContent &content, const TimelineLook &look);

} // namespace downtimeline
