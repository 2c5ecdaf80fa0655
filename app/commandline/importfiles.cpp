// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/commands.h"
#include "app/commandline/libraryaccess.h"
#include "app/commandline/readrequest.h"
#include "app/importing/importing.h"
#include "app/importing/outline.h"
#include "models/report/incidenttext.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <ostream>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

/// One line about one file, or its JSON object.
struct Told
{
    std::string line;
    QJsonObject json;
};

QString count(std::int64_t number, const char *one, const char *many)
{
    return QStringLiteral("%1 %2").arg(number).arg(QString::fromLatin1(number == 1 ? one : many));
}

Told dryRun(const OutlinedFile &file, const QString &name)
{
    std::int64_t events = 0;
    std::int64_t series = 0;
    std::int64_t findings = 0;
    for (const IncidentOutline &incident : file.incidents()) {
        events += static_cast<std::int64_t>(incident.eventCount);
        series += static_cast<std::int64_t>(incident.whole.series.size());
        findings += static_cast<std::int64_t>(incident.whole.findings.size());
    }
    const QString text = name + u": would import "_s + count(events, "event", "events") + u", "_s +
                         count(series, "series", "series") + u", "_s + count(findings, "finding", "findings") +
                         u"; "_s + count(static_cast<std::int64_t>(file.skipped().size()), "row", "rows") +
                         u" not read"_s +
                         (file.isRemembered() ? u"; columns as you chose them in the window"_s : QString());
    return {
        text.toStdString(),
        {{u"file"_s, name},
         {u"format"_s, QString::fromUtf8(file.format().data(), static_cast<qsizetype>(file.format().size()))},
         {u"dryRun"_s, true},
         {u"events"_s, static_cast<qint64>(events)},
         {u"series"_s, static_cast<qint64>(series)},
         {u"findings"_s, static_cast<qint64>(findings)},
         {u"skipped"_s, static_cast<qint64>(file.skipped().size())}}};
}

Result<Told> imported(Library &library, const ImportReport &report, const QString &name)
{
    QJsonArray ids;
    for (const IncidentId id : report.outcome.incidents) {
        const Result<QString> uuid = uuidOf(library, id);
        if (!uuid)
            return std::unexpected(uuid.error());
        ids.append(*uuid);
    }
    const ImportOutcome &outcome = report.outcome;
    QString text = name + u": "_s + count(outcome.eventsAdded, "event", "events") + u" added"_s;
    if (outcome.samplesAdded > 0)
        text += u", "_s + count(outcome.seriesAdded, "series", "series") + u" with "_s +
                count(outcome.samplesAdded, "sample", "samples");
    if (outcome.eventsKnown > 0)
        text += u", "_s + QString::number(outcome.eventsKnown) + u" known already"_s;
    if (outcome.eventsDiffering > 0)
        text += u" ("_s + QString::number(outcome.eventsDiffering) + u" differ; the library's form was kept)"_s;
    if (outcome.skipped > 0)
        text += u", "_s + count(outcome.skipped, "row", "rows") + u" not read"_s;
    if (report.personsAdded > 0)
        text += u", "_s + count(static_cast<std::int64_t>(report.personsAdded), "person", "people") + u" listed"_s;
    if (report.isRemembered)
        text += u"; columns as you chose them in the window"_s;
    for (const auto &id : std::as_const(ids))
        text += u"\n  incident "_s + id.toString();
    for (const Question &question : report.questions)
        text += u"\n  to be settled: "_s + QString::fromStdString(question.message);
    return Told{
        text.toStdString(),
        {{u"file"_s, name},
         {u"format"_s, QString::fromStdString(report.format)},
         {u"incidents"_s, ids},
         {u"eventsAdded"_s, static_cast<qint64>(outcome.eventsAdded)},
         {u"eventsKnown"_s, static_cast<qint64>(outcome.eventsKnown)},
         {u"eventsDiffering"_s, static_cast<qint64>(outcome.eventsDiffering)},
         {u"seriesAdded"_s, static_cast<qint64>(outcome.seriesAdded)},
         {u"samplesAdded"_s, static_cast<qint64>(outcome.samplesAdded)},
         {u"skipped"_s, static_cast<qint64>(outcome.skipped)}}};
}

Result<ImportTarget> targetOf(Library &library, const Arguments &arguments)
{
    if (arguments.into.isEmpty())
        return ImportTarget{};
    const Result<IncidentId> into = findIncident(library, arguments.into);
    if (!into)
        return std::unexpected(into.error());
    return ImportTarget{.into = *into, .asCopy = false};
}

Result<Told> readOne(Library *library, const ImportTarget &target, const Arguments &arguments, const QString &path)
{
    const ReadRequest request = readRequest(arguments, path);
    const QString name = QDir(path).dirName(); // a folder's too, also behind a slash
    if (arguments.dryRun) {
        const Result<OutlinedFile> file = OutlinedFile::read(request);
        return file ? Result<Told>(dryRun(*file, name)) : std::unexpected(file.error());
    }
    const Result<ImportReport> report =
        importFile(*library, {.read = request, .target = target, .addPersons = arguments.addPersons}, {}, {});
    return report ? imported(*library, *report, name) : std::unexpected(report.error());
}

} // namespace

ExitCode runImport(const Arguments &arguments, Console console)
{
    if (arguments.operands.isEmpty()) {
        return tell(
            console,
            {Error::Code::Usage, QCoreApplication::translate("import", "import takes at least one file."), {}});
    }
    std::unique_ptr<Library> library;
    ImportTarget target;
    if (!arguments.dryRun) {
        Result<std::unique_ptr<Library>> opened = openForWriting(arguments.library);
        if (!opened)
            return tell(console, opened.error());
        library = std::move(*opened);
        const Result<ImportTarget> chosen = targetOf(*library, arguments);
        if (!chosen)
            return tell(console, chosen.error());
        target = *chosen;
    }
    ExitCode worst = ExitCode::Done;
    QJsonArray list;
    for (const QString &path : arguments.operands) {
        const Result<Told> told = readOne(library.get(), target, arguments, path);
        if (!told)
            worst = std::max(worst, tell(console, told.error()));
        else if (arguments.json)
            list.append(told->json);
        else
            console.out << told->line << '\n';
    }
    if (arguments.json)
        console.out << QJsonDocument(QJsonObject{{u"imported"_s, list}}).toJson().constData();
    return worst;
}

} // namespace downtimeline
