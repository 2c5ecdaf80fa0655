// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/readers/draft/importdraft.h"

#include <QWidget>

class QGridLayout;
class QLineEdit;

namespace downtimeline {

class ChoiceBox;

/// Title, severity, date, zone and clock shift of a draft, above its events. It changes the draft that it shows; what
/// cannot be read is refused with a sentence and taken back.
class DraftFields : public QWidget
{
    Q_OBJECT

public:
    explicit DraftFields(QWidget *parent = nullptr);

    /// Not owned; `text` is that of the source.
    void setDraft(ImportDraft *draft, std::size_t incident, const QString &text);
    /// The draft was changed from outside.
    void refresh();
    /// Off where the draft goes into an incident that has a title already.
    void setHeaderEditable(bool editable);
    /// Of a big file only the first rows are shown: day and zone are open only where the rows state none.
    void setOfPart(bool isPart) { m_isOfPart = isPart; }

    QLineEdit *title() const { return m_title; }
    ChoiceBox *severity() const { return m_severity; }
    ChoiceBox *day() const { return m_day; }
    ChoiceBox *zone() const { return m_zone; }
    QLineEdit *clockShift() const { return m_shift; }
    /// Shown only where a source tells of several incidents.
    ChoiceBox *incidents() const { return m_incidents; }

Q_SIGNALS:
    /// A field changed the draft.
    void edited();
    void refused(const QString &sentence);
    void incidentChosen(int incident);

private:
    void createFields();
    void layOut();
    void connectFields();
    DraftIncident &incident() const { return m_draft->incidents[m_incident]; }
    void fillIncidents();
    void fillDays();
    void fillZones();
    void showDoubts();
    void chooseDay(int option);
    void takeTypedDay();
    void chooseZone(int item);
    void takeTypedZone();
    void takeShift();
    void placeAgain();

    ImportDraft *m_draft = nullptr;
    std::size_t m_incident = 0;
    std::vector<DayOption> m_days;
    QString m_readZone; ///< what the source says of its zone, in words
    std::string m_text;
    QLineEdit *m_title = nullptr;
    ChoiceBox *m_severity = nullptr;
    ChoiceBox *m_day = nullptr;
    ChoiceBox *m_zone = nullptr;
    QLineEdit *m_shift = nullptr;
    ChoiceBox *m_incidents = nullptr;
    QWidget *m_incidentsLabel = nullptr;
    bool m_isOfPart = false;
    bool m_isFilling = false;
};

} // namespace downtimeline
