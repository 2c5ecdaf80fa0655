// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/kind.h"
#include "models/domain/severity.h"

#include <QColor>
#include <QFont>
#include <QPalette>

class QWidget;

namespace downtimeline {

/// The colours of one look. Everything of ours paints from it; labels take the roles that palette() maps them to:
/// muted = PlaceholderText, accent = Link, danger = BrightText, warning = LinkVisited, hairline = Mid, panel =
/// AlternateBase.
struct Theme
{
    bool isDark = false;
    QColor background;
    QColor panel;
    QColor ink;
    QColor muted;
    QColor hairline;
    QColor selection;
    QColor accent;
    QColor danger;
    QColor warning;
    QColor good;
    double barTint = 0.24;   ///< how much of its colour a span has, 0 to 1
    double phaseTint = 0.15; ///< the same of a phase
    double inkInPhases =
        0.15; ///< how much ink goes into the coloured text of a phase, so that it reads on its own tint

    static const Theme &light();
    static const Theme &dark();
    /// The theme of a widget, as its palette tells: a dark window means dark.
    static const Theme &of(const QWidget *widget);

    QColor kind(EventKind kind) const;
    QColor severity(Severity severity) const;
    /// A text colour that reads on accent.
    QColor onAccent() const;
    QPalette palette() const;
};

/// Inter where installed, else the system's; size in logical pixels, tabular figures where the font has them.
QFont uiFont(int pixelSize = 13, QFont::Weight weight = QFont::Normal);

/// The same for what also goes on paper: plots and reports. A colon stays a colon between digits, and f and i stay two
/// letters; else a PDF does not know what they were, and "10:15" or "fired" cannot be found in it.
QFont paperFont(int pixelSize, QFont::Weight weight = QFont::Normal);

} // namespace downtimeline
