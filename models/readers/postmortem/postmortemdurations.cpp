// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/milestones.h"
#include "models/analysis/spans.h"
#include "models/documents/durations.h"
#include "models/documents/textscan.h"
#include "models/readers/postmortem/postmortemclaims.h"
#include "models/readers/postmortem/postmortemwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace downtimeline {
namespace {

using namespace textscan;

/// No document states more lengths and ranges of its outage; the rest of a hostile one is not held against each other.
constexpr std::size_t mostClaims = 500;
constexpr std::size_t mostRanges = 500;

QString say(const char *text)
{
    return QCoreApplication::translate("postmortem", text);
}

/// A moment that a duration can be counted from or to.
struct Moment
{
    Instant at;
    std::string name;
};

std::string momentName(const QString &name, const Event &event)
{
    return QStringLiteral("%1 (%2)").arg(name, QString::fromStdString(event.time.text)).toStdString();
}

EventIndex indexOf(const std::vector<Event> &events)
{
    EventIndex index;
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (!events[i].at || !events[i].time.clock)
            continue;
        Event numbered = events[i];
        numbered.id = EventId(static_cast<std::int64_t>(i) + 1);
        index.push_back(entryOf(numbered));
    }
    std::ranges::stable_sort(index, {}, &EventEntry::at);
    deriveEnds(index);
    return index;
}

/// The milestones in their order behind the first event; the recovery is the last. The last event only stands in for
/// it.
std::vector<Moment> momentsOf(const std::vector<Event> &events)
{
    std::vector<Moment> moments;
    const EventIndex index = indexOf(events);
    if (index.empty())
        return moments;
    const auto eventOf = [&events](EventId id) -> const Event & {
        return events[static_cast<std::size_t>(id.row() - 1)];
    };
    const Event &first = eventOf(index.front().id);
    moments.push_back({*first.at, momentName(say("first event"), first)});
    const ResponseAnalysis analysis = analyseResponse(index);
    for (const auto &point : analysis.milestones) {
        if (point)
            moments.push_back(
                {point->at, point->event ? momentName(milestoneName(point->milestone).toLower(), eventOf(*point->event))
                                         : milestoneName(point->milestone).toLower().toStdString()});
    }
    if (!analysis.at(Milestone::Recovered)) {
        const Event &last = eventOf(index.back().id);
        moments.push_back({*last.at, momentName(say("last event"), last)});
    }
    return moments;
}

struct Fit
{
    std::string from;
    std::string to;
};

bool isAbout(const FoundDuration &stated, Duration length)
{
    const Duration slack = stated.isApproximate ? std::max(stated.step / 2, stated.length / 10) : Duration(0);
    const Duration rounding =
        stated.step >= std::chrono::hours(1) ? std::chrono::minutes(5) : Duration(std::chrono::seconds(30));
    return std::chrono::abs(length - stated.length) <= std::max(slack, rounding);
}

/// The pair of moments that a stated duration fits; pairs that end with the recovery come first.
std::optional<Fit> fitOf(const FoundDuration &stated, const std::vector<Moment> &moments)
{
    std::optional<Fit> fit;
    for (std::size_t to = moments.size(); to-- > 0 && !fit;) {
        for (std::size_t from = 0; from < to && !fit; ++from) {
            if (isAbout(stated, moments[to].at - moments[from].at))
                fit = Fit{moments[from].name, moments[to].name};
        }
    }
    return fit;
}

/// "Time to detection" and "time to resolve" are counted from the impact or the first event to any listed event.
std::optional<Fit>
fitToAnyEvent(const FoundDuration &stated, const std::vector<Moment> &moments, const std::vector<Event> &events)
{
    for (std::size_t from = 0; from < std::min<std::size_t>(moments.size(), 2); ++from) {
        for (const Event &event : events) {
            if (event.at && event.time.clock && isAbout(stated, *event.at - moments[from].at))
                return Fit{moments[from].name, momentName(QString::fromStdString(event.title.substr(0, 60)), event)};
        }
    }
    return std::nullopt;
}

/// The incident's own start and end.
std::optional<Fit> fitOfIncident(const FoundDuration &stated, const Incident &incident)
{
    const auto from = incident.startedAt ? instantOf(*incident.startedAt) : std::nullopt;
    const auto to = incident.endedAt ? instantOf(*incident.endedAt) : std::nullopt;
    if (!from || !to || !isAbout(stated, *to - *from))
        return std::nullopt;
    return Fit{incident.startedAt->text, incident.endedAt->text};
}

/// A range of times that a sentence states: "from 10:00 to 10:40".
struct StatedRange
{
    int line = 0;
    bool isOfDocument = false; ///< in the summary or behind a label: it counts for every line
    Duration length{0};
    Fit fit;
};

/// A range's length; past midnight where its end has the earlier clock.
std::optional<Duration> lengthOf(WrittenTime from, WrittenTime to)
{
    for (WrittenTime *one : {&from, &to}) {
        one->year = one->year.value_or(2000);
        one->month = one->month.value_or(1);
        one->day = one->day.value_or(1);
    }
    const auto begin = instantOf(from);
    const auto end = instantOf(to);
    if (!begin || !end)
        return std::nullopt;
    return *end < *begin ? *end + std::chrono::days(1) - *begin : *end - *begin;
}

