// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/allreaders.h"

#include "models/readers/alertmanagerreader.h"
#include "models/readers/csvsketch.h"
#include "models/readers/eventscsvreader.h"
#include "models/readers/githubreader.h"
#include "models/readers/grafanareader.h"
#include "models/readers/journaldreader.h"
#include "models/readers/kubernetesreader.h"
#include "models/readers/metricscsvreader.h"
#include "models/readers/opsgeniereader.h"
#include "models/readers/pagerdutyreader.h"
#include "models/readers/postmortemreader.h"
#include "models/readers/prometheusreader.h"
#include "models/readers/statuspagereader.h"
#include "models/readers/victoropsreader.h"

#include <algorithm>
#include <array>

namespace downtimeline {

std::span<const Reader *const> allReaders()
{
    static const EventsCsvReader events;
    static const MetricsCsvReader metrics;
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
    static const std::array<const Reader *, 13> readers{&events,       &metrics,  &postmortem, &statuspage, &pagerDuty,
                                                        &alertmanager, &grafana,  &kubernetes, &opsgenie,   &victorOps,
                                                        &prometheus,   &journald, &github};
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
