// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/exportoptions.h"

#include "app/commandline/zonewords.h"
#include "app/exporting/filteredevents.h"
#include "models/readers/allreaders.h"

#include <QCommandLineParser>
#include <QDateTime>
#include <QTimeZone>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

std::unexpected<Error> usage(const QString &sentence)
{
    return failure(Error::Code::Usage, sentence);
}

/// An instant as ISO 8601 tells it; UTC where it names no offset.
std::optional<Instant> instantOf(const QString &words)
{
    QDateTime time = QDateTime::fromString(words, Qt::ISODateWithMs);
    if (!time.isValid())
        return {};
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeZone(QTimeZone::utc());
    return Instant(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

Status readEvents(const QString &words, EventChoice &choice)
{
    if (words == u"all"_s)
        return {};
    if (words == u"stars"_s) {
        choice.which = EventChoice::Which::Starred;
        return {};
    }
    const QStringList ends = words.split(u".."_s);
    const auto from = ends.size() == 2 ? instantOf(ends[0]) : std::nullopt;
    const auto to = ends.size() == 2 ? instantOf(ends[1]) : std::nullopt;
    if (!from || !to || *to <= *from)
        return usage(
            u"--events %1 is neither all nor stars nor a range like 2024-01-16T09:00Z..2024-01-16T09:30Z."_s.arg(
                words));
    choice.which = EventChoice::Which::Range;
    choice.range = {*from, *to};
    return {};
}

Status readKinds(const QString &words, EventChoice &choice)
{
    for (const QString &word : words.split(u',', Qt::SkipEmptyParts)) {
        const auto kind = kindFromKey(word.trimmed().toLower().toStdString());
        if (!kind) {
            QStringList known;
            for (const EventKind each : allEventKinds())
                known << QString::fromLatin1(kindKey(each).data(), static_cast<qsizetype>(kindKey(each).size()));
            return usage(u"--kinds %1 is no kind of event; choose of %2."_s.arg(word, known.join(u", "_s)));
        }
        choice.kinds.insert(*kind);
    }
    return {};
}

/// A positive number.
Status readSize(const QCommandLineParser &parser, const QString &name, double most, double &size)
{
    if (!parser.isSet(name))
        return {};
    bool isNumber = false;
    const double value = parser.value(name).toDouble(&isNumber);
    if (!isNumber || !(value >= 0.1) || value > most)
        return usage(u"--%1 %2 is no size; write a number up to %3."_s.arg(name, parser.value(name)).arg(most));
    size = value;
    return {};
}

Status readWords(const QCommandLineParser &parser, ExportOptions &options)
{
    if (const QString style = parser.value(u"template"_s); !style.isEmpty()) {
        const auto known = postmortemTemplateOf(style.toLower().toStdString());
        if (!known)
            return usage(u"--template %1 is no template; choose plain, sre, pagerduty or atlassian."_s.arg(style));
        options.style = *known;
    }
    if (const QString zone = parser.value(u"times"_s); !zone.isEmpty()) {
        const auto known = zoneOfWords(zone);
        if (!known)
            return usage(u"--times %1 is no zone; name one like Europe/Berlin, UTC or +01:00."_s.arg(zone));
        options.scope.zone = DisplayZone(*known);
    }
    options.chart = parser.value(u"chart"_s);
    options.scope.events.words = parser.value(u"words"_s).toStdString();
    if (parser.isSet(u"events"_s)) {
        if (Status events = readEvents(parser.value(u"events"_s), options.scope.events); !events)
            return events;
    }
    if (const Status kinds = readKinds(parser.value(u"kinds"_s), options.scope.events); !kinds)
        return kinds;
    const QString words = parser.value(u"filter"_s);
    const EventFilter filter = parseFilter(words);
    if (!filter.unknown.isEmpty())
        return usage(u"--filter %1: %2 is no kind of event."_s.arg(words, filter.unknown.join(u", "_s)));
    narrow(options.scope.events, filter);
    return {};
}

} // namespace

void declareExportOptions(const AddOption &add)
{
    add({u"template"_s}, u"the parts of a Markdown postmortem: plain, sre, pagerduty, atlassian"_s, u"NAME"_s);
    add({u"chart"_s}, u"the chart that a picture shows instead of the timeline"_s, u"NAME"_s);
    add({u"width"_s}, u"the width of a picture, in logical pixels"_s, u"PIXELS"_s);
    add({u"height"_s}, u"the height of a picture, in logical pixels"_s, u"PIXELS"_s);
    add({u"scale"_s}, u"pixels of a PNG for each logical pixel, 0.1 to 8"_s, u"NUMBER"_s);
    add({u"events"_s}, u"which events are exported: all, stars or FROM..TO"_s, u"WHICH"_s);
    add({u"kinds"_s}, u"only events of these kinds"_s, u"KIND,KIND"_s);
    add({u"words"_s}, u"only events in which each of these words stands"_s, u"WORDS"_s);
    add({u"filter"_s}, u"only events that the window's filter would let pass"_s, u"WORDS"_s);
    add({u"times"_s}, u"the zone that an export tells its times in"_s, u"ZONE"_s);
}

Result<ExportOptions> readExportOptions(const QCommandLineParser &parser, bool isExport)
{
    ExportOptions options;
    if (const QString as = parser.value(u"as"_s); isExport && !as.isEmpty()) {
        if (exportFormatOf(as))
            options.ending = as.toLower();
        else if (!readerOfKey(as.toStdString())) // a format that a file is read as
            return usage(
                u"--as %1 is nothing that is written here; choose one of %2."_s.arg(as, exportEndings().join(u", "_s)));
    }
    for (const Status &read :
         {readWords(parser, options), readSize(parser, u"width"_s, 32'000, options.width),
          readSize(parser, u"height"_s, 32'000, options.height), readSize(parser, u"scale"_s, 8, options.scale)}) {
        if (!read)
            return std::unexpected(read.error());
    }
    return options;
}

} // namespace downtimeline
