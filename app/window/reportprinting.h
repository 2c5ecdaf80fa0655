// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exporting/preparedreport.h"

#include <QObject>
#include <QPainter>

#include <memory>

class QPrinter;

namespace downtimeline {

/// The printer's page is that of the report, without margins of its own: the report has its own.
void preparePrinter(QPrinter &printer, const ReportPages &pages);

/// Prints the chosen pages of a report, a page a turn of the event loop. A printer whose paper is another one gets each
/// page as large as its paper takes it.
class ReportPrinting : public QObject
{
    Q_OBJECT

public:
    ReportPrinting(
        std::shared_ptr<const PreparedReport> report, std::unique_ptr<QPrinter> printer, QObject *parent = nullptr);
    ~ReportPrinting() override;

    void start();

Q_SIGNALS:
    void done(bool isPrinted);

private:
    void printNext();
    void paint(std::size_t page);

    std::shared_ptr<const PreparedReport> m_report;
    std::unique_ptr<QPrinter> m_printer;
    QPainter m_painter; // ends before the printer goes
    std::size_t m_next = 0;
    std::size_t m_end = 0; ///< behind the last page
};

} // namespace downtimeline
