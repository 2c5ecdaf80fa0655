// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/paint/textface.h"
#include "widgets/paint/theme.h"

#include <gtest/gtest.h>

#include <QFontInfo>
#include <QFontMetricsF>
#include <QLabel>

#include <cmath>

namespace downtimeline {

namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

/// The contrast of WCAG 2: 1 to 21.
double contrast(const QColor &a, const QColor &b)
{
    const double light = std::max(luminance(a), luminance(b));
    return (light + 0.05) / (std::min(luminance(a), luminance(b)) + 0.05);
}

} // namespace

class BothThemes : public testing::TestWithParam<bool>
{
protected:
    const Theme &theme() const { return GetParam() ? Theme::dark() : Theme::light(); }
};

TEST_P(BothThemes, EveryTextColourReadsOnEveryGround)
{
    for (const QColor &ground : {theme().background, theme().panel, theme().selection})
        for (const QColor &text :
             {theme().ink, theme().muted, theme().accent, theme().danger, theme().warning, theme().good})
            EXPECT_GE(contrast(text, ground), 4.5)
                << text.name().toStdString() << " on " << ground.name().toStdString();
}

TEST_P(BothThemes, EveryKindAndSeverityReadsOnTheBackground)
{
    for (const EventKind kind : allEventKinds())
        EXPECT_GE(contrast(theme().kind(kind), theme().background), 4.5) << kindKey(kind);
    for (const Severity severity : {Severity::Sev1, Severity::Sev2, Severity::Sev3, Severity::Sev4, Severity::Sev5})
        EXPECT_GE(contrast(theme().severity(severity), theme().panel), 4.5) << severityKey(severity);
    EXPECT_GE(contrast(theme().onAccent(), theme().accent), 4.5);
}

TEST_P(BothThemes, ThePaletteTellsTheThemeAgain)
{
    QLabel label;
    label.setPalette(theme().palette());
    EXPECT_EQ(Theme::of(&label).isDark, GetParam());
    EXPECT_EQ(label.palette().color(QPalette::PlaceholderText), theme().muted);
    EXPECT_EQ(label.palette().color(QPalette::Link), theme().accent);
    EXPECT_EQ(label.palette().color(QPalette::BrightText), theme().danger);
    EXPECT_EQ(label.palette().color(QPalette::LinkVisited), theme().warning);
    EXPECT_EQ(label.palette().color(QPalette::Mid), theme().hairline);
    EXPECT_EQ(label.palette().color(QPalette::AlternateBase), theme().panel);
}

INSTANTIATE_TEST_SUITE_P(Theme, BothThemes, testing::Bool());

TEST(Theme, KindsHaveTheColoursOfTheDesign)
{
    EXPECT_EQ(Theme::light().kind(EventKind::Deploy).name(), QStringLiteral("#6b4fbb"));
    EXPECT_EQ(Theme::dark().kind(EventKind::Rollback).name(), QStringLiteral("#d78bea"));
    EXPECT_EQ(Theme::light().kind(EventKind::Outage), Theme::light().danger);
}

TEST(UiFont, IsMeasuredInPixels)
{
    EXPECT_EQ(uiFont(13).pixelSize(), 13);
    EXPECT_EQ(uiFont(19, QFont::Bold).weight(), QFont::Bold);
    EXPECT_EQ(fontOf(TextFace::EventTime).weight(), QFont::DemiBold);
}

TEST(Elided, KeepsWhatFits)
{
    const FontMeasure measure;
    const QString text = QStringLiteral("On-call team acknowledgement");
    const double full = measure.width(text, TextFace::EventTitle);
    EXPECT_EQ(elided(text, TextFace::EventTitle, full, measure), text);
    const QString shorter = elided(text, TextFace::EventTitle, full / 2, measure);
    EXPECT_TRUE(shorter.endsWith(QChar(0x2026)));
    EXPECT_TRUE(text.startsWith(shorter.chopped(1)));
    EXPECT_LE(measure.width(shorter, TextFace::EventTitle), full / 2);
    EXPECT_EQ(elided(text, TextFace::EventTitle, 0, measure), QString());
}

TEST(Elided, NeverCutsACharacterInTwo)
{
    const FontMeasure measure;
    const QString flags =
        QString::fromUtf8("\xF0\x9F\x87\xA9\xF0\x9F\x87\xAA").repeated(20); // pairs of surrogate pairs
    for (double width = 10; width < 200; width += 7) {
        QString shorter = elided(flags, TextFace::EventTitle, width, measure);
        if (shorter.endsWith(QChar(0x2026)))
            shorter.chop(1);
        EXPECT_EQ(shorter.size() % 4, 0);
    }
}

} // namespace downtimeline
