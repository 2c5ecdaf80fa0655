// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartlayout.h"

#include "models/timeline/ticks.h"
#include "widgets/charts/labelplacement.h"
#include "widgets/paint/theme.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace downtimeline {

namespace {

constexpr double textHeight = 16;
constexpr double markRadius = 4;
constexpr double barInset = 6;
constexpr double tallestRow = 24;
constexpr double noteLift = 6; ///< from the bottom of the plot, where a lost service draws its line
constexpr double nameStep = 20;
constexpr double widestCurveName = 120;

/// Builds one layout; lives for one call of layoutChart().
class ChartComposer
{
public:
    ChartComposer(const ChartContent &content, const ChartFrame &frame)
        : m_content(content), m_frame(frame), m_scale(frame.scale()), m_plain(paperFont(ChartMetrics::labelPixels)),
          m_bold(paperFont(ChartMetrics::labelPixels, QFont::DemiBold)), m_room(frame.plot())
    {
        m_layout.plot = frame.plot();
        const double deviceWidth = m_layout.plot.width() * std::max(frame.pixelRatio, 0.25);
        m_layout.bars = {
            m_layout.plot, static_cast<int>(std::floor(deviceWidth)), axisPosition(content.axis.lowest, content.axis),
            axisPosition(content.axis.highest, content.axis)};
    }

    ChartLayout compose()
    {
        if (m_layout.plot.width() < 1 || m_layout.plot.height() < 1)
            return std::move(m_layout);
        placeGrid();
        placeShades();
        if (m_frame.events)
            m_layout.events = eventTicks(*m_frame.events, m_scale);
        placeReference();
        for (const ChartCurve &curve : m_content.curves)
            placeCurve(curve);
        if (m_content.showsLoss)
            placeLoss();
        placeRows();
        placeMarks();
        placeReferenceLabel();
        placeNote();
        placeCurveNames();
        return std::move(m_layout);
    }

private:
    double advance(const QString &strong, const QString &plain) const
    {
        return std::ceil(m_bold.horizontalAdvance(strong) + m_plain.horizontalAdvance(plain)) + 1;
    }

    bool isVisible(Instant at) const { return m_frame.visible.start <= at && at <= m_frame.visible.end; }

    /// Not clamped: a value above the axis lies above the plot.
    double yOf(double value) const { return m_layout.bars.y(axisPosition(value, m_content.axis)); }

    QPointF position(Instant at, double value) const { return pointAt(at, axisPosition(value, m_content.axis)); }

    QPointF pointAt(Instant at, double onAxis) const
    {
        return {m_scale.x(at), std::clamp(m_layout.bars.y(onAxis), m_layout.plot.top(), m_layout.plot.bottom())};
    }

    void putOnAxis(CurvePiece &piece) const
    {
        if (!m_content.axis.isLogarithmic)
            return;
        for (CurvePoint &point : piece.points)
            point.value = axisPosition(point.value, m_content.axis);
        for (Column &column : piece.columns) {
            for (double *value : {&column.first, &column.min, &column.max, &column.last})
                *value = axisPosition(*value, m_content.axis);
        }
    }

    void placeGrid()
    {
        for (const Tick &tick : ticks(m_scale, m_frame.zone, m_frame.tickSpacing)) {
            const double x = m_scale.x(tick.at);
            if (tick.major && x >= m_layout.plot.left() && x <= m_layout.plot.right())
                m_layout.gridX.push_back(x);
        }
        for (const double tick : m_content.axis.ticks) {
            const double y = yOf(tick);
            m_layout.gridY.push_back(y);
            const QRectF rect(0, y - textHeight / 2, m_layout.plot.left() - ChartMetrics::labelGap, textHeight);
            const QString label = tickText(tick, m_content.axis);
            m_layout.texts.push_back({rect, {}, label, ChartInk::Muted, true});
        }
    }

    void placeShades()
    {
        for (const TimeRange &impact : m_content.impacts) {
            const double left = std::clamp(m_scale.x(impact.start), m_layout.plot.left(), m_layout.plot.right());
            const double right = std::clamp(m_scale.x(impact.end), m_layout.plot.left(), m_layout.plot.right());
            if (right > left)
                m_layout.shades.emplace_back(left, m_layout.plot.top(), right - left, m_layout.plot.height());
        }
    }

    void placeReference()
    {
        if (!m_content.reference)
            return;
        const double y = yOf(m_content.reference->value);
        if (y < m_layout.plot.top() || y > m_layout.plot.bottom())
            return;
        m_layout.referenceY = y;
        m_layout.referenceInk = m_content.reference->ink;
        m_room.beginLine();
        m_room.addLine({m_layout.plot.left(), y}, {m_layout.plot.right(), y});
    }

    double seconds(Instant at) const { return std::chrono::duration<double>(at - m_content.origin).count(); }

