// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/reportflow.h"

#include "app/exporting/exporting.h"
#include "app/window/reportprinting.h"
#include "models/storage/personstore.h"
#include "models/storage/wholeincidents.h"

#include <QPrinter>

namespace downtimeline {

/// The incident as it is stored, and whose names are hidden where that is wanted.
struct ReportFlow::Incident : ExportedIncident
{
    Persons persons;
};

ReportFlow::ReportFlow(QString library, Settings &settings, Dialogs &dialogs, QWidget *window)
    : QObject(window), m_library(std::move(library)), m_settings(settings), m_dialogs(dialogs), m_window(window)
{}

ReportFlow::~ReportFlow() = default;

void ReportFlow::open(IncidentId incident, ReportDialog::Purpose purpose, const ShownScope &shown)
{
    if (m_dialog)
        return;
    m_incident.reset();
    m_dialog = new ReportDialog(m_settings.report(), shown, purpose, m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &ReportDialog::choiceChanged, this, &ReportFlow::layOut);
    connect(m_dialog, &ReportDialog::exportWanted, this, [this] {
        remember();
        const ExportScope scope = m_dialog->scope()->scope();
        const bool hideNames = m_dialog->scope()->hidesNames();
        m_dialog->accept();
        Q_EMIT exportWanted(scope, hideNames);
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
            Result<Persons> persons = PersonStore(**library).list();
            if (!persons)
                return std::unexpected(persons.error());
            return std::make_shared<const Incident>(
                Incident{{std::move(*whole), std::move(*sources)}, std::move(*persons)});
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
    const ExportRequest request{
        .report = m_dialog->choice(),
        .scope = m_dialog->scope()->scope(),
        .hideNames = m_dialog->scope()->hidesNames()};
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
            if (!request.hideNames)
                return std::make_shared<const PreparedReport>(
                    scoped(incident->whole, incident->sources, request.scope), request);
            const ExportedIncident roles = withoutNames(incident->whole, incident->sources, incident->persons);
            return std::make_shared<const PreparedReport>(scoped(roles.whole, roles.sources, request.scope), request);
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
