// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/incident.h"

#include <QDialog>

namespace downtimeline {

class IncidentForm;

/// The header of an incident, to be edited: title, severity, service, impact and the longer texts.
class IncidentDialog : public QDialog
{
    Q_OBJECT

public:
    IncidentDialog(const Incident &incident, QWidget *parent);

    /// What the user made of it.
    Incident incident() const;

private:
    IncidentForm *m_form;
};

} // namespace downtimeline
