// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/reportdialog.h"

#include "app/window/counted.h"
#include "app/window/sectionpicker.h"
#include "widgets/import/choicebox.h"
#include "widgets/incidents/elidedlabel.h"
#include "widgets/paint/pagepreview.h"
#include "widgets/paint/plaintext.h"
#include "widgets/paint/theme.h"

#include <QCheckBox>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace downtimeline {
namespace {

constexpr QSize startSize(1120, 760);
constexpr int choicesWidth = 280;
constexpr int air = 16;
constexpr int buttonPadding = 14;

Label *caption(const QString &text, QWidget *parent)
{
    auto *label = new Label(PlainText::own(text), parent);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

ReportDialog::ReportDialog(const ReportChoice &choice, const ShownScope &shown, Purpose purpose, QWidget *parent)
    : QDialog(parent), m_papers(new ChoiceBox(tr("Page size"), this)), m_timeline(new ChoiceBox(tr("Timeline"), this)),
      m_scope(new ScopeChoice(shown, this)), m_sections(new SectionPicker(this)),
      m_data(new QCheckBox(tr("Attach the incident's data"), this)), m_preview(new PagePreview(this)),
      m_sentence(new ElidedLabel(uiFont(13), QPalette::PlaceholderText, this)),
      m_export(new QPushButton(tr("Export PDF…"), this)), m_print(new QPushButton(tr("Print…"), this)),
      m_cancel(new QPushButton(tr("Cancel"), this))
{
    setWindowTitle(purpose == Purpose::Print ? tr("Print report") : tr("Export report as PDF"));
    QPushButton *primary = purpose == Purpose::Print ? m_print : m_export;
    primary->setProperty("role", QStringLiteral("primary"));
    primary->setFont(uiFont(13, QFont::DemiBold));
    primary->setMinimumWidth(QFontMetrics(primary->font()).horizontalAdvance(primary->text()) + 2 * buttonPadding);
    for (QPushButton *button : {m_export, m_print, m_cancel})
        button->setAutoDefault(false);
    primary->setDefault(true);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addWidget(choices());
    columns->addWidget(m_preview, 1);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(columns, 1);
    rows->addWidget(footer());
    fill(choice);
    const auto changed = [this] { Q_EMIT choiceChanged(); };
    connect(m_papers, &QComboBox::currentIndexChanged, this, changed);
    connect(m_timeline, &QComboBox::currentIndexChanged, this, changed);
    connect(m_scope, &ScopeChoice::changed, this, changed);
    connect(m_sections, &SectionPicker::changed, this, changed);
    connect(m_data, &QCheckBox::toggled, this, changed);
    connect(m_export, &QPushButton::clicked, this, &ReportDialog::exportWanted);
    connect(m_print, &QPushButton::clicked, this, &ReportDialog::printWanted);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    tell();
    resize(startSize);
}

ReportDialog::~ReportDialog() = default;

QWidget *ReportDialog::choices()
{
    auto *side = new QWidget(this);
    side->setFixedWidth(choicesWidth);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(air, air, air, air);
    column->setSpacing(6);
    column->addWidget(caption(tr("Page size"), side));
    column->addWidget(m_papers);
    column->addSpacing(8);
    column->addWidget(caption(tr("Timeline"), side));
    column->addWidget(m_timeline);
    column->addSpacing(8);
    column->addWidget(m_scope);
    column->addSpacing(8);
    column->addWidget(caption(tr("Sections, in their order"), side));
    column->addWidget(m_sections, 1);
    column->addSpacing(8);
    column->addWidget(m_data);
    auto *why = caption(tr("Downtimeline opens such a PDF again."), side);
    why->setWordWrap(true);
    column->addWidget(why);
    return side;
}

QWidget *ReportDialog::footer()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(air, 11, air, 11);
    row->setSpacing(8);
    m_sentence->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_cancel);
    row->addWidget(m_print);
    row->addWidget(m_export);
    return bar;
}

void ReportDialog::fill(const ReportChoice &choice)
{
    for (const QString &word : paperWords()) {
        const PaperSize paper = *paperOf(word);
        m_papers->addItem(paperName(paper), static_cast<int>(paper));
    }
    m_papers->setCurrentIndex(m_papers->findData(static_cast<int>(choice.paper)));
    m_timeline->addItem(tr("On one page"), static_cast<int>(TimelinePaper::Fit));
    m_timeline->addItem(tr("On as many pages as it needs"), static_cast<int>(TimelinePaper::Pages));
    m_timeline->setCurrentIndex(m_timeline->findData(static_cast<int>(choice.timeline)));
    m_sections->setSections(choice.sections);
    m_data->setChecked(choice.attachesData);
}

ReportChoice ReportDialog::choice() const
{
    return {
        .paper = static_cast<PaperSize>(m_papers->currentData().toInt()),
        .sections = m_sections->sections(),
        .timeline = static_cast<TimelinePaper>(m_timeline->currentData().toInt()),
        .attachesData = m_data->isChecked()};
}

void ReportDialog::setReport(std::shared_ptr<const PreparedReport> report)
{
    m_failure.clear();
    if (report) {
        m_preview->setReport(&report->pages(), report->painters());
        m_shown = report;
    }
    m_report = std::move(report);
    tell();
}

void ReportDialog::tellFailure(const QString &sentence)
{
    m_failure = sentence;
    tell();
}

void ReportDialog::tell()
{
    const bool isReady = m_report != nullptr && m_failure.isEmpty();
    m_export->setEnabled(isReady);
    m_print->setEnabled(isReady);
    QString sentence = m_failure;
    if (sentence.isEmpty() && isReady)
        sentence = counted(static_cast<std::int64_t>(m_report->pages().pages.size()), tr("page"), tr("pages"));
    else if (sentence.isEmpty())
        sentence = tr("Laying the pages out…");
    m_sentence->setText(PlainText::foreign(QStringView(sentence)));
}

} // namespace downtimeline
