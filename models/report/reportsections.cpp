// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/reportsections.h"

#include "models/report/derivedends.h"
#include "models/report/reporttable.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <numeric>

namespace downtimeline {
namespace {

constexpr double paragraphGap = 6;
constexpr double smallGap = 3;
constexpr double cardAir = 7;
constexpr double cardIndent = 17;
constexpr double cardGap = 6;
constexpr double cardBar = 3;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

/// The places of the events that are shown, by time; those without an instant keep their order at the end.
std::vector<std::size_t> shownEvents(std::span<const Event> events)
{
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (!events[i].hidden)
            places.push_back(i);
    }
    std::ranges::stable_sort(places, {}, [&](std::size_t i) { return events[i].at.value_or(Instant::max()); });
    return places;
}

/// From which "after start" is counted: the impact, else the first event.
std::optional<Instant> startOf(const ReportFacts &facts)
{
    if (const auto &start = facts.analysis.at(Milestone::ImpactStart))
        return start->at;
    std::optional<Instant> first;
    for (const Event &event : facts.whole.events) {
        if (event.at)
            first = std::min(first.value_or(*event.at), *event.at);
    }
    return first;
}

/// Where the event's line is printed; its own row is no place to lead to.
QString lineOf(const Event &event, const LineLinks &links)
{
    const QString address = event.line > 0 ? links.of(event.source, event.line) : QString();
    return address.startsWith(QLatin1String("#line-")) ? address : QString();
}

std::vector<ReportRow> eventRows(const ReportFacts &facts, const LineLinks &links)
{
    const std::span<const Event> events = facts.whole.events;
    const std::vector<std::optional<Instant>> ends = endsOf(events);
    const std::optional<Instant> start = startOf(facts);
    const DateNeed need = needOfDates(events, facts.zone);
    std::vector<ReportRow> rows;
    for (const std::size_t i : shownEvents(events)) {
        const Event &event = events[i];
        const bool isPlaced = event.at && start && event.time.precision != Precision::Day;
        const QString title = printable(event.title);
        rows.push_back(
            {.cells =
                 {{.text = eventWhen(event, ends[i], facts.zone, need), .address = lineOf(event, links)},
                  {.text = isPlaced ? afterStartText(*event.at - *start) : QString()},
                  {.text = kindName(event.kind), .kind = event.kind},
                  {.text = title.isEmpty() ? QStringLiteral("—") : title}},
             .anchor = LineLinks::eventAnchor(i)});
    }
    return rows;
}

void putNote(PageFlow &flow, const QString &text)
{
    flow.skip(paragraphGap);
    const StyledRun run{.text = text, .face = PageFace::Small, .ink = PageInk::Muted};
    flow.paragraph(std::span(&run, 1));
}

QString orDash(std::string_view utf8)
{
    const QString text = printable(utf8);
    return text.isEmpty() ? QStringLiteral("—") : text;
}

QString withStop(const QString &text)
{
    const bool isClosed = text.isEmpty() || text.endsWith(u'.') || text.endsWith(u'?') || text.endsWith(u'!');
    return isClosed ? text : text + u'.';
}

/// The sentence itself says "on line 7" for each of the lines.
bool tellsItsLines(const Finding &finding)
{
    static const QRegularExpression number(QStringLiteral("\\d+"));
    const QString message = printable(finding.message);
    QStringList told;
    for (QRegularExpressionMatchIterator matches = number.globalMatch(message); matches.hasNext();)
        told << matches.next().captured();
    const auto isTold = [&told](int line) { return told.contains(QString::number(line)); };
    return message.contains(QLatin1String("line")) && std::ranges::all_of(finding.lines, isTold);
}

using Runs = std::vector<StyledRun>;

/// The run, with the numbers of lines in it as links to them: those after "line" or "lines" that are among the lines.
void addTelling(Runs &runs, const StyledRun &run, std::span<const int> lines, SourceId source, const LineLinks &links)
{
    static const QRegularExpression telling(
        QStringLiteral("\\blines?[\\s\u00A0](?:\\d+(?:,[\\s\u00A0]*|\\s(?:and|or|to)\\s)?)+"));
    static const QRegularExpression number(QStringLiteral("\\d+"));
    const auto part = [&run](const QString &text) { return StyledRun{.text = text, .face = run.face, .ink = run.ink}; };
    qsizetype done = 0;
    for (QRegularExpressionMatchIterator tellings = telling.globalMatch(run.text); tellings.hasNext();) {
        const QRegularExpressionMatch words = tellings.next();
        for (auto numbers = number.globalMatch(words.captured()); numbers.hasNext();) {
            const QRegularExpressionMatch digits = numbers.next();
            const int line = digits.captured().toInt();
            const bool isMeant = std::ranges::find(lines, line) != lines.end();
            const QString address = isMeant ? links.of(source, line) : QString();
            if (address.isEmpty())
                continue;
            const qsizetype at = words.capturedStart() + digits.capturedStart();
            if (at > done)
                runs.push_back(part(run.text.mid(done, at - done)));
            runs.push_back({.text = digits.captured(), .face = run.face, .ink = PageInk::Accent, .address = address});
            done = at + digits.capturedLength();
        }
    }
    if (done < run.text.size())
        runs.push_back(part(run.text.mid(done)));
}

Runs findingRuns(const Finding &finding, std::span<const Source> sources, const LineLinks &links)
{
    const QString title = withStop(printable(finding.title));
    const QString message = withStop(printable(finding.message));
    const bool isTold = sources.size() <= 1 && tellsItsLines(finding);
    const QString lines = isTold ? QString() : linesText(finding.lines, finding.source, sources);
    Runs runs;
    if (!title.isEmpty())
        runs.push_back({.text = title + u' ', .face = PageFace::Strong});
    if (!message.isEmpty())
        addTelling(runs, {.text = message + u' '}, finding.lines, finding.source, links);
    addTelling(runs, {.text = lines, .ink = PageInk::Muted}, finding.lines, finding.source, links);
    return runs;
}

std::vector<RunLine>
findingLines(PageFlow &flow, const Finding &finding, const ReportFacts &facts, const LineLinks &links)
{
    return wrapped(findingRuns(finding, facts.sources, links), flow.proseWidth() - 2 * cardIndent, flow.measure());
}

double heightOf(std::span<const RunLine> lines)
{
    return std::accumulate(
        lines.begin(), lines.end(), 0.0, [](double sum, const RunLine &line) { return sum + line.height; });
}

double cardHeight(std::span<const RunLine> lines)
{
    return heightOf(lines) + 2 * cardAir;
}

/// As much of a card as a page takes, at most all of it.
std::size_t linesThatFit(std::span<const RunLine> lines, double height)
{
    std::size_t count = 1;
    while (count < lines.size() && cardHeight(lines.first(count + 1)) <= height)
        ++count;
    return count;
}

void putCard(PageFlow &flow, std::span<const RunLine> lines)
{
    const Inside paragraph(flow, PageTag::Paragraph);
    flow.keep(std::min(cardHeight(lines), flow.bodyHeight()));
    while (!lines.empty()) {
        const std::span<const RunLine> part = lines.first(linesThatFit(lines, flow.room()));
        const QRectF card(flow.left(), flow.y(), flow.proseWidth(), cardHeight(part));
        flow.fill(card, PageInk::Card, 4);
        flow.fill(QRectF(card.left(), card.top(), cardBar, card.height()), PageInk::Warning);
        double y = card.top() + cardAir;
        for (const RunLine &line : part) {
            flow.line(flow.left() + cardIndent, y, line);
            y += line.height;
        }
        flow.advance(card.height() + cardGap);
        lines = lines.subspan(part.size());
        if (!lines.empty())
            flow.newPage();
    }
}

Runs smallRuns(const QString &strong, const QString &rest)
{
    return {
        {.text = strong + u' ', .face = PageFace::SmallStrong},
        {.text = rest, .face = PageFace::Small, .ink = PageInk::Muted}};
}

void putSmallPrint(PageFlow &flow, const QString &heading, std::span<const Runs> entries)
{
    bool isFirst = true;
    for (const Runs &runs : entries) {
        const std::vector<RunLine> lines = wrapped(runs, flow.proseWidth(), flow.measure());
        if (isFirst)
            flow.heading(heading, heightOf(std::span(lines).first(std::min<std::size_t>(2, lines.size()))));
        isFirst = false;
        flow.lines(lines);
        flow.skip(smallGap);
    }
}

/// "Explained" facts of the documents, as entries of the small print.
Runs explainedRuns(const Explained &explained, std::span<const Source> sources, const LineLinks &links)
{
    const QString where =
        explained.line > 0 ? linesText(std::span(&explained.line, 1), explained.source, sources) : QString();
    const QString fits =
        Words::tr("fits the timeline: from %1 to %2.").arg(orDash(explained.from), orDash(explained.to));
    const QString stated = QStringLiteral("“%1”").arg(printable(explained.text, 200));
    Runs runs{{.text = stated + u' ', .face = PageFace::SmallStrong}};
    const StyledRun rest{
        .text = where.isEmpty() ? fits : QStringLiteral("(%1) ").arg(where) + fits,
        .face = PageFace::Small,
        .ink = PageInk::Muted};
    addTelling(runs, rest, std::span(&explained.line, 1), explained.source, links);
    return runs;
}

} // namespace

