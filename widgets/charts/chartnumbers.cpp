// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartnumbers.h"

#include "widgets/charts/charttext.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace downtimeline {

namespace {

constexpr int mostSamples = 10'000;
constexpr int slices = 500;
constexpr int figures = 10;

QString momentText(Instant at, const DisplayZone &zone)
{
    const CivilTime time = civilTime(at, zone);
    const auto two = [](int number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); };
    QString text = QStringLiteral("%1-%2-%3 %4:%5:%6")
                       .arg(time.year, 4, 10, QLatin1Char('0'))
                       .arg(two(time.month), two(time.day), two(time.hour), two(time.minute), two(time.second));
    if (time.microsecond > 0)
        text += QStringLiteral(".%1").arg(time.microsecond / 1000, 3, 10, QLatin1Char('0'));
    return text;
}

QString numberText(double value)
{
    return QString::number(value, 'g', figures);
}

struct Extremes
{
    double lowest = 0;
    double highest = 0;
};

/// The shown curves over one stretch.
class CurveTable
{
public:
    CurveTable(const ChartContent &content, TimeRange visible, const DisplayZone &zone)
        : m_content(content), m_visible(visible), m_zone(zone)
    {
        for (const ChartCurve &curve : content.curves) {
            if (!curve.isHidden)
                m_curves.push_back(&curve);
        }
    }

    bool isEmpty() const { return m_curves.empty(); }

    void fill(ChartNumbers &numbers) const
    {
        std::map<Instant, std::vector<std::optional<double>>> samples;
        if (readSamples(samples))
            fillSamples(numbers, samples);
        else
            fillSlices(numbers);
    }

private:
    QString named(const ChartCurve &curve) const
    {
        const QString unit = m_content.axis.unit.trimmed();
        return unit.isEmpty() ? curve.name.text() : QStringLiteral("%1 (%2)").arg(curve.name.text(), unit);
    }

    /// False where a curve has too many, or where only groups of them are known.
    bool readSamples(std::map<Instant, std::vector<std::optional<double>>> &samples) const
    {
        for (std::size_t i = 0; i < m_curves.size(); ++i) {
            const CurvePiece piece = m_curves[i]->source.piece(m_visible, mostSamples);
            if (!piece.columns.empty() || piece.isThinned)
                return false;
            for (const CurvePoint &point : piece.points) {
                if (!m_visible.contains(point.at))
                    continue;
                auto &row = samples.try_emplace(point.at, m_curves.size()).first->second;
                row[i] = point.value;
            }
        }
        return true;
    }

    void fillSamples(ChartNumbers &numbers, const std::map<Instant, std::vector<std::optional<double>>> &samples) const
    {
        for (const ChartCurve *curve : m_curves)
            numbers.headers << named(*curve);
        for (const auto &[at, values] : samples) {
            QStringList row{momentText(at, m_zone)};
            for (const std::optional<double> &value : values)
                row << (value ? numberText(*value) : QString());
            numbers.rows.push_back(row);
        }
        numbers.remark = ChartText::tr("Every sample of what is visible.");
    }

    std::vector<std::optional<Extremes>> slicesOf(const ChartCurve &curve) const
    {
        std::vector<std::optional<Extremes>> result(slices);
        const auto add = [&result](int index, double low, double high) {
            std::optional<Extremes> &slice = result[static_cast<std::size_t>(std::clamp(index, 0, slices - 1))];
            slice =
                slice ? Extremes{std::min(slice->lowest, low), std::max(slice->highest, high)} : Extremes{low, high};
        };
        const CurvePiece piece = curve.source.piece(m_visible, slices);
        for (const Column &column : piece.columns)
            add(column.index, column.min, column.max);
        const auto length = static_cast<double>(m_visible.length().count());
        for (const CurvePoint &point : piece.points) {
            if (m_visible.contains(point.at))
                add(static_cast<int>(static_cast<double>((point.at - m_visible.start).count()) / length * slices),
                    point.value, point.value);
        }
        return result;
    }

    void fillSlices(ChartNumbers &numbers) const
    {
        std::vector<std::vector<std::optional<Extremes>>> all;
        for (const ChartCurve *curve : m_curves) {
            numbers.headers << ChartText::tr("%1, lowest").arg(named(*curve))
                            << ChartText::tr("%1, highest").arg(named(*curve));
            all.push_back(slicesOf(*curve));
        }
        const Duration length = m_visible.length() / slices;
        for (int i = 0; i < slices; ++i) {
            QStringList row{momentText(m_visible.start + length * i, m_zone)};
            bool hasAny = false;
            for (const auto &curve : all) {
                const std::optional<Extremes> &slice = curve[static_cast<std::size_t>(i)];
                row << (slice ? numberText(slice->lowest) : QString())
                    << (slice ? numberText(slice->highest) : QString());
                hasAny = hasAny || slice;
            }
            if (hasAny)
                numbers.rows.push_back(row);
        }
        numbers.remark =
            ChartText::tr("Slices of %1 of what is visible; zoom in for every sample.").arg(durationText(length));
    }

    const ChartContent &m_content;
    TimeRange m_visible;
    const DisplayZone &m_zone;
    std::vector<const ChartCurve *> m_curves;
};

void addMarks(ChartNumbers &numbers, const ChartContent &content, const DisplayZone &zone)
{
    if (content.marks.empty())
        return;
    if (numbers.headers.size() == 1)
        numbers.headers << ChartText::tr("Value (%1)").arg(content.axis.unit.trimmed());
    for (QStringList &row : numbers.rows)
        row << QString();
    for (const ChartMark &mark : content.marks) {
        QStringList row{momentText(mark.at, zone), numberText(mark.value)};
        row.resize(numbers.headers.size());
        numbers.rows.push_back(row << mark.strong.text() + QLatin1Char(' ') + mark.text.text());
    }
    numbers.headers << ChartText::tr("Remark");
}

ChartNumbers rowsOf(const ChartContent &content, const DisplayZone &zone)
{
    ChartNumbers numbers;
    numbers.headers = {
        ChartText::tr("Phase"), ChartText::tr("From (%1)").arg(zone.label()),
        ChartText::tr("To (%1)").arg(zone.label()), ChartText::tr("Length"), ChartText::tr("Definition")};
    for (const ChartRow &row : content.rows) {
        numbers.rows.push_back(
            {row.label.text(), momentText(row.range.start, zone), momentText(row.range.end, zone),
             durationText(row.range.length()), row.definition.text()});
    }
    return numbers;
}

} // namespace

QString ChartNumbers::tsv() const
{
    const auto line = [](const QStringList &cells) {
        QStringList plain;
        for (QString cell : cells)
            plain << cell.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
        return plain.join(QLatin1Char('\t')) + QLatin1Char('\n');
    };
    QString text = line(headers);
    for (const QStringList &row : rows)
        text += line(row);
    return text;
}

ChartNumbers numbersOf(const ChartContent &content, TimeRange visible, const DisplayZone &zone)
{
    if (!content.rows.empty())
        return rowsOf(content, zone);
    ChartNumbers numbers;
    numbers.headers << ChartText::tr("Time (%1)").arg(zone.label());
    const CurveTable curves(content, visible, zone);
    if (!curves.isEmpty())
        curves.fill(numbers);
    addMarks(numbers, content, zone);
    return numbers;
}

} // namespace downtimeline
