// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/incident.h"
#include "models/domain/result.h"
#include "models/timeline/displayzone.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QPlainTextEdit;

namespace downtimeline {

class Label;

/// The header of an incident as fields: what a dialog or a side panel lets the user edit. It changes nothing by itself.
class IncidentForm : public QWidget
{
    Q_OBJECT

public:
    explicit IncidentForm(QWidget *parent = nullptr);

    void setIncident(const Incident &incident);
    /// The impact as it is taken now, told where the user states none, and giving the day to a clock that is typed
    /// alone. Times are shown and read in that zone. Call it after setIncident().
    void setImpact(std::optional<Instant> start, std::optional<Instant> end, const DisplayZone &zone);
    /// The incident that was set, with what the user changed; a field that was not touched stays to the byte.
    Incident incident() const;
    /// False while the title is empty, or a time cannot be read or ends before it begins.
    bool isAcceptable() const;

Q_SIGNALS:
    void edited();

private:
    QLineEdit *addLine(QFormLayout *form, const QString &name);
    QPlainTextEdit *addText(QFormLayout *form, const QString &name);
    void addSeverities(QFormLayout *form);
    void addImpactTimes(QFormLayout *form);
    Status check() const;
    /// The time in the field; the one that was set where it was not touched.
    Result<std::optional<WrittenTime>> timeIn(const QLineEdit &line, const std::optional<WrittenTime> &before) const;

    Incident m_incident;
    QLineEdit *m_title;
    QComboBox *m_severity = nullptr;
    QLineEdit *m_service;
    QLineEdit *m_impact;
    QLineEdit *m_impactStart = nullptr;
    QLineEdit *m_impactEnd = nullptr;
    Label *m_problem = nullptr;
    std::optional<Instant> m_takenStart;
    std::optional<Instant> m_takenEnd;
    DisplayZone m_zone;
    QPlainTextEdit *m_summary;
    QPlainTextEdit *m_rootCause;
    QPlainTextEdit *m_resolution;
};

} // namespace downtimeline
