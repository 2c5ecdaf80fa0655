// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/allreaders.h"

#include "models/readers/exports/alertmanagerreader.h"
#include "models/readers/exports/dfiririsreader.h"
#include "models/readers/exports/downtimelinereader.h"
#include "models/readers/exports/githubreader.h"
#include "models/readers/exports/grafanareader.h"
#include "models/readers/exports/journaldreader.h"
#include "models/readers/exports/kubernetesreader.h"
#include "models/readers/exports/opsgeniereader.h"
#include "models/readers/exports/pagerdutyreader.h"
#include "models/readers/exports/prometheusreader.h"
#include "models/readers/exports/slackreader.h"
#include "models/readers/exports/statuspagereader.h"
#include "models/readers/exports/timesketchreader.h"
#include "models/readers/exports/victoropsreader.h"
#include "models/readers/postmortem/postmortemreader.h"
#include "models/readers/tables/anytablereader.h"
#include "models/readers/textsource.h"

#include <algorithm>
#include <array>

namespace downtimeline {

std::span<const Reader *const> allReaders()
{
    static const AnyTableReader events(TableSort::Events);
    static const AnyTableReader metrics(TableSort::Metrics);
    static const PostmortemReader postmortem;
    static const StatuspageReader statuspage;
    static const PagerDutyReader pagerDuty;
    static const AlertmanagerReader alertmanager;
    static const GrafanaReader grafana;
    static const KubernetesReader kubernetes;
    static const OpsgenieReader opsgenie;
    static const VictorOpsReader victorOps;
    static const PrometheusReader prometheus;
    static const JournaldReader journald;
    static const GithubReader github;
    static const TimesketchReader timesketch;
    static const DfirIrisReader iris;
    static const DowntimelineReader own;
    static const SlackReader slack;
    // Of two that are equally sure the first reads: Grafana's alerts are a form of Alertmanager's.
    static const auto readers = std::to_array<const Reader *>(
        {&events, &metrics, &postmortem, &statuspage, &pagerDuty, &grafana, &alertmanager, &kubernetes, &opsgenie,
         &victorOps, &prometheus, &journald, &github, &timesketch, &iris, &own, &slack});
    return readers;
}

const Reader *readerOfKey(std::string_view key)
{
    const auto found = std::ranges::find(allReaders(), key, &Reader::key);
    return found == allReaders().end() ? nullptr : *found;
}

Result<const Reader *> recognise(ByteSource &source)
{
    const Result<std::string> head = headOf(source);
    if (!head)
        return std::unexpected(head.error());
    const Reader *surest = nullptr;
    int sureness = 0;
    for (const Reader *reader : allReaders()) {
        if (const int own = reader->recognises(*head); own > sureness) {
            sureness = own;
            surest = reader;
        }
    }
    return surest;
}

} // namespace downtimeline
