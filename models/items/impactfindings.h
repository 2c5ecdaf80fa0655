// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/measuredimpact.h"
#include "models/domain/finding.h"
#include "models/domain/source.h"
#include "models/timeline/displayzone.h"

#include <functional>
#include <span>
#include <vector>

namespace downtimeline {

/// Where an event stands, and its words.
struct ClaimWords
{
    QString title;
    QString place; ///< "0x19-postmortem.txt, line 14"
    SourceId source;
    int line = 0;
};

/// Where the claimed impact and the samples disagree, each as a finding that names both facts with their sources.
/// wordsOf tells of the event that a claim rests on. The key is the rule, the series and both instants: a decision
/// holds while these do.
std::vector<Finding> impactFindings(
    std::span<const ImpactDisagreement> disagreements, std::span<const Source> sources,
    const std::function<ClaimWords(EventId)> &wordsOf, const DisplayZone &zone);

/// Whether a finding comes from the samples, and so is made anew whenever they or the events change.
bool isFromSamples(const Finding &finding);

/// The stored findings with those from the samples: a stored decision is taken over, and what no longer holds is left
/// out. What the file has is not changed.
std::vector<Finding> withMeasured(std::span<const Finding> stored, std::vector<Finding> measured);

} // namespace downtimeline
