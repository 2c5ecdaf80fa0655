// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/postmortem/postmortemreader.h"

#include "models/documents/documentlines.h"
#include "models/documents/textdecoding.h"
#include "models/documents/textscan.h"
#include "models/documents/writtentimes.h"
#include "models/readers/postmortem/postmortemactions.h"
#include "models/readers/postmortem/postmortemclaims.h"
#include "models/readers/postmortem/postmortemevents.h"
#include "models/readers/postmortem/postmortemfacts.h"
#include "models/readers/postmortem/postmortemprose.h"
#include "models/readers/postmortem/postmortemrows.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace downtimeline {
namespace {

constexpr std::size_t largestDocument = 16 << 20;
constexpr std::size_t longestLine = 1 << 20;

QString say(const char *text)
{
    return QCoreApplication::translate("postmortem", text);
}

Status stopped()
{
    return failure(Error::Code::Cancelled, say("Reading was stopped."));
}

Result<std::string> wholeText(ByteSource &source, ImportSink &sink, const std::stop_token &stop)
{
    const QString name = QString::fromStdString(source.name());
    std::string bytes;
    for (;;) {
        if (stop.stop_requested())
            return std::unexpected(stopped().error());
        const auto chunk = source.next();
        if (!chunk)
            return std::unexpected(chunk.error());
        if (chunk->empty())
            break;
        if (bytes.size() + chunk->size() > largestDocument)
            return failure(
                Error::Code::Parse,
                say("%1 is larger than 16 MiB, which no postmortem is: import a shorter document.").arg(name));
        bytes += *chunk;
        sink.progress(static_cast<std::int64_t>(bytes.size()));
    }
    std::string text = decodedText(bytes);
    int line = 1;
    for (std::size_t begin = 0; begin < text.size(); ++line) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (end - begin > longestLine)
            return failure(
                Error::Code::Parse,
                say("Line %1 of %2 is longer than 1 MiB: break it up, then import the document again.")
                    .arg(QString::number(line), name));
        begin = end + 1;
    }
    return text;
}

/// Everything that was read, before it is handed over.
struct Reading
{
    Incident incident;
    TimelineRows rows;
    PlacedEvents placed;
    std::vector<Action> actions;
    StatedDurations durations;
    std::vector<Finding> findings;
    std::vector<TrafficClaim> traffic;
};

void setZone(Incident &incident, const std::vector<TimelineRow> &rows, const DocumentTimes &document)
{
    std::optional<WrittenZone> zone = document.zone;
    const auto withHeader =
        std::ranges::find_if(rows, [](const TimelineRow &row) { return row.headerZone.has_value(); });
    if (withHeader != rows.end())
        zone = withHeader->headerZone;
    if (!zone)
        return;
    incident.zone = zone->text;
    incident.offset = offsetOn(*zone, document.date ? dayOf(*document.date) : std::nullopt);
}

/// The day of the document: what it states, else its first row's.
DocumentTimes timesOf(const std::vector<ProseTime> &prose, const std::vector<TimelineRow> &rows)
{
    DocumentTimes times = documentTimes(prose);
    for (const TimelineRow &row : rows) {
        const WrittenTime &time = row.found.time;
        if (!times.zone && !row.found.zone.text.empty())
            times.zone = row.found.zone;
        if (!times.date && time.month) {
            times.date = time;
            times.dateLine = row.line;
        }
    }
    return times;
}

/// The stated start, where it has a clock, and its line.
void setStart(DocumentTimes &times, const std::vector<ProseTime> &prose, const Incident &incident)
{
    if (!incident.startedAt || !incident.startedAt->clock)
        return;
    times.start = incident.startedAt;
    const auto own = std::ranges::find_if(
        prose, [&incident](const ProseTime &time) { return time.found.time.text == incident.startedAt->text; });
    times.startLine = own == prose.end() ? 0 : own->line;
}

Reading readLines(const std::vector<SectionedLine> &lines)
{
    Reading reading;
    const DayOrder order = dayOrderOf(lines);
    const std::vector<ProseTime> prose = proseTimes(lines, order);
    reading.rows = timelineRows(lines, order);
    DocumentTimes times = timesOf(prose, reading.rows.rows);
    if (!times.zone)
        times.zone = notedZone(lines);
    reading.incident = incidentFacts(lines);
    readStatedTimes(prose, times, reading.incident);
    const bool hasCounted =
        std::ranges::any_of(reading.rows.rows, [](const TimelineRow &row) { return row.counted.has_value(); });
    if (hasCounted) {
        readZero(lines, order, times);
        setStart(times, prose, reading.incident);
    }
    reading.placed = placeEvents(reading.rows.rows, times);
    setZone(reading.incident, reading.rows.rows, times);
    reading.actions = documentActions(lines, times.date ? times.date->year.value_or(0) : 0);
    const ClaimedAgainst document{lines, prose, reading.placed.events, times, reading.incident};
    reading.durations = statedDurations(document);
    reading.findings = contradictions(document);
    reading.traffic = trafficClaims(document);
    return reading;
}

