// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/eventmeaning.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace downtimeline {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Presentation)
};

/// "at 40%". Never rounds up to 100 or down to 0 what is not.
QString levelText(double percent)
{
    if (percent > 0 && percent < 1)
        return Words::tr("under 1%");
    const bool isNearlyAll = percent > 99 && percent < 100;
    const double shown = isNearlyAll ? std::min(std::floor(percent * 10) / 10, 99.9) : std::round(percent);
    return Words::tr("at %1%").arg(shown);
}

class Meaning
{
public:
    Meaning(const EventEntry &event, const PresentationFacts &facts, const DisplayZone &zone)
        : m_event(event), m_facts(facts), m_analysis(facts.header.analysis), m_zone(zone)
    {
        const std::span<const EventEntry> events = facts.header.events;
        if (!events.empty())
            m_need = dateNeed({events.front().at, events.back().at}, zone);
    }

    std::vector<StepFigure> tell()
    {
        if (m_event.isUndated())
            return {unknown(Words::tr("its time is not known"), Words::tr("No source says when it was."))};
        if (m_event.has(EventEntry::DayOnly) || m_event.has(EventEntry::HourOnly)) {
            const bool isDay = m_event.has(EventEntry::DayOnly);
            return {unknown(
                isDay ? Words::tr("only its day is known") : Words::tr("only its hour is known"),
                Words::tr("Nothing is counted from a time that is not known to the minute."))};
        }
        sincePage();
        intoOutage();
        length();
        traffic();
        return std::move(m_figures);
    }

private:
    static StepFigure unknown(QString text, QString definition)
    {
        return {.text = std::move(text), .definition = std::move(definition), .isKnown = false};
    }
    void add(QString text, QString definition) { m_figures.push_back({std::move(text), std::move(definition)}); }

    /// "10 min", "about 10 min" from a time that is only about known.
    QString lengthText(Duration length) const
    {
        const QString words = durationText(length);
        return m_event.has(EventEntry::Approximate) ? Words::tr("about %1").arg(words) : words;
    }

    /// With its day where the events lie on several.
    QString momentText(Instant at) const
    {
        const QString clock = clockText(at, m_zone, at != std::chrono::floor<std::chrono::minutes>(at));
        return m_need == DateNeed::Clock ? clock : briefDayText(at, m_zone, m_need) + QStringLiteral(", ") + clock;
    }

    QString pointText(const MilestonePoint &point) const
    {
        const QString title = point.event && m_facts.header.titleOf ? m_facts.header.titleOf(*point.event) : QString();
        return momentText(point.at) + u' ' + (title.isEmpty() ? milestoneName(point) : title);
    }

    void sincePage()
    {
        const std::optional<MilestonePoint> &page = m_analysis.time(ResponseMeasure::Acknowledge).from;
        if (!page)
            return;
        const auto entry = std::ranges::find(m_facts.header.events, page->event.value_or(EventId{}), &EventEntry::id);
        const bool isAlert = entry != m_facts.header.events.end() && entry->kind == EventKind::Alert;
        const QString definition =
            Words::tr("Counted from the first alert or, without one, the first detection: %1.").arg(pointText(*page));
        const Duration since = m_event.at - page->at;
        if (page->event == m_event.id) {
            add(isAlert ? Words::tr("the first page") : Words::tr("the detection"),
                Words::tr("The first alert or, without one, the first detection."));
        } else if (since == Duration::zero()) {
            add(isAlert ? Words::tr("at the first page") : Words::tr("at the detection"), definition);
        } else if (since > Duration::zero()) {
            const QString words = isAlert ? Words::tr("%1 after the first page") : Words::tr("%1 after the detection");
            add(words.arg(lengthText(since)), definition);
        } else if (const auto &start = m_analysis.at(Milestone::ImpactStart); start && start->at <= m_event.at) {
            const QString words =
                isAlert ? Words::tr("%1 before the first page") : Words::tr("%1 before the detection");
            add(words.arg(lengthText(-since)), definition);
        }
    }

