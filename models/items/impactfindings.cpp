// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/impactfindings.h"

#include <QCoreApplication>

#include <algorithm>

namespace downtimeline {
namespace {

constexpr std::string_view startRule = "measured-start";
constexpr std::string_view endRule = "measured-end";

struct ImpactText
{
    Q_DECLARE_TR_FUNCTIONS(ImpactText)
};

/// Seconds only where the series is that fine: a clock finer than its samples would say what is not known.
QString clockOf(Instant at, const DisplayZone &zone, Duration step)
{
    return clockText(at, zone, step < std::chrono::minutes(1));
}

QString sourceOf(const Series &series, std::span<const Source> sources)
{
    const auto found = std::ranges::find(sources, series.source, &Source::id);
    const QString name = QString::fromStdString(series.name);
    return found == sources.end() ? ImpactText::tr("“%1”").arg(name)
                                  : ImpactText::tr("“%1” of %2").arg(name, QString::fromStdString(found->name));
}

QString claimSentence(const ImpactDisagreement &each, const ClaimWords &words, const DisplayZone &zone)
{
    const bool withSeconds = each.claimed.at != std::chrono::floor<std::chrono::minutes>(each.claimed.at);
    const QString clock = clockText(each.claimed.at, zone, withSeconds);
    if (words.title.isEmpty())
        return each.end == Milestone::ImpactStart ? ImpactText::tr("The incident is stated to start at %1.").arg(clock)
                                                  : ImpactText::tr("The incident is stated to end at %1.").arg(clock);
    return words.place.isEmpty() ? ImpactText::tr("“%1” is at %2.").arg(words.title, clock)
                                 : ImpactText::tr("“%1” is at %2 (%3).").arg(words.title, clock, words.place);
}

QString samplesSentence(const ImpactDisagreement &each, std::span<const Source> sources, const DisplayZone &zone)
{
    const MeasuredSeries &series = *each.measured.series;
    const QString source = sourceOf(series.series, sources);
    const std::optional<Instant> at = each.measuredAt();
    if (!at)
        return ImpactText::tr("The samples of %1 are not back to usual by %2, their last.")
            .arg(source, clockOf(series.extent.end, zone, series.step));
    const QString clock = clockOf(*at, zone, series.step);
    return each.end == Milestone::ImpactStart
               ? ImpactText::tr("The samples of %1 leave the usual at %2.").arg(source, clock)
               : ImpactText::tr("The samples of %1 are back to usual at %2.").arg(source, clock);
}

QString definitionSentence(const ImpactDisagreement &each)
{
    const Excursion &found = each.measured.excursion;
    return ImpactText::tr("Usual is the median before, %1; further than %2 from it for a minute or more is not.")
        .arg(QString::number(found.usual, 'g', 4), QString::number(found.limit, 'g', 3));
}

std::string keyOf(const ImpactDisagreement &each, std::string_view rule)
{
    const std::optional<Instant> at = each.measuredAt();
    const QString facts = QStringLiteral("|%1|%2|%3")
                              .arg(
                                  each.measured.series->series.uuid.toString(QUuid::WithoutBraces),
                                  QString::number(microseconds(each.claimed.at)),
                                  at ? QString::number(microseconds(*at)) : QStringLiteral("open"));
    return std::string(rule) + facts.toStdString();
}

} // namespace

std::vector<Finding> impactFindings(
    std::span<const ImpactDisagreement> disagreements, std::span<const Source> sources,
    const std::function<ClaimWords(EventId)> &wordsOf, const DisplayZone &zone)
{
    std::vector<Finding> findings;
    for (const ImpactDisagreement &each : disagreements) {
        const bool isStart = each.end == Milestone::ImpactStart;
        const ClaimWords words = each.claimed.event ? wordsOf(*each.claimed.event) : ClaimWords{};
        Finding finding;
        finding.rule = isStart ? startRule : endRule;
        finding.key = keyOf(each, finding.rule);
        finding.title =
            (isStart ? ImpactText::tr("Two starts of the impact") : ImpactText::tr("Two ends of the impact"))
                .toStdString();
        finding.message =
            QStringList{
                claimSentence(each, words, zone), samplesSentence(each, sources, zone), definitionSentence(each)}
                .join(QLatin1Char(' '))
                .toStdString();
        finding.source = words.source;
        if (words.line > 0)
            finding.lines = {words.line};
        findings.push_back(std::move(finding));
    }
    return findings;
}

bool isFromSamples(const Finding &finding)
{
    return finding.rule == startRule || finding.rule == endRule;
}

std::vector<Finding> withMeasured(std::span<const Finding> stored, std::vector<Finding> measured)
{
    std::vector<Finding> all;
    std::ranges::copy_if(stored, std::back_inserter(all), [](const Finding &each) { return !isFromSamples(each); });
    for (Finding &each : measured) {
        const auto decided = std::ranges::find(stored, each.key, &Finding::key);
        if (decided != stored.end()) {
            each.id = decided->id;
            each.decision = decided->decision;
        }
        all.push_back(std::move(each));
    }
    return all;
}

} // namespace downtimeline
