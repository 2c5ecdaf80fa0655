// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/import/columnspanel.h"

#include "models/readers/tables/csvnumbers.h"
#include "widgets/import/choicebox.h"
#include "widgets/import/columnstable.h"
#include "widgets/paint/plaintext.h"
#include "widgets/paint/theme.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace downtimeline {
namespace {

constexpr int mostRows = 5; ///< shown at once
constexpr std::size_t mostUnfolded = 12;
constexpr int widestChoice = 18; ///< characters

bool asks(std::span<const Question> open, Question::About about, std::string_view word = {})
{
    return std::ranges::any_of(open, [about, word](const Question &question) {
        return question.about == about && question.message.find(word) != std::string::npos;
    });
}

/// "1250" of "1,250" for a comma that parts thousands, "1.25" for one that is a decimal mark.
QString numberWords(const std::string &number, char mark)
{
    const std::optional<Quantity> quantity = quantityOf(number, mark);
    return QString::number(quantity ? quantity->value : 0, 'g', 12);
}

} // namespace

ColumnsPanel::ColumnsPanel(QWidget *parent) : QWidget(parent)
{
    createWidgets();
    layOut();
    connectWidgets();
    hide();
}

void ColumnsPanel::createWidgets()
{
    m_heading = new QToolButton(this);
    m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_heading->setFocusPolicy(Qt::TabFocus);
    m_heading->setFont(uiFont(12));
    m_sort = new ChoiceBox(tr("What the rows tell"), this, ChoiceBox::Frame::Flat);
    m_sort->addItem(tr("each row is an event"));
    m_sort->addItem(tr("columns are metrics"));
    m_order = new ChoiceBox(tr("Day or month first"), this);
    m_comma = new ChoiceBox(tr("Comma in numbers"), this);
    m_order->setMinimumContentsLength(widestChoice);
    m_comma->setMinimumContentsLength(widestChoice);
    m_table = new ColumnsTable(m_columns, this);
    m_rememberedLine = new QWidget(this);
    m_remembered =
        new Label(PlainText::own(tr("Read as you chose for a file with these columns before.")), m_rememberedLine);
    m_remembered->setForegroundRole(QPalette::PlaceholderText);
    m_remembered->setFont(uiFont(12));
    m_forget = new QToolButton(m_rememberedLine);
    m_forget->setText(tr("Forget"));
    m_forget->setAccessibleName(tr("Forget what was chosen for these columns"));
    m_forget->setFont(uiFont(12));
    m_forget->setProperty("role", QStringLiteral("outline"));
    m_forget->setFocusPolicy(Qt::TabFocus);
}

void ColumnsPanel::layOut()
{
    auto *top = new QHBoxLayout;
    top->setContentsMargins(8, 0, 14, 0);
    top->setSpacing(8);
    top->addWidget(m_heading);
    top->addStretch(1);
    top->addWidget(m_order);
    top->addWidget(m_comma);
    top->addWidget(m_sort);
    auto *line = new QHBoxLayout(m_rememberedLine);
    line->setContentsMargins(18, 0, 14, 4);
    line->setSpacing(8);
    line->addWidget(m_remembered);
    line->addWidget(m_forget);
    line->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 8);
    column->setSpacing(2);
    column->addLayout(top);
    column->addWidget(m_rememberedLine);
    column->addWidget(m_table);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ColumnsPanel::connectWidgets()
{
    connect(m_heading, &QToolButton::clicked, this, [this] { unfold(!m_isUnfolded); });
    connect(&m_columns, &ColumnsModel::chosen, this, &ColumnsPanel::wishAsChosen);
    connect(&m_columns, &ColumnsModel::refused, this, &ColumnsPanel::refused);
    connect(m_sort, &QComboBox::activated, this, [this](int index) {
        const TableSort sort = index == 0 ? TableSort::Events : TableSort::Metrics;
        if (sort != m_columns.table().sort)
            Q_EMIT wished({.sort = sort, .columns = {}});
    });
    connect(m_order, &QComboBox::activated, this, [this](int index) {
        const auto order = static_cast<DateOrder>(m_order->itemData(index).toInt());
        if (order != m_columns.table().order())
            m_columns.setOrder(order);
    });
    connect(
        m_comma, &QComboBox::activated, this, [this](int index) { m_columns.setDecimalMark(index == 0 ? '.' : ','); });
    connect(m_forget, &QToolButton::clicked, this, &ColumnsPanel::forgetWished);
}

void ColumnsPanel::wishAsChosen()
{
    tellHeading();
    Q_EMIT wished({.sort = m_columns.table().sort, .columns = m_columns.table().choices()});
}

void ColumnsPanel::setTable(const TableColumns &table, std::span<const Question> open, bool isRemembered)
{
    const bool isFirst = m_columns.rowCount() == 0;
    m_columns.setTable(table);
    m_sort->setCurrentIndex(table.sort == TableSort::Events ? 0 : 1);
    m_sort->updateGeometry();
    fillOrder(table, open);
    fillComma(table, open);
    m_rememberedLine->setVisible(isRemembered);
    unfold(isFirst ? table.columns.size() <= mostUnfolded || !open.empty() : m_isUnfolded);
    show();
}

/// Offered where the first rows leave it open; what was chosen can be swapped.
void ColumnsPanel::fillOrder(const TableColumns &table, std::span<const Question> open)
{
    const bool isChosen = table.order() != DateOrder::Unknown;
    const bool isAsked = asks(open, Question::About::DayFirst);
    m_order->clear();
    if (!isChosen)
        m_order->addItem(
            isAsked ? tr("Day or month first?") : tr("as other dates tell"), static_cast<int>(DateOrder::Unknown));
    m_order->addItem(tr("Day first: 31/12"), static_cast<int>(DateOrder::DayFirst));
    m_order->addItem(tr("Month first: 12/31"), static_cast<int>(DateOrder::MonthFirst));
    m_order->setCurrentIndex(m_order->findData(static_cast<int>(table.order())));
    m_order->setDoubtful(isAsked);
    m_order->setVisible(!table.openDate.empty() || isAsked || isChosen);
    setToolTipText(
        m_order,
        PlainText::foreign(QStringView(tr("“%1” can be read both ways.").arg(QString::fromStdString(table.openDate)))));
}

void ColumnsPanel::fillComma(const TableColumns &table, std::span<const Question> open)
{
    m_comma->clear();
    const QString number = QString::fromStdString(table.openNumber);
    for (const char mark : {'.', ','})
        m_comma->addItem(tr("%1 is %2").arg(number, numberWords(table.openNumber, mark)));
    m_comma->setCurrentIndex(table.decimalMark == ',' ? 1 : 0);
    m_comma->setDoubtful(asks(open, Question::About::Columns, table.openNumber));
    m_comma->setVisible(!table.openNumber.empty());
}

void ColumnsPanel::tellHeading()
{
    const int count = m_columns.rowCount();
    m_heading->setText(
        count == 1 ? tr("1 column") : tr("%1 of %2 columns are read").arg(m_columns.readCount()).arg(count));
}

void ColumnsPanel::unfold(bool unfolded)
{
    m_isUnfolded = unfolded;
    tellHeading();
    m_heading->setArrowType(unfolded ? Qt::DownArrow : Qt::RightArrow);
    m_table->setVisible(unfolded);
    const int rows = std::max(0, m_columns.rowCount() - mostRows) * ColumnsTable::rowHeight;
    m_table->setFixedHeight(m_table->wholeHeight() - rows);
}

} // namespace downtimeline
