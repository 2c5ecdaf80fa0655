// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/documents/kindrules.h"

namespace downtimeline {
namespace {

using enum Progress;

constexpr ProgressRule progress[] = {
    {"unsuccessful*", Fails},
    {"fails", Fails},
    {"failed to", Fails},
    {"failing", Fails},
    {"rollback failed", Fails},
    {"restart failed", Fails},
    {"deployment failed", Fails},
    {"persists", Fails},
    {"persisted", Fails},
    {"did not work", Fails},
    {"did not help", Fails},
    {"did not improve", Fails},
    {"begin*", Begins},
    {"began", Begins},
    {"begun", Begins},
    {"start", Begins},
    {"starts", Begins},
    {"started", Begins},
    {"initiat*", Begins},
    {"attempt*", Begins},
    {"going down", Begins},
    {"goes down", Begins},
    {"went down", Begins},
    {"rolling back", Begins},
    {"rebooting", Begins},
    {"restarting", Begins},
    {"success*", Completes},
    {"complet*", Completes},
    {"finish*", Completes},
    {"performed", Completes},
    {"executed", Completes},
    {"done", Completes},
    {"rolled back", Completes},
    {"rolled ~ back", Completes},
    {"reverted", Completes},
    {"changed back", Completes},
    {"restarted", Completes},
    {"rebooted", Completes},
    {"deployed", Completes},
    {"merged", Completes},
    {"fixed", Completes},
};

} // namespace

std::vector<KindRule> kindRules()
{
    std::vector<KindRule> all;
    for (const auto part :
         {kindrules::ofTrouble(), kindrules::ofResponse(), kindrules::ofRecovery(), kindrules::ofTelling()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

std::span<const ProgressRule> progressRules()
{
    return progress;
}

} // namespace downtimeline
