// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/cells/csvkinds.h"

#include <algorithm>
#include <array>

namespace downtimeline {
namespace {

struct KindWord
{
    std::string_view word;
    EventKind kind;
};

// In the order of the alphabet: it is searched by halves.
constexpr auto kindWords = std::to_array<KindWord>({
    {"ack", EventKind::Acknowledgement},
    {"acked", EventKind::Acknowledgement},
    {"acknowledge", EventKind::Acknowledgement},
    {"acknowledged", EventKind::Acknowledgement},
    {"alarm", EventKind::Alert},
    {"alerting", EventKind::Alert},
    {"analysis", EventKind::Investigation},
    {"announcement", EventKind::Communication},
    {"change", EventKind::Deploy},
    {"comment", EventKind::Note},
    {"comms", EventKind::Communication},
    {"decision", EventKind::Investigation},
    {"degradation", EventKind::Outage},
    {"deployed", EventKind::Deploy},
    {"deployment", EventKind::Deploy},
    {"detected", EventKind::Detection},
    {"diagnosis", EventKind::Investigation},
    {"disruption", EventKind::Outage},
    {"down", EventKind::Outage},
    {"downtime", EventKind::Outage},
    {"escalate", EventKind::Escalation},
    {"escalated", EventKind::Escalation},
    {"failover", EventKind::Mitigation},
    {"fix", EventKind::Mitigation},
    {"fixed", EventKind::Mitigation},
    {"identified", EventKind::Investigation},
    {"impact", EventKind::Outage},
    {"incident", EventKind::Outage},
    {"info", EventKind::Note},
    {"investigate", EventKind::Investigation},
    {"investigating", EventKind::Investigation},
    {"message", EventKind::Communication},
    {"mitigated", EventKind::Mitigation},
    {"monitor", EventKind::Alert},
    {"notice", EventKind::Communication},
    {"notification", EventKind::Communication},
    {"page", EventKind::Alert},
    {"paged", EventKind::Alert},
    {"pager", EventKind::Alert},
    {"reboot", EventKind::Restart},
    {"recovered", EventKind::Recovery},
    {"release", EventKind::Deploy},
    {"resolution", EventKind::Recovery},
    {"resolve", EventKind::Recovery},
    {"resolved", EventKind::Recovery},
    {"restarted", EventKind::Restart},
    {"restored", EventKind::Recovery},
    {"revert", EventKind::Rollback},
    {"reverted", EventKind::Rollback},
    {"roll back", EventKind::Rollback},
    {"rolled back", EventKind::Rollback},
    {"rollout", EventKind::Deploy},
    {"status", EventKind::Communication},
    {"status update", EventKind::Communication},
    {"trigger", EventKind::Alert},
    {"triggered", EventKind::Alert},
    {"unavailable", EventKind::Outage},
    {"update", EventKind::Communication},
    {"workaround", EventKind::Mitigation},
});
static_assert(std::ranges::is_sorted(kindWords, {}, &KindWord::word));

constexpr std::size_t longestWord = 15;

} // namespace

CellKind kindOfCell(std::string_view cell)
{
    if (const auto exact = kindFromKey(cell))
        return {.kind = *exact, .certainty = 1.0};
    if (cell.size() > longestWord)
        return {};
    std::array<char, longestWord> buffer{};
    std::ranges::transform(cell, buffer.begin(), [](char c) {
        const bool isUpper = c >= 'A' && c <= 'Z';
        return isUpper ? static_cast<char>(c - 'A' + 'a') : c == '_' || c == '-' ? ' ' : c;
    });
    const std::string_view word(buffer.data(), cell.size());
    if (const auto key = kindFromKey(word))
        return {.kind = *key, .certainty = 1.0};
    const auto found = std::ranges::lower_bound(kindWords, word, {}, &KindWord::word);
    if (found == kindWords.end() || found->word != word)
        return {};
    return {.kind = found->kind, .certainty = 0.9};
}

} // namespace downtimeline
