// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/incidentdialog.h"

#include "widgets/incidents/incidentform.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace downtimeline {
namespace {

constexpr QSize startSize(640, 700);

} // namespace

IncidentDialog::IncidentDialog(
    const Incident &incident, const ResponseAnalysis &analysis, const DisplayZone &zone, QWidget *parent)
    : QDialog(parent), m_form(new IncidentForm(this))
{
    setWindowTitle(tr("Edit incident"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    QPushButton *save = buttons->button(QDialogButtonBox::Save);
    save->setProperty("role", QStringLiteral("primary"));
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_form, 1);
    column->addWidget(buttons);
    m_form->setIncident(incident);
    const auto instantAt = [&analysis](Milestone milestone) {
        const auto &point = analysis.at(milestone);
        return point ? std::optional(point->at) : std::nullopt;
    };
    m_form->setImpact(instantAt(Milestone::ImpactStart), instantAt(Milestone::Recovered), zone);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_form, &IncidentForm::edited, save, [this, save] { save->setEnabled(m_form->isAcceptable()); });
    resize(startSize);
}

Incident IncidentDialog::incident() const
{
    return m_form->incident();
}

} // namespace downtimeline
