// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/measurecontent.h"

#include "models/analysis/errorbudget.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace downtimeline {
namespace {

constexpr int digits = 6;
constexpr int fewKinds = 2; ///< that a caption names

QString tr(const char *text)
{
    return QCoreApplication::translate("measuring", text);
}

/// Digits in groups, never an exponent: "12,345", "0.0421".
QString numberText(double value)
{
    QLocale locale = QLocale::c();
    locale.setNumberOptions(QLocale::DefaultNumberOptions); // it would omit the groups
    if (value == 0 || !std::isfinite(value))
        return QString::number(value, 'g', digits);
    const int before = static_cast<int>(std::floor(std::log10(std::abs(value)))) + 1;
    const int after = std::clamp(digits - before, 0, 12);
    QString text = locale.toString(value, 'f', after);
    if (after > 0) {
        while (text.endsWith(u'0'))
            text.chop(1);
        if (text.endsWith(u'.'))
            text.chop(1);
    }
    return text;
}

QString percentText(double fraction)
{
    const double percent = fraction * 100;
    if (percent > 0 && percent < 0.05)
        return tr("under 0.1 %");
    return tr("%1 %").arg(
        percent > 0 && percent < 10 ? QString::number(percent, 'f', 1) : QString::number(std::lround(percent)));
}

QString secondsOf(Instant at, const DisplayZone &zone, DateNeed need)
{
    const QString clock = clockText(at, zone, true);
    return need == DateNeed::Clock ? clock : QStringLiteral("%1, %2").arg(briefDayText(at, zone, need), clock);
}

QString fromTo(TimeRange range, const DisplayZone &zone)
{
    const DateNeed need = dateNeed(range, zone);
    return QStringLiteral("%1 – %2").arg(secondsOf(range.start, zone, need), secondsOf(range.end, zone, need));
}

QString reachingText(std::int64_t reaching)
{
    return reaching == 1 ? tr("1 span that began before goes on in it")
                         : tr("%1 spans that began before go on in it").arg(reaching);
}

QStringList kindsOf(const RangeMeasure &range)
{
    QStringList kinds;
    for (const EventKind kind : allEventKinds())
        if (range.of(kind) > 0)
            kinds << QStringLiteral("%1 %2").arg(kindName(kind)).arg(range.of(kind));
    return kinds;
}

/// Adds figures and the lines of the text together, so that neither tells what the other does not.
class Writer
{
public:
    explicit Writer(const DisplayZone &zone) : m_zone(zone) {}

    void addRange(const RangeMeasure &range);
    void addMarkers(const Measured &measured);
    void addSeries(const SeriesInRange &series, TimeRange range);
    MeasureContent take() { return std::move(m_content); }

private:
    void addEvents(const RangeMeasure &range);
    void addBudget(const RangeMeasure &range);
    void addLoss(const SeriesInRange &series, TimeRange range);
    void add(const QString &value, const QString &caption, const QString &explanation, bool isKnown = true)
    {
        m_content.figures.push_back(
            {.value = value, .caption = caption, .explanation = explanation, .isKnown = isKnown});
    }
    void line(const QString &text) { m_content.text += text + u'\n'; }

