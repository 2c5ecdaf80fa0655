// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/findinglistmodel.h"
#include "models/readers/draft/importdraft.h"
#include "models/readers/tables/tablecolumns.h"
#include "widgets/import/drafttablemodel.h"

#include <QWidget>

class QListView;

namespace downtimeline {

class ColumnsPanel;
class DraftFields;
class DraftTable;
class ElidedLabel;
class Label;
class PeopleList;
class SkippedList;
class SourceLines;

/// A source that was read and is not stored yet.
struct PreviewedSource
{
    QString name;       ///< of the file, without its folder
    QString readerName; ///< "a postmortem document"
    QString text;       ///< as a person reads it
    ImportDraft draft;
    bool wasReadBefore = false;               ///< the library has some of it already
    std::optional<TableColumns> columns = {}; ///< of a table whose columns can be chosen
    bool isRemembered = false;                ///< its columns are read as the user chose for such a header before
    QString part = {};                        ///< says how much of a big file is shown; empty: all of it
    QString problem = {};                     ///< why nothing could be read of it as chosen; empty where it could
};

/// One source of the import preview: its lines at the left, what was understood at the right.
class ImportPage : public QWidget
{
    Q_OBJECT

public:
    explicit ImportPage(PreviewedSource source, QWidget *parent = nullptr);

    const PreviewedSource &source() const { return m_source; }
    const ImportDraft &draft() const { return m_source.draft; }
    /// Changes the draft from outside and shows it; the number of its events stays.
    void changeDraft(const std::function<void(ImportDraft &)> &change);
    /// Events of other sources in the incident that this goes into: those that are like one of them are proposed to be
    /// left out.
    void setStanding(std::vector<StandingEvent> standing);
    void setHeaderEditable(bool editable);
    /// The same source, read another way: what the user chose is kept where it still fits.
    void replaceReading(PreviewedSource source);
    /// The columns as they were read, whatever was wished since.
    void showColumns();

    ColumnsPanel *columns() const { return m_columns; }
    DraftFields *fields() const { return m_fields; }
    DraftTable *table() const { return m_table; }
    SourceLines *lines() const { return m_lines; }
    QListView *cards() const { return m_cards; }
    PeopleList *people() const { return m_people; }
    SkippedList *skipped() const { return m_skipped; }

Q_SIGNALS:
    void draftChanged();
    void refused(const QString &sentence);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void createWidgets();
    QWidget *rightColumn();
    void connectWidgets();
    void showIncident(std::size_t incident);
    void takeEdit();
    void showMarks();
    void showCards();
    void fitHeights();
    /// The line that a card names at that place, else its first.
    void goToCard(const QModelIndex &card, int line);
    void followLine(int line);
    void followRow(int row);

    PreviewedSource m_source;
    std::size_t m_incident = 0;
    std::vector<StandingEvent> m_standing;
    DraftTableModel m_rows;
    FindingListModel m_findings;
    ColumnsPanel *m_columns = nullptr;
    SourceLines *m_lines = nullptr;
    DraftFields *m_fields = nullptr;
    DraftTable *m_table = nullptr;
    ElidedLabel *m_story = nullptr;
    Label *m_others = nullptr;
    QListView *m_cards = nullptr;
    PeopleList *m_people = nullptr;
    SkippedList *m_skipped = nullptr;
};

} // namespace downtimeline
