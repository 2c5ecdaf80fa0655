// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/paint/svgdrawing.h"

#include "widgets/paint/theme.h"

#include <gtest/gtest.h>

#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QXmlStreamReader>

#include <functional>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

constexpr QSizeF size(120, 80);

/// Things of every sort that charts and timelines paint.
void paintSample(QPainter &painter, const Theme &theme)
{
    painter.fillRect(QRectF(0, 0, 120, 80), theme.background);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.danger, 2));
    painter.drawLine(QPointF(10, 10), QPointF(110, 10));
    QColor faint = theme.accent;
    faint.setAlphaF(0.25F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(faint);
    painter.drawRoundedRect(QRectF(10, 20, 40, 20), 4, 4);
    painter.save();
    painter.translate(60, 20);
    painter.scale(2, 2);
    painter.setBrush(theme.good);
    painter.drawEllipse(QRectF(0, 0, 10, 10));
    painter.restore();
    painter.setPen(theme.ink);
    painter.setFont(paperFont(12, QFont::DemiBold));
    painter.drawText(QPointF(10, 70), u"10:15 <b>&"_s);
}

void draw(SvgDrawing &drawing, const std::function<void(QPainter &)> &paint)
{
    QPainter painter(&drawing);
    paint(painter);
}

/// As another program shows it.
QImage rendered(const QByteArray &svg)
{
    QSvgRenderer renderer(svg);
    EXPECT_TRUE(renderer.isValid()) << svg.toStdString();
    QImage image(size.toSize() * 2, QImage::Format_RGB32);
    image.fill(Qt::magenta);
    QPainter painter(&image);
    renderer.render(&painter, QRectF(QPointF(0, 0), size * 2));
    return image;
}

TEST(SvgDrawing, LooksLikeWhatWasPainted)
{
    SvgDrawing drawing(size);
    draw(drawing, [](QPainter &painter) { paintSample(painter, Theme::light()); });
    const QImage svg = rendered(svgFile(drawing, {}));
    QImage direct(size.toSize() * 2, QImage::Format_RGB32);
    direct.setDevicePixelRatio(2);
    QPainter painter(&direct);
    paintSample(painter, Theme::light());
    painter.end();
    int different = 0;
    for (int y = 0; y < 100; ++y) { // above the text, which viewers draw in their own way
        for (int x = 0; x < direct.width(); ++x) {
            const QColor a = direct.pixelColor(x, y);
            const QColor b = svg.pixelColor(x, y);
            const bool isNear = std::abs(a.red() - b.red()) < 24 && std::abs(a.green() - b.green()) < 24 &&
                                std::abs(a.blue() - b.blue()) < 24;
            different += isNear ? 0 : 1;
        }
    }
    EXPECT_LT(different, 60) << "edges may differ";
    EXPECT_EQ(svg.pixelColor(150, 60), direct.pixelColor(150, 60)) << "the scaled circle";
}

TEST(SvgDrawing, TextsStayTextsAndAsWideAsTheyWereMeasured)
{
    SvgDrawing drawing(size);
    draw(drawing, [](QPainter &painter) { paintSample(painter, Theme::light()); });
    QXmlStreamReader reader(svgFile(drawing, u"<title> & more"_s));
    QStringList texts;
    double length = 0;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.name() == u"text"_s)
            length += reader.attributes().value(u"textLength"_s).toDouble();
        if (reader.isCharacters() && !reader.isWhitespace())
            texts << reader.text().toString();
    }
    EXPECT_FALSE(reader.hasError()) << reader.errorString().toStdString();
    EXPECT_EQ(texts.join(QString()), u"<title> & more10:15 <b>&"_s);
    EXPECT_NEAR(length, QFontMetricsF(paperFont(12, QFont::DemiBold)).horizontalAdvance(u"10:15 <b>&"_s), 6);
}

TEST(SvgDrawing, WhatLiesOutsideTheClipOrThePageIsNotWritten)
{
    SvgDrawing drawing(size);
    draw(drawing, [](QPainter &painter) {
        painter.setClipRect(QRectF(0, 0, 50, 50));
        painter.fillRect(QRectF(60, 60, 5, 5), Qt::red);
        painter.fillRect(QRectF(10, 10, 5, 5), Qt::green);
        painter.setClipping(false);
        painter.fillRect(QRectF(60, 60, 5, 5), Qt::blue);
        painter.fillRect(QRectF(500, 60, 5, 5), Qt::black);
        painter.save();
        painter.translate(60, 0);
        painter.setClipRect(QRectF(0, 0, 10, 10));
        painter.fillRect(QRectF(0, 0, 5, 5), Qt::cyan);
        painter.restore();
        painter.fillRect(QRectF(100, 60, 5, 5), Qt::yellow);
    });
    const QByteArray svg = svgFile(drawing, {});
    EXPECT_FALSE(svg.contains("#ff0000"));
    EXPECT_TRUE(svg.contains("#00ff00"));
    EXPECT_TRUE(svg.contains("#0000ff"));
    EXPECT_FALSE(svg.contains("#000000"));
    EXPECT_TRUE(svg.contains("#00ffff"));
    EXPECT_TRUE(svg.contains("#ffff00")) << "restore() takes the clip away";
}

TEST(SvgDrawing, TheSamePaintingIsTheSameBytes)
{
    const auto once = [] {
        SvgDrawing drawing(size);
        draw(drawing, [](QPainter &painter) { paintSample(painter, Theme::light()); });
        return svgFile(drawing, u"t"_s);
    };
    EXPECT_EQ(once(), once());
}

TEST(SvgColours, OnePictureHasClassesForBothSchemes)
{
    SvgDrawing light(size);
    SvgDrawing dark(size);
    draw(light, [](QPainter &painter) { paintSample(painter, Theme::light()); });
    draw(dark, [](QPainter &painter) { paintSample(painter, Theme::dark()); });
    SvgColours colours;
    const QByteArray svg = colours.inlined(light, dark, u"a \" b"_s);
    EXPECT_TRUE(svg.startsWith("<svg role=\"img\" aria-label=\"a &quot; b\""));
    static const QRegularExpression colour(u"#[0-9a-f]{6}"_s);
    EXPECT_FALSE(QString::fromUtf8(svg).contains(colour)) << svg.toStdString();
    const QByteArray lightRules = colours.lightRules();
    const QByteArray darkRules = colours.darkRules();
    EXPECT_EQ(lightRules.count('{'), darkRules.count('{'));
    EXPECT_TRUE(lightRules.contains(Theme::light().danger.name().toUtf8()));
    EXPECT_TRUE(darkRules.contains(Theme::dark().danger.name().toUtf8()));
    for (int i = 0; i < lightRules.count('{'); ++i)
        EXPECT_TRUE(svg.contains("class=\"k" + QByteArray::number(i) + '"')) << i;
    const QByteArray again = colours.inlined(light, dark, {});
    EXPECT_EQ(colours.lightRules(), lightRules) << "the same colours are the same classes: " << again.size();
}

} // namespace
} // namespace downtimeline
