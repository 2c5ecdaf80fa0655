// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/paint/displaylist.h"
#include "widgets/paint/displaylistpainter.h"
#include "widgets/paint/glyphs.h"
#include "widgets/paint/theme.h"

#include <gtest/gtest.h>

#include <QImage>
#include <QPainter>

#include <cmath>
#include <utility>

namespace downtimeline {

namespace {

QImage painted(const DisplayList &list, const Theme &theme, GlyphCache *cache = nullptr)
{
    QImage image(200, 60, QImage::Format_RGB32);
    image.fill(theme.background);
    QPainter painter(&image);
    paintTimeline(painter, list, theme, cache);
    return image;
}

DisplayList withBar(bool cutLeft, bool vague = false)
{
    DisplayList list;
    list.rects.push_back(
        {.rect = {40, 20, 100, 17},
         .ink = Ink::SpanBar,
         .kind = EventKind::Outage,
         .radius = 4,
         .cutLeft = cutLeft,
         .vague = vague});
    return list;
}

} // namespace

TEST(DisplayList, IsTextForGoldens)
{
    DisplayList list = withBar(true, true);
    list.size = {200, 60};
    list.grid.push_back({50.26, 0, 60, Ink::GridMinor});
    list.marks.push_back({{10, 20}, 12, EventKind::Alert, false});
    list.labels.push_back({.rect = {20, 10, 50, 20}, .bold = QStringLiteral("10:00"), .plain = QStringLiteral("<b>")});
    list.hits.push_back({{0, 0, 5, 5}, EventId(7), 3, {}});
    EXPECT_EQ(
        describe(list).toStdString(), "size 200 x 60\n"
                                      "plot 0..0 x 0..0\n"
                                      "grid minor 50.3\n"
                                      "rect span 40..140 x 20..37 outage cut-left vague\n"
                                      "mark alert 10,20\n"
                                      "label event 20..70 x 10..30 **10:00** <b>\n"
                                      "hit 7 +2 0..5 x 0..5\n");
}

TEST(DisplayList, TheLastHitAreaWins)
{
    DisplayList list;
    list.hits.push_back({{0, 0, 100, 20}, EventId(1), 1, {}});
    list.hits.push_back({{0, 0, 10, 20}, EventId(2), 1, {}});
    EXPECT_EQ(list.hitAt({5, 5})->event, EventId(2));
    EXPECT_EQ(list.hitAt({50, 5})->event, EventId(1));
    EXPECT_EQ(list.hitAt({50, 30}), nullptr);
}

TEST(PaintTimeline, ALightAndADarkThemeDiffer)
{
    const QImage light = painted(withBar(false), Theme::light());
    const QImage dark = painted(withBar(false), Theme::dark());
    EXPECT_GT(light.pixelColor(90, 28).lightness(), dark.pixelColor(90, 28).lightness());
    EXPECT_NE(light.pixelColor(90, 28), Theme::light().background) << "the bar is filled";
}

TEST(PaintTimeline, ATitleReadsOnEveryBar)
{
    const auto luminance = [](const QColor &color) {
        const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
    };
    for (const Theme *theme : {&Theme::light(), &Theme::dark()})
        for (const EventKind kind : allEventKinds()) {
            DisplayList list = withBar(false);
            list.rects[0].kind = kind;
            list.labels.push_back({.rect = list.rects[0].rect, .plain = QString(6, QChar(0x2588))});
            const QImage image = painted(list, *theme);
            double text = luminance(image.pixelColor(50, 28));
            double bar = luminance(image.pixelColor(135, 28));
            if (text < bar)
                std::swap(text, bar);
            EXPECT_GE((text + 0.05) / (bar + 0.05), 4.5) << kindKey(kind) << (theme->isDark ? " dark" : " light");
        }
}

TEST(PaintTimeline, ACutEndHasNoEdge)
{
    const QImage whole = painted(withBar(false), Theme::light());
    const QImage cut = painted(withBar(true), Theme::light());
    EXPECT_LT(whole.pixelColor(40, 28).green(), cut.pixelColor(40, 28).green());
    EXPECT_EQ(whole.pixelColor(139, 28), cut.pixelColor(139, 28));
}

TEST(PaintTimeline, AVagueBarIsFainterAndItsEdgeHasGaps)
{
    const QImage exact = painted(withBar(false), Theme::light());
    const QImage vague = painted(withBar(false, true), Theme::light());
    EXPECT_GT(vague.pixelColor(90, 28).green(), exact.pixelColor(90, 28).green());
    int changes = 0;
    for (int x = 50; x < 130; ++x)
        changes += std::abs(vague.pixelColor(x, 20).green() - vague.pixelColor(x + 1, 20).green()) > 40 ? 1 : 0;
    EXPECT_GT(changes, 8);
}

TEST(PaintTimeline, AGridLineIsOneCrispPixel)
{
    DisplayList list;
    list.grid.push_back({80.4, 0, 60, Ink::GridMajor});
    const QImage image = painted(list, Theme::light());
    EXPECT_EQ(image.pixelColor(80, 30), Theme::light().hairline);
    EXPECT_EQ(image.pixelColor(79, 30), Theme::light().background);
    EXPECT_EQ(image.pixelColor(81, 30), Theme::light().background);
}

TEST(PaintTimeline, ScreenAndPaperShowTheSameMarks)
{
    DisplayList list;
    for (const EventKind kind : allEventKinds())
        list.marks.push_back({{10 + 14.0 * static_cast<int>(kind), 20}, 12, kind, false});
    GlyphCache cache;
    const QImage screen = painted(list, Theme::light(), &cache);
    const QImage paper = painted(list, Theme::light());
    int different = 0;
    for (int y = 0; y < screen.height(); ++y)
        for (int x = 0; x < screen.width(); ++x)
            different +=
                std::abs(screen.pixelColor(x, y).lightness() - paper.pixelColor(x, y).lightness()) > 60 ? 1 : 0;
    EXPECT_LT(different, 40);
    EXPECT_NE(screen.pixelColor(10, 20), Theme::light().background);
}

TEST(PaintTimeline, MarkupIsDrawnLetterByLetter)
{
    const auto withTitle = [](const QString &title) {
        DisplayList list;
        list.labels.push_back({.rect = {5, 10, 190, 20}, .plain = title});
        return painted(list, Theme::light());
    };
    EXPECT_NE(withTitle(QStringLiteral("<b>x</b>")), withTitle(QStringLiteral("x")));
    EXPECT_NE(withTitle(QStringLiteral("a &lt; b")), withTitle(QStringLiteral("a < b")));
}

} // namespace downtimeline
