// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incidents/kindeditor.h"

#include "models/domain/kind.h"
#include "widgets/paint/glyphs.h"
#include "widgets/paint/textface.h"
#include "widgets/paint/theme.h"

#include <QIcon>
#include <QPainter>

namespace downtimeline {
namespace {

QIcon kindIcon(EventKind kind, const Theme &theme, double pixelRatio)
{
    QPixmap picture(QSize(16, 16) * pixelRatio);
    picture.setDevicePixelRatio(pixelRatio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    drawGlyph(painter, kind, QPointF(8, 8), 10, theme.kind(kind));
    return QIcon(picture);
}

} // namespace

KindEditor::KindEditor(QWidget *parent) : QComboBox(parent)
{
    setFont(uiFont(13));
    setAccessibleName(tr("Kind"));
    setAutoFillBackground(true); // the style's buttons are translucent, and the cell is below
    setBackgroundRole(QPalette::Base);
    const Theme &theme = Theme::of(parent);
    for (const EventKind kind : allEventKinds())
        addItem(kindIcon(kind, theme, parent->devicePixelRatioF()), kindName(kind), static_cast<int>(kind));
    setMaxVisibleItems(count());
}

} // namespace downtimeline
