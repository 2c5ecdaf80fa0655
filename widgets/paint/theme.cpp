// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/paint/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QWidget>

namespace downtimeline {

namespace {

Theme makeLight()
{
    return {
        .isDark = false,
        .background = QColor(0xff, 0xff, 0xff),
        .panel = QColor(0xf6, 0xf8, 0xfb),
        .ink = QColor(0x1b, 0x23, 0x30),
        .muted = QColor(0x5b, 0x66, 0x77),
        .hairline = QColor(0xe1, 0xe6, 0xed),
        .selection = QColor(0xe6, 0xf0, 0xfa),
        .accent = QColor(0x1f, 0x6f, 0xb2),
        .danger = QColor(0xc7, 0x36, 0x2f),
        .warning = QColor(0x96, 0x58, 0x00),
        .good = QColor(0x1b, 0x74, 0x4a)};
}

Theme makeDark()
{
    return {
        .isDark = true,
        .background = QColor(0x0f, 0x14, 0x1b),
        .panel = QColor(0x14, 0x1b, 0x24),
        .ink = QColor(0xe8, 0xec, 0xf2),
        .muted = QColor(0x8d, 0x99, 0xab),
        .hairline = QColor(0x2a, 0x33, 0x40),
        .selection = QColor(0x1b, 0x2a, 0x3b),
        .accent = QColor(0x62, 0xb0, 0xf0),
        .danger = QColor(0xff, 0x6b, 0x62),
        .warning = QColor(0xf2, 0xb1, 0x3c),
        .good = QColor(0x4f, 0xcb, 0x8c),
        .barTint = 0.42,
        .phaseTint = 0.22};
}

bool hasInter()
{
    static const bool has = QFontDatabase::hasFamily(QStringLiteral("Inter"));
    return has;
}

} // namespace

const Theme &Theme::light()
{
    static const Theme theme = makeLight();
    return theme;
}

const Theme &Theme::dark()
{
    static const Theme theme = makeDark();
    return theme;
}

const Theme &Theme::of(const QWidget *widget)
{
    const QPalette palette = widget ? widget->palette() : QApplication::palette();
    return palette.color(QPalette::Window).lightness() < 128 ? dark() : light();
}

QColor Theme::kind(EventKind kind) const
{
    switch (kind) {
    case EventKind::Outage:
        return danger;
    case EventKind::Alert:
    case EventKind::Detection:
        return warning;
    case EventKind::Acknowledgement:
    case EventKind::Escalation:
    case EventKind::Investigation:
        return accent;
    case EventKind::Deploy:
        return isDark ? QColor(0xb0, 0x9b, 0xf2) : QColor(0x6b, 0x4f, 0xbb);
    case EventKind::Rollback:
        return isDark ? QColor(0xd7, 0x8b, 0xea) : QColor(0x8a, 0x3f, 0xa0);
    case EventKind::Restart:
    case EventKind::Mitigation:
        return isDark ? QColor(0x4c, 0xc9, 0xd8) : QColor(0x0c, 0x6b, 0x78);
    case EventKind::Recovery:
        return good;
    case EventKind::Communication:
    case EventKind::Note:
        return muted;
    }
    Q_ASSERT_X(false, "Theme::kind", "a kind that is not in the list");
    return muted;
}

QColor Theme::severity(Severity severity) const
{
    switch (severity) {
    case Severity::Sev1:
        return danger;
    case Severity::Sev2:
        return warning;
    case Severity::Sev3:
        return accent;
    case Severity::Sev4:
    case Severity::Sev5:
        return muted;
    }
    Q_ASSERT_X(false, "Theme::severity", "a severity that is not in the list");
    return muted;
}

QColor Theme::onAccent() const
{
    return isDark ? background : QColor(Qt::white);
}

QPalette Theme::palette() const
{
    QPalette p;
    p.setColor(QPalette::Window, background);
    p.setColor(QPalette::Base, background);
    p.setColor(QPalette::AlternateBase, panel);
    p.setColor(QPalette::Button, background);
    p.setColor(QPalette::ToolTipBase, panel);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText,
          QPalette::HighlightedText}) {
        p.setColor(role, ink);
        p.setColor(QPalette::Disabled, role, muted);
    }
    p.setColor(QPalette::Highlight, selection);
    p.setColor(QPalette::PlaceholderText, muted);
    p.setColor(QPalette::Link, accent);
    p.setColor(QPalette::BrightText, danger);
    p.setColor(QPalette::LinkVisited, warning);
    p.setColor(QPalette::Light, background);
    p.setColor(QPalette::Midlight, panel);
    p.setColor(QPalette::Mid, hairline);
    p.setColor(QPalette::Dark, muted);
    p.setColor(QPalette::Shadow, hairline);
    return p;
}

QFont uiFont(int pixelSize, QFont::Weight weight)
{
    QFont font = hasInter() ? QFont(QStringLiteral("Inter")) : QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    font.setPixelSize(pixelSize);
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    font.setFeature("tnum", 1);
#endif
    return font;
}

QFont paperFont(int pixelSize, QFont::Weight weight)
{
    QFont font = uiFont(pixelSize, weight);
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    // A letter in another shape is not in the font's table of characters, so a PDF could not say which it is.
    font.unsetFeature("tnum");
    font.setFeature("calt", 0);
    font.setFeature("liga", 0);
    font.setFeature("clig", 0);
#else
    font.setStyleStrategy(QFont::PreferNoShaping); // scripts that cannot be read unshaped are shaped all the same
#endif
    return font;
}

} // namespace downtimeline