std::vector<StatedRange> rangesOf(const std::vector<ProseTime> &times)
{
    std::vector<StatedRange> ranges;
    for (const ProseTime &time : times) {
        if (ranges.size() >= mostRanges)
            break;
        if (!time.found.until || !time.found.time.clock || !time.found.until->clock)
            continue;
        if (const auto length = lengthOf(time.found.time, *time.found.until))
            ranges.push_back(
                {time.line, !time.label.empty() || time.section == Section::Summary, *length,
                 Fit{time.found.time.text, time.found.until->text}});
    }
    return ranges;
}

/// The range of times in the same line, or of the whole document's start and end.
std::optional<Fit> fitInLine(const FoundDuration &stated, int line, const std::vector<StatedRange> &ranges)
{
    const auto found = std::ranges::find_if(ranges, [&stated, line](const StatedRange &range) {
        return (range.line == line || range.isOfDocument) && isAbout(stated, range.length);
    });
    return found == ranges.end() ? std::nullopt : std::optional(found->fit);
}

/// True where the words around a duration speak of the outage's own length.
bool claimsOutage(const SectionedLine &placed, const FoundDuration &stated)
{
    const std::string label = folded(placed.label);
    if (label.find("duration") != std::string::npos || label.starts_with("time to") ||
        label.find("downtime") != std::string::npos)
        return true;
    const std::string_view text = placed.line->text;
    const std::size_t from = stated.begin > 60 ? stated.begin - 60 : 0;
    const std::string before = " " + folded(text.substr(from, stated.begin - from)) + " ";
    const std::string after = " " + folded(text.substr(stated.end, 40)) + " ";
    const auto has = [](const std::string &where, std::initializer_list<std::string_view> words) {
        return std::ranges::any_of(
            words, [&where](std::string_view word) { return where.find(word) != std::string::npos; });
    };
    const bool isLength =
        has(before, {" lasted ", " lasting ", " outage for ", " down for ", " unavailable for ", " downtime for ",
                     " outage of ", " downtime of ", " unusable for ", " outage ", " duration "});
    return isLength || stated.isOrdinal || has(after, {" outage ", " of downtime ", " downtime "});
}

bool canClaim(const SectionedLine &placed)
{
    const Section section = placed.section;
    const bool isProse = section == Section::None || section == Section::Summary || section == Section::Impact ||
                         section == Section::Other || (section == Section::Timeline && !placed.label.empty());
    const LineRole role = placed.line->role;
    return isProse && (role == LineRole::Text || role == LineRole::Item || role == LineRole::Heading);
}

struct Unexplained
{
    FoundDuration stated;
    int line;
};

/// "39 min" between the start of the impact and the recovery, as the events have it.
QString listedLength(const std::vector<Moment> &moments)
{
    const Moment &from = moments.size() > 1 ? moments[1] : moments.front();
    const auto length = std::chrono::duration_cast<std::chrono::minutes>(moments.back().at - from.at).count();
    const QString words =
        length < 60 ? say("%1 min").arg(length) : say("%1 h %2 min").arg(length / 60).arg(length % 60);
    return say("%1 from %2 to %3")
        .arg(words, QString::fromStdString(from.name), QString::fromStdString(moments.back().name));
}

/// One finding for all durations that fit nothing: they contradict each other too.
Finding unexplained(const std::vector<Unexplained> &all, const std::vector<Moment> &moments)
{
    QStringList parts;
    std::vector<int> lines;
    std::vector<std::string> facts;
    for (const Unexplained &one : all) {
        if (parts.size() < 6)
            facts.push_back(folded(one.stated.text));
        if (parts.size() < 6)
            parts << say("\"%1\" on line %2").arg(QString::fromStdString(one.stated.text), QString::number(one.line));
        lines.push_back(one.line);
    }
    return makeFinding(
        "duration", say("A stated duration fits nothing"),
        say("%1; the events give %2.").arg(parts.join(QStringLiteral("; ")), listedLength(moments)), lines, facts);
}

} // namespace

StatedDurations statedDurations(const ClaimedAgainst &document)
{
    StatedDurations stated;
    const std::vector<Moment> moments = momentsOf(document.events);
    const std::vector<StatedRange> ranges = rangesOf(document.times);
    std::vector<Unexplained> open;
    for (const SectionedLine &placed : document.lines) {
        if (!canClaim(placed) || stated.explained.size() + open.size() >= mostClaims)
            continue;
        const int line = placed.line->number;
        for (const FoundDuration &one : durationsIn(placed.line->text)) {
            if (!claimsOutage(placed, one) || one.length <= Duration(0))
                continue;
            auto fit = fitInLine(one, line, ranges);
            if (!fit)
                fit = fitOfIncident(one, document.incident);
            if (!fit)
                fit = fitOf(one, moments);
            if (!fit && folded(placed.label).starts_with("time to"))
                fit = fitToAnyEvent(one, moments, document.events);
            if (fit)
                stated.explained.push_back(
                    {.text = one.text, .from = fit->from, .to = fit->to, .source = {}, .line = line});
            else if (document.events.size() >= 3 && moments.size() >= 3)
                open.push_back({one, line});
            if (stated.explained.size() + open.size() >= mostClaims)
                break;
        }
    }
    if (!open.empty())
        stated.findings.push_back(unexplained(open, moments));
    return stated;
}

} // namespace downtimeline
