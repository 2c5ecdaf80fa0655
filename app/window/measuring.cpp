// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/measuring.h"

#include "models/edit/incidentdocument.h"
#include "widgets/incidents/measurecard.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>

namespace downtimeline {

Measuring::Measuring(IncidentDocument &document, ViewState &view, QString library, MeasureCard &card, QWidget *plots)
    : QObject(plots), m_document(document), m_view(view), m_library(std::move(library)), m_card(card),
      m_copy(new QAction(tr("Copy what is measured"), plots))
{
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    plots->addAction(m_copy);
    connect(m_copy, &QAction::triggered, this, &Measuring::copy);
    connect(&m_card, &MeasureCard::copyRequested, this, &Measuring::copy);
    connect(&m_card, &MeasureCard::closeRequested, this, [this] {
        m_view.setMeasured({});
        m_view.setMeasuring(false);
    });
    connect(&m_view, &ViewState::measuredChanged, this, [this] {
        readIfNeeded();
        show();
    });
    connect(&m_view, &ViewState::zoneChanged, this, &Measuring::show);
    show();
}

void Measuring::refresh()
{
    ++m_refreshes;
    m_tasks.cancel();
    m_isReading = false;
    m_readFor.reset();
    m_usual.clear();
    m_series.clear();
    readIfNeeded();
    show();
}

void Measuring::show()
{
    const Measured &measured = m_view.measured();
    std::optional<RangeMeasure> range;
    if (measured.range)
        range = measureRange(*m_document.events(), m_document.analysis().impacts, *measured.range);
    std::vector<SeriesInRange> series = m_series;
    if (series.empty())
        for (const Series &each : m_document.series())
            series.push_back({.name = each.name, .unit = each.unit});
    m_copy->setEnabled(!measured.isEmpty());
    m_card.setContent(measureContent({.measured = measured, .range = range, .series = series}, m_view.zone()));
}

bool Measuring::isReadingNeeded() const
{
    const std::optional<TimeRange> &range = m_view.measured().range;
    return range && !m_document.series().empty() && m_readFor != range;
}

/// One reading at a time: what is dragged meanwhile is read after it, the last of it alone.
void Measuring::readIfNeeded()
{
    if (m_isReading || !isReadingNeeded())
        return;
    const std::vector<TimeRange> &impacts = m_document.analysis().impacts;
    const SeriesQuestion question{
        .series = m_document.series(),
        .impact = impacts.empty() ? std::nullopt : std::optional(impacts.front()),
        .range = *m_view.measured().range,
        .known = m_usual};
    m_isReading = true;
    m_tasks.run<SeriesAnswer>(
        {}, this,
        [library = m_library, question](const TaskContext &context) {
            return seriesInRange(library, question, context.stop);
        },
        [this, range = question.range, mine = m_refreshes](Result<SeriesAnswer> answer) {
            if (mine == m_refreshes) // else it is of what was open before
                take(std::move(answer), range);
        });
}

void Measuring::take(Result<SeriesAnswer> answer, TimeRange range)
{
    m_isReading = false;
    m_readFor = range;
    if (answer) {
        m_series = std::move(answer->series);
        m_usual = std::move(answer->known);
    } else {
        m_series.clear();
        Q_EMIT failed(answer.error().message);
    }
    readIfNeeded();
    show();
    if (m_isCopyWanted && isUpToDate())
        copy();
}

void Measuring::copy()
{
    m_isCopyWanted = !isUpToDate();
    if (!m_isCopyWanted && !m_card.content().isEmpty())
        QGuiApplication::clipboard()->setText(m_card.content().text);
}

} // namespace downtimeline
