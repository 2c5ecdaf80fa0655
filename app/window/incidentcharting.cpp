// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/incidentcharting.h"

#include "app/exporting/savedfile.h"
#include "app/window/dialogs.h"
#include "app/window/plotsarea.h"
#include "app/window/settings.h"
#include "widgets/charts/chartpane.h"
#include "widgets/charts/chartpicture.h"
#include "widgets/charts/numbersdialog.h"
#include "widgets/paint/theme.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace downtimeline {

IncidentCharting::IncidentCharting(IncidentDocument &document, ViewState &view, PlotsArea &plots, QObject *parent)
    : QObject(parent), m_document(document), m_view(view), m_plots(plots)
{
    connect(&view, &ViewState::zoneChanged, this, &IncidentCharting::judge);
    connect(&document, &IncidentDocument::incidentChanged, this, [this] {
        if (m_document.incident().title != m_title)
            show(); // a chart that goes out alone tells it
    });
    connect(&plots, &PlotsArea::chartRequested, this, [this](ChartPane *chart, ChartRequest what) {
        if (m_dialogs)
            answer(*chart, what);
    });
}

void IncidentCharting::serve(Settings &settings, Dialogs &dialogs)
{
    m_settings = &settings;
    m_dialogs = &dialogs;
}

void IncidentCharting::setSeries(SeriesReading series)
{
    m_series = std::move(series);
}

std::optional<TimeRange> IncidentCharting::extent() const
{
    return isOfOpen() ? m_series.extent() : std::nullopt;
}

void IncidentCharting::show()
{
    m_title = m_document.incident().title;
    const ResponseAnalysis &analysis = m_document.analysis();
    const auto impact = analysis.impacts.empty() ? std::nullopt : std::optional(analysis.impacts.front());
    std::vector<ChartedSeries> series;
    if (isOfOpen())
        series = chartedSeries(m_series, m_document.sources(), impact);
    const bool withPhases = m_settings && m_settings->arePhasesShown();
    m_plots.setCharts(
        incidentCharts(
            {.analysis = analysis,
             .stated = m_document.statedTraffic(),
             .series = series,
             .start = m_view.whole().start,
             .objective = [this](const std::string &chart) { return objectiveOf(QString::fromStdString(chart)); },
             .alwaysPhases = withPhases,
             .title = QString::fromStdString(m_title),
             .isZoneStated = std::ranges::none_of(
                 *m_document.events(), [](const EventEntry &event) { return event.has(EventEntry::ZoneUnstated); })}),
        m_document.events(), [this](EventId event) { return QString::fromStdString(m_document.text(event).title); },
        withPhases);
    judge();
}

void IncidentCharting::judge()
{
    if (!m_document.isOpen() || !isOfOpen())
        return;
    const std::vector<MeasuredSeries> measured = m_series.measured();
    m_document.setMeasuredFindings(impactFindings(
        impactDisagreements(m_document.analysis(), *m_document.events(), measured), m_document.sources(),
        [this](EventId event) { return wordsOf(event); }, m_view.zone()));
}

ClaimWords IncidentCharting::wordsOf(EventId event) const
{
    ClaimWords words;
    const EventText text = m_document.text(event);
    words.title = QString::fromStdString(text.title);
    words.line = text.line;
    const QString source = QString::fromStdString(text.sourceName);
    words.place = text.line > 0 ? tr("%1, line %2").arg(source, QString::number(text.line)) : source;
    if (const Result<Event> whole = m_document.event(event))
        words.source = whole->source;
    return words;
}

QString IncidentCharting::incidentKey() const
{
    return m_document.incident().uuid.toString(QUuid::WithoutBraces);
}

std::optional<double> IncidentCharting::objectiveOf(const QString &chart) const
{
    return m_settings ? m_settings->objective(incidentKey(), chart) : std::nullopt;
}

void IncidentCharting::answer(ChartPane &chart, ChartRequest what)
{
    switch (what) {
    case ChartRequest::Save:
        save(chart);
        return;
    case ChartRequest::Numbers:
        showNumbers(chart);
        return;
    case ChartRequest::Objective:
        askObjective(chart);
        return;
    case ChartRequest::Phases:
        m_settings->setPhasesShown(!m_settings->arePhasesShown());
        show();
        return;
    case ChartRequest::Copy:
    case ChartRequest::Logarithmic:
        return; // the chart has done it
    }
}

void IncidentCharting::save(const ChartPane &chart)
{
    QSize now = chart.viewport()->size();
    now.rheight() += static_cast<int>(std::ceil(heightBesideChart(chart.content())));
    const auto written = m_dialogs->line(
        tr("Save the chart"), tr("Width × height in pixels:"),
        QStringLiteral("%1 × %2").arg(now.width()).arg(now.height()));
    if (!written)
        return;
    const std::optional<QSize> size = writtenSize(*written);
    if (!size) {
        Q_EMIT failed(tr("“%1” is no size of a picture: write it as 1200 × 400, from 200 × 80 to 16000 × 16000.")
                          .arg(PlainText::foreign(*written).text()));
        return;
    }
    const auto path = m_dialogs->fileToSave(
        tr("Save the chart"), chart.content().title.text() + QStringLiteral(".png"), tr("Pictures (*.png *.svg)"));
    if (!path)
        return;
    const ChartPicture picture{chart.content(), chart.frameFor(*size), Theme::of(&chart)};
    const bool isSvg = path->endsWith(QStringLiteral(".svg"), Qt::CaseInsensitive);
    const Result<QByteArray> bytes = isSvg ? chartSvg(picture) : chartPng(picture, 1);
    const Status status = bytes ? writeFile(*path, *bytes) : std::unexpected(bytes.error());
    if (!status)
        Q_EMIT failed(status.error().message);
}

void IncidentCharting::showNumbers(ChartPane &chart)
{
    const ChartContent &content = chart.content();
    auto *dialog =
        new NumbersDialog(content.title, numbersOf(content, m_view.visible(), m_view.zone()), chart.window());
    m_dialogs->show(*dialog);
}

void IncidentCharting::askObjective(const ChartPane &chart)
{
    const QString key = QString::fromStdString(chart.content().key);
    const std::optional<double> before = objectiveOf(key);
    const QString unit = chart.content().axis.unit.trimmed();
    const QString question = unit.isEmpty() ? tr("Values are to stay below (empty: no objective):")
                                            : tr("Values are to stay below, in %1 (empty: no objective):").arg(unit);
    const auto written =
        m_dialogs->line(tr("Objective"), question, before ? QLocale::c().toString(*before, 'g', 10) : QString());
    if (!written)
        return;
    bool isNumber = false;
    const double value =
        QLocale::c().toDouble(written->trimmed().replace(QLatin1Char(','), QLatin1Char('.')), &isNumber);
    if (!written->trimmed().isEmpty() && !isNumber) {
        Q_EMIT failed(
            tr("“%1” is no number: write the objective as 500 or 99.9.").arg(PlainText::foreign(*written).text()));
        return;
    }
    m_settings->setObjective(incidentKey(), key, isNumber ? std::optional(value) : std::nullopt);
    show();
}

} // namespace downtimeline
