// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/present/presenttheme.h"

namespace downtimeline {
namespace {

Theme makeDark()
{
    Theme theme = Theme::dark();
    theme.muted = QColor(0xa3, 0xae, 0xbe);
    theme.danger = QColor(0xff, 0x7a, 0x72);
    theme.barTint = 0.2;
    theme.inkInPhases = 0.5;
    return theme;
}

Theme makeLight()
{
    Theme theme = Theme::light();
    theme.muted = QColor(0x45, 0x4f, 0x5e);
    theme.accent = QColor(0x15, 0x4f, 0x80);
    theme.danger = QColor(0x9e, 0x25, 0x20);
    theme.warning = QColor(0x6e, 0x40, 0x00);
    theme.good = QColor(0x11, 0x55, 0x37);
    theme.inkInPhases = 0.5;
    return theme;
}

} // namespace

const Theme &presentationTheme(bool isLight)
{
    static const Theme dark = makeDark();
    static const Theme light = makeLight();
    return isLight ? light : dark;
}

} // namespace downtimeline
