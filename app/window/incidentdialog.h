// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/milestones.h"
#include "models/domain/incident.h"
#include "models/timeline/displayzone.h"

#include <QDialog>

namespace downtimeline {

class IncidentForm;

/// The header of an incident, to be edited: title, severity, service, impact with its start and end, and the longer
/// texts.
class IncidentDialog : public QDialog
{
    Q_OBJECT

public:
    /// analysis: what follows from the events now. Times are shown in that zone.
    IncidentDialog(
        const Incident &incident, const ResponseAnalysis &analysis, const DisplayZone &zone, QWidget *parent);

    /// What the user made of it.
    Incident incident() const;

private:
    IncidentForm *m_form;
};

} // namespace downtimeline