void putProse(PageFlow &flow, const QString &heading, std::string_view text)
{
    bool isFirst = true;
    for (const QString &paragraph : printableParagraphs(text)) {
        const StyledRun run{.text = paragraph};
        const std::vector<RunLine> lines = wrapped(run, flow.proseWidth(), flow.measure());
        if (isFirst)
            flow.heading(heading, heightOf(std::span(lines).first(std::min<std::size_t>(2, lines.size()))));
        else
            flow.skip(paragraphGap);
        isFirst = false;
        flow.lines(lines);
    }
}

void putEvents(PageFlow &flow, const ReportFacts &facts, const LineLinks &links)
{
    std::vector<ReportRow> rows = eventRows(facts, links);
    const auto hidden = std::ranges::count_if(facts.whole.events, &Event::hidden);
    if (rows.empty() && hidden == 0)
        return;
    const std::vector<ReportColumn> columns = {
        {.title = timeColumnTitle(facts), .least = 120},
        {.title = Words::tr("After start"), .least = 92},
        {.title = Words::tr("Kind"), .least = 150},
        {.title = Words::tr("Event"), .takesRest = true},
    };
    const ReportTable table(columns, std::move(rows), flow.width(), flow.measure());
    flow.heading(Words::tr("Events"), table.startHeight(flow.bodyHeight()));
    table.put(flow);
    if (hidden > 0)
        putNote(flow, Words::tr("Hidden events left out: %1.").arg(hidden));
}

