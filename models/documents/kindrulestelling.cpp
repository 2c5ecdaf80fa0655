// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/documents/kindrules.h"

namespace downtimeline {
namespace {

using enum EventKind;

constexpr KindRule rules[] = {
    // Who was told.
    {"status page", Communication, 4},
    {"statuspage*", Communication, 4.5},
    {"email sent", Communication, 4},
    {"email*", Communication, 1.8},
    {"e mail*", Communication, 1.8},
    {"tweet*", Communication, 4},
    {"communicat*", Communication, 3.4},
    {"comms", Communication, 5},
    {"announc*", Communication, 3.4},
    {"informed", Communication, 2.4},
    {"asks", Communication, 2},
    {"posts", Communication, 3},
    {"notified ~ mailing list", Communication, 5},
    {"stakeholders", Communication, 2},
    {"posted", Communication, 1.8},
    {"post ~ instructions", Communication, 3},
    {"got back to", Communication, 4},
    {"notified in slack", Communication, 4},
    {"is notified", Communication, 2.5},
    {"customers updated", Communication, 3},
    {"updated ~ users", Communication, 2},
    {"responds and calls", Communication, 4},
    {"war room", Communication, 4},
    {"alerted the", Communication, 3},
    // What is none of these.
    {"decision made", Note, 6},
    {"decision was made", Note, 6},
    {"it is decided", Note, 5},
    {"incident is declared", Note, 4.5},
    {"incident declared", Note, 4},
    {"assumes incident lead", Note, 6},
    {"swearing", Note, 6},
    {"noted that", Note, 4},
    {"asks for changes", Note, 3},
    {"wait for", Note, 1.5},
};

} // namespace

std::span<const KindRule> kindrules::ofTelling()
{
    return rules;
}

} // namespace downtimeline
