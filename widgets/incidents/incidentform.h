// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/incident.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QPlainTextEdit;

namespace downtimeline {

/// The header of an incident as fields: what a dialog or a side panel lets the user edit. It changes nothing by itself.
class IncidentForm : public QWidget
{
    Q_OBJECT

public:
    explicit IncidentForm(QWidget *parent = nullptr);

    void setIncident(const Incident &incident);
    /// The incident that was set, with what the user changed; a field that was not touched stays to the byte.
    Incident incident() const;
    /// False while the title is empty.
    bool isAcceptable() const;

Q_SIGNALS:
    void edited();

private:
    QLineEdit *addLine(QFormLayout *form, const QString &name);
    QPlainTextEdit *addText(QFormLayout *form, const QString &name);
    void addSeverities(QFormLayout *form);

    Incident m_incident;
    QLineEdit *m_title;
    QComboBox *m_severity = nullptr;
    QLineEdit *m_service;
    QLineEdit *m_impact;
    QPlainTextEdit *m_summary;
    QPlainTextEdit *m_rootCause;
    QPlainTextEdit *m_resolution;
};

} // namespace downtimeline
