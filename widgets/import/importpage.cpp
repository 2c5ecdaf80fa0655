// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/import/importpage.h"

#include "models/readers/draft/eventlikeness.h"
#include "widgets/import/columnspanel.h"
#include "widgets/import/draftdelegate.h"
#include "widgets/import/draftfields.h"
#include "widgets/import/drafttable.h"
#include "widgets/import/importwords.h"
#include "widgets/import/peoplelist.h"
#include "widgets/import/skippedlist.h"
#include "widgets/import/sourcelines.h"
#include "widgets/incidents/elidedlabel.h"
#include "widgets/incidents/findingdelegate.h"
#include "widgets/paint/theme.h"

#include <QLineEdit>
#include <QListView>
#include <QMouseEvent>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace downtimeline {
namespace {

constexpr int mostOthers = 4;
constexpr int leastRows = 3;
constexpr double mostCardsShare = 0.36;
constexpr double mostCardsShareBelowColumns = 0.2;

std::map<int, LineMark> marksOf(const ImportDraft &draft)
{
    std::map<int, LineMark> marks;
    for (const DraftIncident &incident : draft.incidents) {
        for (std::size_t i = 0; i < incident.choices.size(); ++i) {
            const DraftEvent &choice = incident.choices[i];
            const Event &read = incident.read.events[i];
            if (read.line <= 0)
                continue;
            LineMark &mark = marks[read.line];
            if (choice.isTaken() || !choice.canBeTaken())
                mark.kind = choice.kind.value_or(read.kind);
            else
                mark.isLeftOut = true;
        }
        for (const Finding &finding : incident.read.findings) {
            for (const int line : finding.lines)
                marks[line].isFinding = true;
        }
    }
    for (const Skip &skip : draft.skipped) {
        if (skip.line > 0 && marks[skip.line].skipped.empty())
            marks[skip.line].skipped = skip.reason;
    }
    return marks;
}

} // namespace

ImportPage::ImportPage(PreviewedSource source, QWidget *parent) : QWidget(parent), m_source(std::move(source))
{
    createWidgets();
    auto *columns = new QSplitter(Qt::Horizontal, this);
    columns->addWidget(m_lines);
    columns->addWidget(rightColumn());
    columns->setStretchFactor(0, 2);
    columns->setStretchFactor(1, 3);
    columns->setChildrenCollapsible(false);
    columns->setHandleWidth(1);
    columns->setSizes({470, 710});
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(columns);
    connectWidgets();
    m_lines->lines().setText(m_source.text);
    m_rows.setReadOnly(!m_source.part.isEmpty());
    m_fields->setOfPart(!m_source.part.isEmpty());
    m_fields->title()->setPlaceholderText(m_source.name); // what storage calls an incident without a title
    m_people->setPeople(m_source.part.isEmpty() ? m_source.draft.persons : std::vector<DraftPerson>());
    m_skipped->setSkips(m_source.draft.skipped);
    showIncident(0);
    showColumns();
}

void ImportPage::replaceReading(PreviewedSource source)
{
    carryChoices(m_source.draft, source.draft);
    m_rows.setDraft(nullptr, 0);
    m_source = std::move(source);
    m_people->setPeople(m_source.part.isEmpty() ? m_source.draft.persons : std::vector<DraftPerson>());
    m_skipped->setSkips(m_source.draft.skipped);
    showIncident(m_incident < m_source.draft.incidents.size() ? m_incident : 0);
    showColumns();
    fitHeights();
}

void ImportPage::showColumns()
{
    if (!m_source.columns || m_source.draft.incidents.empty())
        return;
    const std::vector<Question> open = openQuestions(m_source.draft.incidents.front());
    m_columns->setTable(*m_source.columns, open, m_source.isRemembered);
}

void ImportPage::createWidgets()
{
    m_lines = new SourceLines(this);
    m_lines->setMinimumWidth(220);
    m_columns = new ColumnsPanel(this);
    m_fields = new DraftFields(this);
    m_table = new DraftTable(m_rows, this);
    m_story = new ElidedLabel(uiFont(12), QPalette::PlaceholderText, this);
    m_others = new Label(this);
    m_others->setForegroundRole(QPalette::PlaceholderText);
    m_cards = new QListView(this);
    m_cards->setAccessibleName(tr("Findings"));
    m_cards->setModel(&m_findings);
    m_cards->setItemDelegate(new FindingDelegate(m_cards));
    m_cards->setFrameShape(QFrame::NoFrame);
    m_cards->setResizeMode(QListView::Adjust);
    m_cards->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_cards->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_people = new PeopleList(this);
    m_skipped = new SkippedList(this);
}

QWidget *ImportPage::rightColumn()
{
    auto *right = new QWidget(this);
    right->setMinimumWidth(480);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_fields);
    column->addWidget(m_columns);
    column->addWidget(m_table, 1);
    auto *words = new QVBoxLayout;
    words->setContentsMargins(18, 7, 14, 9);
    words->setSpacing(4);
    words->addWidget(m_story);
    words->addWidget(m_others);
    column->addLayout(words);
    column->addWidget(m_cards);
    column->addWidget(m_people);
    column->addWidget(m_skipped);
    column->addStretch(0);
    return right;
}

