// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartheader.h"

#include "widgets/charts/chartlayout.h"
#include "widgets/charts/charttext.h"
#include "widgets/paint/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace downtimeline {

namespace {

constexpr double entryGap = 20;
constexpr double afterTitle = 24;
constexpr double dotRadius = 4;
constexpr double dotGap = 6;
constexpr double widestName = 220;
constexpr double narrowestName = 40;

/// Draws one after the other along a line, and knows what room is left. Without a painter it only measures.
class HeaderLine
{
public:
    HeaderLine(QPainter *painter, const QRectF &rect, const Theme &theme)
        : m_painter(painter), m_rect(rect), m_theme(theme), m_x(rect.left())
    {}

    double x() const { return m_x; }
    double room() const { return m_rect.right() - m_x; }
    void skip(double width) { m_x += width; }

    void text(const QString &text, const QFont &font, const QColor &colour, double widest)
    {
        const QFontMetricsF metrics(font);
        const QString shown = metrics.elidedText(text, Qt::ElideRight, std::max(0.0, std::min(widest, room())));
        if (m_painter) {
            m_painter->setFont(font);
            m_painter->setPen(colour);
            m_painter->drawText(
                QRectF(m_x, m_rect.top(), std::max(room(), 0.0), m_rect.height()),
                Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip, shown);
        }
        m_x += metrics.horizontalAdvance(shown);
    }

    void dot(const LegendEntry &entry)
    {
        const QPointF centre(m_x + dotRadius, m_rect.center().y());
        m_x += 2 * dotRadius + dotGap;
        if (!m_painter)
            return;
        const QColor colour = inkColour(entry.ink, m_theme);
        const bool isHollow = entry.isStated || entry.isHidden;
        m_painter->setPen(isHollow ? QPen(entry.isHidden ? m_theme.muted : colour, 1.5) : QPen(Qt::NoPen));
        m_painter->setBrush(isHollow ? QBrush(Qt::NoBrush) : QBrush(colour));
        if (entry.isStated)
            m_painter->drawConvexPolygon(QPolygonF(
                {centre + QPointF(0, -dotRadius), centre + QPointF(dotRadius, 0), centre + QPointF(0, dotRadius),
                 centre + QPointF(-dotRadius, 0)}));
        else
            m_painter->drawEllipse(centre, dotRadius - (isHollow ? 0.75 : 0), dotRadius - (isHollow ? 0.75 : 0));
    }

private:
    QPainter *m_painter;
    QRectF m_rect;
    const Theme &m_theme;
    double m_x;
};

void paintEntry(HeaderLine &line, const LegendEntry &entry, const Theme &theme)
{
    QFont font = paperFont(ChartMetrics::legendPixels);
    font.setStrikeOut(entry.isHidden);
    if (!entry.isRemark || entry.isStated)
        line.dot(entry);
    const bool hasValue = entry.valueWidth > 0;
    const double room = line.room() - (hasValue ? entry.valueWidth + 4 : 0);
    line.text(entry.name, font, theme.muted, entry.isRemark ? room : std::min(widestName, room));
    if (hasValue) {
        line.skip(5);
        line.text(entry.value, font, theme.ink, line.room());
        line.skip(std::max(0.0, entry.valueWidth - QFontMetricsF(font).horizontalAdvance(entry.value)));
    }
    line.skip(entryGap);
}

} // namespace

std::vector<LegendEntry> legendOf(const ChartContent &content, std::optional<Instant> cursor)
{
    std::vector<LegendEntry> entries;
    const QFontMetricsF metrics(paperFont(ChartMetrics::legendPixels));
    // A filled curve is what the title says; any other needs its name even when it is alone.
    const bool isNamed = content.namesEveryCurve || content.curves.size() > 1 ||
                         (!content.curves.empty() && !content.curves.front().isFilled);
    if (isNamed || cursor) {
        for (const ChartCurve &curve : content.curves) {
            LegendEntry entry{curve.name.text(), {}, 0, curve.ink, false, false, curve.isHidden};
            if (cursor && !curve.isHidden) {
                const std::optional<double> value = curve.source.valueAt(*cursor);
                entry.value = value ? preciseValueText(*value, content.axis) : ChartText::tr("gap");
                entry.valueWidth = metrics.horizontalAdvance(ChartText::tr("gap"));
                for (const double widest : {curve.source.lowest, curve.source.highest}) {
                    const QString text = preciseValueText(widest, content.axis);
                    entry.valueWidth = std::max(entry.valueWidth, metrics.horizontalAdvance(text));
                }
            }
            entries.push_back(std::move(entry));
        }
    }
    if (!content.remark.text().isEmpty()) {
        const bool isStated = std::ranges::any_of(content.marks, &ChartMark::isStated);
        entries.push_back({content.remark.text(), {}, 0, isStated ? ChartInk::Good : ChartInk::Muted, isStated, true});
    }
    return entries;
}

namespace {

/// Lays the whole header along the line and answers where the entries of curves stand.
std::vector<LegendPlace> layHeader(
    HeaderLine &line, const QRectF &rect, const ChartContent &content, std::optional<Instant> cursor, int uncounted,
    const Theme &theme)
{
    const QFont small = paperFont(ChartMetrics::legendPixels);
    line.text(content.title.text(), paperFont(ChartMetrics::titlePixels, QFont::DemiBold), theme.ink, rect.width());
    if (content.isIllustrative) {
        line.skip(8);
        line.text(ChartText::tr("illustrative"), small, theme.warning, line.room());
    }
    line.skip(afterTitle);
    const std::vector<LegendEntry> entries = legendOf(content, cursor);
    std::vector<LegendPlace> places;
    std::size_t shown = 0;
    for (; shown < entries.size(); ++shown) {
        const LegendEntry &entry = entries[shown];
        if (line.room() < 2 * dotRadius + dotGap + narrowestName + entry.valueWidth)
            break;
        const double from = line.x();
        paintEntry(line, entry, theme);
        if (!entry.isRemark)
            places.push_back({QRectF(from, rect.top(), line.x() - entryGap - from, rect.height()), shown});
    }
    if (shown < entries.size())
        line.text(ChartText::tr("+%1 more").arg(entries.size() - shown), small, theme.muted, line.room());
    else if (uncounted > 0)
        line.text(ChartText::tr("+%1 labels").arg(uncounted), small, theme.muted, line.room());
    return places;
}

} // namespace

std::vector<LegendPlace> legendPlaces(const QRectF &rect, const ChartContent &content, std::optional<Instant> cursor)
{
    HeaderLine line(nullptr, rect, Theme::light());
    return layHeader(line, rect, content, cursor, 0, Theme::light());
}

void paintHeader(
    QPainter &painter, const QRectF &rect, const ChartContent &content, std::optional<Instant> cursor, int uncounted,
    const Theme &theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    HeaderLine line(&painter, rect, theme);
    layHeader(line, rect, content, cursor, uncounted, theme);
    painter.restore();
}

} // namespace downtimeline