    CurvePoint between(const CurvePoint &from, const CurvePoint &to, Instant at) const
    {
        const double whole = std::chrono::duration<double>(to.at - from.at).count();
        const double part = std::chrono::duration<double>(at - from.at).count();
        return {at, whole > 0 ? from.value + (to.value - from.value) * part / whole : to.value, to.joined};
    }

    void addJoin(PlacedCurve &placed, CurvePoint from, CurvePoint to)
    {
        const TimeRange &visible = m_frame.visible;
        if (to.at < visible.start || from.at > visible.end)
            return;
        const bool continues = isVisible(from.at) && !placed.runs.empty() && m_runEnd == from.at;
        const CurvePoint start = from.at < visible.start ? between(from, to, visible.start) : from;
        const CurvePoint end = to.at > visible.end ? between(from, to, visible.end) : to;
        const QPointF startPixel = pointAt(start.at, start.value);
        const QPointF endPixel = pointAt(end.at, end.value);
        if (!continues) {
            placed.runs.push_back({QPointF(seconds(start.at), start.value)});
            placed.outlines.push_back({startPixel});
        }
        placed.runs.back().append(QPointF(seconds(end.at), end.value));
        placed.outlines.back().append(endPixel);
        m_runEnd = to.at;
        m_room.addLine(startPixel, endPixel);
    }

    void placePoints(PlacedCurve &placed, const std::vector<CurvePoint> &points)
    {
        m_runEnd.reset();
        for (std::size_t i = 0; i < points.size(); ++i) {
            const bool joinsNext = i + 1 < points.size() && points[i + 1].joined;
            if (points[i].joined && i > 0)
                addJoin(placed, points[i - 1], points[i]);
            else if (!joinsNext && isVisible(points[i].at))
                placed.dots.push_back(pointAt(points[i].at, points[i].value));
        }
        for (const QPointF dot : placed.dots)
            m_room.addRect(QRectF(dot.x() - 1, dot.y() - 1, 2, 2));
    }

    void placeCurve(const ChartCurve &curve)
    {
        PlacedCurve placed;
        placed.ink = curve.ink;
        placed.isFilled = curve.isFilled;
        m_layout.curves.push_back({});
        if (curve.isHidden)
            return;
        CurvePiece piece = curve.source.piece(m_frame.visible, m_layout.bars.columns);
        putOnAxis(piece);
        m_room.beginLine();
        placePoints(placed, piece.points);
        placed.columns = std::move(piece.columns);
        for (const QLineF &line : barLines(m_layout.bars, placed.columns))
            m_room.addLine(line.p1(), line.p2());
        m_layout.curves.back() = std::move(placed);
    }

    bool isShaded(double x) const
    {
        return std::ranges::any_of(
            m_layout.shades, [x](const QRectF &shade) { return shade.left() <= x && x < shade.right(); });
    }

    void addLoss(double x, double y)
    {
        const double level = std::max(*m_layout.referenceY, m_layout.plot.top());
        if (y > level && isShaded(x))
            m_layout.loss.emplace_back(x, level, x, std::min(y, m_layout.plot.bottom()));
    }

    /// What is missing below the reference during the impacts, a pixel column at a time: an SVG knows no clip.
    void placeLoss()
    {
        if (!m_layout.referenceY || m_layout.curves.empty() || m_layout.shades.empty())
            return;
        const PlacedCurve &curve = m_layout.curves.front();
        for (const QPolygonF &outline : curve.outlines) {
            for (qsizetype i = 1; i < outline.size(); ++i) {
                const QPointF from = outline[i - 1];
                const QPointF to = outline[i];
                for (double x = std::floor(from.x()) + 0.5; x < to.x(); ++x) {
                    if (x >= from.x())
                        addLoss(x, from.y() + (to.y() - from.y()) * (x - from.x()) / (to.x() - from.x()));
                }
            }
        }
        const double width = m_layout.bars.columnWidth();
        for (const Column &column : curve.columns)
            addLoss(
                m_layout.plot.left() + (column.index + 0.5) * width, m_layout.bars.y((column.min + column.max) / 2));
    }

    void placeRows()
    {
        if (m_content.rows.empty())
            return;
        const double above = m_frame.events ? ChartMetrics::eventHeight : 0;
        const double share = (m_layout.plot.height() - above) / static_cast<double>(m_content.rows.size());
        const double height = std::min(share, tallestRow);
        double top = m_layout.plot.top() + above;
        for (const ChartRow &row : m_content.rows) {
            placeRow(row, QRectF(m_layout.plot.left(), std::round(top), m_layout.plot.width(), std::floor(height)));
            top += height;
        }
    }

