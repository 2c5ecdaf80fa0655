// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/exports/grafanareader.h"

#include "models/readers/exports/grafanaalerts.h"
#include "models/readers/exports/grafanaannotations.h"
#include "models/readers/exports/grafanapanel.h"

#include <QCoreApplication>

#include <array>

namespace downtimeline {

QString GrafanaReader::name() const
{
    return QCoreApplication::translate("GrafanaReader", "annotations, alerts or a panel of Grafana");
}

std::span<const Reader *const> GrafanaReader::forms() const
{
    static const GrafanaAnnotationsReader annotations;
    static const GrafanaAlertsReader alerts;
    static const GrafanaPanelReader panel;
    static const std::array<const Reader *, 3> all{&annotations, &alerts, &panel};
    return all;
}

} // namespace downtimeline
