// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/plotsfoot.h"

#include "widgets/incidents/measurecard.h"
#include "widgets/timeline/overviewstrip.h"

#include <QEvent>
#include <QFrame>
#include <QVBoxLayout>

namespace downtimeline {

PlotsFoot::PlotsFoot(ViewState &view, QWidget *parent)
    : QWidget(parent), m_column(new QVBoxLayout(this)), m_measured(new MeasureCard(this)),
      m_overview(new OverviewStrip(&view, this))
{
    auto *line = new QFrame(this);
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    line->setBackgroundRole(QPalette::Mid);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(line);
    m_column->addWidget(m_measured);
    m_column->addWidget(m_overview);
}

int PlotsFoot::heightFor(int width) const
{
    return m_column->hasHeightForWidth() ? m_column->totalHeightForWidth(width) : m_column->totalSizeHint().height();
}

bool PlotsFoot::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest)
        Q_EMIT heightChanged();
    return done;
}

} // namespace downtimeline