    const DisplayZone &m_zone;
    MeasureContent m_content;
};

void Writer::addRange(const RangeMeasure &range)
{
    const QString length = durationText(range.range.length());
    const QString day = dayText(range.range.start, m_zone);
    const QString when = fromTo(range.range, m_zone);
    const bool isOneDay = dateNeed(range.range, m_zone) == DateNeed::Clock;
    const QString whole = QStringLiteral("%1 %2").arg(
        isOneDay ? QStringLiteral("%1, %2").arg(day, when) : when, m_zone.shortLabel(range.range.start));
    add(length, when, tr("The marked range: %1").arg(whole));
    line(QStringLiteral("%1: %2").arg(whole, length));
    addEvents(range);
    addBudget(range);
}

void Writer::addEvents(const RangeMeasure &range)
{
    const QStringList kinds = kindsOf(range);
    const bool isOne = range.count() == 1;
    QString caption = isOne ? tr("event") : tr("events");
    if (!kinds.isEmpty())
        caption += QStringLiteral(": ") + kinds.mid(0, fewKinds).join(QStringLiteral(", "));
    if (kinds.size() > fewKinds)
        caption += QStringLiteral(", …");
    QStringList lines{tr("Events that start in the range, both ends included.")};
    lines << kinds;
    QString text = (isOne ? tr("%1 event") : tr("%1 events")).arg(numberText(double(range.count())));
    if (!kinds.isEmpty())
        text += QStringLiteral(": ") + kinds.join(QStringLiteral(", "));
    if (range.reaching > 0) {
        lines << reachingText(range.reaching);
        text += QStringLiteral("; ") + reachingText(range.reaching);
    }
    add(numberText(double(range.count())), caption, lines.join(u'\n'));
    line(text);
}

void Writer::addBudget(const RangeMeasure &range)
{
    if (!range.hasImpact)
        return;
    const ErrorBudget budget;
    const QString share = percentText(budget.share(range.impact));
    const QString impact = durationText(range.impact);
    const QString objective = QStringLiteral("%1 % over %2 days")
                                  .arg(numberText(budget.objective * 100))
                                  .arg(std::chrono::duration_cast<std::chrono::days>(budget.window).count());
    add(share, tr("of the error budget"),
        tr("%1 of impact lie in the range; %2 allow %3.").arg(impact, objective, durationText(budget.allowed())));
    line(tr("Impact in it: %1, %2 of the error budget (%3)").arg(impact, share, objective));
}

void Writer::addMarkers(const Measured &measured)
{
    const auto when = [&](Instant at) {
        return QStringLiteral("%1, %2 %3").arg(dayText(at, m_zone), clockText(at, m_zone, true), m_zone.shortLabel(at));
    };
    if (const std::optional<Duration> between = measured.between()) {
        add(durationText(*between), tr("from A to B"),
            QStringLiteral("A: %1\nB: %2").arg(when(*measured.a), when(*measured.b)));
        line(tr("From A (%1) to B (%2): %3").arg(when(*measured.a), when(*measured.b), durationText(*between)));
    } else if (measured.a || measured.b) {
        const Instant at = measured.a ? *measured.a : *measured.b;
        const QString name = measured.a ? QStringLiteral("A") : QStringLiteral("B");
        add(clockText(at, m_zone, true), name, when(at));
        line(QStringLiteral("%1: %2").arg(name, when(at)));
    }
}

void Writer::addLoss(const SeriesInRange &series, TimeRange range)
{
    const QString name = QString::fromStdString(series.name);
    if (!series.loss) {
        line(tr("%1: too many samples in the range to tell what was lost").arg(name));
        return;
    }
    const TrafficLoss &loss = *series.loss;
    if (loss.measured <= Duration::zero())
        return;
    const QString percent = percentText(loss.fraction);
    const QString value = loss.requests ? numberText(std::round(*loss.requests)) : percent;
    const QString caption = loss.requests ? tr("requests lost, %1").arg(percent) : tr("of traffic lost");
    const QString usual = sampleText(series.usual->baseline, series.unit);
    QString explanation =
        tr("What %1 fell short of its usual %2, the median of the hour before the impact.").arg(name, usual);
    if (loss.measured < range.length())
        explanation += u' ' + tr("Samples speak for %1 of the range.").arg(durationText(loss.measured));
    add(value, caption, explanation);
    line(
        loss.requests
            ? tr("%1: %2 requests lost, %3 of what the usual %4 would have brought").arg(name, value, percent, usual)
            : tr("%1: %2 of the traffic lost, against the usual %3").arg(name, percent, usual));
}

void Writer::addSeries(const SeriesInRange &series, TimeRange range)
{
    const QString name = QString::fromStdString(series.name);
    if (!series.isRead) {
        add(QStringLiteral("…"), name, tr("Its samples are being read."), false);
        return;
    }
    if (series.usual)
        addLoss(series, range);
    if (!series.extremes) {
        add(tr("no samples"), name, tr("No sample of %1 lies in the range.").arg(name), false);
        line(tr("%1: no samples").arg(name));
        return;
    }
    const QString lowest = sampleText(series.extremes->lowest, {});
    const QString highest = sampleText(series.extremes->highest, series.unit);
    add(QStringLiteral("%1 – %2").arg(lowest, highest), name,
        tr("The lowest and the highest sample of %1 in the range.").arg(name));
    line(tr("%1: lowest %2, highest %3").arg(name, sampleText(series.extremes->lowest, series.unit), highest));
}

} // namespace

QString sampleText(double value, std::string_view unit)
{
    QString number = numberText(value);
    if (unit.empty())
        return number;
    const bool isPercent = unit == "percent";
    return QStringLiteral("%1 %2").arg(
        number, isPercent ? QStringLiteral("%") : QString::fromUtf8(unit.data(), static_cast<qsizetype>(unit.size())));
}

MeasureContent measureContent(const MeasureFacts &facts, const DisplayZone &zone)
{
    Writer writer(zone);
    if (facts.range) {
        writer.addRange(*facts.range);
        for (const SeriesInRange &series : facts.series)
            writer.addSeries(series, facts.range->range);
    }
    writer.addMarkers(facts.measured);
    return writer.take();
}

} // namespace downtimeline
