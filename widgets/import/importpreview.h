// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/import/importfooter.h"
#include "widgets/import/importpage.h"

#include <QDialog>

class QStackedWidget;
class QToolButton;

namespace downtimeline {

/// What was read, before anything of it is stored: a page a source, one Import for all. It stores nothing itself.
class ImportPreview : public QDialog
{
    Q_OBJECT

public:
    /// At least one source.
    explicit ImportPreview(std::vector<PreviewedSource> sources, QWidget *parent = nullptr);
    ~ImportPreview() override;

    /// Where it can go; the first place is chosen unless `chosen` is among them.
    void setPlaces(std::vector<ImportPlace> places, const ImportDestination &chosen);
    ImportDestination destination() const { return m_footer->destination(); }

    /// Events of other sources in the incident that the page goes into.
    void setStanding(int index, std::vector<StandingEvent> standing);

    /// While the library is asked about another destination nothing can be imported.
    void setLooking(bool looking);
    bool isLooking() const { return m_isLooking || m_isRereading; }
    /// While a source is read again nothing can be imported, and Cancel stops the reading.
    void setRereading(bool rereading);

    int count() const { return static_cast<int>(m_pages.size()); }
    ImportPage *page(int index) const { return m_pages[static_cast<std::size_t>(index)]; }
    int currentPage() const;
    void showPage(int index);
    ImportFooter *footer() const { return m_footer; }
    QToolButton *previousButton() const { return m_previous; }
    QToolButton *nextButton() const { return m_next; }
    /// The sentence below the title.
    QString sentence() const;

    void accept() override;
    void reject() override;

Q_SIGNALS:
    /// Where it goes was changed: what is known there has to be told to the pages.
    void destinationChosen();
    /// The columns of that page mean something else: its source has to be read again.
    void columnsWished(int page, const downtimeline::ColumnsWish &wish);
    /// What was remembered for the columns of that page is to be forgotten.
    void forgetWished(int page);
    /// What is being read again is to stay as it was.
    void stopWished();

private:
    QWidget *header();
    void layOut();
    void connectPages();
    void tell();
    void tellStanding();

    std::vector<ImportPage *> m_pages;
    std::vector<std::vector<StandingEvent>> m_standing; ///< one list a page
    QStackedWidget *m_stack;
    ImportFooter *m_footer;
    ElidedLabel *m_title;
    ElidedLabel *m_sentence;
    Label *m_place;
    QToolButton *m_previous;
    QToolButton *m_next;
    bool m_isTelling = false;
    bool m_isLooking = false;
    bool m_isRereading = false;
};

} // namespace downtimeline
