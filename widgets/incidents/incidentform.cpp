// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incidents/incidentform.h"

#include "models/analysis/impact.h"
#include "models/items/eventtimetext.h"
#include "models/items/incidententry.h"
#include "models/timeline/statedzone.h"
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

/// What is taken without the user: nothing is known of that where the user states it.
std::optional<Instant> withoutUser(std::optional<Instant> taken, const std::optional<WrittenTime> &time)
{
    return statedByUser(time) ? std::nullopt : taken;
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
    addImpactTimes(form);
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
    setImpact({}, {}, statedZone(incident.offset, incident.zone));
}

void IncidentForm::setImpact(std::optional<Instant> start, std::optional<Instant> end, const DisplayZone &zone)
{
    m_takenStart = start;
    m_takenEnd = end;
    m_zone = zone;
    const auto show = [&zone](QLineEdit &line, const std::optional<WrittenTime> &time, std::optional<Instant> taken) {
        const std::optional<Instant> own = statedByUser(time);
        fill(line, own ? editableTimeText(*own, zone).toStdString() : std::string());
        line.setPlaceholderText(taken ? tr("%1, from the events").arg(editableTimeText(*taken, zone)) : QString());
    };
    show(*m_impactStart, m_incident.startedAt, withoutUser(start, m_incident.startedAt));
    show(*m_impactEnd, m_incident.endedAt, withoutUser(end, m_incident.endedAt));
    m_problem->clear();
}

Result<std::optional<WrittenTime>>
IncidentForm::timeIn(const QLineEdit &line, const std::optional<WrittenTime> &before) const
{
    if (!line.isModified())
        return before;
    if (line.text().trimmed().isEmpty())
        return statedByUser(before) ? std::nullopt : before; // what a source states stays
    const auto taken = &line == m_impactStart ? m_takenStart : m_takenEnd;
    const Instant near = taken.value_or(m_takenStart.value_or(m_takenEnd.value_or(Instant{})));
    const Result<Instant> at = parseEditedTime(line.text(), near, m_zone);
    if (!at)
        return std::unexpected(at.error());
    return timeOfUser(*at, m_incident.offset);
}

Status IncidentForm::check() const
{
    const Result<std::optional<WrittenTime>> start = timeIn(*m_impactStart, m_incident.startedAt);
    const Result<std::optional<WrittenTime>> end = timeIn(*m_impactEnd, m_incident.endedAt);
    if (!start || !end)
        return std::unexpected(start ? end.error() : start.error());
    const std::optional<Instant> ownStart = statedByUser(*start);
    const std::optional<Instant> ownEnd = statedByUser(*end);
    const std::optional<Instant> from = ownStart ? ownStart : m_takenStart;
    const std::optional<Instant> until = ownEnd ? ownEnd : m_takenEnd;
    if ((ownStart || ownEnd) && from && until && *until <= *from)
        return failure(Error::Code::Usage, tr("The impact must end after it starts: choose a later end."));
    return {};
}

Incident IncidentForm::incident() const
{
    Incident result = m_incident;
    take(*m_title, result.title);
    const int severity = m_severity->currentIndex();
    result.severity = severity > 0 ? std::optional(static_cast<Severity>(severity)) : std::nullopt;
    take(*m_service, result.service);
    take(*m_impact, result.impact);
    result.startedAt = timeIn(*m_impactStart, m_incident.startedAt).value_or(m_incident.startedAt);
    result.endedAt = timeIn(*m_impactEnd, m_incident.endedAt).value_or(m_incident.endedAt);
    take(*m_summary, result.summary);
    take(*m_rootCause, result.rootCause);
    take(*m_resolution, result.resolution);
    return result;
}

bool IncidentForm::isAcceptable() const
{
    return !m_title->text().trimmed().isEmpty() && check();
}

QLineEdit *IncidentForm::addLine(QFormLayout *form, const QString &name)
{
    auto *line = new QLineEdit(this);
    line->setAccessibleName(name);
    form->addRow(new Label(PlainText::own(name), this), line);
    connect(line, &QLineEdit::textEdited, this, &IncidentForm::edited);
    return line;
}

void IncidentForm::addImpactTimes(QFormLayout *form)
{
    m_impactStart = addLine(form, tr("Impact start"));
    m_impactEnd = addLine(form, tr("Impact end"));
    m_problem = new Label(this);
    m_problem->setWordWrap(true);
    m_problem->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_problem->setMinimumHeight(2 * m_problem->fontMetrics().lineSpacing()); // so that nothing moves when it speaks
    form->addRow(QString(), m_problem);
    for (const QLineEdit *line : {m_impactStart, m_impactEnd}) {
        connect(line, &QLineEdit::textEdited, this, [this] {
            const Status checked = check();
            m_problem->setText(checked ? PlainText() : PlainText::foreign(QStringView(checked.error().message)));
        });
    }
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
