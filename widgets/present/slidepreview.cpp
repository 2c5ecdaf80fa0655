// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/present/slidepreview.h"

#include "widgets/present/presentation.h"
#include "widgets/present/slidepainter.h"

#include <QPainter>

namespace downtimeline {
namespace {

constexpr QSize usual(480, 270);

} // namespace

SlidePreview::SlidePreview(Presentation &presentation, Shows shows, QWidget *parent)
    : QWidget(parent), m_presentation(presentation), m_shows(shows)
{
    setAccessibleName(shows == Shows::Current ? tr("Current step") : tr("Next step"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setMinimumSize(usual / 3);
    connect(&presentation, &Presentation::changed, this, [this] {
        m_picture.outdate();
        update();
    });
    connect(&presentation, &Presentation::pointerMoved, this, qOverload<>(&SlidePreview::update));
}

QSize SlidePreview::sizeHint() const
{
    return usual;
}

int SlidePreview::heightForWidth(int width) const
{
    return width * usual.height() / usual.width();
}

void SlidePreview::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QSize room = usual.scaled(size(), Qt::KeepAspectRatio);
    const std::size_t wanted = m_presentation.step() + (m_shows == Shows::Next ? 1 : 0);
    if (wanted >= m_presentation.steps() || room.isEmpty())
        return;
    painter.drawPixmap(0, 0, m_picture.of(m_presentation, wanted, room, devicePixelRatioF()));
    const std::optional<QPointF> pointer = m_presentation.pointer();
    if (pointer && m_shows == Shows::Current && !m_presentation.isBlank()) {
        const QPointF at(pointer->x() * room.width(), pointer->y() * room.height());
        paintPointer(painter, at, 2 * slideScaleFor(room)); // twice as large: the picture is small
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(palette().color(QPalette::Mid));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRect(QPoint(0, 0), room).adjusted(0, 0, -1, -1));
}

} // namespace downtimeline