void ImportPage::connectWidgets()
{
    connect(m_fields, &DraftFields::edited, this, &ImportPage::takeEdit);
    connect(m_fields, &DraftFields::refused, this, &ImportPage::refused);
    connect(m_columns, &ColumnsPanel::refused, this, &ImportPage::refused);
    connect(m_fields, &DraftFields::incidentChosen, this, [this](int incident) {
        showIncident(static_cast<std::size_t>(incident));
    });
    connect(&m_rows, &DraftTableModel::edited, this, &ImportPage::takeEdit);
    connect(&m_rows, &DraftTableModel::editRefused, this, &ImportPage::refused);
    connect(m_table, &DraftTable::rowChosen, this, &ImportPage::followRow);
    connect(m_lines, &SourceLines::lineChosen, this, &ImportPage::followLine);
    connect(m_skipped, &SkippedList::lineRequested, m_lines, &SourceLines::showLine);
    connect(m_people, &PeopleList::folded, this, &ImportPage::fitHeights);
    connect(m_people, &PeopleList::ticked, this, [this](int person, bool taken) {
        m_source.draft.persons[static_cast<std::size_t>(person)].isTaken = taken;
    });
    connect(m_skipped, &SkippedList::folded, this, &ImportPage::fitHeights);
    connect(m_cards, &QListView::activated, this, [this](const QModelIndex &card) { goToCard(card, 0); });
    m_cards->viewport()->installEventFilter(this);
}

bool ImportPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_cards->viewport() && event->type() == QEvent::MouseButtonRelease) {
        const QPoint at = static_cast<QMouseEvent *>(event)->position().toPoint();
        const QModelIndex card = m_cards->indexAt(at);
        if (card.isValid())
            goToCard(card, FindingDelegate::lineAt(*m_cards, card, at));
    }
    return QWidget::eventFilter(watched, event);
}

void ImportPage::goToCard(const QModelIndex &card, int line)
{
    const std::vector<int> &lines = m_findings.findingAt(card.row()).lines;
    const int wanted = line > 0 || lines.empty() ? line : lines.front();
    if (wanted <= 0)
        return;
    m_lines->showLine(wanted);
    followLine(wanted);
}

void ImportPage::changeDraft(const std::function<void(ImportDraft &)> &change)
{
    change(m_source.draft);
    for (DraftIncident &incident : m_source.draft.incidents)
        place(incident);
    m_fields->refresh();
    takeEdit();
}

void ImportPage::setStanding(std::vector<StandingEvent> standing)
{
    if (m_standing == standing)
        return;
    m_standing = std::move(standing);
    takeEdit();
}

void ImportPage::setHeaderEditable(bool editable)
{
    m_fields->setHeaderEditable(editable || m_incident > 0);
}

void ImportPage::showIncident(std::size_t incident)
{
    m_incident = incident;
    m_rows.setDraft(&m_source.draft, incident);
    if (incident < m_source.draft.incidents.size())
        m_fields->setDraft(&m_source.draft, incident, m_source.text);
    m_story->setText({});
    takeEdit();
}

/// Whatever changed: likenesses, rows, marks and cards follow from the draft.
void ImportPage::takeEdit()
{
    if (!m_source.draft.incidents.empty())
        proposeLikenesses(m_source.draft, m_source.draft.incidents.front(), m_standing);
    m_rows.refresh();
    showMarks();
    showCards();
    if (m_table->currentIndex().isValid() && m_table->selectionModel()->hasSelection())
        m_story->setText(PlainText::foreign(QStringView(m_rows.storyOf(m_table->currentIndex().row()))));
    Q_EMIT draftChanged();
}

void ImportPage::showMarks()
{
    m_lines->lines().setMarks(marksOf(m_source.draft));
}

void ImportPage::showCards()
{
    if (m_incident >= m_source.draft.incidents.size())
        return;
    const DraftIncident &incident = m_source.draft.incidents[m_incident];
    m_findings.setFindings(cardsOf(incident));
    m_cards->setVisible(m_findings.rowCount() > 0);
    QStringList others = otherWords(incident);
    if (others.size() > mostOthers) {
        const qsizetype more = others.size() - mostOthers + 1;
        others = others.mid(0, mostOthers - 1) << tr("and %1 more").arg(more);
    }
    m_others->setText(PlainText::foreign(QStringView(others.join(u'\n'))));
    m_others->setVisible(!others.isEmpty());
    const bool isOfMetrics = m_source.columns && m_source.columns->sort == TableSort::Metrics;
    m_table->setVisible(m_rows.rowCount() > 0 || (others.isEmpty() && !isOfMetrics));
    fitHeights();
}

/// The table is as high as its rows, so that the cards follow it; where there is no room it scrolls.
void ImportPage::fitHeights()
{
    m_table->setMaximumHeight(m_table->wholeHeight());
    m_table->setMinimumHeight(std::min(m_table->wholeHeight(), (leastRows + 1) * DraftDelegate::rowHeight));
    int cards = 2;
    for (int row = 0; row < std::min(50, m_findings.rowCount()); ++row)
        cards += m_cards->itemDelegate()->sizeHint(QStyleOptionViewItem(), m_findings.index(row)).height();
    const double share = m_source.columns ? mostCardsShareBelowColumns : mostCardsShare;
    m_cards->setFixedHeight(std::min(cards, static_cast<int>(height() * share)));
}

void ImportPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitHeights();
}

void ImportPage::followLine(int line)
{
    for (std::size_t i = 0; i < m_source.draft.incidents.size(); ++i) {
        const std::vector<Event> &events = m_source.draft.incidents[i].read.events;
        if (std::ranges::find(events, line, &Event::line) == events.end())
            continue;
        if (i != m_incident)
            showIncident(i);
        m_table->showRow(m_rows.rowOfLine(line));
        m_story->setText(PlainText::foreign(QStringView(m_rows.storyOf(m_rows.rowOfLine(line)))));
        return;
    }
    m_table->showRow(-1);
    m_story->setText({});
}

void ImportPage::followRow(int row)
{
    m_lines->showLine(m_rows.index(row, 0).data(DraftTableModel::LineRole).toInt());
    m_story->setText(PlainText::foreign(QStringView(m_rows.storyOf(row))));
}

} // namespace downtimeline
