// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/paint/displaylist.h"

#include <QTextStream>

#include <cmath>

namespace downtimeline {

namespace {

QString word(Ink ink)
{
    switch (ink) {
    case Ink::Band:
        return QStringLiteral("band");
    case Ink::Impact:
        return QStringLiteral("impact");
    case Ink::GridMajor:
        return QStringLiteral("major");
    case Ink::GridMinor:
        return QStringLiteral("minor");
    case Ink::GridDay:
        return QStringLiteral("day");
    case Ink::PhaseBar:
        return QStringLiteral("phase");
    case Ink::SpanBar:
        return QStringLiteral("span");
    case Ink::Haze:
        return QStringLiteral("haze");
    case Ink::Density:
        return QStringLiteral("density");
    case Ink::ClusterMark:
        return QStringLiteral("cluster");
    case Ink::Halo:
        return QStringLiteral("halo");
    case Ink::Ring:
        return QStringLiteral("ring");
    case Ink::RulerText:
        return QStringLiteral("ruler");
    case Ink::LaneText:
        return QStringLiteral("lane");
    case Ink::EventText:
        return QStringLiteral("event");
    case Ink::PhaseText:
        return QStringLiteral("phase");
    case Ink::ClusterText:
        return QStringLiteral("count");
    }
    Q_ASSERT_X(false, "describe", "an ink that is not in the list");
    return {};
}

QString number(double value)
{
    return QString::number(std::round(value * 10) / 10);
}

QString box(const QRectF &rect)
{
    return QStringLiteral("%1..%2 x %3..%4")
        .arg(number(rect.left()), number(rect.right()), number(rect.top()), number(rect.bottom()));
}

QString key(EventKind kind)
{
    const std::string_view text = kindKey(kind);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

void describeRect(QTextStream &out, const FilledRect &rect)
{
    out << "rect " << word(rect.ink) << ' ' << box(rect.rect);
    if (rect.ink == Ink::Density)
        out << ' ' << number(rect.weight * 10);
    if (rect.ink == Ink::SpanBar || rect.ink == Ink::PhaseBar)
        out << ' ' << key(rect.kind);
    out << (rect.cutLeft ? " cut-left" : "") << (rect.cutRight ? " cut-right" : "") << (rect.vague ? " vague" : "")
        << (rect.fade ? " faded" : "") << (rect.dim ? " dim" : "") << '\n';
}

} // namespace

const HitArea *DisplayList::hitAt(QPointF point) const
{
    for (auto hit = hits.rbegin(); hit != hits.rend(); ++hit)
        if (hit->rect.contains(point))
            return &*hit;
    return nullptr;
}

QString describe(const DisplayList &list)
{
    QString text;
    QTextStream out(&text);
    out << "size " << number(list.size.width()) << " x " << number(list.size.height()) << '\n';
    out << "plot " << box(list.plot) << '\n';
    for (const GridLine &line : list.grid)
        out << "grid " << word(line.ink) << ' ' << number(line.x) << '\n';
    for (const FilledRect &rect : list.rects)
        describeRect(out, rect);
    for (const Mark &mark : list.marks)
        out << "mark " << key(mark.kind) << ' ' << number(mark.centre.x()) << ',' << number(mark.centre.y())
            << (mark.vague ? " vague" : "") << (mark.starred ? " starred" : "") << (mark.dim ? " dim" : "") << '\n';
    for (const PlotLabel &label : list.labels) {
        out << "label " << word(label.ink) << ' ' << box(label.rect);
        out << (label.bold.isEmpty() ? QString() : QStringLiteral(" **%1**").arg(label.bold));
        out << (label.plain.isEmpty() ? QString() : QStringLiteral(" %1").arg(label.plain)) << '\n';
    }
    for (const HitArea &hit : list.hits)
        out << "hit " << hit.event.row() << (hit.count > 1 ? QStringLiteral(" +%1").arg(hit.count - 1) : QString())
            << ' ' << box(hit.rect) << '\n';
    return text;
}

} // namespace downtimeline
