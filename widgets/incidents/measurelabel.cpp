// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incidents/measurelabel.h"

#include "widgets/paint/plaintext.h"
#include "widgets/paint/theme.h"

#include <QVBoxLayout>

namespace downtimeline {
namespace {

/// Labels follow a change of theme by roles of the palette only.
QPalette::ColorRole roleOf(const HeaderMeasure &measure)
{
    if (!measure.isKnown)
        return QPalette::PlaceholderText;
    switch (measure.tone) {
    case HeaderMeasure::Tone::Plain:
        return QPalette::WindowText;
    case HeaderMeasure::Tone::Danger:
        return QPalette::BrightText;
    case HeaderMeasure::Tone::Warning:
        return QPalette::LinkVisited;
    }
    return QPalette::WindowText;
}

} // namespace

MeasureLabel::MeasureLabel(QWidget *parent, int pixels)
    : QWidget(parent), m_pixels(pixels), m_value(new Label(this)), m_caption(new Label(this))
{
    m_value->setObjectName(QStringLiteral("value"));
    m_value->setFont(uiFont(m_pixels, QFont::Bold));
    m_value->setFixedHeight(m_value->sizeHint().height());
    m_value->setAlignment(Qt::AlignLeft | Qt::AlignBottom);
    m_caption->setObjectName(QStringLiteral("caption"));
    m_caption->setFont(uiFont(12));
    m_caption->setForegroundRole(QPalette::PlaceholderText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_value);
    column->addWidget(m_caption);
}

void MeasureLabel::setMeasure(const HeaderMeasure &measure)
{
    m_value->setText(PlainText::foreign(QStringView(measure.value)));
    // No figure, nothing to be seen from afar: what is not known is as quiet as its caption.
    m_value->setFont(measure.isKnown ? uiFont(m_pixels, QFont::Bold) : uiFont(13));
    m_value->setForegroundRole(roleOf(measure));
    m_caption->setText(PlainText::foreign(QStringView(measure.caption)));
    setToolTipText(this, PlainText::foreign(QStringView(measure.explanation)));
    setAccessibleName(measure.caption + u' ' + measure.value);
    setAccessibleDescription(measure.explanation);
}

} // namespace downtimeline
