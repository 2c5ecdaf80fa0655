// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/kind.h"

#include <QPainter>
#include <QStyleOptionViewItem>

namespace downtimeline {

struct Theme;

/// The parts of a row of the import table. Each draws into the cell's rectangle, without its background.
void paintTick(QPainter &painter, const QRect &cell, Qt::CheckState state, bool isEnabled, const Theme &theme);
void paintKind(QPainter &painter, const QRect &cell, EventKind kind, bool isFaint, bool isChoice, const Theme &theme);
/// A bar as long as the part of 1 that is sure; a doubtful one is short and in the warning colour.
void paintSure(QPainter &painter, const QRect &cell, double sure, bool isFaint, const Theme &theme);
/// The text, then the note in muted; both are shortened where the cell is narrow, the text last.
void paintNoted(
    QPainter &painter, const QRect &cell, const QString &text, const QString &note, bool isFaint, const Theme &theme);

/// Where a tick box stands in its cell.
QRect tickRect(const QRect &cell);

} // namespace downtimeline
