// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/presentationsteps.h"

#include "models/items/eventmeaning.h"
#include "models/items/eventtimetext.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <set>

namespace downtimeline {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Presentation)
};

bool isAlwaysImportant(EventKind kind)
{
    switch (kind) {
    case EventKind::Outage:
    case EventKind::Rollback:
    case EventKind::Restart:
    case EventKind::Mitigation:
    case EventKind::Recovery:
        return true;
    default:
        return false;
    }
}

bool isImportantOnce(EventKind kind)
{
    return kind == EventKind::Alert || kind == EventKind::Detection || kind == EventKind::Acknowledgement ||
           kind == EventKind::Escalation;
}

/// The last deploy that began no later than the impact, else the first one.
std::optional<EventId> suspectedDeploy(std::span<const EventEntry> events, const ResponseAnalysis &analysis)
{
    const auto &start = analysis.at(Milestone::ImpactStart);
    std::optional<EventId> found;
    for (const EventEntry &event : events) {
        if (event.kind != EventKind::Deploy || event.has(EventEntry::Completes))
            continue;
        if (!found || (start && event.at <= start->at))
            found = event.id;
    }
    return found;
}

/// Those that a milestone rests on, and the first and the last of each kind.
std::vector<EventEntry> thinned(std::span<const EventEntry> events, const ResponseAnalysis &analysis)
{
    std::set<EventId> kept;
    for (const auto &point : analysis.milestones) {
        if (point && point->event)
            kept.insert(*point->event);
    }
    std::array<const EventEntry *, eventKindCount> last{};
    for (const EventEntry &event : events) {
        const EventEntry *&latest = last[static_cast<std::size_t>(event.kind)];
        if (!latest)
            kept.insert(event.id);
        latest = &event;
    }
    for (const EventEntry *event : last) {
        if (event)
            kept.insert(event->id);
    }
    std::vector<EventEntry> result;
    std::ranges::copy_if(
        events, std::back_inserter(result), [&](const EventEntry &event) { return kept.contains(event.id); });
    return result;
}

class StepWriter
{
public:
    StepWriter(const PresentationFacts &facts, const DisplayZone &zone)
        : m_facts(facts), m_zone(zone), m_header(headerContent(facts.header, zone))
    {
        for (const EventEntry &event : facts.header.events) {
            if (!event.has(EventEntry::Hidden))
                m_shown.push_back(event);
        }
        if (!m_shown.empty())
            m_need = dateNeed({m_shown.front().at, m_shown.back().at}, zone);
        for (const EventEntry &event : facts.undated) {
            if (!event.has(EventEntry::Hidden))
                m_undated.push_back(event);
        }
    }

    PresentationSteps write()
    {
        std::vector<EventEntry> events = chosen();
        m_left = events.size() > mostSteps ? events.size() : 0;
        events.resize(std::min(events.size(), mostSteps));
        m_result.events = static_cast<int>(events.size());
        m_result.title = m_header.title;
        if (const std::optional<Instant> start = startOf())
            m_result.title += QStringLiteral(" · ") + dayText(*start, m_zone);
        m_result.steps.push_back(opening());
        for (const EventEntry &event : events)
            m_result.steps.push_back(stepOf(event));
        m_result.steps.push_back(phases());
        addFindings();
        addActions();
        return std::move(m_result);
    }

private:
    std::optional<Instant> startOf() const
    {
        if (const auto &start = m_facts.header.analysis.at(Milestone::ImpactStart))
            return start->at;
        return m_shown.empty() ? std::nullopt : std::optional(m_shown.front().at);
    }

    std::vector<EventEntry> chosen() const
    {
        std::vector<EventEntry> all = m_shown;
        all.insert(all.end(), m_undated.begin(), m_undated.end());
        if (m_facts.choice.which == StepChoice::Which::All)
            return all;
        if (m_facts.choice.which == StepChoice::Which::Filter) {
            std::erase_if(all, [this](const EventEntry &event) { return !fits(event); });
            return all;
        }
        const auto isStarred = [](const EventEntry &event) { return event.has(EventEntry::Starred); };
        if (std::ranges::none_of(all, isStarred))
            return importantEvents(m_shown, m_facts.header.analysis);
        std::erase_if(all, std::not_fn(isStarred));
        return all;
    }

