// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/paint/svgdrawing.h"

#include "widgets/paint/plaintext.h"

#include <QFont>
#include <QFontMetricsF>
#include <QPaintEngine>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>

namespace downtimeline {
namespace {

/// "12.35": no longer than a picture needs, and the same in every locale.
QString number(double value)
{
    QString text = QString::number(std::round(value * 100) / 100, 'f', 2);
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text == QLatin1String("-0") ? QStringLiteral("0") : text;
}

QString point(double x, double y)
{
    return number(x) + u' ' + number(y);
}

QString pathData(const QPainterPath &path)
{
    QString data;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element &element = path.elementAt(i);
        switch (element.type) {
        case QPainterPath::MoveToElement:
            data += u'M' + point(element.x, element.y);
            break;
        case QPainterPath::LineToElement:
            data += u'L' + point(element.x, element.y);
            break;
        case QPainterPath::CurveToElement:
            data += u'C' + point(element.x, element.y);
            break;
        case QPainterPath::CurveToDataElement:
            data += u' ' + point(element.x, element.y);
            break;
        }
    }
    return data;
}

/// A rectangle that stands straight, as most paths of a plot are.
bool isRect(const QPainterPath &path)
{
    if (path.elementCount() != 5)
        return false;
    const auto at = [&path](int i) { return QPointF(path.elementAt(i)); };
    const bool isFlat = at(0).y() == at(1).y() && at(1).x() == at(2).x() && at(2).y() == at(3).y() &&
                        at(3).x() == at(0).x() && at(4) == at(0);
    for (int i = 1; i < 5; ++i) {
        if (path.elementAt(i).type != QPainterPath::LineToElement)
            return false;
    }
    return isFlat;
}

QString rectData(const QPainterPath &path)
{
    const QRectF rect = path.boundingRect();
    return QStringLiteral("M%1h%2v%3h%4z")
        .arg(point(rect.left(), rect.top()), number(rect.width()), number(rect.height()), number(-rect.width()));
}

QString opacity(const QLatin1String &name, double alpha)
{
    return alpha >= 1 ? QString() : QStringLiteral(";%1-opacity:%2").arg(name).arg(number(alpha));
}

/// Text for an element or an attribute; what XML forbids does not stand in a PlainText.
QString escaped(const QString &text)
{
    return PlainText::foreign(text).escaped();
}

/// Adds a path to the one before it where both look alike and cannot shine through each other: a curve comes as a
/// thousand lines, a dotted one as a hundred boxes. False: it stays an element of its own.
bool joined(SvgElement &last, const SvgElement &next)
{
    const bool isAlike =
        last.start == next.start && last.ink == next.ink && !next.data.isEmpty() && !last.data.isEmpty();
    if (!isAlike || next.ink.contains(QLatin1String("opacity")) || next.start.contains(QLatin1String("evenodd")))
        return false;
    // A line that goes on where the last one ended needs no new beginning.
    const qsizetype line = next.data.indexOf(u'L');
    const bool isLine = line > 0 && next.data.indexOf(u'M', 1) < 0;
    const bool goesOn = isLine && last.data.endsWith(QStringView(next.data).mid(1, line - 1)) &&
                        last.data[last.data.size() - line] == u'L';
    last.data += goesOn ? next.data.mid(line) : next.data;
    return true;
}

} // namespace

/// Replays a painter's calls as elements, in the order in which they come.
class SvgEngine : public QPaintEngine
{
public:
    explicit SvgEngine(SvgDrawing &drawing)
        : QPaintEngine(
              PrimitiveTransform | AlphaBlend | Antialiasing | PainterPaths | ConstantOpacity | LinearGradientFill |
              RadialGradientFill | PaintOutsidePaintEvent),
          m_drawing(drawing)
    {}

    bool begin(QPaintDevice *) override
    {
        m_state = {};
        return true;
    }
    bool end() override { return true; }
    Type type() const override { return User; }

    void updateState(const QPaintEngineState &next) override;
    void drawPath(const QPainterPath &path) override;
    void drawPolygon(const QPointF *points, int count, PolygonDrawMode mode) override;
    void drawTextItem(const QPointF &at, const QTextItem &item) override;
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {} // nothing of ours paints one

private:
    struct State
    {
        QTransform transform;
        QPen pen;
        QBrush brush;
        double opacity = 1;
        bool isClipped = false;
        QRectF clip; ///< on the device
    };

