// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/present/slidetext.h"

#include "widgets/paint/plaintext.h"
#include "widgets/paint/theme.h"

#include <QFontMetricsF>
#include <QTextLayout>
#include <QTextOption>

namespace downtimeline {
namespace {

constexpr QChar ellipsis(0x2026);

} // namespace

QFont SlideFace::font() const
{
    return uiFont(pixels, weight);
}

double SlideFace::width(const QString &text) const
{
    return QFontMetricsF(font()).horizontalAdvance(text);
}

QString shown(const QString &text)
{
    return PlainText::foreign(QStringView(text)).text().simplified();
}

QStringList linesOf(const QString &text, const SlideFace &face, double width, int mostLines)
{
    QStringList lines;
    if (text.isEmpty() || mostLines < 1)
        return lines;
    QString laidOut = text;
    laidOut.replace(u'\n', QChar::LineSeparator);
    QTextLayout layout(laidOut, face.font());
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    qsizetype end = 0;
    while (lines.size() < mostLines) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        lines << laidOut.mid(line.textStart(), line.textLength()).remove(QChar::LineSeparator).trimmed();
        end = line.textStart() + line.textLength();
    }
    layout.endLayout();
    if (end < laidOut.size()) {
        const QFontMetricsF metrics(face.font());
        const QString rest = lines.last() + u' ' + QStringView(laidOut).mid(end).toString();
        QString last = metrics.elidedText(rest.simplified(), Qt::ElideRight, width);
        if (!last.endsWith(ellipsis))
            last += ellipsis;
        lines.last() = last;
    }
    return lines;
}

SlideFace
fitted(const QString &text, QFont::Weight weight, double width, int mostLines, std::initializer_list<int> sizes)
{
    SlideFace face{.weight = weight};
    for (const int pixels : sizes) {
        face.pixels = pixels;
        const QStringList lines = linesOf(text, face, width, mostLines + 1);
        const bool isBroken = lines.size() > 1 && !text.contains(u' ');
        if (lines.size() <= mostLines && !isBroken)
            return face;
    }
    return face;
}

} // namespace downtimeline
