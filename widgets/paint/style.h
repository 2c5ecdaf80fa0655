// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

class QApplication;

namespace downtimeline {

/// The calm look over Fusion: flat buttons with a radius of 6 px, rounded line edits, hairlines. It paints from the
/// palette alone, so that QApplication::setPalette() switches light and dark.
///
/// A tool or push button with the property "role" = "primary" is filled, "outline" has a hairline, "flat" (or none)
/// shows itself on hover only.
class Style : public QProxyStyle
{
    Q_OBJECT

public:
    Style();

    void drawPrimitive(
        PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawControl(
        ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawComplexControl(
        ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
        const QWidget *widget) const override;
    QSize sizeFromContents(
        ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const override;
    QRect subControlRect(
        ComplexControl control, const QStyleOptionComplex *option, SubControl subControl,
        const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(
        StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *result) const override;
    void polish(QWidget *widget) override;
    using QProxyStyle::polish;
};

/// An event filter for the whole application: every QLabel, also those of message boxes and tooltips, shows plain text.
/// A label with the dynamic property "markup" = true is left alone; only for the program's own words.
class PlainTextGuard : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override;
};

/// Sets style, palette, font and guard of the application.
void applyLook(QApplication &application, bool dark);

} // namespace downtimeline