    QString strokeInk() const;
    QString strokeForm(double scale) const;
    QString fillInk(const QBrush &brush) const;
    void updateClip(const QPaintEngineState &next);
    /// What lies outside the clip is not written. What reaches over it is written whole: the layouts cut everything to
    /// size to begin with.
    bool isSeen(const QRectF &bounds) const;
    void putPath(const QPainterPath &path, bool isFilled);

    SvgDrawing &m_drawing;
    State m_state;
};

void SvgEngine::updateState(const QPaintEngineState &next)
{
    const DirtyFlags flags = next.state();
    if (flags & DirtyTransform)
        m_state.transform = next.transform();
    if (flags & DirtyPen)
        m_state.pen = next.pen();
    if (flags & DirtyBrush)
        m_state.brush = next.brush();
    if (flags & DirtyOpacity)
        m_state.opacity = next.opacity();
    if (flags & (DirtyClipPath | DirtyClipRegion | DirtyClipEnabled))
        updateClip(next);
}

void SvgEngine::updateClip(const QPaintEngineState &next)
{
    const DirtyFlags flags = next.state();
    if (flags & DirtyClipEnabled)
        m_state.isClipped = next.isClipEnabled();
    if (!(flags & (DirtyClipPath | DirtyClipRegion)))
        return;
    const bool isPath = (flags & DirtyClipPath) != 0;
    const Qt::ClipOperation operation = next.clipOperation();
    const QRectF rect = isPath ? next.clipPath().boundingRect() : QRectF(next.clipRegion().boundingRect());
    const QRectF mapped = m_state.transform.mapRect(rect);
    if (operation == Qt::NoClip)
        m_state.isClipped = false;
    else if (operation == Qt::IntersectClip && m_state.isClipped)
        m_state.clip = m_state.clip.intersected(mapped);
    else
        m_state.clip = mapped;
    if (operation != Qt::NoClip)
        m_state.isClipped = true;
}

QString SvgEngine::fillInk(const QBrush &brush) const
{
    if (brush.style() == Qt::NoBrush)
        return QStringLiteral("fill:none");
    QColor colour = brush.color();
    if (const QGradient *gradient = brush.gradient(); gradient && !gradient->stops().isEmpty())
        colour = gradient->stops().first().second;
    return QStringLiteral("fill:") + colour.name() + opacity(QLatin1String("fill"), colour.alphaF() * m_state.opacity);
}

QString SvgEngine::strokeInk() const
{
    const QColor colour = m_state.pen.color();
    return QStringLiteral(";stroke:") + colour.name() +
           opacity(QLatin1String("stroke"), colour.alphaF() * m_state.opacity);
}

QString SvgEngine::strokeForm(double scale) const
{
    const QPen &pen = m_state.pen;
    const double width = pen.isCosmetic() || pen.widthF() <= 0 ? std::max(1.0, pen.widthF()) : pen.widthF() * scale;
    QString form = QStringLiteral(" stroke-width=\"%1\"").arg(number(width));
    if (pen.capStyle() != Qt::FlatCap)
        form += pen.capStyle() == Qt::RoundCap ? QLatin1String(" stroke-linecap=\"round\"")
                                               : QLatin1String(" stroke-linecap=\"square\"");
    if (pen.joinStyle() == Qt::RoundJoin)
        form += QLatin1String(" stroke-linejoin=\"round\"");
    else if (pen.joinStyle() == Qt::BevelJoin)
        form += QLatin1String(" stroke-linejoin=\"bevel\"");
    if (pen.style() == Qt::SolidLine)
        return form;
    QStringList dashes;
    for (const double dash : pen.dashPattern())
        dashes << number(dash * width);
    return form + QStringLiteral(" stroke-dasharray=\"%1\"").arg(dashes.join(u' '));
}

bool SvgEngine::isSeen(const QRectF &bounds) const
{
    const QRectF page(QPointF(0, 0), m_drawing.m_size);
    const QRectF room = m_state.isClipped ? m_state.clip.intersected(page) : page;
    return room.intersects(bounds.adjusted(-1, -1, 1, 1)); // a line has no area
}

