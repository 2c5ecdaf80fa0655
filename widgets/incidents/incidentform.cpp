// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incidents/incidentform.h"

#include "models/items/incidententry.h"
#include "widgets/paint/plaintext.h"
#include "widgets/paint/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>

namespace downtimeline {
namespace {

constexpr int textHeight = 72;

void fill(QLineEdit &line, const std::string &text)
{
    line.setText(QString::fromStdString(text));
    line.setCursorPosition(0);
    line.setModified(false);
}

void fill(QPlainTextEdit &edit, const std::string &text)
{
    const QSignalBlocker quiet(edit); // filling is no edit
    edit.setPlainText(QString::fromStdString(text));
    edit.document()->setModified(false);
}

void take(const QLineEdit &line, std::string &text)
{
    if (line.isModified())
        text = line.text().trimmed().toStdString();
}

void take(const QPlainTextEdit &edit, std::string &text)
{
    if (edit.document()->isModified())
        text = edit.toPlainText().trimmed().toStdString();
}

} // namespace

IncidentForm::IncidentForm(QWidget *parent) : QWidget(parent)
{
    auto *form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    form->setVerticalSpacing(8);
    form->setHorizontalSpacing(16);
    m_title = addLine(form, tr("Title"));
    addSeverities(form);
    m_service = addLine(form, tr("Service"));
    m_impact = addLine(form, tr("Impact"));
    m_summary = addText(form, tr("Summary"));
    m_rootCause = addText(form, tr("Root cause"));
    m_resolution = addText(form, tr("Resolution"));
}

void IncidentForm::setIncident(const Incident &incident)
{
    m_incident = incident;
    fill(*m_title, incident.title);
    m_severity->setCurrentIndex(incident.severity ? static_cast<int>(*incident.severity) : 0);
    fill(*m_service, incident.service);
    fill(*m_impact, incident.impact);
    fill(*m_summary, incident.summary);
    fill(*m_rootCause, incident.rootCause);
    fill(*m_resolution, incident.resolution);
}

Incident IncidentForm::incident() const
{
    Incident result = m_incident;
    take(*m_title, result.title);
    const int severity = m_severity->currentIndex();
    result.severity = severity > 0 ? std::optional(static_cast<Severity>(severity)) : std::nullopt;
    take(*m_service, result.service);
    take(*m_impact, result.impact);
    take(*m_summary, result.summary);
    take(*m_rootCause, result.rootCause);
    take(*m_resolution, result.resolution);
    return result;
}

bool IncidentForm::isAcceptable() const
{
    return !m_title->text().trimmed().isEmpty();
}

QLineEdit *IncidentForm::addLine(QFormLayout *form, const QString &name)
{
    auto *line = new QLineEdit(this);
    line->setAccessibleName(name);
    form->addRow(new Label(PlainText::own(name), this), line);
    connect(line, &QLineEdit::textEdited, this, &IncidentForm::edited);
    return line;
}

QPlainTextEdit *IncidentForm::addText(QFormLayout *form, const QString &name)
{
    auto *text = new QPlainTextEdit(this);
    text->setAccessibleName(name);
    text->setTabChangesFocus(true);
    text->setMinimumHeight(textHeight);
    text->setFrameShape(QFrame::NoFrame);
    text->viewport()->setBackgroundRole(QPalette::AlternateBase);
    form->addRow(new Label(PlainText::own(name), this), text);
    connect(text, &QPlainTextEdit::textChanged, this, &IncidentForm::edited);
    return text;
}

void IncidentForm::addSeverities(QFormLayout *form)
{
    m_severity = new QComboBox(this);
    m_severity->setAccessibleName(tr("Severity"));
    m_severity->addItem(tr("Not stated"));
    for (const Severity severity : {Severity::Sev1, Severity::Sev2, Severity::Sev3, Severity::Sev4, Severity::Sev5})
        m_severity->addItem(severityLabel(severity)); // the index is the number of the severity
    form->addRow(new Label(PlainText::own(tr("Severity")), this), m_severity);
    connect(m_severity, &QComboBox::activated, this, &IncidentForm::edited);
}

} // namespace downtimeline