void putActions(PageFlow &flow, std::span<const Action> actions, const LineLinks &links)
{
    if (actions.empty())
        return;
    std::vector<ReportRow> rows;
    for (const Action &action : actions) {
        const QString state = action.state == Action::State::Done ? Words::tr("Done") : Words::tr("Open");
        // A link of its own outweighs the way to its line.
        const bool hasLink = action.text.find("://") != std::string::npos;
        const QString address = hasLink || action.line == 0 ? QString() : links.of(action.source, action.line);
        rows.push_back(
            {.cells =
                 {{.text = orDash(action.text), .address = address},
                  {.text = orDash(action.owner)},
                  {.text = orDash(action.due)},
                  {.text = state}},
             .anchor = {}});
    }
    const std::vector<ReportColumn> columns = {
        {.title = Words::tr("Action"), .takesRest = true},
        {.title = Words::tr("Owner (role)"), .least = 106},
        {.title = Words::tr("Due"), .least = 50},
        {.title = Words::tr("State"), .least = 52},
    };
    const ReportTable table(columns, std::move(rows), flow.width(), flow.measure());
    flow.heading(Words::tr("Follow-up actions"), table.startHeight(flow.bodyHeight()));
    table.put(flow);
}

void putFindings(PageFlow &flow, const ReportFacts &facts, const LineLinks &links)
{
    bool isFirst = true;
    int decided = 0;
    for (const Finding &finding : facts.findings) {
        if (finding.decision != Finding::Decision::Open) {
            ++decided;
            continue;
        }
        const std::vector<RunLine> lines = findingLines(flow, finding, facts, links);
        if (isFirst)
            flow.heading(Words::tr("Findings to settle"), cardHeight(lines));
        isFirst = false;
        putCard(flow, lines);
    }
    if (decided > 0)
        putNote(flow, Words::tr("Findings settled or dismissed: %1.").arg(decided));
}

void putDefinitions(
    PageFlow &flow, std::span<const ReportMeasure> measures, const ReportFacts &facts, const LineLinks &links)
{
    std::vector<Runs> entries;
    for (const ReportMeasure &measure : measures)
        entries.push_back(smallRuns(measure.caption + QStringLiteral(", ") + measure.value + u'.', measure.definition));
    for (const Explained &explained : facts.whole.explained)
        entries.push_back(explainedRuns(explained, facts.sources, links));
    putSmallPrint(flow, Words::tr("How the times are measured"), entries);
}

void putSources(PageFlow &flow, std::span<const Source> sources)
{
    std::vector<Runs> entries;
    for (const Source &source : sources) {
        QStringList rest;
        if (source.illustrative)
            rest << Words::tr("its figures are illustrative");
        if (source.clockShift != Duration::zero())
            rest << Words::tr("its clock is shifted by %1").arg(afterStartText(source.clockShift));
        if (!source.sha256.empty())
            rest << QStringLiteral("SHA-256 ") + printable(source.sha256, 64);
        entries.push_back(smallRuns(orDash(source.name), rest.join(QStringLiteral(", "))));
    }
    putSmallPrint(flow, Words::tr("Sources"), entries);
}

} // namespace downtimeline