void SvgEngine::putPath(const QPainterPath &path, bool isFilled)
{
    const bool isStroked = m_state.pen.style() != Qt::NoPen;
    if (!isStroked && (!isFilled || m_state.brush.style() == Qt::NoBrush))
        return;
    const QPainterPath mapped = m_state.transform.map(path);
    const double scale = std::sqrt(std::abs(m_state.transform.determinant()));
    if (mapped.isEmpty() || !isSeen(mapped.boundingRect()))
        return;
    SvgElement element;
    const bool isBox = isRect(mapped);
    element.data = isBox ? rectData(mapped) : pathData(mapped);
    element.start = QStringLiteral("<path");
    if (isFilled && !isBox && path.fillRule() == Qt::OddEvenFill)
        element.start += QLatin1String(" fill-rule=\"evenodd\"");
    if (isStroked)
        element.start += strokeForm(scale);
    element.ink = isFilled ? fillInk(m_state.brush) : QStringLiteral("fill:none");
    if (isStroked)
        element.ink += strokeInk();
    element.rest = QStringLiteral("/>");
    if (m_drawing.m_elements.empty() || !joined(m_drawing.m_elements.back(), element))
        m_drawing.m_elements.push_back(std::move(element));
}

void SvgEngine::drawPath(const QPainterPath &path)
{
    putPath(path, true);
}

