// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/report/reportwords.h"
#include "models/report/rowwatch.h"

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <span>
#include <string_view>

namespace downtimeline {

/// The parts that a postmortem has, and their order: ours, or those that a well known template has.
enum class PostmortemTemplate : std::uint8_t { Plain, Sre, PagerDuty, Atlassian };

inline constexpr std::string_view postmortemTemplateKeys[] = {"plain", "sre", "pagerduty", "atlassian"};

/// Of "plain", "sre", "pagerduty", "atlassian"; none for another word.
std::optional<PostmortemTemplate> postmortemTemplateOf(std::string_view key);

/// The incident as a complete postmortem in Markdown. What is not known says so and what only people can tell is left
/// to be written: nothing is invented. Times are told in the zone of the facts. The program's own reader reads the
/// events back with time, kind and title. Foreign text is no markup.
void writePostmortem(std::ostream &out, const ReportFacts &facts, PostmortemTemplate style, const GoOn &goOn = {});

} // namespace downtimeline
