// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/exports/alertmanagerreader.h"

#include "models/readers/exports/alertrecord.h"

#include <QCoreApplication>

namespace downtimeline {

QString AlertmanagerReader::name() const
{
    return QCoreApplication::translate("AlertmanagerReader", "alerts of Alertmanager");
}

std::vector<std::string> AlertmanagerReader::recordPlaces(const JsonSketch &sketch) const
{
    return placeWith(sketch, {"alerts[]", "[]"}, {"labels", "annotations", "startsAt"});
}

std::unique_ptr<JsonTaker> AlertmanagerReader::taker(const JsonSketch & /*sketch*/) const
{
    return std::make_unique<AlertTaker>(QCoreApplication::translate(
        "AlertmanagerReader", "Alertmanager left alerts out of this message (truncatedAlerts)."));
}

} // namespace downtimeline
