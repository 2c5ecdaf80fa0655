// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exporting/preparedreport.h"
#include "app/window/scopechoice.h"

#include <QDialog>

#include <memory>

class QCheckBox;
class QPushButton;

namespace downtimeline {

class ChoiceBox;
class ElidedLabel;
class PagePreview;
class SectionPicker;

/// What a report has and on which paper, with its pages as they will be written or printed. It lays nothing out itself:
/// it asks by choiceChanged() and is given the pages.
class ReportDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Purpose { Export, Print }; ///< what Return does

    ReportDialog(const ReportChoice &choice, const ShownScope &shown, Purpose purpose, QWidget *parent = nullptr);
    ~ReportDialog() override;

    ReportChoice choice() const;
    /// What of the incident the report is about, and with names or roles.
    ScopeChoice *scope() const { return m_scope; }
    /// The pages of choice(); none while they are laid out.
    void setReport(std::shared_ptr<const PreparedReport> report);
    std::shared_ptr<const PreparedReport> report() const { return m_report; }
    /// Why there are no pages.
    void tellFailure(const QString &sentence);

    PagePreview *preview() const { return m_preview; }
    SectionPicker *sections() const { return m_sections; }
    ChoiceBox *paperBox() const { return m_papers; }
    ChoiceBox *timelineBox() const { return m_timeline; }
    QCheckBox *dataBox() const { return m_data; }
    QPushButton *exportButton() const { return m_export; }
    QPushButton *printButton() const { return m_print; }
    QPushButton *cancelButton() const { return m_cancel; }

Q_SIGNALS:
    void choiceChanged();
    void exportWanted();
    void printWanted();

private:
    QWidget *choices();
    QWidget *footer();
    void fill(const ReportChoice &choice);
    void tell();

    ChoiceBox *m_papers;
    ChoiceBox *m_timeline;
    ScopeChoice *m_scope;
    SectionPicker *m_sections;
    QCheckBox *m_data;
    PagePreview *m_preview;
    ElidedLabel *m_sentence;
    QPushButton *m_export;
    QPushButton *m_print;
    QPushButton *m_cancel;
    std::shared_ptr<const PreparedReport> m_report;
    std::shared_ptr<const PreparedReport> m_shown; ///< in the preview: the last one until there is a new one
    QString m_failure;
};

} // namespace downtimeline
