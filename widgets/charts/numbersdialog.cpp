// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/numbersdialog.h"

#include <QAbstractTableModel>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace downtimeline {

namespace {

constexpr QSize startSize(640, 520);
constexpr int rowHeight = 26;
constexpr int widestColumn = 320;

/// The table as a view takes it.
class NumbersModel : public QAbstractTableModel
{
public:
    NumbersModel(const ChartNumbers &numbers, QObject *parent) : QAbstractTableModel(parent), m_numbers(numbers) {}

    int rowCount(const QModelIndex &parent) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_numbers.rows.size());
    }
    int columnCount(const QModelIndex &parent) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_numbers.headers.size());
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        const QString &text = m_numbers.rows[static_cast<std::size_t>(index.row())][index.column()];
        if (role == Qt::DisplayRole)
            return text;
        if (role == Qt::TextAlignmentRole)
            return QVariant::fromValue(Qt::AlignVCenter | (isNumber(text) ? Qt::AlignRight : Qt::AlignLeft));
        return {};
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation == Qt::Horizontal && role == Qt::DisplayRole && section < m_numbers.headers.size())
            return m_numbers.headers[section];
        return QAbstractTableModel::headerData(section, orientation, role);
    }

private:
    static bool isNumber(const QString &text)
    {
        bool isOne = false;
        (void)text.toDouble(&isOne);
        return isOne;
    }

    const ChartNumbers &m_numbers;
};

} // namespace

NumbersDialog::NumbersDialog(const PlainText &title, ChartNumbers numbers, QWidget *parent)
    : QDialog(parent), m_numbers(std::move(numbers)), m_table(new QTableView(this))
{
    setWindowTitle(tr("Numbers: %1").arg(title.text()));
    setAttribute(Qt::WA_DeleteOnClose);
    m_table->setModel(new NumbersModel(m_numbers, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_table->horizontalHeader()->setMaximumSectionSize(widestColumn);
    m_table->horizontalHeader()->setResizeContentsPrecision(100);
    m_table->resizeColumnsToContents();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setAccessibleName(title.text());
    m_table->installEventFilter(this);
    auto *remark = new Label(PlainText::own(m_numbers.remark), this);
    remark->setVisible(!m_numbers.remark.isEmpty());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *copyAll = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copyAll->setAccessibleDescription(tr("The selected rows, or all, as tab-separated text"));
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_table, 1);
    column->addWidget(remark);
    column->addWidget(buttons);
    connect(copyAll, &QPushButton::clicked, this, &NumbersDialog::copy);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    resize(startSize);
}

void NumbersDialog::copy()
{
    const QModelIndexList selected = m_table->selectionModel()->selectedRows();
    ChartNumbers chosen = m_numbers;
    if (selected.size() > 1) {
        std::vector<int> rows;
        for (const QModelIndex &index : selected)
            rows.push_back(index.row());
        std::ranges::sort(rows);
        chosen.rows.clear();
        for (const int row : rows)
            chosen.rows.push_back(m_numbers.rows[static_cast<std::size_t>(row)]);
    }
    QGuiApplication::clipboard()->setText(chosen.tsv());
}

void NumbersDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else
        QDialog::keyPressEvent(event);
}

/// The table would copy the one cell that is current.
bool NumbersDialog::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_table && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        copy();
        return true;
    }
    return QDialog::eventFilter(object, event);
}

} // namespace downtimeline
