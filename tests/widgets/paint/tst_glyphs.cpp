// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/paint/glyphs.h"
#include "widgets/paint/theme.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QImage>
#include <QPainter>

namespace downtimeline {

namespace {

QImage drawn(EventKind kind, int size, bool vague = false)
{
    QImage image(size + 8, size + 8, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    drawGlyph(painter, kind, QRectF(image.rect()).center(), size, Qt::black, vague);
    return image;
}

int darkPixels(const QImage &image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y).lightness() < 128 ? 1 : 0;
    return count;
}

int differentPixels(const QImage &a, const QImage &b)
{
    int count = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            count += std::abs(a.pixelColor(x, y).lightness() - b.pixelColor(x, y).lightness()) > 64 ? 1 : 0;
    return count;
}

} // namespace

TEST(Glyphs, EveryKindHasAShapeOfItsOwn)
{
    for (const EventKind a : allEventKinds())
        for (const EventKind b : allEventKinds())
            EXPECT_TRUE(a == b || differentPixels(drawn(a, 12), drawn(b, 12)) > 12)
                << kindKey(a) << " and " << kindKey(b);
}

TEST(Glyphs, EveryShapeStaysInItsSquare)
{
    for (const EventKind kind : allEventKinds()) {
        const QRectF bounds = glyphPath(kind, 12).boundingRect();
        EXPECT_TRUE(QRectF(-6.5, -6.5, 13, 13).contains(bounds)) << kindKey(kind);
        EXPECT_GT(bounds.width(), 5) << kindKey(kind);
    }
}

TEST(Glyphs, AVagueShapeIsFainter)
{
    EXPECT_LT(darkPixels(drawn(EventKind::Outage, 14, true)), darkPixels(drawn(EventKind::Outage, 14)));
}

TEST(Glyphs, ACachedPictureLooksLikeTheShape)
{
    GlyphCache cache;
    for (const EventKind kind : allEventKinds()) {
        QImage image(20, 20, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        cache.draw(painter, kind, {10, 10}, 12, Qt::black, false);
        painter.end();
        EXPECT_LE(differentPixels(image, drawn(kind, 12)), 6) << kindKey(kind);
    }
    EXPECT_EQ(cache.size(), eventKindCount);
}

TEST(Glyphs, ArePicturedForTheEye)
{
    QImage sheet(13 * 40, 120, QImage::Format_RGB32);
    QPainter painter(&sheet);
    for (const bool dark : {false, true}) {
        const Theme &theme = dark ? Theme::dark() : Theme::light();
        painter.fillRect(0, dark ? 60 : 0, sheet.width(), 60, theme.background);
        for (const EventKind kind : allEventKinds()) {
            const double x = 20 + 40.0 * static_cast<int>(kind);
            drawGlyph(painter, kind, {x, dark ? 76.0 : 16.0}, 12, theme.kind(kind));
            drawGlyph(painter, kind, {x, dark ? 102.0 : 42.0}, 24, theme.kind(kind), kind == EventKind::Alert);
        }
    }
    painter.end();
    QDir().mkpath(QStringLiteral(DOWNTIMELINE_SCREENSHOT_DIR));
    EXPECT_TRUE(sheet.save(QStringLiteral(DOWNTIMELINE_SCREENSHOT_DIR "/glyphs.png")));
}

} // namespace downtimeline
