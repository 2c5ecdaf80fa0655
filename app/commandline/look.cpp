// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/commands.h"
#include "app/commandline/libraryaccess.h"
#include "models/domain/namehiding.h"
#include "models/report/incidentjson.h"
#include "models/report/incidenttext.h"
#include "models/storage/incidentstore.h"
#include "models/storage/personstore.h"
#include "models/storage/wholeincidents.h"
#include "models/timeline/statedzone.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <ostream>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

std::string whenText(const IncidentSummary &summary)
{
    if (!summary.start)
        return "no time";
    const DisplayZone zone = statedZone(summary.offset, summary.zone);
    std::string text =
        dayText(*summary.start, zone).toStdString() + " " + clockText(*summary.start, zone).toStdString();
    if (summary.end && *summary.end >= *summary.start)
        text += ", " + durationText(*summary.end - *summary.start).toStdString();
    return text;
}

QJsonObject summaryJson(const IncidentSummary &summary)
{
    const auto instant = [&summary](std::optional<Instant> at) -> QJsonValue {
        if (!at)
            return QJsonValue::Null;
        const auto offset = summary.offset.value_or(std::chrono::seconds(0));
        return QString::fromStdString(isoText(writtenTimeOf(*at, offset, ZoneOrigin::Document)));
    };
    QJsonObject object{
        {u"id"_s, summary.uuid.toString(QUuid::WithoutBraces)},
        {u"title"_s, QString::fromStdString(summary.title)},
        {u"service"_s, QString::fromStdString(summary.service)},
        {u"startedAt"_s, instant(summary.start)},
        {u"endedAt"_s, instant(summary.end)},
        {u"events"_s, static_cast<qint64>(summary.eventCount)}};
    object.insert(
        u"severity"_s,
        summary.severity ? QJsonValue(QString::fromLatin1(severityKey(*summary.severity).data())) : QJsonValue::Null);
    return object;
}

void putList(const Arguments &arguments, Console console, const std::vector<IncidentSummary> &list)
{
    if (arguments.json) {
        QJsonArray array;
        for (const IncidentSummary &summary : list)
            array.append(summaryJson(summary));
        console.out << QJsonDocument(QJsonObject{{u"incidents"_s, array}}).toJson().constData();
        return;
    }
    for (const IncidentSummary &summary : list) {
        console.out << summary.uuid.toString(QUuid::WithoutBraces).toStdString();
        if (!arguments.idsOnly) {
            console.out << "  " << (summary.severity ? severityKey(*summary.severity) : "    ") << "  "
                        << terminalText(summary.title) << " (" << whenText(summary) << ", " << summary.eventCount
                        << (summary.eventCount == 1 ? " event)" : " events)");
        }
        console.out << '\n';
    }
}

} // namespace

ExitCode runList(const Arguments &arguments, Console console)
{
    Result<std::unique_ptr<Library>> library = openForLooking(arguments.library);
    if (!library)
        return tell(console, library.error());
    auto list = IncidentStore(**library).list(arguments.operands.join(u' ').toStdString());
    if (!list)
        return tell(console, list.error());
    const Result<Persons> persons = personsToHide(arguments);
    if (!persons)
        return tell(console, persons.error());
    const NameMask mask(*persons);
    for (IncidentSummary &summary : *list) {
        hideNames(mask, summary.title);
        hideNames(mask, summary.service);
    }
    putList(arguments, console, *list);
    return ExitCode::Done;
}

ExitCode runShow(const Arguments &arguments, Console console)
{
    if (arguments.operands.size() != 1) {
        return tell(
            console, {Error::Code::Usage,
                      QCoreApplication::translate("show", "show takes one incident's id; list tells them."),
                      {}});
    }
    Result<std::unique_ptr<Library>> library = openForLooking(arguments.library);
    if (!library)
        return tell(console, library.error());
    const Result<IncidentId> id = findIncident(**library, arguments.operands.front());
    if (!id)
        return tell(console, id.error());
    Result<WholeIncident> whole = wholeIncident(**library, *id, true);
    if (!whole)
        return tell(console, whole.error());
    if (arguments.hideNames) {
        const Result<Persons> persons = PersonStore(**library).hiddenIn(*id);
        if (!persons)
            return tell(console, persons.error());
        hideNames(NameMask(*persons), *whole);
    }
    if (arguments.json)
        writeIncidentJson(console.out, "downtimeline", *whole, {});
    else
        writeIncidentText(console.out, *whole, {});
    return ExitCode::Done;
}

} // namespace downtimeline