void SvgEngine::drawPolygon(const QPointF *points, int count, PolygonDrawMode mode)
{
    QPainterPath path;
    path.setFillRule(mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
    path.moveTo(points[0]);
    for (int i = 1; i < count; ++i)
        path.lineTo(points[i]);
    if (mode != PolylineMode)
        path.closeSubpath();
    putPath(path, mode != PolylineMode);
}

void SvgEngine::drawTextItem(const QPointF &at, const QTextItem &item)
{
    const QString all = item.text();
    const QString words = all.trimmed();
    if (words.isEmpty())
        return;
    const double scale = std::sqrt(std::abs(m_state.transform.determinant()));
    const QFont font = item.font();
    // Blanks at the ends are none in a picture: the words begin where they would be behind them.
    const bool isPadded = words.size() < all.size();
    const QFontMetricsF metrics(font);
    const double before = isPadded ? metrics.horizontalAdvance(all.left(all.indexOf(words))) : 0;
    const double bare = isPadded ? metrics.horizontalAdvance(words) : item.width();
    const double size = (font.pixelSize() > 0 ? font.pixelSize() : font.pointSizeF() * 96 / 72) * scale;
    const QPointF place = m_state.transform.map(at + QPointF(before, 0));
    const double width = bare * scale;
    const QTransform &turn = m_state.transform;
    const bool isTurned = std::abs(turn.m12()) > 1e-6; // written upwards, as beside an axis
    if (!isTurned && !isSeen(QRectF(place.x(), place.y() - size, width, size * 1.3)))
        return;
    SvgElement element;
    element.start = QStringLiteral("<text x=\"%1\" y=\"%2\" font-size=\"%3\"")
                        .arg(number(place.x()), number(place.y()), number(size));
    if (isTurned) {
        const double angle = std::atan2(turn.m12(), turn.m11()) * 180 / std::numbers::pi;
        element.start += QStringLiteral(" transform=\"rotate(%1 %2)\"").arg(number(angle), point(place.x(), place.y()));
    }
    if (font.weight() != QFont::Normal)
        element.start += QStringLiteral(" font-weight=\"%1\"").arg(static_cast<int>(font.weight()));
    if (font.italic())
        element.start += QLatin1String(" font-style=\"italic\"");
    // Another machine's font is as wide as that which the layout measured.
    if (words.size() > 1 && width > 0)
        element.start += QStringLiteral(" textLength=\"%1\" lengthAdjust=\"spacingAndGlyphs\"").arg(number(width));
    element.ink = fillInk(QBrush(m_state.pen.color()));
    element.rest = u'>' + escaped(words) + QStringLiteral("</text>");
    m_drawing.m_elements.push_back(std::move(element));
}

SvgDrawing::SvgDrawing(QSizeF size) : m_size(size), m_engine(std::make_unique<SvgEngine>(*this)) {}

SvgDrawing::~SvgDrawing() = default;

QPaintEngine *SvgDrawing::paintEngine() const
{
    return m_engine.get();
}

int SvgDrawing::metric(PaintDeviceMetric metric) const
{
    constexpr double millimetresOfInch = 25.4;
    switch (metric) {
    case PdmWidth:
        return static_cast<int>(std::ceil(m_size.width()));
    case PdmHeight:
        return static_cast<int>(std::ceil(m_size.height()));
    case PdmWidthMM:
        return static_cast<int>(std::lround(m_size.width() / 96 * millimetresOfInch));
    case PdmHeightMM:
        return static_cast<int>(std::lround(m_size.height() / 96 * millimetresOfInch));
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return 96;
    case PdmDepth:
        return 32;
    case PdmNumColors:
        return 1 << 24;
    case PdmDevicePixelRatio:
        return 1;
    case PdmDevicePixelRatioScaled:
        return static_cast<int>(devicePixelRatioFScale());
    default:
        return QPaintDevice::metric(metric);
    }
}

namespace {

constexpr QLatin1String families("Inter, 'Segoe UI', 'Noto Sans', 'DejaVu Sans', Arial, sans-serif");

QString boxOf(QSizeF size)
{
    return QStringLiteral("viewBox=\"0 0 %1 %2\"").arg(number(size.width()), number(size.height()));
}

QString dataOf(const SvgElement &element)
{
    return element.data.isEmpty() ? QString() : QStringLiteral(" d=\"") + element.data + u'"';
}

/// Style declarations as attributes: they mean the same, and need no leave of a page's security policy.
QString attributesOf(const QString &ink)
{
    QString attributes;
    for (const QString &declaration : ink.split(u';', Qt::SkipEmptyParts)) {
        const qsizetype colon = declaration.indexOf(u':');
        attributes += u' ' + declaration.left(colon) + QStringLiteral("=\"") + declaration.mid(colon + 1) + u'"';
    }
    return attributes;
}

} // namespace

QByteArray svgFile(const SvgDrawing &drawing, const QString &title)
{
    const QSizeF size = drawing.size();
    QString svg = QStringLiteral("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                 "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1\" height=\"%2\" ")
                      .arg(number(size.width()), number(size.height())) +
                  boxOf(size) + QStringLiteral(" font-family=\"%1\" xml:space=\"preserve\">\n").arg(families);
    if (!title.isEmpty())
        svg += QStringLiteral("<title>") + escaped(title) + QStringLiteral("</title>\n");
    for (const SvgElement &element : drawing.elements())
        svg += element.start + dataOf(element) + attributesOf(element.ink) + element.rest + u'\n';
    return (svg + QStringLiteral("</svg>\n")).toUtf8();
}

QByteArray SvgColours::inlined(const SvgDrawing &light, const SvgDrawing &dark, const QString &label)
{
    const QSizeF size = light.size();
    QString svg = QStringLiteral("<svg role=\"img\" aria-label=\"") + escaped(label) + QStringLiteral("\" ") +
                  boxOf(size) + QStringLiteral(" font-family=\"%1\">\n").arg(families);
    const bool isSame = light.elements().size() == dark.elements().size();
    for (std::size_t i = 0; i < light.elements().size(); ++i) {
        const SvgElement &element = light.elements()[i];
        const QString other = isSame ? dark.elements()[i].ink : element.ink;
        const int next = static_cast<int>(m_classes.size());
        const int place = m_classes.try_emplace({element.ink, other}, next).first->second;
        svg += element.start + dataOf(element) + QStringLiteral(" class=\"k%1\"").arg(place) + element.rest + u'\n';
    }
    return (svg + QStringLiteral("</svg>\n")).toUtf8();
}

QByteArray SvgColours::lightRules() const
{
    std::map<int, QString> rules;
    for (const auto &[inks, place] : m_classes)
        rules[place] = inks.first;
    QByteArray text;
    for (const auto &[place, ink] : rules)
        text += ".k" + QByteArray::number(place) + '{' + ink.toUtf8() + "}\n";
    return text;
}

QByteArray SvgColours::darkRules() const
{
    std::map<int, QString> rules;
    for (const auto &[inks, place] : m_classes)
        rules[place] = inks.second;
    QByteArray text;
    for (const auto &[place, ink] : rules)
        text += ".k" + QByteArray::number(place) + '{' + ink.toUtf8() + "}\n";
    return text;
}

} // namespace downtimeline
