// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/reportflow.h"

#include "app/exporting/exporting.h"
#include "app/window/reportprinting.h"
#include "models/storage/wholeincidents.h"

#include <QPrinter>

namespace downtimeline {

struct ReportFlow::Incident
{
    WholeIncident whole;
    std::vector<Source> sources;
};

ReportFlow::ReportFlow(QString library, Settings &settings, Dialogs &dialogs, QWidget *window)
    : QObject(window), m_library(std::move(library)), m_settings(settings), m_dialogs(dialogs), m_window(window)
{}

ReportFlow::~ReportFlow() = default;

void ReportFlow::open(IncidentId incident, ReportDialog::Purpose purpose, const ExportScope &scope)
{
    if (m_dialog)
        return;
    m_scope = scope;
    m_incident.reset();
    m_dialog = new ReportDialog(m_settings.report(), purpose, m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &ReportDialog::choiceChanged, this, &ReportFlow::layOut);
    connect(m_dialog, &ReportDialog::exportWanted, this, [this] {
        remember();
        m_scope.events.which = m_dialog->events();
        m_dialog->accept();
        Q_EMIT exportWanted(m_scope.events);
    });
    connect(m_dialog, &ReportDialog::printWanted, this, &ReportFlow::print);
    connect(m_dialog, &QDialog::finished, &m_tasks, &TaskRunner::cancel);
    read(incident);
    m_dialogs.show(*m_dialog);
}

void ReportFlow::read(IncidentId incident)
{
    m_tasks.run<std::shared_ptr<const Incident>>(
        tr("Reading the incident"), m_dialog,
        [from = m_library, incident](const TaskContext &context) -> Result<std::shared_ptr<const Incident>> {
            Result<std::unique_ptr<Library>> library = Library::open(from, Library::Open::ReadOnly);
            if (!library)
                return std::unexpected(library.error());
            (*library)->setStopToken(context.stop);
            Result<WholeIncident> whole = wholeIncident(**library, incident, true);
            if (!whole)
                return std::unexpected(whole.error());
            Result<std::vector<Source>> sources = sourcesOf(**library, incident, true);
            if (!sources)
                return std::unexpected(sources.error());
            return std::make_shared<const Incident>(std::move(*whole), std::move(*sources));
        },
        [this](Result<std::shared_ptr<const Incident>> read) {
            if (!read) {
                m_dialog->tellFailure(read.error().message);
                return;
            }
            m_incident = std::move(*read);
            layOut();
        });
}

void ReportFlow::layOut()
{
    if (!m_incident || !m_dialog)
        return;
    const std::uint64_t wanted = ++m_wanted;
    m_dialog->setReport(nullptr);
    m_scope.events.which = m_dialog->events();
    const ExportRequest request{.report = m_dialog->choice(), .scope = m_scope};
    if (request.report.sections.empty()) {
        m_dialog->tellFailure(tr("Tick at least one section."));
        return;
    }
    using Report = std::shared_ptr<const PreparedReport>;
    m_tasks.cancel(); // what was wanted before
    m_tasks.run<Report>(
        tr("Laying the pages out"), m_dialog,
        [incident = m_incident, request](const TaskContext &context) -> Result<Report> {
            if (context.stop.stop_requested())
                return failure(Error::Code::Cancelled, tr("The choice has changed."));
            return std::make_shared<const PreparedReport>(
                scoped(incident->whole, incident->sources, request.scope), request);
        },
        [this, wanted](Result<Report> report) {
            if (report && wanted == m_wanted)
                m_dialog->setReport(std::move(*report));
        });
}

void ReportFlow::remember()
{
    m_settings.setReport(m_dialog->choice());
}

void ReportFlow::print()
{
    const std::shared_ptr<const PreparedReport> report = m_dialog->report();
    auto printer = std::make_unique<QPrinter>(QPrinter::HighResolution);
    preparePrinter(*printer, report->pages());
    if (!m_dialogs.choosePrinter(*printer))
        return;
    remember();
    m_dialog->accept();
    auto *printing = new ReportPrinting(report, std::move(printer), this);
    connect(printing, &ReportPrinting::done, this, [this, printing](bool isPrinted) {
        printing->deleteLater();
        if (isPrinted)
            Q_EMIT printed(tr("The report was sent to the printer."));
        else
            Q_EMIT failed(tr("The report could not be printed: the printer did not take its pages."));
    });
    printing->start();
}

} // namespace downtimeline