    void placeRow(const ChartRow &row, const QRectF &band)
    {
        if (row.range.end < m_frame.visible.start || row.range.start > m_frame.visible.end)
            return;
        const double left = std::clamp(m_scale.x(row.range.start), band.left(), band.right());
        const double right = std::clamp(m_scale.x(row.range.end), band.left(), band.right());
        const QRectF bar(left, band.top() + 1, right - left, band.height() - 3);
        m_layout.rows.push_back({bar, row.ink, row.range});
        const QString label = row.label.text();
        const double width = advance(label, {});
        QRectF rect(0, bar.center().y() - textHeight / 2, width, textHeight);
        if (bar.width() >= width + 2 * barInset)
            rect.moveLeft(bar.left() + barInset);
        else if (bar.right() + barInset + width <= band.right())
            rect.moveLeft(bar.right() + barInset);
        else
            rect.moveRight(std::max(bar.left() - barInset, band.left() + width));
        const PlainText definition = PlainText::own(withClocks(row.definition, row.range, m_frame.zone));
        m_layout.hits.push_back({bar.united(rect), definition});
        // Ink, not the colour of the bar: on its own tint over the shade that would be too pale to read.
        m_layout.texts.push_back({rect, label, {}, ChartInk::Ink, false});
        placeDefinition(row, bar, rect);
    }

    /// Beside the bar and its label, on whichever side there is room; else the pointer tells it.
    void placeDefinition(const ChartRow &row, const QRectF &bar, const QRectF &label)
    {
        const QString text = row.brief.text();
        const double width = advance({}, text);
        const double right = std::max(bar.right(), label.right()) + 2 * barInset;
        const double left = std::min(bar.left(), label.left()) - 2 * barInset - width;
        QRectF rect(right, label.top(), width, textHeight);
        if (rect.right() > m_layout.plot.right())
            rect.moveLeft(left);
        if (!text.isEmpty() && rect.left() >= m_layout.plot.left())
            m_layout.texts.push_back({rect, {}, text, ChartInk::Muted, false});
    }

    void placeMarks()
    {
        for (const ChartMark &mark : m_content.marks) {
            if (!isVisible(mark.at))
                continue;
            const QPointF centre = position(mark.at, mark.value);
            m_layout.marks.push_back({centre, mark.ink, mark.isStated});
            m_room.addRect(QRectF(centre.x() - markRadius, centre.y() - markRadius, 2 * markRadius, 2 * markRadius));
        }
        // From the top down, so that labels which move to another row keep the order of their marks.
        std::vector<const ChartMark *> shown;
        for (const ChartMark &mark : m_content.marks) {
            if (isVisible(mark.at))
                shown.push_back(&mark);
        }
        std::ranges::stable_sort(shown, std::greater{}, &ChartMark::value);
        for (const ChartMark *mark : shown)
            placeMarkLabel(*mark);
    }

    void placeMarkLabel(const ChartMark &mark)
    {
        const QPointF centre = position(mark.at, mark.value);
        const QString clock = mark.hasClock ? QLatin1Char(' ') + clockText(mark.at, m_frame.zone, true) : QString();
        const QString full = QLatin1Char(' ') + mark.text.text() + clock;
        const QString brief = mark.brief.text().isEmpty() ? QString() : QLatin1Char(' ') + mark.brief.text() + clock;
        const QString strong = mark.strong.text();
        const PlainText definition = PlainText::own(strong + full + QStringLiteral(". ") + mark.definition.text());
        m_layout.hits.push_back({QRectF(centre.x() - 6, centre.y() - 6, 12, 12), definition});
        if (mark.isQuiet)
            return;
        const double briefWidth = brief.isEmpty() ? 0 : advance(strong, brief);
        const auto place = placeBeside(m_room, centre, QSizeF(advance(strong, full), textHeight), briefWidth);
        if (!place) {
            ++m_layout.uncounted;
            return;
        }
        m_room.addRect(place->rect);
        m_layout.hits.push_back({place->rect, definition});
        m_layout.texts.push_back({place->rect, strong, place->isBrief ? brief : full, ChartInk::Ink, false});
    }

    void placeReferenceLabel()
    {
        if (!m_layout.referenceY || m_content.reference->label.text().isEmpty())
            return;
        const QString label = m_content.reference->label.text();
        const double width = advance({}, label);
        for (const double right : {m_layout.plot.right() - 2, m_layout.plot.left() + width + 4}) {
            for (const double top : {*m_layout.referenceY - textHeight - 3, *m_layout.referenceY + 3}) {
                for (int row = 0; row < 3; ++row) {
                    const double shift = (top < *m_layout.referenceY ? -row : row) * textHeight / 2;
                    const QRectF rect(std::floor(right - width), std::round(top + shift), width, textHeight);
                    if (!m_room.isFree(rect))
                        continue;
                    m_room.addRect(rect);
                    m_layout.texts.push_back({rect, {}, label, m_content.reference->ink, false});
                    return;
                }
            }
        }
        ++m_layout.uncounted;
    }

