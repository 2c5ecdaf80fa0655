// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tasks/taskrunner.h"
#include "app/window/seriesinrange.h"
#include "models/items/viewstate.h"

#include <QObject>

class QAction;

namespace downtimeline {

class IncidentDocument;
class MeasureCard;

/// Tells what is measured on the plots: events and impact at once, samples as soon as they are read beside the window.
/// Ctrl+C in a plot copies it.
class Measuring : public QObject
{
    Q_OBJECT

public:
    /// All of it must outlive this; plots: where the keys hold.
    Measuring(IncidentDocument &document, ViewState &view, QString library, MeasureCard &card, QWidget *plots);

    /// Events, impact or series are others now.
    void refresh();
    /// What is shown is of the range that is measured, samples too.
    bool isUpToDate() const { return !m_isReading && !isReadingNeeded(); }

Q_SIGNALS:
    void failed(const QString &sentence);

private:
    void show();
    void readIfNeeded();
    bool isReadingNeeded() const;
    void take(Result<SeriesAnswer> answer, TimeRange range);
    void copy();

    IncidentDocument &m_document;
    ViewState &m_view;
    QString m_library;
    MeasureCard &m_card;
    QAction *m_copy;
    TaskRunner m_tasks;
    std::vector<SeriesInRange> m_series; ///< as last read
    UsualTraffics m_usual;
    std::optional<TimeRange> m_readFor;
    bool m_isReading = false;
    bool m_isCopyWanted = false; ///< as soon as it is up to date
    std::uint64_t m_refreshes = 0;
};

} // namespace downtimeline
