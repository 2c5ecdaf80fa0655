// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/headercontent.h"

#include <QCoreApplication>
#include <QStringList>

namespace downtimeline {
namespace {

constexpr qsizetype longestPart = 72;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HeaderContent)
};

std::optional<TimeRange> extentOf(const HeaderFacts &facts)
{
    if (!facts.analysis.impacts.empty())
        return TimeRange{facts.analysis.impacts.front().start, facts.analysis.impacts.back().end};
    if (facts.events.empty())
        return {};
    return TimeRange{facts.events.front().at, std::ranges::max(facts.events, {}, &EventEntry::end).end};
}

QString sourceWords(std::span<const Source> sources)
{
    if (sources.empty())
        return {};
    const QString first = QString::fromStdString(sources.front().name);
    if (sources.size() == 1)
        return Words::tr("from %1").arg(first);
    const QString others = QString::number(sources.size() - 1);
    return Words::tr("from %1 and %2 more").arg(first, others);
}

/// At most one line of it, cut between words: a source may put a whole paragraph there.
QString briefly(const std::string &text)
{
    QString words = QString::fromStdString(text).simplified();
    if (words.size() <= longestPart)
        return words;
    const qsizetype space = words.lastIndexOf(u' ', longestPart - 1);
    return words.left(space > longestPart / 2 ? space : longestPart - 1) + QChar(0x2026);
}

QString lineOf(const HeaderFacts &facts, const DisplayZone &zone)
{
    QStringList parts;
    if (const auto extent = extentOf(facts))
        parts << rangeText(*extent, zone);
    else
        parts << (facts.hasUndated ? Words::tr("no event has a time yet") : Words::tr("no events yet"));
    const bool isUnstated =
        std::ranges::any_of(facts.events, [](const EventEntry &event) { return event.has(EventEntry::ZoneUnstated); });
    parts << (isUnstated ? Words::tr("zone not stated") : QString());
    parts << briefly(facts.incident.service) << briefly(facts.incident.impact);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · ")).simplified();
}

QString lineEndOf(const HeaderFacts &facts)
{
    if (facts.sources.empty())
        return {};
    const QString words = QStringLiteral(" · ") + sourceWords(facts.sources).simplified();
    const bool isIllustrative = std::ranges::any_of(facts.sources, &Source::illustrative);
    return isIllustrative ? words + QStringLiteral(" · ") + Words::tr("illustrative") : words;
}

/// "10:00 Server outage begins", with the day where the events lie on several; the milestone's name where no event
/// stands for it.
QString pointText(const MilestonePoint &point, const HeaderFacts &facts, const DisplayZone &zone)
{
    const bool hasSeconds = point.at != std::chrono::floor<std::chrono::minutes>(point.at);
    const QString title = point.event && facts.titleOf ? facts.titleOf(*point.event) : QString();
    const QString name = title.isEmpty() ? milestoneName(point) : title;
    const DateNeed need =
        facts.events.empty() ? DateNeed::Clock : dateNeed({facts.events.front().at, facts.events.back().at}, zone);
    const QString day = need == DateNeed::Clock ? QString() : briefDayText(point.at, zone, need) + QStringLiteral(", ");
    return day + clockText(point.at, zone, hasSeconds) + u' ' + name;
}

QString missingText(ResponseMeasure measure, bool lacksStart)
{
    if (lacksStart && measure == ResponseMeasure::Acknowledge)
        return Words::tr("Missing: an alert or a detection.");
    if (lacksStart)
        return Words::tr("Missing: when the impact started, for example an outage event.");
    switch (measure) {
    case ResponseMeasure::Detect:
        return Words::tr("Missing: an alert or a detection.");
    case ResponseMeasure::Acknowledge:
        return Words::tr("Missing: an acknowledgement.");
    case ResponseMeasure::Mitigate:
        return Words::tr("Missing: a rollback or mitigation that is done.");
    case ResponseMeasure::Recover:
        return Words::tr("Missing: a recovery.");
    }
    return {};
}

HeaderMeasure responseMeasure(const ResponseTime &time, const HeaderFacts &facts, const DisplayZone &zone)
{
    HeaderMeasure result;
    result.caption = responseMeasureName(time.measure);
    const QString definition = responseMeasureDefinition(time.measure);
    const QString sentence = definition.endsWith(u'.') ? definition : definition + u'.';
    const auto value = time.value();
    result.isKnown = value.has_value();
    result.value = value ? durationText(*value) : Words::tr("not known");
    if (value || time.isReversed()) {
        const QString ends =
            value ? Words::tr("From %1\nto %2") : Words::tr("It ended before it began:\nfrom %1\nto %2");
        result.explanation =
            sentence + u'\n' + ends.arg(pointText(*time.from, facts, zone), pointText(*time.to, facts, zone));
    } else {
        result.explanation = sentence + u'\n' + missingText(time.measure, !time.from);
    }
    return result;
}

HeaderMeasure outageMeasure(const HeaderFacts &facts, const DisplayZone &zone)
{
    HeaderMeasure result;
    result.caption = Words::tr("Outage");
    result.tone = HeaderMeasure::Tone::Danger;
    const auto &impacts = facts.analysis.impacts;
    const bool isOver = std::ranges::any_of(impacts, [](const TimeRange &range) { return !range.isEmpty(); });
    result.isKnown = isOver;
    result.value = isOver ? durationText(facts.analysis.downtime) : Words::tr("not known");
    result.explanation = Words::tr("How long the impact lasted; outages that overlap count once.");
    for (const TimeRange &impact : impacts)
        result.explanation += u'\n' + rangeText(impact, zone);
    if (!isOver) {
        result.tone = HeaderMeasure::Tone::Plain;
        result.explanation +=
            u'\n' + (impacts.empty() ? Words::tr("Missing: when the impact started, for example an outage event.")
                                     : Words::tr("Missing: when it ended, for example a recovery."));
    }
    return result;
}

HeaderMeasure findingsMeasure(int openFindings)
{
    return {
        .value = QString::number(openFindings),
        .caption = openFindings == 1 ? Words::tr("Finding") : Words::tr("Findings"),
        .explanation = Words::tr("Contradictions in the sources that nobody has decided on yet."),
        .tone = openFindings > 0 ? HeaderMeasure::Tone::Warning : HeaderMeasure::Tone::Plain,
    };
}

} // namespace

HeaderContent headerContent(const HeaderFacts &facts, const DisplayZone &zone)
{
    HeaderContent content;
    content.title = facts.incident.title.empty() ? Words::tr("Untitled incident")
                                                 : QString::fromStdString(facts.incident.title).simplified();
    content.lineEnd = lineEndOf(facts);
    content.line = lineOf(facts, zone) + content.lineEnd;
    content.measures.push_back(outageMeasure(facts, zone));
    for (const ResponseTime &time : facts.analysis.times)
        content.measures.push_back(responseMeasure(time, facts, zone));
    content.measures.push_back(findingsMeasure(facts.openFindings));
    return content;
}

} // namespace downtimeline
