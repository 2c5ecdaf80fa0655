// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"

#include <span>
#include <string_view>
#include <vector>

namespace downtimeline {

/// Words that speak for a kind. A "*" ends a word's beginning, "~" stands for up to four words in between.
struct KindRule
{
    std::string_view words;
    EventKind kind;
    double weight;
};

/// Words that tell how far an action got.
struct ProgressRule
{
    std::string_view words;
    Progress progress;
};

/// The rules in their parts.
namespace kindrules {

/// Outages, and what told of them.
std::span<const KindRule> ofTrouble();
/// Who took it, who looked, what was changed.
std::span<const KindRule> ofResponse();
/// What brought it back.
std::span<const KindRule> ofRecovery();
/// Who was told, and notes.
std::span<const KindRule> ofTelling();

} // namespace kindrules

/// All rules, in the order of their parts.
std::vector<KindRule> kindRules();
/// In order: the first that fits holds.
std::span<const ProgressRule> progressRules();

} // namespace downtimeline