    void placeNote()
    {
        if (!m_content.note || !m_content.note->over.overlaps(m_frame.visible))
            return;
        const ChartNote &note = *m_content.note;
        const QSizeF size(advance(note.text.text(), {}), textHeight);
        const std::optional<QRectF> place = placeOver(note.over, size);
        if (!place) {
            ++m_layout.uncounted;
            return;
        }
        m_room.addRect(*place);
        const PlainText definition = PlainText::own(note.text.text() + QStringLiteral(". ") + note.definition.text());
        m_layout.hits.push_back({*place, definition});
        m_layout.texts.push_back({*place, note.text.text(), {}, note.ink, false});
    }

    /// Within the stretch; where that is too narrow as near as may be, but still over a part of it: elsewhere it would
    /// speak of what is not there.
    std::optional<QRectF> placeOver(TimeRange stretch, QSizeF size) const
    {
        const QRectF room = m_layout.plot.adjusted(4, 0, -4, -noteLift);
        const double from = std::max(room.left(), m_scale.x(stretch.start));
        const double to = std::min(room.right(), m_scale.x(stretch.end));
        if (to < from || size.width() > room.width())
            return std::nullopt;
        QRectF over(from + barInset, room.top(), to - from - 2 * barInset, room.height());
        if (const auto place = placeWithin(m_room, over, size))
            return place;
        over.setWidth(size.width());
        for (const double left : {(from + to - size.width()) / 2, from, to - size.width()}) {
            over.moveLeft(std::clamp(left, room.left(), room.right() - size.width()));
            if (const auto place = placeWithin(m_room, over, size))
                return place;
        }
        return std::nullopt;
    }

    /// Colour alone does not tell which curve is which: each has its name beside it, as far right as there is room.
    void placeCurveNames()
    {
        if (m_content.curves.size() < 2)
            return;
        for (const ChartCurve &curve : m_content.curves) {
            if (curve.isHidden)
                continue;
            const QString name = m_plain.elidedText(curve.name.text(), Qt::ElideRight, widestCurveName);
            const double width = advance({}, name);
            const std::optional<QRectF> place = placeCurveName(curve, width);
            if (!place)
                continue;
            m_room.addRect(*place);
            m_layout.texts.push_back({*place, {}, name, curve.ink, false});
        }
    }

    std::optional<QRectF> placeCurveName(const ChartCurve &curve, double width) const
    {
        const double last = m_layout.plot.left() + width + nameStep;
        for (double right = m_layout.plot.right() - 6; right > last; right -= nameStep) {
            const std::optional<double> value = curve.source.placingValueAt(m_scale.instant(right - width / 2));
            if (!value)
                continue;
            const double y = yOf(*value);
            for (double away = 3; away <= 9; away += 2) {
                for (const double top : {y - away - textHeight, y + away}) {
                    const QRectF rect(std::floor(right - width), std::round(top), width, textHeight);
                    if (m_room.isFree(rect) && !isLineBetween(curve, rect.center(), y))
                        return rect;
                }
            }
        }
        return std::nullopt;
    }

    /// Whether something else runs between a name and its curve, so that the name would seem to be the other's.
    bool isLineBetween(const ChartCurve &curve, QPointF name, double curveY) const
    {
        const auto isBetween = [&](double y) {
            return std::min(name.y(), curveY) < y && y < std::max(name.y(), curveY);
        };
        if (m_layout.referenceY && isBetween(*m_layout.referenceY))
            return true;
        return std::ranges::any_of(m_content.curves, [&](const ChartCurve &other) {
            const std::optional<double> value = other.source.placingValueAt(m_scale.instant(name.x()));
            return &other != &curve && !other.isHidden && value && isBetween(yOf(*value));
        });
    }

    const ChartContent &m_content;
    const ChartFrame &m_frame;
    TimeScale m_scale;
    QFontMetricsF m_plain;
    QFontMetricsF m_bold;
    TakenRoom m_room;
    ChartLayout m_layout;
    std::optional<Instant> m_runEnd;
};

} // namespace

QRectF ChartFrame::plot() const
{
    const double width = std::floor(size.width()) - left - right;
    const double height = std::floor(size.height()) - ChartMetrics::headerHeight - ChartMetrics::bottom;
    return {
        static_cast<double>(left), static_cast<double>(ChartMetrics::headerHeight), std::max(width, 0.0),
        std::max(height, 0.0)};
}

TimeScale ChartFrame::scale() const
{
    const QRectF area = plot();
    return {visible, area.left(), area.width()};
}

ChartLayout layoutChart(const ChartContent &content, const ChartFrame &frame)
{
    return ChartComposer(content, frame).compose();
}

} // namespace downtimeline
