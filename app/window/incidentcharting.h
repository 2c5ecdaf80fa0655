// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/chartedseries.h"
#include "models/edit/incidentdocument.h"
#include "models/items/impactfindings.h"
#include "models/items/viewstate.h"
#include "widgets/charts/chartmenu.h"

#include <QObject>

#include <string>

namespace downtimeline {

class ChartPane;
class Dialogs;
class PlotsArea;
class Settings;

/// The charts of the open incident: makes them of its series and events, tells the document what the samples
/// contradict, and does what the charts ask for. All must outlive it.
class IncidentCharting : public QObject
{
    Q_OBJECT

public:
    IncidentCharting(IncidentDocument &document, ViewState &view, PlotsArea &plots, QObject *parent = nullptr);

    /// Where objectives are kept, and how the user is asked. Before, nothing is asked and nothing kept.
    void serve(Settings &settings, Dialogs &dialogs);
    /// Before the incident that it belongs to is shown.
    void setSeries(SeriesReading series);
    /// From the first sample to the last of the open incident; none without samples.
    std::optional<TimeRange> extent() const;
    /// After anything that the charts rest on has changed.
    void show();

Q_SIGNALS:
    void failed(const QString &sentence);

private:
    bool isOfOpen() const { return m_series.listed == m_document.series(); }
    void judge();
    ClaimWords wordsOf(EventId event) const;
    QString incidentKey() const;
    std::optional<double> objectiveOf(const QString &chart) const;
    void answer(ChartPane &chart, ChartRequest what);
    void save(const ChartPane &chart);
    void showNumbers(ChartPane &chart);
    void askObjective(const ChartPane &chart);

    IncidentDocument &m_document;
    ViewState &m_view;
    PlotsArea &m_plots;
    Settings *m_settings = nullptr;
    Dialogs *m_dialogs = nullptr;
    SeriesReading m_series;
    std::string m_title; ///< that the charts have
};

} // namespace downtimeline
