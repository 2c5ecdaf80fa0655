// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/arguments.h"

#include "app/commandline/readchoices.h"
#include "app/commandline/reportarguments.h"
#include "app/commandline/zonewords.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QStandardPaths>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

const QStringList &commands()
{
    static const QStringList names{u"inspect"_s, u"import"_s, u"list"_s, u"show"_s,
                                   u"export"_s,  u"backup"_s, u"check"_s};
    return names;
}

void declareOptions(QCommandLineParser &parser)
{
    const auto option = [&parser](const QStringList &names, const QString &text, const QString &value = {}) {
        parser.addOption(QCommandLineOption(names, text, value));
    };
    option({u"library"_s}, u"the library to use"_s, u"FILE"_s);
    option({u"o"_s, u"output"_s}, u"the file or folder to write"_s, u"OUT"_s);
    option({u"into"_s}, u"the incident to import into"_s, u"ID"_s);
    option({u"as"_s}, u"read as this format, whatever the content looks like"_s, u"FORMAT"_s);
    option({u"map"_s}, u"read a column as this field"_s, u"COLUMN=FIELD"_s);
    option({u"zone"_s}, u"the zone of times without one"_s, u"ZONE"_s);
    option({u"date"_s}, u"the day of times without one"_s, u"DAY"_s);
    declareExportOptions(option);
    declareReportOptions(parser);
    option({u"picture"_s}, u"write the window as PNG and leave"_s, u"FILE"_s);
    option({u"theme"_s}, u"light or dark"_s, u"THEME"_s);
    option({u"json"_s}, u"answer in JSON"_s);
    option({u"dry-run"_s}, u"read, and say what would be imported"_s);
    option({u"ids"_s}, u"list ids only"_s);
    option({u"hide-names"_s}, u"tell roles instead of the names on your list"_s);
    option({u"add-persons"_s}, u"add whom an import met to your list of people"_s);
    option({u"sample"_s}, u"open the sample outage"_s);
    option({u"h"_s, u"help"_s}, u"this help"_s);
    option({u"v"_s, u"version"_s}, u"the version"_s);
}

std::unexpected<Error> usage(const QString &sentence)
{
    return failure(Error::Code::Usage, sentence);
}

Status readAnswers(const QCommandLineParser &parser, Arguments &arguments)
{
    if (parser.isSet(u"zone"_s)) {
        arguments.answers.zone = zoneOfWords(parser.value(u"zone"_s));
        if (!arguments.answers.zone)
            return usage(
                u"--zone %1 is no zone; name one like Europe/Berlin, UTC or +01:00."_s.arg(parser.value(u"zone"_s)));
    }
    if (parser.isSet(u"date"_s)) {
        const QDate date = QDate::fromString(parser.value(u"date"_s), Qt::ISODate);
        if (!date.isValid())
            return usage(u"--date %1 is no day; write it like 2024-01-16."_s.arg(parser.value(u"date"_s)));
        arguments.answers.date = date;
    }
    if (const Status columns = readColumnChoices(parser.values(u"map"_s), arguments.options); !columns)
        return columns;
    arguments.format = arguments.exports.ending.isEmpty() ? parser.value(u"as"_s) : QString();
    return checkFormat(arguments.format);
}

} // namespace

Result<Arguments> parseArguments(const QStringList &arguments)
{
    QCommandLineParser parser;
    declareOptions(parser);
    if (!parser.parse(QStringList{u"downtimeline"_s} + arguments))
        return usage(parser.errorText());
    Arguments result;
    result.operands = parser.positionalArguments();
    if (!result.operands.isEmpty() && commands().contains(result.operands.front()))
        result.command = result.operands.takeFirst();
    result.library = parser.isSet(u"library"_s) ? parser.value(u"library"_s) : defaultLibraryPath();
    result.out = parser.value(u"o"_s);
    result.into = parser.value(u"into"_s);
    result.picture = parser.value(u"picture"_s);
    result.theme = parser.value(u"theme"_s);
    if (!result.theme.isEmpty() && result.theme != u"light"_s && result.theme != u"dark"_s)
        return usage(u"--theme %1 is neither light nor dark."_s.arg(result.theme));
    result.json = parser.isSet(u"json"_s);
    result.dryRun = parser.isSet(u"dry-run"_s);
    result.idsOnly = parser.isSet(u"ids"_s);
    result.hideNames = parser.isSet(u"hide-names"_s);
    result.addPersons = parser.isSet(u"add-persons"_s);
    result.sample = parser.isSet(u"sample"_s);
    result.help = parser.isSet(u"help"_s);
    result.version = parser.isSet(u"version"_s);
    Result<ReportChoice> report = reportChoiceOf(parser);
    if (!report)
        return std::unexpected(report.error());
    result.report = std::move(*report);
    Result<ExportOptions> exports = readExportOptions(parser, result.command == u"export"_s);
    if (!exports)
        return std::unexpected(exports.error());
    result.exports = *std::move(exports);
    if (const Status answers = readAnswers(parser, result); !answers)
        return std::unexpected(answers.error());
    return result;
}

QString usageText()
{
    return QStringLiteral(
               R"(downtimeline [LIBRARY | FILE...]              open the window; a file that is not a library is offered for import
downtimeline inspect FILE [--json]            say what would be read
downtimeline import FILE... [--into ID] [--dry-run] [--json]
downtimeline list [QUERY] [--json]
downtimeline show ID [--json]
downtimeline export ID...|FILE... -o OUT|DIR [--as ENDING]
                                              by ending: pdf html md csv json ics png svg
downtimeline backup OUT
downtimeline check

--library FILE        the library to use; else the one in your data folder
--zone ZONE           the zone of times that state none: Europe/Berlin, UTC, +01:00
--date DAY            the day of times that state none: 2024-01-16
--as FORMAT           read as this format, whatever the content looks like; for inspect, import and export FILE
--map COLUMN=FIELD    read a column of a table as this field, beside --as; may be given several times
--hide-names          list, show and export tell roles instead of the names on your list
--add-persons         import adds whom it met to your list of people

Of an export:
--as ENDING           what is written; needed in a folder, where PDF is the default
)") + reportUsage() +
           QStringLiteral(R"(--template NAME       the parts of a Markdown postmortem: plain, sre, pagerduty, atlassian
--chart NAME          a picture of that chart instead of the timeline: traffic, response, phases
--width, --height     of a picture, in logical pixels; --scale NUMBER: pixels of a PNG for each
--events WHICH        all, stars or a range: 2024-01-16T09:00Z..2024-01-16T09:30Z
--kinds KIND,KIND     only events of these kinds; --words WORDS: only those that tell them
--filter WORDS        only what the window's filter lets pass: "kind:alert service:db source:slack star: words"
--times ZONE          the zone that times are told in; else the incident's own

--theme light|dark    instead of the system's
--picture FILE        write the window as PNG and leave
--sample              open the sample outage
--version             print the version

Exit codes: 0 done, 1 nothing to import or not recognised, 2 usage, 3 input or output.
)") + readChoicesHelp();
}

QString defaultLibraryPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/incidents.downtimeline"_s;
}

} // namespace downtimeline