/// Hands over one after the other until the sink refuses.
template<typename Values, typename Give>
Status giveAll(const Values &values, Give give)
{
    for (const auto &value : values) {
        if (Status status = give(value); !status)
            return status;
    }
    return {};
}

Status handOver(const Reading &reading, ImportSink &sink)
{
    if (Status status = sink.incident(reading.incident); !status)
        return status;
    constexpr std::size_t portion = 2000;
    const std::span<const Event> events(reading.placed.events);
    for (std::size_t begin = 0; begin < events.size(); begin += portion) {
        if (Status status = sink.events(events.subspan(begin, std::min(portion, events.size() - begin))); !status)
            return status;
    }
    std::map<std::string, int, std::less<>> keys;
    const auto finding = [&sink, &keys](Finding one) {
        if (const int times = ++keys[one.key]; times > 1)
            one.key += "#" + std::to_string(times);
        return sink.finding(one);
    };
    Status status = giveAll(reading.traffic, [&sink](const TrafficClaim &one) { return sink.trafficClaim(one); });
    if (status)
        status = giveAll(reading.actions, [&sink](const Action &one) { return sink.action(one); });
    if (status)
        status = giveAll(reading.findings, finding);
    if (status)
        status = giveAll(reading.placed.findings, finding);
    if (status)
        status = giveAll(reading.durations.findings, finding);
    const auto explained = [&sink](const Explained &one) { return sink.explained(one); };
    if (status)
        status = giveAll(reading.durations.explained, explained);
    if (status)
        status = giveAll(reading.placed.explained, explained);
    if (status)
        status = giveAll(reading.placed.questions, [&sink](const Question &one) { return sink.question(one); });
    if (status)
        status = giveAll(reading.rows.skipped, [&sink](const Skip &one) { return sink.skipped(one); });
    return status;
}

bool looksBinary(std::string_view head)
{
    const bool isUtf16 = head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF");
    return !isUtf16 && head.find('\0') != std::string_view::npos;
}

/// Rows of commas or braces belong to other readers.
bool looksStructured(std::string_view text)
{
    const std::string_view start = textscan::trimmed(text.substr(0, 200));
    if (start.starts_with('{') || start.starts_with("[{") || start.starts_with("[\n") || start.starts_with("<?xml"))
        return true;
    std::size_t commas = 0;
    std::size_t begin = 0;
    for (int line = 0; line < 3; ++line) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view row = text.substr(begin, end - begin);
        const auto count = static_cast<std::size_t>(std::ranges::count(row, ',') + std::ranges::count(row, ';'));
        if (count == 0 || (line > 0 && count != commas))
            return false;
        commas = count;
        begin = std::min(end + 1, text.size());
    }
    return true;
}

int proseScore(std::string_view text)
{
    const std::string small = textscan::lowered(text);
    constexpr std::string_view words[] = {"postmortem", "post-mortem", "incident", "outage",   "timeline",
                                          "root cause", "summary",     "impact",   "downtime", "resolution"};
    int score = 0;
    for (const std::string_view word : words)
        score += small.find(word) != std::string::npos ? 8 : 0;
    return score;
}

} // namespace

QString PostmortemReader::name() const
{
    return say("a postmortem document");
}

int PostmortemReader::recognises(std::string_view head) const
{
    if (head.empty() || looksBinary(head))
        return 0;
    const std::string text = decodedText(head.substr(0, 64 << 10));
    if (looksStructured(text))
        return 0;
    const int prose = proseScore(text);
    const bool hasTimes = !timesIn(text).empty();
    if (!hasTimes && prose < 16)
        return 0;
    return std::min(95, 20 + prose + (hasTimes ? 20 : 0));
}

Status PostmortemReader::read(
    ByteSource &source, const ReadOptions & /*options*/, ImportSink &sink, std::stop_token stop) const
{
    const auto text = wholeText(source, sink, stop);
    if (!text)
        return std::unexpected(text.error());
    const DocumentText document = readDocument(*text);
    if (stop.stop_requested())
        return stopped();
    Reading reading = readLines(sectioned(document.lines));
    if (document.cut)
        reading.rows.skipped.push_back(*document.cut);
    const bool isEmpty = reading.placed.events.empty() && reading.incident.summary.empty() &&
                         reading.incident.title.empty() && reading.actions.empty();
    if (isEmpty)
        return failure(
            Error::Code::NotRecognised, say("%1 holds no times and no text of an incident: nothing was read.")
                                            .arg(QString::fromStdString(source.name())));
    return handOver(reading, sink);
}

} // namespace downtimeline