    void intoOutage()
    {
        const std::optional<MilestonePoint> &start = m_analysis.at(Milestone::ImpactStart);
        if (!start) {
            m_figures.push_back(unknown(
                Words::tr("when the outage began is not known"), Words::tr("No event and no source tells its start.")));
            return;
        }
        const std::vector<TimeRange> &impacts = m_analysis.impacts;
        const auto next = std::ranges::upper_bound(impacts, m_event.at, {}, &TimeRange::start);
        if (next == impacts.begin() && m_event.at < start->at) {
            add(Words::tr("%1 before the outage").arg(lengthText(start->at - m_event.at)),
                Words::tr("Counted to the start of the impact: %1.").arg(pointText(*start)));
            return;
        }
        const TimeRange impact = next == impacts.begin() ? TimeRange{start->at, start->at} : *std::prev(next);
        tellWithin(impact, static_cast<std::size_t>(next - impacts.begin()));
    }

    void tellWithin(TimeRange impact, std::size_t number)
    {
        const bool isOneOfMany = m_analysis.impacts.size() > 1;
        const QString outage = isOneOfMany ? Words::tr("outage %1 of %2").arg(number).arg(m_analysis.impacts.size())
                                           : Words::tr("the outage");
        const QString from = Words::tr("Counted from its start at %1.").arg(momentText(impact.start));
        if (m_event.at == impact.start) {
            add(Words::tr("%1 begins").arg(outage), from);
        } else if (impact.isEmpty()) {
            add(Words::tr("%1 into %2").arg(lengthText(m_event.at - impact.start), outage),
                from + u' ' + Words::tr("Its end is not known."));
        } else if (m_event.at < impact.end) {
            add(Words::tr("%1 into %2").arg(lengthText(m_event.at - impact.start), outage), from);
        } else if (m_event.at == impact.end) {
            add(Words::tr("%1 ends after %2").arg(outage, durationText(impact.length())), from);
        } else {
            add(Words::tr("%1 after %2").arg(lengthText(m_event.at - impact.end), outage),
                Words::tr("Counted from its end at %1.").arg(momentText(impact.end)));
        }
    }

    void length()
    {
        if (!m_event.isSpan())
            return;
        const QString origin = m_event.has(EventEntry::OwnEnd)
                                   ? Words::tr("From %1 to %2, as its source or the user states.")
                                   : Words::tr("From %1 to %2, where another event ends it.");
        add(Words::tr("lasts %1").arg(lengthText(m_event.end - m_event.at)),
            origin.arg(momentText(m_event.at), momentText(m_event.end)));
    }

    void traffic()
    {
        if (m_facts.trafficAt) {
            const std::optional<double> share = m_facts.trafficAt(m_event.at);
            if (share)
                add(Words::tr("traffic %1 of baseline").arg(levelText(*share * 100)),
                    Words::tr("The last sample at or before that moment; the baseline is the median of the samples "
                              "before the impact."));
            else
                m_figures.push_back(unknown(
                    Words::tr("traffic then not known"), Words::tr("No sample of the traffic speaks of that moment.")));
        }
        for (const StatedTraffic &stated : m_facts.stated) {
            if (stated.at != m_event.at)
                continue;
            const QString level = levelText(stated.percent);
            const QString words = QString::fromStdString(stated.words);
            add(stated.derived ? Words::tr("traffic %1, derived from line %2").arg(level).arg(stated.line)
                               : Words::tr("traffic %1, stated in line %2").arg(level).arg(stated.line),
                Words::tr("It was not measured; the words are “%1”.").arg(words));
        }
    }

    const EventEntry &m_event;
    const PresentationFacts &m_facts;
    const ResponseAnalysis &m_analysis;
    const DisplayZone &m_zone;
    DateNeed m_need = DateNeed::Clock;
    std::vector<StepFigure> m_figures;
};

} // namespace

std::vector<StepFigure> eventMeaning(const EventEntry &event, const PresentationFacts &facts, const DisplayZone &zone)
{
    return Meaning(event, facts, zone).tell();
}

} // namespace downtimeline