    bool fits(const EventEntry &event) const
    {
        const EventText text = m_facts.textOf(event.id);
        const QString all = QString::fromStdString(text.title + '\n' + text.detail) + u'\n' + kindName(event.kind);
        const QStringList words = m_facts.choice.words.simplified().split(u' ', Qt::SkipEmptyParts);
        return std::ranges::all_of(
            words, [&all](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
    }

    QString outageSentence() const
    {
        const ResponseAnalysis &analysis = m_facts.header.analysis;
        const auto &start = analysis.at(Milestone::ImpactStart);
        if (!start)
            return m_shown.empty() ? Words::tr("No event has a time yet.")
                                   : Words::tr("What was out, and from when, no event tells.");
        if (analysis.downtime <= Duration::zero())
            return Words::tr("An outage that began on %1; its end is not known.")
                .arg(rangeText({start->at, start->at}, m_zone));
        const TimeRange extent{analysis.impacts.front().start, analysis.impacts.back().end};
        const QString length = durationText(analysis.downtime);
        const auto count = analysis.impacts.size();
        return count == 1 ? Words::tr("An outage of %1 on %2.").arg(length, rangeText(extent, m_zone))
                          : Words::tr("%1 outages, %2 in all: %3.")
                                .arg(QString::number(count), length, rangeText(extent, m_zone));
    }

    PresentationStep opening() const
    {
        PresentationStep step{.kind = PresentationStep::Kind::Opening, .title = m_header.title};
        step.remark = outageSentence();
        if (m_facts.choice.which == StepChoice::Which::Filter && m_result.events == 0)
            step.remark += u' ' + Words::tr("No event fits “%1”.").arg(m_facts.choice.words.simplified());
        if (m_left > 0)
            step.remark += u' ' + Words::tr("Shown are the first %1 of %2 events.").arg(mostSteps).arg(m_left);
        step.line = m_header.line.section(QStringLiteral(" · "), 1); // when it was stands in the sentence
        step.measures = m_header.measures;
        return step;
    }

    PresentationStep stepOf(const EventEntry &event) const
    {
        const EventText text = m_facts.textOf(event.id);
        PresentationStep step{.kind = PresentationStep::Kind::Event, .event = event.id};
        step.title = QString::fromStdString(text.title);
        step.figures = eventMeaning(event, m_facts, m_zone);
        if (event.isUndated()) {
            step.time = QString::fromStdString(text.timeText);
            return step;
        }
        step.at = event.at;
        step.time = eventTimeText(event, m_zone, DateNeed::Clock);
        if (m_need != DateNeed::Clock && !event.has(EventEntry::DayOnly))
            step.day = briefDayText(event.at, m_zone, m_need);
        return step;
    }

    PresentationStep phases() const
    {
        PresentationStep step{.kind = PresentationStep::Kind::Phases, .title = Words::tr("How long each phase took")};
        const std::vector<PhaseSpan> &spans = m_facts.header.analysis.phases;
        if (spans.empty()) {
            step.remark = Words::tr("No phase can be told: the start of the impact is not known.");
            return step;
        }
        const Instant start = spans.front().range.start;
        const double whole = static_cast<double>((spans.back().range.end - start).count());
        const auto share = [&](Instant at) {
            return whole > 0 ? static_cast<double>((at - start).count()) / whole : 0.0;
        };
        for (const PhaseSpan &span : spans) {
            const auto from = static_cast<Milestone>(span.first);
            const auto to = static_cast<Milestone>(static_cast<int>(span.last) + 1);
            StepRow row{.name = phaseName(span), .value = durationText(span.range.length()), .phase = span.first};
            row.detail =
                Words::tr("%1 – %2, from %3 to %4")
                    .arg(
                        pointText(span.range.start), pointText(span.range.end), milestoneName(from), milestoneName(to));
            row.from = share(span.range.start);
            row.to = share(span.range.end);
            step.rows.push_back(std::move(row));
        }
        return step;
    }

    QString pointText(Instant at) const
    {
        const QString day = m_need == DateNeed::Clock ? QString() : briefDayText(at, m_zone, m_need) + u' ';
        return day + clockText(at, m_zone, at != std::chrono::floor<std::chrono::minutes>(at));
    }

    /// As many steps as the rows need; one that says why where there are none.
    void addRows(PresentationStep step, std::vector<StepRow> rows, std::size_t mostRows)
    {
        const std::size_t pages = std::max<std::size_t>(1, (rows.size() + mostRows - 1) / mostRows);
        const QString title = step.title;
        for (std::size_t page = 0; page < pages; ++page) {
            const std::size_t first = page * mostRows;
            const auto from = rows.begin() + static_cast<std::ptrdiff_t>(first);
            step.rows.assign(from, from + static_cast<std::ptrdiff_t>(std::min(mostRows, rows.size() - first)));
            if (pages > 1)
                step.title = Words::tr("%1 (%2 of %3)").arg(title).arg(page + 1).arg(pages);
            m_result.steps.push_back(step);
        }
    }

    void addFindings()
    {
        PresentationStep step{.kind = PresentationStep::Kind::Findings, .title = Words::tr("Findings to settle")};
        std::vector<StepRow> rows;
        for (const Finding &finding : m_facts.findings) {
            if (finding.decision == Finding::Decision::Open)
                rows.push_back(
                    {.name = QString::fromStdString(finding.title), .detail = QString::fromStdString(finding.message)});
        }
        const std::size_t decided = m_facts.findings.size() - rows.size();
        if (rows.empty())
            step.remark = decided == 0 ? Words::tr("The sources do not contradict each other.")
                                       : Words::tr("Every finding is decided.");
        else if (decided > 0)
            step.remark = Words::tr("%1 decided already.").arg(decided);
        addRows(std::move(step), std::move(rows), findingsAStep);
    }

    void addActions()
    {
        PresentationStep step{.kind = PresentationStep::Kind::Actions, .title = Words::tr("What will be done")};
        std::vector<StepRow> rows;
        for (const Action &action : m_facts.actions) {
            const bool isDone = action.state == Action::State::Done;
            const QString owner = action.owner.empty() ? Words::tr("no owner") : QString::fromStdString(action.owner);
            const QString due =
                action.due.empty() ? Words::tr("no day") : Words::tr("due %1").arg(QString::fromStdString(action.due));
            rows.push_back(
                {.name = QString::fromStdString(action.text),
                 .value = isDone ? Words::tr("done") : QString(),
                 .detail = owner + QStringLiteral(" · ") + due});
        }
        if (rows.empty())
            step.remark = Words::tr("No action is noted yet.");
        addRows(std::move(step), std::move(rows), actionsAStep);
    }

    const PresentationFacts &m_facts;
    const DisplayZone &m_zone;
    HeaderContent m_header;
    std::vector<EventEntry> m_shown;
    std::vector<EventEntry> m_undated;
    DateNeed m_need = DateNeed::Clock;
    std::size_t m_left = 0; ///< how many events there are, where not all of them have a step
    PresentationSteps m_result;
};

} // namespace

std::vector<EventEntry> importantEvents(std::span<const EventEntry> events, const ResponseAnalysis &analysis)
{
    const std::optional<EventId> deploy = suspectedDeploy(events, analysis);
    std::array<bool, eventKindCount> isMet{};
    std::vector<EventEntry> result;
    for (const EventEntry &event : events) {
        bool &met = isMet[static_cast<std::size_t>(event.kind)];
        const bool isFirst = isImportantOnce(event.kind) && !met && !event.has(EventEntry::Completes);
        if (isAlwaysImportant(event.kind) || isFirst || event.id == deploy)
            result.push_back(event);
        met = met || isFirst;
    }
    if (result.empty())
        return {events.begin(), events.end()};
    return result.size() <= mostImportantEvents ? result : thinned(result, analysis);
}

PresentationSteps presentationSteps(const PresentationFacts &facts, const DisplayZone &zone)
{
    return StepWriter(facts, zone).write();
}

} // namespace downtimeline
