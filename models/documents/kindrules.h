// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"

#include <span>
#include <string_view>

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

std::span<const KindRule> kindRules();
/// In order: the first that fits holds.
std::span<const ProgressRule> progressRules();

} // namespace downtimeline
